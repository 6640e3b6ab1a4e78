"""Tests of annotate.unsaid: who acts where a verb leaves its subject out."""

from __future__ import annotations

import pytest

from onrecord.annotate import events
from onrecord.annotate.document import Document

HEAD = "El canciller de Chile visit\u00f3 Lima. "


def actors(text: str, language: str = "es") -> list[str | None]:
    document = Document(text=HEAD + text, language=language, country="PE", date="2019-10-09")
    found = [a for a in events.annotate(document) if a.span.start >= len(HEAD)]
    return [m["iso"] for a in found for m in a.value["actors"]]


@pytest.mark.parametrize(
    "text",
    [
        "Pidi\u00f3 a Venezuela una tregua.",
        "Asimismo, pidi\u00f3 a Venezuela una tregua.",
        "En ese contexto, ha pedido a Venezuela una tregua.",
        "Tambi\u00e9n pidi\u00f3 a Venezuela una tregua.",
    ],
)
def test_the_verb_is_of_the_one_who_was_named_before(text: str) -> None:
    assert actors(text) == ["CL"]


@pytest.mark.parametrize(
    "text",
    [
        "La empresa pidi\u00f3 a Venezuela una tregua.",  # has a noun of its own
        "Pidieron a Venezuela una tregua.",  # several, and one was named
        "Cuando llegue, pidi\u00f3 a Venezuela una tregua.",  # another clause comes before
    ],
)
def test_but_not_where_another_may_act(text: str) -> None:
    assert "CL" not in actors(text)


def test_several_are_those_who_were_together() -> None:
    text = "El canciller de Chile y el canciller de Bolivia se reunieron. Pidieron a Cuba ayuda."
    document = Document(text=text, language="es", country="PE", date="2019-10-09")
    last = list(events.annotate(document))[-1]
    assert [m["iso"] for m in last.value["actors"]] == ["CL", "BO"]
