"""What annotators read: a text with what is known of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Annotated

import msgspec

from onrecord.records import Annotation, Record

Date = Annotated[str, msgspec.Meta(pattern=r"^\d{4}(-\d\d(-\d\d([T ].*)?)?)?$")]


class Document(Record, frozen=True, kw_only=True):
    """A text. `date`: when it was said, an ISO 8601 prefix; `country`: of who speaks;
    `statement`: is it what an office published, though it is not known whose? `explain`: are
    annotations to tell how their rule read the text? `models`: may models see names that the
    gazetteer does not know?"""

    text: str
    id: str | None = None
    language: str | None = None
    date: Date | None = None
    speaker: str | None = None
    country: str | None = None
    question: str | None = None
    statement: bool = False
    explain: bool = False
    models: bool = False

    @property
    def official(self) -> bool:
        """Is it a statement, and no report in the news: is it known who speaks, or said so?"""
        return self.statement or self.country is not None or self.speaker is not None


Annotator = Callable[[Document], Iterator[Annotation]]
