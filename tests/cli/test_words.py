"""Data in words: as precise as they are known, and never more."""

from __future__ import annotations

import pytest

from onrecord.cli import words


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2019", "2019"),
        ("2019-10", "October 2019"),
        ("2019-10-09", "9 October 2019"),
        ("2019-10-09T10:54", "9 October 2019, 10:54"),
        ("2019-13-09", "2019-13-09"),
        ("2019-10-09T10:54:07Z", "2019-10-09T10:54:07Z"),
        (None, None),
    ],
)
def test_dates(value: str | None, shown: str | None) -> None:
    assert words.day(value) == shown


def test_a_language_without_a_folder_keeps_its_tag() -> None:
    assert words.language_name("tlh-Latn") == "tlh-Latn"
