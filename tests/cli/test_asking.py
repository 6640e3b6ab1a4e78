from __future__ import annotations

import argparse

import pytest

from onrecord.cli.asking import FILTERS, add_options
from onrecord.search.records import Filters


@pytest.fixture
def grammar() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser()
    add_options(made)
    return made


def test_nothing_is_set_that_is_not_said(grammar: argparse.ArgumentParser) -> None:
    options = vars(grammar.parse_args(["grain"]))
    assert {name for name, value in options.items() if value is not None} == {"query"}


def test_filters_may_be_repeated_and_are_those_of_the_index(
    grammar: argparse.ArgumentParser,
) -> None:
    assert grammar.parse_args(["--lang", "en", "--lang", "ru"]).lang == ["en", "ru"]
    assert set(FILTERS) < set(Filters.__struct_fields__)


@pytest.mark.parametrize("wrong", [["--limit", "-1"], ["--offset", "x"], ["--sort", "length"]])
def test_wrong_usage(grammar: argparse.ArgumentParser, wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        grammar.parse_args(["grain", *wrong])
    assert ended.value.code == 2
