from __future__ import annotations

import re

import pytest

from onrecord.annotate.confidence import RIGHT, confidence
from tests.support import REPOSITORY

KINDS = ("organisation", "agreement", "outlet")
MANNERS = ("name", "adjective")


def test_every_rule_named_in_code_has_its_figure() -> None:
    named = {
        rule
        for path in (REPOSITORY / "src" / "onrecord" / "annotate").glob("*.py")
        if path.name not in ("confidence.py", "times.py")
        for rule in re.findall(r'f?"(<[^"\n]+>[^"\n]*)"', path.read_text("utf-8"))
    } - {"<money>", "<product>"}  # what is known to be none of ours is never told
    filled = {
        rule.replace("{kind}", kind)
        .replace("{manner}", manner)
        .replace("an agreement", "an agreement")
        for rule in named
        for kind in KINDS
        for manner in MANNERS
    }
    assert filled - RIGHT.keys() == set()


def test_an_unknown_rule_is_an_error() -> None:
    with pytest.raises(KeyError):
        confidence("<guess>")


def test_figures_are_shares() -> None:
    assert all(0 < share < 1 for share in RIGHT.values())
