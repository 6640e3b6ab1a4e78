"""Which candidates are labels, for a text as a whole."""

from onrecord.languages.loader import language
from onrecord.records import Labels
from onrecord.transcript import candidates, systems
from onrecord.transcript.words import words
from tests.support import printed


def chosen(
    *lines: str, people: frozenset[str] = frozenset(), **marks: tuple[str, ...]
) -> list[str]:
    text, blocks = printed(*lines)
    known = words(language("en"))
    possible = list(candidates.find(text, blocks, known))
    return [a.candidate.label for a in systems.choose(possible, people, Labels(**marks))]


def test_questions_make_a_transcript() -> None:
    lines = ("Question: Why?", "Anna Berg: So.", "Question: When?", "Anna Berg: Soon.")
    assert chosen(*lines) == ["Question", "Anna Berg", "Question", "Anna Berg"]


def test_bold_headings_of_a_release_are_no_speakers() -> None:
    assert (
        chosen("**What we fund:** roads.", "**How to apply:** by post.", "**Deadline:** May.") == []
    )


def test_a_person_is_counted_with_and_without_the_office() -> None:
    lines = ("President of Valdoria Jan Orlo: Good day.", "Ann Lee: Hello.", "Jan Orlo: Sit down.")
    assert chosen(*lines) == ["President of Valdoria Jan Orlo", "Ann Lee", "Jan Orlo"]


def test_where_labels_are_bold_a_name_that_is_not_is_none() -> None:
    lines = (
        "**Jan Orlo:** One.",
        "**Ann Lee:** Two.",
        "Green Valley: that is its name.",
        "**Jan Orlo:** Three.",
        "**Ann Lee:** Four.",
    )
    assert chosen(*lines) == ["Jan Orlo", "Ann Lee", "Jan Orlo", "Ann Lee"]


def test_a_name_of_the_header_counts_once_is_enough() -> None:
    assert chosen("Jan Orlo: Good day, all of you.", people=frozenset({"orlo"})) == ["Jan Orlo"]
    assert chosen("Jan Orlo: Good day, all of you.") == []


def test_the_marks_of_a_source_decide() -> None:
    lines = ("podium: Hello.", "floor: Why?", "podium: So.")
    assert chosen(*lines, official=("podium",), questioner=("floor",)) == [
        "podium",
        "floor",
        "podium",
    ]


def test_labels_on_lines_of_their_own() -> None:
    lines = (
        "JAN ORLO",
        "Good day.",
        "ANN LEE",
        "Hello.",
        "JAN ORLO",
        "Sit down.",
        "ANN LEE",
        "Yes.",
    )
    assert chosen(*lines) == ["JAN ORLO", "ANN LEE", "JAN ORLO", "ANN LEE"]
