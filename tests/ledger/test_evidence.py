"""What is said of what became of a promise or a plan."""

from __future__ import annotations

from onrecord.ledger.evidence import Earlier, evidence
from onrecord.ledger.sayings import saying
from onrecord.ledger.wording import content
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
