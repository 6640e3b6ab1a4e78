from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from onrecord.annotate import proposals
from onrecord.annotate.document import Document
from onrecord.annotate.entities import annotate
from onrecord.annotate.models import Seen


class Sees:
    """A model that sees given words, and remembers what it was given to read."""

    name = "a model for the test"

    def __init__(self, **kinds: str) -> None:
        self.kinds = kinds
        self.read: list[str] = []

    def find(self, pieces: Sequence[str]) -> Iterator[tuple[Seen, ...]]:
        for piece in pieces:
            self.read.append(piece)
            yield tuple(
                Seen(piece.index(word), piece.index(word) + len(word), kind)
                for word, kind in self.kinds.items()
                if word in piece
            )


def found(
    text: str, model: Sees | None, monkeypatch: pytest.MonkeyPatch, language: str = "en"
) -> list[tuple[str, str]]:
    monkeypatch.setattr(proposals, "recognizer", lambda base: model)
    document = Document(text=text, language=language, models=True)
    return [(a.quote, str(a.value["kind"])) for a in annotate(document)]


def test_a_person_is_taken_with_the_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The letter of Qorvaldi was read in Kazakhstan."
    assert found(text, None, monkeypatch) == [("Kazakhstan", "state")]
    assert found(text, Sees(Qorvaldi="person"), monkeypatch) == [
        ("Qorvaldi", "person"),
        ("Kazakhstan", "state"),
    ]


def test_bodies_and_places_are_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The letter of Qorvaldi was read."
    assert found(text, Sees(Qorvaldi="organisation"), monkeypatch) == []
    assert found(text, Sees(Qorvaldi="place"), monkeypatch) == []


def test_what_is_known_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The letter of Qorvaldi was read in Kazakhstan."
    assert ("Kazakhstan", "state") in found(text, Sees(Kazakhstan="person"), monkeypatch)


def test_a_model_reads_only_what_is_undecided(monkeypatch: pytest.MonkeyPatch) -> None:
    model = Sees()
    found("They met in Kazakhstan. Then Qorvaldi came. We left.", model, monkeypatch)
    assert model.read == ["Then Qorvaldi came."]


def test_what_a_rule_hardly_guesses_needs_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Мы видели Корвальда там."
    assert len(found(text, None, monkeypatch, "ru")) == 1
    assert found(text, Sees(), monkeypatch, "ru") == []
