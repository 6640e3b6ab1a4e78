"""Feeds of three kinds give a page for each item, the feed's own data first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError, NotAStatement
from onrecord.extract.feed import read
from onrecord.extract.page import Page

BODY = "<p><b>QUESTION:</b> Why now?</p><p><b>MS BELL:</b> It is time.</p>"
RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Ministry of Water</title><link>https://water.example/</link>
<language>en-GB</language>
<item><title>Talks &amp;#8217;at&amp;#8217; Lormark&nbsp;City</title>
<media:title>Wrong</media:title>
<link>/talks</link><dc:creator><![CDATA[Anna Bell, Minister]]></dc:creator>
<pubDate>Tue, 04 May 2021 09:15:00 +0200</pubDate><guid isPermaLink="false">x-1</guid>
<category>Rivers</category><description>Short.</description>
<content:encoded><![CDATA[{BODY}<script>hidden()</script>]]></content:encoded></item>
<item><title>Only a title</title><guid>https://water.example/2</guid></item>
<item><title>Words</title><description>One &lt; two &amp; three.

Second.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://water.example/f/">
<title>Ministerium</title><entry><title type="html">Ein &lt;em&gt;Treffen&lt;/em&gt;</title>
<link rel="self" href="self"/><link href="treffen"/><id>urn:1</id>
<published>2021-05-04T09:15:00Z</published><updated>2021-05-05T00:00:00Z</updated>
<author><name>Anna Bell</name><email>a@water.example</email></author><summary>Kurz.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Wir haben <b>gesprochen</b>.</p>
</div></content></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="x"><title>Eau</title><dc:language>fr</dc:language></channel>
<item rdf:about="y"><title>Visite</title><link>https://eau.example/y</link>
<dc:date>2021-05-04</dc:date><description>Nous avons parlé.</description></item></rdf:RDF>"""


def _fields(page: Page) -> dict[str, str]:
    return {field.name: field.value for field in reversed(page.fields)}


def _body(page: Page) -> list[str]:
    return [line.text for line in page.lines if line.part == "body"]


def test_rss_with_full_bodies() -> None:
    first, second, third = read(RSS.encode(), "https://water.example/feed")
    assert _fields(first) | {"url": first.url} == {
        "title": "Talks ’at’ Lormark City",
        "published": "Tue, 04 May 2021 09:15:00 +0200",
        "author": "Anna Bell, Minister",
        "language": "en-GB",
        "guid": "x-1",
        "url": "https://water.example/talks",
        "section": "Rivers",
        "site": "Ministry of Water",
    }
    assert first.fields[0].name == "title"
    assert (first.fields[2].where, first.fields[2].method) == ("item > dc:creator", "feed")
    assert _body(first) == ["QUESTION: Why now?", "MS BELL: It is time."]
    assert "hidden" not in str(first.lines)
    assert second.url == "https://water.example/2"
    assert [(line.part, line.text) for line in second.lines] == [("header", "Only a title")]
    assert [issue.stage for issue in second.issues] == ["feed"]
    assert _body(third) == ["One < two & three.", "Second."]
    assert third.values("published") == ()


def test_atom() -> None:
    (page,) = read(ATOM.encode())
    found = _fields(page)
    assert (found["title"], found["author"], found["language"]) == (
        "Ein Treffen",
        "Anna Bell",
        "de",
    )
    assert (found["published"], found["updated"]) == (
        "2021-05-04T09:15:00Z",
        "2021-05-05T00:00:00Z",
    )
    assert (page.url, page.language) == ("https://water.example/f/treffen", "de")
    assert _body(page) == ["Wir haben gesprochen."]


def test_an_entry_without_an_author_has_the_feeds() -> None:
    feed = "<author><name>Ministerium</name></author><entry>"
    author = "<author><name>Anna Bell</name><email>a@water.example</email></author>"
    (page,) = read(ATOM.replace(author, "").replace("<entry>", feed).encode())
    assert _fields(page)["author"] == "Ministerium"
    (own,) = read(ATOM.replace("<entry>", feed).encode())
    assert _fields(own)["author"] == "Anna Bell"


def test_rss_1() -> None:
    (page,) = read(RDF.encode())
    assert (_fields(page)["published"], page.language) == ("2021-05-04", "fr")
    assert _body(page) == ["Nous avons parlé."]


def test_wrong_encodings_are_found() -> None:
    russian = RDF.replace("Nous avons parlé.", "Мы говорили о воде, и это было важно для нас.")
    (page,) = read(russian.encode("cp1251"))
    assert _body(page) == ["Мы говорили о воде, и это было важно для нас."]


def test_a_cut_feed_gives_what_there_is() -> None:
    pages = read(RSS.encode()[: RSS.index("Second.")])
    assert [_fields(page)["title"] for page in pages][:2] == [
        "Talks ’at’ Lormark City",
        "Only a title",
    ]


def test_entities_are_neither_expanded_nor_fetched(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    secret = tmp_path_factory.mktemp("x") / "secret.txt"
    secret.write_text("classified")
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    feed = (
        f'<!DOCTYPE rss [<!ENTITY a0 "boom">{bomb}<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        "<rss><channel><item><title>T</title><description>&a11; &x; end</description></item>"
        "</channel></rss>"
    )
    shown = str(read(feed.encode()))
    assert "boom" not in shown
    assert "classified" not in shown


def test_no_items_is_no_statement() -> None:
    with pytest.raises(NotAStatement, match="no items"):
        read(b"<rss><channel><title>x</title></channel></rss>")


@given(
    st.binary(max_size=200) | st.text(alphabet="<>/&;![]ritem \0x", max_size=200).map(str.encode)
)
def test_any_bytes_give_pages_or_an_input_error(payload: bytes) -> None:
    try:
        pages = read(b"<rss><channel><item>" + payload)
    except InputError:
        return
    assert pages
