"""The planted differences of the invented versions, each found, and nothing beside them."""

from __future__ import annotations

import tomllib
from functools import cache

import pytest

from onrecord.compare.difference import WEIGHTS, Difference
from onrecord.pipeline.comparing import Comparison, compare
from tests.compare.support import VERSIONS, differing, read_file
from tests.support import SAMPLES

OTHERS = ("ru", "fr", "es", "de")
# What `planted.toml` calls a difference, and the scales on which it may be found.
CALLED = {
    "modality": {"obligation", "commitment"},
    "force": {"censure", "demand"},
    "omitted": {"passage"},
    "added": {"passage"},
    "moved": {"order"},
}
GENEVA = {
    "ru": ["\u041d\u0430\u043f\u043e\u043c\u043d\u044e"],
    "fr": ["340"],
    "es": ["intenci\u00f3n"],
    "de": ["We spoke about people as well.", "Starting next month"],
}
Planted = dict[str, str]


def planted(language: str) -> list[Planted]:
    told = tomllib.loads((VERSIONS / "planted.toml").read_text("utf-8"))["planted"]
    return [each for each in told if each["language"] == language]


@cache
def compared(language: str) -> Comparison:
    return compare(
        read_file(VERSIONS / "marsk.en.txt"), read_file(VERSIONS / f"marsk.{language}.txt")
    )


@cache
def geneva(language: str) -> Comparison:
    name = "geneva-news-conference.{}.html"
    return compare(
        read_file(SAMPLES / name.format("en")), read_file(SAMPLES / name.format(language))
    )


def is_it(found: Difference, plant: Planted) -> bool:
    if found.what not in CALLED.get(plant["what"], {plant["what"]}):
        return False
    if plant["what"] == "moved":
        return True  # of two neighbours that changed places either may be said to have moved
    sides = ((found.quote_a or "", plant.get("a", "")), (found.quote_b or "", plant.get("b", "")))
    return all(quote in words or words in quote for quote, words in sides)


@pytest.mark.parametrize("language", OTHERS)
def test_every_planted_difference_is_found(language: str) -> None:
    found = compared(language).differences
    assert [p for p in planted(language) if not any(is_it(d, p) for d in found)] == []


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_above_wording_is_found_that_was_not_planted(language: str) -> None:
    heavy = [d for d in compared(language).differences if WEIGHTS.index(d.weight) > 1]
    assert [d for d in heavy if not any(is_it(d, p) for p in planted(language))] == []


@pytest.mark.parametrize("language", OTHERS)
def test_the_samples_differ_in_what_their_readme_says_and_in_nothing_else(language: str) -> None:
    heavy = [d for d in geneva(language).differences if WEIGHTS.index(d.weight) > 1]
    quotes = [d.quote_b if d.quote_b and d.kind != "omitted" else d.quote_a for d in heavy]
    assert len(quotes) == len(GENEVA[language])
    for quote, words in zip(quotes, GENEVA[language], strict=True):
        assert quote is not None
        assert words in quote


def test_the_heaviest_comes_first_and_beads_that_differ_are_changed() -> None:
    found = compared("es")
    weights = [WEIGHTS.index(d.weight) for d in found.differences]
    assert weights == sorted(weights, reverse=True)
    assert {found.beads[d.bead].kind for d in found.differences} == {"changed"}


def test_a_text_beside_itself_differs_in_nothing() -> None:
    assert differing("We must act.", "We must act.") == ()
