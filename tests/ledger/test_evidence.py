"""What is said of what became of a promise or a plan."""

from __future__ import annotations

import pytest

from onrecord.ledger.evidence import Earlier, evidence, names
from onrecord.ledger.sayings import saying
from onrecord.ledger.wording import content
from onrecord.records import Span
from onrecord.store.acts import Named
from tests.ledger.support import outcome, promise


def _earlier(quote: str, name: str) -> Earlier:
    said = saying(promise(quote, statement=name))
    return Earlier(name, said, frozenset({"NO"}), content(quote, "en"))


def test_where_many_are_as_near_nothing_is_said() -> None:
    promises = [_earlier("We will reopen the ferry line to Lower Brenn", f"p{n}") for n in range(5)]
    others = [_earlier(f"We will plant tree number {'abcdefgh'[n] * 4}", f"o{n}") for n in range(8)]
    later = outcome("The ferry line to Lower Brenn has been reopened", "kept", "has been reopened",
                    statement="z", date="2025-01-01")  # fmt: skip
    assert evidence([*promises, *others], [later]) == {}
    assert set(evidence([promises[0], *others], [later])) == {"p0"}


def test_an_outcome_far_from_the_words_of_a_long_sentence_is_not_of_them() -> None:
    quote = (
        "The ferry line to Lower Brenn matters to all of us here, as I have often said in this "
        "house and as the committee knows very well indeed, and the budget has been adopted"
    )
    others = [_earlier(f"We will plant tree number {'abcdefgh'[n] * 4}", f"o{n}") for n in range(8)]
    later = outcome(quote, "kept", "has been adopted", statement="z", date="2025-01-01")
    one = _earlier("We will reopen the ferry line to Lower Brenn", "p")
    assert evidence([one, *others], [later]) == {}


def test_answers_are_no_outcome() -> None:
    one = _earlier("We will reopen the ferry line to Lower Brenn", "p")
    later = outcome("You asked about the ferry line to Lower Brenn", "answered", "You asked",
                    statement="z", date="2025-01-01")  # fmt: skip
    assert evidence([one], [later]) == {}


def _named(quote: str, words: dict[str, str]) -> tuple[Named, ...]:
    return tuple(
        Named(Span(quote.index(word), quote.index(word) + len(word)), entity, "place", word, None)
        for word, entity in words.items()
    )


LINE, BRENN = "organisation/ferry-line", "place/no-lower-brenn"


@pytest.mark.parametrize(
    ("language", "quote", "phrase", "words"),
    [
        ("fr", "La ligne Nordal vers Bas-Brenn a été mise en œuvre avec 14 bateaux",
         "a été mise en œuvre", {"Nordal": LINE, "Bas-Brenn": BRENN}),
        ("es", "La línea Nordal a Brenn Bajo ha sido completada con 14 barcos",
         "ha sido completada", {"Nordal": LINE, "Brenn Bajo": BRENN}),
        ("de", "Die Linie Nordal nach Unterbrenn wurde mit 14 Schiffen umgesetzt",
         "wurde", {"Nordal": LINE, "Unterbrenn": BRENN}),
        ("ru", "Линия Нордал до Бренна была завершена, работают 14 судов",
         "была завершена", {"Нордал": LINE, "Бренна": BRENN}),
    ],
)  # fmt: skip
def test_in_another_language_names_and_figures_must_agree(
    language: str, quote: str, phrase: str, words: dict[str, str]
) -> None:
    text = "We will reopen the Nordal line to Lower Brenn with 14 boats"
    first = promise(text, entities=_named(text, {"Nordal": LINE, "Lower Brenn": BRENN}))
    one = Earlier("p", saying(first), frozenset({"NO"}), content(text, "en"), names(first))
    later = outcome(quote, "kept", phrase, language=language, statement="z", date="2025-01-01",
                    entities=_named(quote, words))  # fmt: skip
    (found,) = evidence([one], [later])["p"]
    assert (found.said.quote, found.shared) == (quote, ("14", LINE, BRENN))
    less = _named(quote, dict([*words.items()][:1]))
    other = outcome(quote.replace("14", "40"), "kept", phrase, language=language, statement="z",
                    date="2025-01-01", entities=less)  # fmt: skip
    assert evidence([one], [other]) == {}
    twin = one._replace(id="q")
    assert evidence([one, twin], [later]) == {}


def test_words_that_point_back_are_of_the_promise_right_before() -> None:
    said = [promise("We will plant trees", start=0), promise("He would withdraw", start=100)]
    both = [
        _earlier(one.kept.quote, str(n))._replace(said=saying(one), promised=True)
        for n, one in enumerate(said)
    ]
    later = outcome("But these promises were forgotten", "broken", "these promises were forgotten",
                    start=120, back=True)  # fmt: skip
    assert set(evidence(both, [later])) == {"1"}
    far = outcome("But these promises were forgotten", "broken", "these promises were forgotten",
                  start=900, back=True)  # fmt: skip
    assert evidence(both, [far]) == {}
