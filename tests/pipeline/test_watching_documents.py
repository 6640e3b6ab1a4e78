"""The documents that a page leads to."""

from __future__ import annotations

import msgspec
import pytest

from onrecord.pipeline.watching_documents import documents
from onrecord.records import Selectors
from tests.pipeline.watching_support import HOST, SOURCE, URL, a_page, fetched

LEADING = msgspec.structs.replace(SOURCE, selectors=Selectors(document="a.file"))


def html(*links: str) -> bytes:
    body = "".join(f"<a class=file href={link}>Text</a>" for link in links)
    return f"<html><head><title>Talks</title></head><body>{body}</body></html>".encode()


def test_documents_at_the_hosts_of_the_source() -> None:
    found = documents(fetched(html("/a.pdf", f"https://www.{HOST}/b.docx")), a_page(), LEADING)
    assert [each.url for each in found.named] == [
        f"https://{HOST}/a.pdf", f"https://www.{HOST}/b.docx",
    ]  # fmt: skip
    assert found.elsewhere is None


@pytest.mark.parametrize("payload", [html(), html(URL), b"%PDF-1.4 <a class=file href=/a.pdf>"])
def test_nothing_to_be_led_to(payload: bytes) -> None:
    assert documents(fetched(payload), a_page(), LEADING) == ((), None)


def test_a_source_that_does_not_say_leads_nowhere() -> None:
    assert documents(fetched(html("/a.pdf")), a_page(), SOURCE) == ((), None)


def test_foreign_hosts_are_told() -> None:
    found = documents(fetched(html("https://cdn.example/a.pdf")), a_page(), LEADING)
    assert found.named == ()
    assert found.elsewhere == "its document stands at cdn.example, which is no host of xv_mfa_news"
