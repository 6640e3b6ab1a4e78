"""The grammar of `onrecord watch`."""

from __future__ import annotations

import pytest

from onrecord.cli import parser


def test_sources_may_be_chosen() -> None:
    options = parser().parse_args(["watch", "--source", "a", "--source", "b", "--once"])
    assert (options.source, options.once, options.span) == (["a", "b"], True, None)


def test_one_way_at_a_time() -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["watch", "--once", "--status"])
