"""What both accounts say, and what one alone says."""

from __future__ import annotations

from onrecord.compare.sides import Text
from onrecord.compare.topics import known, topics
from onrecord.records import Block, Span
from tests.compare.support import Concepts

A = "Big ships came to port. Fish prices rose again today. Nobody spoke about the mine."
B = "Wine was served to all. Fish prices rose again once more. Big ships came to harbour."


def _said(text: str, language: str | None = "en") -> Text:
    return Text(text=text, language=language)


def test_what_both_say_in_whatever_order() -> None:
    found = topics(_said(A), _said(B), Concepts())
    both = [(topic.a[0].quote, topic.b[0].quote) for topic in found if topic.a and topic.b]
    assert both == [
        ("Big ships came to port.", "Big ships came to harbour."),
        ("Fish prices rose again today.", "Fish prices rose again once more."),
    ]
    assert [t.a[0].quote for t in found if not t.b] == ["Nobody spoke about the mine."]
    assert [t.b[0].quote for t in found if not t.a] == ["Wine was served to all."]


def test_every_sentence_stands_once_with_its_span() -> None:
    found = topics(_said(A), _said(B), Concepts())
    for text, side in ((A, "a"), (B, "b")):
        said = [passage for topic in found for passage in getattr(topic, side)]
        assert sorted(passage.span for passage in said) == [
            Span(text.index(quote), text.index(quote) + len(quote))
            for quote in (passage.quote for passage in sorted(said, key=lambda p: p.span))
        ]
        assert len(said) == 3


def test_what_says_the_same_again_joins() -> None:
    again = f"{A} Fish prices rose again today."
    found = topics(_said(again), _said(B), Concepts())
    assert sorted(len(topic.a) for topic in found if topic.b and topic.a) == [1, 2]


def test_names_and_figures_where_the_encoder_does_not_know_a_language() -> None:
    a, b = "Marovik paid 1300 crowns today.", "Маровик сплатив 1300 крон."
    (one,) = topics(_said(a), _said(b, "uk"), Concepts())
    assert one.a
    assert one.b
    assert not known(Concepts(), "en", "uk")
    assert known(Concepts(), "en", "xa")
    assert not known(None, "en")


def test_headings_and_empty_sides() -> None:
    text = Text(text=A, language="en", blocks=(Block(span=Span(0, 23), kind="heading"),))
    assert len(topics(text, _said(""), None)) == 2
    assert topics(_said(""), _said(""), Concepts()) == ()
