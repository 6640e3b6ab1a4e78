"""Openings of blocks that might be labels."""

from onrecord.languages.loader import language
from onrecord.transcript import candidates
from onrecord.transcript.words import words
from tests.support import printed


def found(*lines: str, tag: str = "en") -> list[tuple[str, str, str | None]]:
    text, blocks = printed(*lines)
    known = words(language(tag))
    return [(c.label, c.mark, c.role) for c in candidates.find(text, blocks, known)]


def test_marks() -> None:
    assert found("Question: Why?", "Q  Why?", "**Anna Berg**", "So.") == [
        ("Question", "colon", "questioner"),
        ("Q", "bare", "questioner"),
        ("Anna Berg", "alone", None),
    ]


def test_dashes_and_full_width_colons() -> None:
    assert found("Q - Pourquoi ?", "R - Parce que.", tag="fr") == [
        ("Q", "dash", "questioner"),
        ("R", "dash", "answerer"),
    ]
    assert found("问：为什么？", "答：因为。", tag="zh") == [
        ("问", "colon", "questioner"),
        ("答", "colon", "answerer"),
    ]


def test_what_is_no_label() -> None:
    assert (
        found("Ladies and gentlemen: welcome.", "First: roads.", "Mr President: thank you.") == []
    )
    assert found("10:30 we began", "https://example.org") == []


def test_a_remark_in_brackets_belongs_to_the_label_where_it_is_set_like_it() -> None:
    assert found("**Question** (retranslated): Why?")[0][0] == "Question"
    assert found("**Question (Harbour Times):** Why?")[0][0] == "Question (Harbour Times)"
    assert found("Question (Harbour Times): Why?")[0][0] == "Question (Harbour Times)"


def test_the_content_starts_behind_the_label() -> None:
    text, blocks = printed("**Anna\u00a0Berg:** So.")
    (only,) = candidates.find(text, blocks, words(language("en")))
    assert text[only.content :].strip() == "So."
    assert only.bold
    assert only.key == "anna berg"
