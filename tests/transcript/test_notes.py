"""Stage notes are blocks of their own kind."""

from onrecord.languages.loader import language
from onrecord.transcript import notes
from onrecord.transcript.words import words
from tests.support import printed

EN = words(language("en"))


def kinds(*lines: str) -> list[tuple[str, str]]:
    text, blocks = printed(*lines)
    return [(text[b.span.start : b.span.end], b.kind) for b in notes.mark(text, blocks, EN)]


def test_a_paragraph_that_is_a_note() -> None:
    assert kinds("(Laughter.)", "###", "END 2:45 P.M.") == [
        ("(Laughter.)", "stage_note"),
        ("###", "stage_note"),
        ("END 2:45 P.M.", "stage_note"),
    ]


def test_a_note_inside_a_paragraph_stands_within_it() -> None:
    assert kinds("So. (Laughter.) And then (in 2019) it rained.") == [
        ("So. (Laughter.) And then (in 2019) it rained.", "paragraph"),
        ("(Laughter.)", "stage_note"),
    ]


def test_what_is_no_note() -> None:
    assert kinds("(Article 5 of the treaty of 1999 applies.)")[0][1] == "paragraph"
    assert kinds("The end of the war is near.")[0][1] == "paragraph"


def test_notes_in_other_languages() -> None:
    assert notes.is_note("Аплодисменты", words(language("ru")))
    assert notes.is_note("Rires.", words(language("fr")))
    assert notes.is_note("Heiterkeit", words(language("de")))
    assert not notes.is_note("Reuters", EN)
