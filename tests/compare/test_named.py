from __future__ import annotations

from typing import Any

from onrecord.compare.difference import Side
from onrecord.compare.named import dates, names, states
from onrecord.compare.sides import Text, cut
from onrecord.records import Annotation, Span


def side(text: str, language: str, *noted: tuple[str, str, dict[str, Any]]) -> Side:
    """A side whose words are annotated: layer, words, value."""
    whole = Text(text=text, language=language)
    annotations = []
    for layer, words, value in noted:
        start = text.index(words)
        span = Span(start, start + len(words))
        annotations.append(
            Annotation(
                layer=layer,
                span=span,
                quote=words,
                value=value,
                annotator="test",
                rule="test",
                confidence=1.0,
            )
        )
    return Side(whole, cut(whole), annotations)


def everything(a: Side, b: Side) -> tuple[Span, Span]:
    return Span(0, len(a.text)), Span(0, len(b.text))


PERSON = {"kind": "person"}


def test_a_name_in_another_spelling_is_the_same() -> None:
    a = side("Minister Orvenne spoke.", "en", ("entity", "Orvenne", PERSON))
    b = side(
        "\u041e\u0440\u0432\u0435\u043d\u043d \u0442\u0430\u043c.",
        "ru",
    )
    assert list(names(a, b, everything(a, b))) == []


def test_another_name_in_its_place_is_told() -> None:
    a = side("Professor Velde spoke.", "en", ("entity", "Velde", PERSON))
    b = side("Le professeur Brissac a parl\u00e9.", "fr", ("entity", "Brissac", PERSON))
    ((first, second),) = names(a, b, everything(a, b))
    assert (a.quote(first), b.quote(second)) == ("Velde", "Brissac")


def test_a_place_with_one_identity_is_the_same_whatever_its_name() -> None:
    place = {"kind": "place", "entity": "place/x"}
    a = side("They met in Geneva.", "en", ("entity", "Geneva", place))
    b = side("Man traf sich in Wien.", "de", ("entity", "Wien", place))
    assert list(names(a, b, everything(a, b))) == []


def test_one_state_for_another_is_told_and_one_that_is_missing_is_not() -> None:
    a = side("France agreed.", "en", ("entity", "France", {"iso": "FR"}))
    b = side("Spanien stimmte zu.", "de", ("entity", "Spanien", {"iso": "ES"}))
    bare = side("Man stimmte zu.", "de")
    assert len(list(states(a, b, everything(a, b)))) == 1
    assert list(states(a, bare, everything(a, bare))) == []


def test_a_day_has_its_year_only_where_it_is_printed() -> None:
    value = {"type": "DATE", "value": "2024-06-01"}
    a = side("On 1 June we begin.", "en", ("time", "1 June", value))
    assert [day for _, day in dates(a, Span(0, len(a.text)))] == ["XXXX-06-01"]
