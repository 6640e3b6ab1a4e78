"""How well acts are read does not fall: floors on the paragraphs written for it."""

from __future__ import annotations

import pytest

from tests.gold import acts_quality, quality


def test_every_set_has_its_floors() -> None:
    named = {f"{tag} {layer} combined_f1" for tag in _tags() for layer in acts_quality.LABELS}
    assert named == set(acts_quality.floors())


def _tags() -> tuple[str, ...]:
    return acts_quality.languages()


@pytest.mark.parametrize("tag", _tags())
def test_marks_are_words_of_their_paragraph(tag: str) -> None:
    for row in acts_quality.rows(tag):
        assert row["origin"] == "written for onrecord"
        assert row["language"] == tag.split("-")[0] or tag == acts_quality.MIXED
        for acts in row["acts"].values():
            assert all(act["quote"] in row["text"] for act in acts), row["id"]


@pytest.mark.parametrize("tag", _tags())
def test_no_figure_is_below_its_floor(tag: str) -> None:
    floors = acts_quality.floors()
    held = {name: floor for name, floor in floors.items() if name.startswith(f"{tag} ")}
    assert quality.below(held, acts_quality.figures(tag)) == []
