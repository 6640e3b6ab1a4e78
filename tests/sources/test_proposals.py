"""A proposal is a valid source that reads the page it was made from."""

from __future__ import annotations

import pytest

from onrecord.sources import loader, written
from onrecord.sources.proposals import propose
from tests.sources.made import SITE
from tests.sources.test_found_lists import BESIDE, TEMPLATES, items

HEAD = (
    '<html lang="en"><head><meta property="og:site_name" content="Ministry of Valdoria">'
    '<link rel="alternate" type="application/rss+xml" href="/en/feed/">'
    '<link rel="alternate" type="application/rss+xml" href="/en/comments/feed/"></head><body>'
)
PAGE = f"{HEAD}{BESIDE}</ul></nav><div id=list>{items(TEMPLATES['articles'])}</div>"


def test_a_page() -> None:
    made = propose(PAGE.encode(), f"{SITE}en/news", None, (f"{SITE}sitemap.xml",))
    assert made is not None
    text = written.text(made.source, made.remarks)
    source = loader.parsed(made.source.id, text)
    assert (source.institution, source.languages) == ("Ministry of Valdoria", ("en",))
    assert [(one.kind, one.url) for one in source.listings] == [
        ("feed", f"{SITE}en/feed/"),
        ("page", f"{SITE}en/news"),
    ]
    assert len(made.entries) == 3
    assert "# The list has 3 statements now, 3 with a date." in text
    assert f"# robots.txt names a sitemap: {SITE}sitemap.xml" in text


@pytest.mark.parametrize(
    ("payload", "kind"),
    [
        (f"<rss><channel><item><link>{SITE}1</link></item></channel></rss>", "feed"),
        (f"<urlset><url><loc>{SITE}1</loc></url></urlset>", "sitemap"),
    ],
)
def test_a_feed_or_a_sitemap(payload: str, kind: str) -> None:
    made = propose(payload.encode(), f"{SITE}x.xml", None)
    assert made is not None
    assert [one.kind for one in made.source.listings] == [kind]
    assert [entry.url for entry in made.entries] == [f"{SITE}1"]


def test_a_day_of_an_archive() -> None:
    made = propose(PAGE.encode(), f"{SITE}archive/2024/03/06/", None)
    assert made is not None
    (archive,) = [one for one in made.source.listings if one.kind == "archive"]
    assert archive.url == f"{SITE}archive/{{year}}/{{month:02}}/{{day:02}}/"
    assert len(made.entries) == 3
    loader.parsed(made.source.id, written.text(made.source))


def test_no_list_is_said() -> None:
    made = propose(b"<p>Welcome", SITE, None)
    assert made is not None
    assert made.source.listings == ()
    assert any("No list was found" in remark for remark in made.remarks)
    loader.parsed(made.source.id, written.text(made.source))


def test_no_address() -> None:
    assert propose(b"<p>Welcome", "ftp://a.example/", None) is None
