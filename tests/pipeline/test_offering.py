"""What the user names becomes captures that may be added."""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onrecord.archive.fixity import digest
from onrecord.archive.folder import Folder, warcs
from onrecord.crawl.fetcher import Fetched
from onrecord.crawl.inputs import Loaded
from onrecord.errors import InputError
from onrecord.pipeline import offering
from onrecord.pipeline.offering import Found, offers
from onrecord.records import Asked
from tests.archives import added, page, written

ASKED = Asked(language="en")
DOCUMENTS = b'{"id": "a", "text": "We met."}\n\nno document\n{"id": "b", "text": "We agreed."}\n'


def test_a_file_is_a_capture_of_its_bytes(tmp_path: Path) -> None:
    (path,) = written(tmp_path, **{"a page": page()})
    (offer,) = offers([path], ASKED)
    found = offer.load()
    assert found.payload == page()
    assert found.capture.digest == digest(page())
    assert found.capture.uri == Path(path).as_uri()
    assert "a%20page.html" in found.capture.uri
    assert (found.capture.url, found.capture.status, found.capture.asked) == (None, None, ASKED)


def test_a_fetch_keeps_what_the_server_said() -> None:
    fetched = Fetched(
        url="https://mfa.example/b",
        requested="https://mfa.example/a",
        status=200,
        headers=(("Content-Type", "text/html"),),
        payload=page(),
        media_type="text/html",
        charset=None,
        fetched_at=datetime(2024, 5, 2, 10, tzinfo=UTC),
        request=(("Host", "mfa.example"),),
    )
    loaded = Loaded(page(), "text/html", None, fetched.url, fetched)
    found = offering._found("https://mfa.example/a", loaded, ASKED)
    assert (found.capture.uri, found.capture.url) == (fetched.requested, fetched.url)
    assert found.capture.fetched_at == "2024-05-02T10:00:00.000000Z"
    assert (found.headers, found.request) == (fetched.headers, fetched.request)


def test_what_is_passed_over_says_why(tmp_path: Path) -> None:
    written(tmp_path, a=page())
    (tmp_path / "style.css").write_text("p {}")
    a, style = sorted(offers([str(tmp_path)], ASKED), key=lambda offer: offer.uri)
    assert a.passed is None
    assert style.passed is not None
    assert (style.passed.severity, style.passed.message) == ("info", "a .css file")


def test_the_records_of_another_archive(tmp_path: Path) -> None:
    added(tmp_path / "other", *written(tmp_path, a=page(), b=page("Another")))
    (path,) = warcs(Folder(tmp_path / "other"))
    for source in (path, path.parent):
        found = [offer.load() for offer in offers([str(source)], ASKED)]
        assert [each.payload for each in found] == [page(), page("Another")]
        assert {each.capture.asked.language for each in found} == {"en"}


def test_each_line_is_a_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "documents.jsonl"
    path.write_bytes(DOCUMENTS)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(DOCUMENTS)))
    for source in (str(path), str(tmp_path), "-"):
        first, broken, last = offers([source], Asked(form="jsonl"))
        assert _loaded(first).payload == b'{"id": "a", "text": "We met."}'
        assert _loaded(last).capture.uri == "urn:onrecord:document:b"
        assert broken.uri.endswith(":3")
        with pytest.raises(InputError, match=r":3: no document"):
            broken.load()


def _loaded(offer: offering.Offer) -> Found:
    return offer.load()


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    (offer,) = offers([str(tmp_path / "gone.jsonl")], Asked(form="jsonl"))
    with pytest.raises(InputError, match="check path"):
        offer.load()
