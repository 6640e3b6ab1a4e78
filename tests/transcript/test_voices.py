"""Speakers keep their colour, and never share initials within a statement."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Header, Participant
from onrecord.transcript import voices
from tests.support import reading


def test_the_same_person_has_the_same_colour_in_another_statement() -> None:
    first = voices.assigned(["Ann Lee"])["Ann Lee"]
    again = voices.assigned(["Ann Lee", "Bob Ray"])["Ann Lee"]
    assert first == again


@given(st.lists(st.text(min_size=1), max_size=voices.COLOURS))
def test_no_two_share_initials_or_colour(names: list[str]) -> None:
    found = voices.assigned(names)
    assert len({voice.initials for voice in found.values()}) == len(found)
    assert len({voice.colour for voice in found.values()}) == len(found)


def test_all_who_speak_have_a_voice_but_not_who_asks() -> None:
    made = reading(
        "> Ann Lee | Good day.\n? TASS | Why?\n! Bob Ray | Because.",
        Header(participants=(Participant(name="Carla Diaz"), Participant(name="Ann Lee"))),
    )
    assert list(voices.voices(made)) == ["Carla Diaz", "Ann Lee", "Bob Ray"]
