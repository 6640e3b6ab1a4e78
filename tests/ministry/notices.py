"""Pages that are no statement, as servers and their guards send them, in several languages: written
for tests after what is commonly seen. They are data: `notices.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple

from tests.ministry.site import page


class Notice(NamedTuple):
    """A page that is no statement. `kind`: what it is to be judged as; `status`: that it comes
    with."""

    name: str
    kind: str
    language: str
    title: str
    body: str
    head: str = ""
    status: int = 200

    @property
    def html(self) -> str:
        """The page."""
        return page(self.title, self.body, self.head, self.language)


def _read() -> tuple[Notice, ...]:
    path = Path(__file__).with_name("notices.toml")
    table = tomllib.loads(path.read_text("utf-8"))
    return tuple(Notice(name=name, **entry) for name, entry in table.items())


NOTICES = _read()
BY_NAME = {notice.name: notice for notice in NOTICES}
