"""The grammar of the commands that put accounts beside each other."""

from __future__ import annotations

import pytest

from onrecord.cli import parser


def test_what_may_be_typed() -> None:
    asked = parser().parse_args(["meetings", "--person", "Orr", "--one-issuer", "--limit", "3"])
    assert (asked.person, asked.one_issuer, asked.limit) == ("Orr", True, 3)
    assert parser().parse_args(["sides", "x", "y"]).b == "y"
    with pytest.raises(SystemExit):
        parser().parse_args(["sides", "x"])
