"""Compiling of members: written lines, seen rows."""

from __future__ import annotations

import pytest

from onrecord.gazetteer.membership import rows


def table(lines: str) -> dict[str, object]:
    return {"x": {"source": "its site", "members": lines}}


def test_written_lines_go_before_seen_rows() -> None:
    seen = [["x", "FR", "2020-01-01", "2021-01-01"], ["y", "FR", "2020-01-01", "2021-01-01"]]
    members, sources = rows(table("1949-08-24: BE GB/2020-01-31\n?: IT\n"), seen, {"x", "y"})
    assert members["x"] == "BE,1949-08-24,,,1;GB,1949-08-24,2020-01-31,,1;IT,,,,1"
    assert members["y"] == "FR,,,2020-01-01/2021-01-01,0"
    assert sources["1"] == "its site"


def test_seen_rows_of_one_state_are_joined() -> None:
    seen = [["y", "FR", "2020-01-01", "2021-01-01"], ["y", "FR", "2019-01-01", "2020-06-01"]]
    assert rows({}, seen, {"y"})[0] == {"y": "FR,,,2019-01-01/2021-01-01,0"}


@pytest.mark.parametrize("line", ["1949 BE", "1949-08-24: Belgium", "soon: BE"])
def test_what_is_no_line_is_an_error(line: str) -> None:
    with pytest.raises(ValueError, match="no "):
        rows(table(line), [], {"x"})


def test_members_of_what_is_not_known_are_an_error() -> None:
    with pytest.raises(KeyError, match="'x'"):
        rows(table("1949: BE\n"), [], set())
