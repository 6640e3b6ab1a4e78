"""Tests of annotate.actors: the parties of a sentence."""

from __future__ import annotations

import pytest

from onrecord.annotate.actors import named, parties, told
from onrecord.annotate.document import Document
from onrecord.annotate.party import Party
from onrecord.annotate.reading import reading


def found(text: str, country: str | None = "NO", speaker: str | None = None) -> list[Party]:
    read = reading(Document(text=text, language="en", country=country, speaker=speaker))
    return [p for sentence in read.sentences for p in parties(read, sentence)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("We condemn this.", ["NO"]),
        ("France and Italy met.", ["FR", "IT"]),
        ("3 million US dollars went to Tonga.", ["TO"]),  # "US" is no "us"
        ("French troops left.", ["FR"]),
        ("Kenyan warships left.", ["KE"]),
        ("The Kenyan and Japanese negotiators met.", ["KE", "JP"]),
        ("We agreed with Sweden on a plan.", ["NO", "SE"]),
        ("Our two countries work together, said Sweden.", ["NO", "SE"]),
    ],
)
def test_who_the_first_party_is(text: str, first: list[str]) -> None:
    assert [member.iso for member in found(text)[0].members] == first


def test_two_foreign_states_leave_the_other_side_unknown() -> None:
    assert [m.iso for m in found("We agreed on Sweden and on Japan.")[0].members] == ["NO"]


def test_a_questioner_speaks_for_nobody() -> None:
    assert found("We saw it.", speaker="Question")[0].members == ()


def test_without_a_country_the_speaker_is_named() -> None:
    assert [m.name for m in found("I saw it.", None, "Ada Berg")[0].members] == ["Ada Berg"]
    assert found("I saw it.", None)[0].members == ()


def test_a_pronoun_needs_somebody_before_it() -> None:
    assert found("They left.") == []


def test_each_member_is_told_once() -> None:
    both = found("Sweden met Sweden.")
    assert [member["iso"] for member in told(both)] == ["SE"]


def test_a_body_without_a_state_is_the_speaker_s_unless_another_is_spoken_of() -> None:
    assert [m.iso for m in found("The government left.")[0].members] == ["NO"]
    assert [m.iso for m in found("After Japan the government left.")[-1].members] == [None]
    assert [m.iso for m in found("Governments of the region left.")[0].members] == [None]


def test_an_adjective_far_from_who_acts_is_no_party() -> None:
    assert found("Kenyan coffee is good for troops.", None)[0].members[0].iso is None


def test_parties_are_made_once_for_all_layers() -> None:
    read = reading(Document(text="Norway agreed. It will sign.", language="en"))
    (_, first), (_, second) = named(read)
    assert [party.kind for party in (*first, *second)] == ["state", "third"]
    assert second[0].members == first[0].members
    assert named(read) is named(read)


def test_an_office_written_as_a_title_is_one_with_who_holds_it() -> None:
    first = found("President of the Republic Emmanuel Macron will visit Berlin.")[0]
    assert [member.name for member in first.members] == ["Emmanuel Macron"]


def test_two_sides_that_are_asked_are_not_the_speaker() -> None:
    text = "La France appelle les deux parties \u00e0 cesser les combats."
    read = reading(Document(text=text, language="fr", country="FR"))
    ((_, found),) = named(read)
    assert [p.kind for p in found] == ["state", "side"]


def test_a_body_of_several_states_is_these_states_and_a_head_is_its_holder() -> None:
    def first(text: str) -> Party:
        read = reading(Document(text=text, language="ru", country="KZ"))
        return named(read)[0][1][0]

    both = first("МИД Японии и Кении обсудили план.")
    assert [m.iso for m in both.members] == ["JP", "KE"]
    head = first("Глава МИД Японии прибыл.")
    assert (head.kind, head.first, head.members[0].iso) == ("office", 0, "JP")
