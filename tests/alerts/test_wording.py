"""Alerts in words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.alerts.wording import asked, line, link, pieces, worded
from onrecord.records import Span
from tests.alerts.making import alert


def test_a_line_says_what_was_found_by_which_search() -> None:
    made = line(alert())
    assert made.startswith("New [Dam] (2024-03-06) Ann Lee: “The dam is full.”")
    assert made.endswith("a/2024-03-06/talks@1")


def test_a_line_of_a_long_quote_shows_the_words() -> None:
    text = "Good morning. " * 50 + "The dam is full. " + "Good night. " * 50
    assert "dam is full" in line(alert(text))
    assert len(line(alert(text))) < 300


def test_a_message_quotes_and_says_why() -> None:
    made = worded([alert(), alert("No dam.", before="a dam", after="no dam")], "https://s.example")
    assert made.subject == "2 alerts: Dam"
    for part in (made.text, made.html):
        assert "Ann Lee" in part
        assert "Talks on water" in part
        assert "https://s.example/statements/a/2024-03-06/talks@1?at=10-26#at" in part
        assert "Before" in part
        assert "onrecord alerts remove dam" in part
    assert "Matches: dam" in made.text
    assert "The <mark>dam</mark> is full." in made.html


def test_without_pages_of_ours_the_publisher_is_linked_to() -> None:
    made = worded([alert()], None)
    assert "/statements/" not in made.text + made.html
    assert 'href="https://mfa.example/talks"' in made.html


def test_what_comes_from_a_page_cannot_be_more_than_text() -> None:
    evil = alert("<script>dam</script>\r\nBcc: all", url="javascript:dam", title="a\r\nBcc: x")
    made = worded([evil], None)
    assert "<script>" not in made.html
    assert "javascript:" not in made.html
    assert made.subject.isprintable()


def test_what_was_asked() -> None:
    assert asked(alert(filters={"lang": ("en", "ru")})) == "dam lang:en lang:ru"
    assert link(alert(), None) is None


@given(st.text(min_size=1, max_size=40), st.data())
def test_the_pieces_are_the_quote(text: str, data: st.DataObject) -> None:
    ends = sorted(set(data.draw(st.lists(st.integers(0, len(text)), max_size=6))))
    marks = [Span(a + 10, b + 10) for a, b in zip(ends[::2], ends[1::2], strict=False)]
    made = alert(text, highlights=tuple(marks))
    assert "".join(piece for piece, _ in pieces(made)) == text
    marked = [piece for piece, is_marked in pieces(made) if is_marked]
    assert marked == [text[s - 10 : e - 10] for s, e in marks]
