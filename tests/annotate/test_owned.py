"""Tests of annotate.owned: whose a body without its state is; towns that stand for theirs."""

from __future__ import annotations

import pytest

from onrecord.annotate.actors import named
from onrecord.annotate.document import Document
from onrecord.annotate.owned import as_state
from onrecord.annotate.reading import reading


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The government will meet Japan.", "NO"),
        ("The Ministry of Trade met Japan.", "NO"),
        ("In Mali the army seized power.", None),
        ("The army seized power in Mali.", None),
        ("The ministers of Japan left.", "JP"),
        ("The leaders of the city of Kyoto left.", "JP"),
        ("The minister spoke about the situation in Mali.", "NO"),
        ("Government will meet Japan.", "NO"),
    ],
)
def test_a_body_without_a_state(text: str, who: str | None) -> None:
    read = reading(Document(text=text, language="en", country="NO"))
    ((_, found),) = named(read)
    (body,) = [p for p in found if p.kind == "state-noun"][:1]
    assert body.members[0].iso == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("La ministre s'est rendue \u00e0 Tokyo.", "FR"),
        ("Les soldats ont tir\u00e9 \u00e0 Tokyo.", None),
        ("Le gouvernement congolais s'est r\u00e9uni.", None),
        ("L'arm\u00e9e a \u00e9t\u00e9 d\u00e9ploy\u00e9e.", "FR"),
        ("Les forces arm\u00e9es kenyanes sont parties.", "KE"),
    ],
)
def test_an_office_that_goes_abroad(text: str, who: str | None) -> None:
    read = reading(Document(text=text, language="fr", country="FR"))
    ((_, found),) = named(read)
    assert found[0].members[0].iso == who


def told(text: str) -> str:
    read = reading(Document(text=text, language="ru"))
    ((first, (mention, *_)),) = read.entities.items()
    return str(as_state(read, read.sentences[0], first, mention)["entity"])


def test_a_subject_is_its_state() -> None:
    """In words: "Beijing refused"."""
    assert (
        told(
            "\u041f\u0435\u043a\u0438\u043d \u043e\u0442\u043a\u0430\u0437\u0430\u043b\u0441\u044f."
        )
        == "state/cn"
    )


def test_after_a_preposition_a_town_is_a_town() -> None:
    """In words: "through Beijing"."""
    assert told("\u0427\u0435\u0440\u0435\u0437 \u041f\u0435\u043a\u0438\u043d.").startswith(
        "place/cn"
    )


def test_a_capital_before_a_verb_is_its_state() -> None:
    read = reading(Document(text="Moscou a refus\u00e9.", language="fr", country="FR"))
    ((_, found),) = named(read)
    assert [m.iso for p in found for m in p.members] == ["RU"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Moscow has refused.", "state"), ("In Moscow has he refused.", "place")],
)
def test_a_capital_is_its_state_only_as_a_subject(text: str, kind: str) -> None:
    read = reading(Document(text=text, language="en", country="NO"))
    ((_, found),) = named(read)
    assert found[0].kind == kind
