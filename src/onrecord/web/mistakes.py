"""What a page says when it cannot answer."""

from __future__ import annotations

from onrecord.records import Record


class Mistake(Record, frozen=True, kw_only=True):
    """What went wrong, and what to do. `position`: where in what was asked, in code points."""

    status: int
    message: str
    position: int | None = None


class Failed(Exception):
    """A view cannot answer: the mistake is shown instead."""

    def __init__(self, status: int, message: str, position: int | None = None) -> None:
        super().__init__(message)
        self.mistake = Mistake(status=status, message=message, position=position)
