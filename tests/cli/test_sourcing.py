"""The grammar of `onrecord sources`."""

from __future__ import annotations

import pytest

from onrecord.cli import parser


@pytest.mark.parametrize(
    ("line", "given"),
    [
        ("list", {"action": "list", "json": False, "archive": None}),
        ("show xv_mfa_news --archive a", {"id": "xv_mfa_news", "archive": "a"}),
        ("test x --url u --allow h --allow n", {"id": "x", "page": "u", "allow": ["h", "n"]}),
        ("new u --save --contact c", {"address": "u", "save": True, "contact": "c"}),
        ("import f --to d --dry-run", {"file": "f", "to": "d", "dry_run": True}),
    ],
)
def test_actions(line: str, given: dict[str, object]) -> None:
    options = vars(parser().parse_args(["sources", *line.split()]))
    assert {key: options[key] for key in given} == given


@pytest.mark.parametrize("line", ["", "forget", "show", "new", "import"])
def test_what_is_no_action(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["sources", *line.split()])
    assert "usage: onrecord sources" in capsys.readouterr().err
