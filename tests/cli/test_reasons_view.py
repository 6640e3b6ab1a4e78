"""`onrecord check` for the eye."""

from __future__ import annotations

import io

from onrecord.cli import reasons_view, terminal
from onrecord.cli.reasons import reasons
from onrecord.records import Evidence, Header, Issue, Origin, Reading, Span
from tests.support import reading

MADE = reading(
    "> Ann Lee | We met on 6 March 2024.\n? TASS | Why?\n> | Note.",
    Header(
        title="Remarks",
        kind="briefing",
        date="2024-03-06",
        evidence={
            "title": Evidence(method="open-graph", quote="Remarks", where="head > meta"),
            "date": Evidence(method="<day> <month> <year>", span=Span(19, 31)),
        },
    ),
    issues=(Issue(stage="header", message="No stamp."),),
)


def shown(made: Reading = MADE) -> str:
    out = terminal.console(io.StringIO())
    reasons_view.show(reasons(made), out)
    assert isinstance(out.file, io.StringIO)
    return out.file.getvalue()


def test_value_rule_and_words_stand_together() -> None:
    squeezed = " ".join(shown().split())
    assert "title Remarks open-graph: “Remarks” in head > meta" in squeezed
    assert "date 2024-03-06 <day> <month> <year>: “Ann Lee: We met on [6 March 2024].”" in squeezed
    assert "at 19-31 of the text" in squeezed
    assert "kind briefing no evidence recorded" in squeezed
    assert "place not stated on the page" in squeezed


def test_turns_say_why() -> None:
    squeezed = " ".join(shown().split())
    assert "0 remarks · official · Ann Lee made: “Ann Lee” at 0-7" in squeezed
    assert "1 question · questioner · speaker not stated on the page · TASS" in squeezed
    assert "no label printed" in squeezed
    assert squeezed.endswith("! No stamp.")


def test_a_hostile_page_reaches_no_terminal() -> None:
    evil = "\x1b[2Jx\x9b"
    made = reading(f"> {evil} | {evil}", Header(title=evil), source=Origin(uri=evil))
    assert not {"\x1b", "\x9b"} & set(shown(made))
