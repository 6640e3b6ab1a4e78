from __future__ import annotations

import io

from onrecord.cli.compare_view import show
from onrecord.cli.terminal import console
from onrecord.pipeline.comparing import compare
from tests.compare.support import reading


def shown(a: str, b: str, weight: str) -> str:
    out = io.StringIO()
    show(compare(reading(a, "en"), reading(b, "en")), weight, console(out))
    return out.getvalue()


def test_lighter_differences_are_counted_not_shown() -> None:
    text = shown("They said \u201cno\u201d twice.", 'They said "no" twice.', "wording")
    assert "2 lighter" in text
    assert "marks" not in text


def test_controls_of_a_text_do_not_reach_the_terminal() -> None:
    text = shown("We must\x9b2J act on it.", "We should act on it.", "wording")
    assert "\x9b" not in text
    assert "[must" in text
