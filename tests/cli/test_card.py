"""The card: what is known, what is not, and who takes part."""

from __future__ import annotations

import io

from onrecord.cli import terminal
from onrecord.cli.card import card
from onrecord.records import Header, LanguageVersion, Participant, Place, Reading
from onrecord.transcript.voices import voices
from tests.support import reading


def shown(made: Reading) -> str:
    out = terminal.console(io.StringIO())
    out.print(card(made, voices(made), out.width))
    assert isinstance(out.file, io.StringIO)
    return out.file.getvalue()


def test_the_card_tells_what_is_known_and_what_is_not() -> None:
    header = Header(
        title="Remarks by Minister Ann Lee",
        date="2024-03-06",
        place=Place(name="Geneva", country="CH"),
        participants=(Participant(name="Ann Lee", role="Minister of Bridges", country="CH"),),
        languages=(LanguageVersion(language="en"), LanguageVersion(language="fr")),
    )
    text = shown(reading("> Ann Lee | Good day.", header))
    assert "Remarks by Minister Ann Lee" in text
    assert "6 March 2024" in text
    assert "Geneva (CH)" in text
    assert "AL  Ann Lee, Minister of Bridges (CH)" in text
    rows = {line.strip("│ ").partition("  ")[0]: line for line in text.splitlines()}
    assert "not stated on the page" in rows["Published"]
    assert "not stated on the page" in rows["Issuer"]
    assert rows["Also in"].strip("│ ").endswith("français")
    assert "Updated" not in rows


def test_a_page_that_says_nothing() -> None:
    text = shown(reading("> | Good day."))
    assert "Title not stated on the page" in text
    rows = {line.strip("│ ").partition("  ")[0]: line for line in text.splitlines()}
    assert "not stated on the page" in rows["Taking part"]
