"""Tests of annotate.document: what annotators read."""

from __future__ import annotations

import msgspec
import pytest

from onrecord.annotate.document import Document


def test_only_the_text_is_needed() -> None:
    document = msgspec.json.decode(b'{"text": "x", "title": "is passed over"}', type=Document)
    assert (document.text, document.date, document.language) == ("x", None, None)


@pytest.mark.parametrize("said", ["2019", "2019-10", "2019-10-09", "2019-10-09T10:54"])
def test_dates_of_any_precision(said: str) -> None:
    assert msgspec.convert({"text": "x", "date": said}, Document).date == said


@pytest.mark.parametrize("said", ["", "yesterday", "9 October 2019", "20191009"])
def test_what_is_no_date(said: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"text": "x", "date": said}, Document)
