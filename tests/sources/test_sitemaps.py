"""Sitemaps: pages, news, indexes, plain lists; what is none is told."""

from __future__ import annotations

from onrecord.sources.sitemaps import read
from tests.sources.made import SITE, listing

URL = f"{SITE}sitemap.xml"
HEAD = '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">'


def test_pages() -> None:
    payload = f"""{HEAD}{NEWS}
    <url><loc>{SITE}en/1</loc><lastmod>2024-03-06T10:00:00Z</lastmod></url>
    <url><loc> {SITE}en/2 </loc><news:news><news:publication_date>2024-03-05</news:publication_date>
      <news:title>Visit &amp; talks</news:title></news:news></url>
    <url><loc>{SITE}about</loc></url></urlset>""".encode()
    found = read(payload, URL, None, listing("sitemap", url=URL, match="/en/"))
    assert found.unreadable is None
    assert [(e.url, e.title, e.date, e.modified) for e in found.entries] == [
        (f"{SITE}en/1", None, None, "2024-03-06T10:00"),
        (f"{SITE}en/2", "Visit & talks", "2024-03-05", None),
    ]


def test_an_index_the_latest_first() -> None:
    payload = f"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    <sitemap><loc>{SITE}s1.xml.gz</loc><lastmod>2023-01-01</lastmod></sitemap>
    <sitemap><loc>/s2.xml</loc><lastmod>2024-01-01</lastmod></sitemap>
    <sitemap><loc>/s3.xml</loc></sitemap></sitemapindex>""".encode()
    found = read(payload, URL, None, listing("sitemap", url=URL))
    assert found.further == (f"{SITE}s2.xml", f"{SITE}s1.xml.gz", f"{SITE}s3.xml")
    assert (found.entries, found.unreadable) == ((), None)


def test_empty_is_no_trouble() -> None:
    found = read(f"{HEAD}{NEWS}</urlset>".encode(), URL, None, listing("sitemap", url=URL))
    assert (found.entries, found.unreadable) == ((), None)


def test_a_plain_list() -> None:
    payload = f"{SITE}en/1\r\n{SITE}en/2\n\n".encode()
    found = read(payload, URL, None, listing("sitemap", url=URL))
    assert [entry.url for entry in found.entries] == [f"{SITE}en/1", f"{SITE}en/2"]


def test_what_is_none() -> None:
    page = b"<!DOCTYPE html><html><body>Not found</body></html>"
    found = read(page, URL, None, listing("sitemap", url=URL))
    assert found.unreadable == "no sitemap: <html> instead of <urlset> or <sitemapindex>"


def test_what_breaks_off_is_no_whole_list() -> None:
    payload = f"{HEAD}{NEWS}<url><loc>{SITE}en/1</loc></url><url><lo".encode()
    found = read(payload, URL, None, listing("sitemap", url=URL))
    assert len(found.entries) == 1
    assert "breaks off" in (found.unreadable or "")
