"""Captures of addresses, one after the other, for tests of what becomes of a statement."""

from __future__ import annotations

from pathlib import Path

from onrecord.pipeline.taking import take
from onrecord.records import Asked
from tests.archives import PROSE, Desk, capture, page

URI = "https://mfa.valdoria.example/talks"
TITLE = "Talks on the northern strait"


class Visits:
    """An archive that is filled by visits."""

    def __init__(self, root: Path) -> None:
        self.desk = Desk(root)
        self.db = self.desk.db
        self._count = 0

    def see(
        self,
        hour: str,
        said: tuple[str, ...] = PROSE,
        status: int = 200,
        uri: str = URI,
        form: str | None = None,
        title: str = TITLE,
    ) -> None:
        """A capture at an hour of a day."""
        self._count += 1
        payload = page(title, said) if status == 200 else b"<h1>Not found</h1>"
        made = capture(
            self._count,
            payload,
            uri=uri,
            url=uri,
            status=status,
            media_type="text/html",
            fetched_at=f"2026-03-02T{hour}:00.000000Z",
            asked=Asked(form=form),
        )
        take(self.desk.memory, made, payload)
        if self.db.in_transaction:
            self.db.execute("COMMIT")


def changed(old: str, new: str) -> tuple[str, ...]:
    """The prose with words in the place of others."""
    made = tuple(line.replace(old, new) for line in PROSE)
    assert made != PROSE
    return made
