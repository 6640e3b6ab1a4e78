from __future__ import annotations

from onrecord.compare import crossing
from onrecord.compare.difference import Difference, Side
from onrecord.compare.sides import Text, cut


def _side(text: str, language: str) -> Side:
    whole = Text(text=text, language=language)
    return Side(whole, cut(whole), ())


def lost(a: str, b: str, languages: tuple[str, str]) -> list[Difference]:
    """What is lost between two sentences that correspond."""
    one, two = (_side(*each) for each in zip((a, b), languages, strict=True))
    spans = one.said((0,)), two.said((0,))
    return [
        *crossing.numbers(0, one, two, spans),
        *crossing.weighed(0, one, two, spans),
        *crossing.denials(0, one, two, spans),
    ]


def test_figures_are_the_same_however_they_are_written() -> None:
    assert (
        lost(
            "It cost $2.5bn in 12 months.",
            "Es kostete in zw\u00f6lf Monaten 2,5 Milliarden.",
            ("en", "de"),
        )
        == []
    )
    assert lost("They lost 1,650 men.", "Ils ont perdu 1 650 hommes.", ("en", "fr")) == []


def test_another_figure_is_a_fact() -> None:
    (found,) = lost("We pay 430 million.", "Nous payons 340 millions.", ("en", "fr"))
    assert (found.weight, found.what, found.quote_b) == ("fact", "number", "340 millions")


def test_a_figure_that_one_side_lacks_is_wording() -> None:
    (found,) = lost("It fell by 38 percent.", "Es ging zur\u00fcck.", ("en", "de"))
    assert (found.weight, found.reason) == ("wording", "number only in A")


def test_a_word_that_may_be_either_is_no_difference() -> None:
    assert lost("They should leave.", "Deben irse.", ("en", "es")) == []
    assert [d.what for d in lost("They must leave.", "Deber\u00edan irse.", ("en", "es"))] == [
        "obligation"
    ]


def test_a_no_may_be_said_without_one() -> None:
    assert lost("He did not come.", "Er fehlte.", ("en", "de")) == []
    (found,) = lost("We shall not sign it.", "Firmaremos el texto.", ("en", "es"))
    assert (found.what, found.reason) == ("negation", "no only in A")
