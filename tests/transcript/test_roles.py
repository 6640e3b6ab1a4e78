"""The part that a speaker plays."""

from onrecord.languages.loader import language
from onrecord.records import Header, Kind, Labels, Role
from onrecord.transcript import turns
from tests.support import printed


def roles(*lines: str, kind: Kind = "other", labels: Labels = Labels()) -> list[Role]:  # noqa: B008
    text, blocks = printed(*lines)
    made = turns.read(text, blocks, Header(kind=kind), language("en"), labels)
    return [turn.role for turn in made.turns]


def test_who_answers_questions_is_an_official() -> None:
    lines = ("Question: Why?", "Ann Lee: So.", "Question: When?", "Ann Lee: Soon.")
    assert roles(*lines) == ["questioner", "official", "questioner", "official"]


def test_who_only_asks_an_official_interviews() -> None:
    lines = (
        "Jan Berg: Why did you go?",
        "President Ann Lee: I had to.",
        "Jan Berg: And now?",
        "President Ann Lee: I stay.",
    )
    assert roles(*lines, kind="interview") == ["questioner", "official", "questioner", "official"]


def test_a_chair_makes_members_official() -> None:
    lines = ("Moderator: Mr Lee.", "Mr Lee: Thank you.", "Moderator: Ms Orlo.", "Ms Orlo: Yes.")
    assert roles(*lines) == ["moderator", "official", "moderator", "official"]


def test_a_name_alone_tells_nothing() -> None:
    lines = ("Ann Lee: I went.", "Jan Berg: I too.", "Ann Lee: Yes.", "Jan Berg: Yes.")
    assert roles(*lines) == ["unknown"] * 4


def test_the_marks_of_a_source_tell_the_role() -> None:
    marks = Labels(official=("podium",), questioner=("floor",))
    lines = ("podium: Hello.", "floor: Why", "podium: So.")
    assert roles(*lines, labels=marks) == ["official", "questioner", "official"]
