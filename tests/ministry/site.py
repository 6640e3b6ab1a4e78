"""What a publisher's address gives at a moment: pages, listings, feeds, sitemaps, robots.txt.
Pure: the plan, a request and a time in, an answer out."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from html import escape
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

from tests.ministry import prose
from tests.ministry.plan import Plan, Publisher, State, Statement

HTML, XML = "text/html", "application/xml"
FEED_LENGTH = 20
SITEMAP_LENGTH = 1000
FORBIDDEN = "/internal/"


class Manner(NamedTuple):
    """How an answer is sent, where that is not at once and whole. Seconds before it, seconds
    between its pieces and their size; after how many bytes the connection breaks."""

    wait: float = 0.0
    pause: float = 0.0
    piece: int = 0
    broken_after: int | None = None
    no_answer: bool = False


class Answer(NamedTuple):
    """An answer to a request."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    manner: Manner = Manner()


class Asked(NamedTuple):
    """A request as a site sees it. `base`: scheme, host and port that the client used."""

    host: str
    target: str
    headers: Mapping[str, str]
    base: str


def page(title: str, body: str, head: str = "", language: str = "en") -> str:
    """An HTML page."""
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><title>{escape(title)}</title>{head}'
        f"</head>\n<body>{body}</body></html>\n"
    )


class Site:
    """One publisher, as it answers."""

    def __init__(self, plan: Plan, publisher: Publisher) -> None:
        self._publisher = publisher
        self._statements = plan.of(publisher.host)
        self._at: dict[str, list[Statement]] = {}
        self._group: dict[str, list[Statement]] = {}
        for statement in self._statements:
            self._at.setdefault(statement.path, []).append(statement)
            self._group.setdefault(statement.original or statement.id, []).append(statement)

    def answer(self, asked: Asked, now: datetime, number: int) -> Answer:
        """The answer at a moment. `number`: of the request, for what differs each time."""
        parts = urlsplit(asked.target)
        query = parse_qs(parts.query)
        if parts.path == "/robots.txt":
            return self._plain("text/plain", self._robots(), asked)
        if asked.target in self._at:
            return self._statement(asked, now, number)
        made = self._listing(parts.path, int(query.get("page", ["1"])[0]), asked, now)
        if made is not None:
            return self._plain(*made, asked)
        if parts.path.startswith(FORBIDDEN):
            return self._plain(HTML, page("Internal", "<p>Not for you."), asked)
        return self._gone("404")

    def _robots(self) -> str:
        delay = self._publisher.delay
        return (
            f"User-agent: *\nDisallow: {FORBIDDEN}\nDisallow: /*?print=\n"
            + (f"Crawl-delay: {delay}\n" if delay else "")
            + f"Sitemap: http://{self._publisher.host}/sitemap.xml\n"
        )

    # Statements

    def _statement(self, asked: Asked, now: datetime, number: int) -> Answer:
        here = self._at[asked.target]
        for statement in reversed(here):
            state = statement.state(now)
            if state is not None:
                return self._shown(statement, state, asked, now, number)
        ended = [s for s in here if s.ended is not None and s.ended <= now]
        return self._gone(ended[-1].ending or "404" if ended else "404")

    def _shown(
        self, statement: Statement, state: State, asked: Asked, now: datetime, number: int
    ) -> Answer:
        text, language = state.text, statement.language
        day = prose.dated(language, statement.published)
        links = "".join(
            f'<link rel="alternate" hreflang="{other.language}" href="{asked.base}{other.path}">'
            for other in self._versions(statement, now)
        )
        paragraphs = "".join(f"<p>{escape(line)}</p>\n" for line in text.paragraphs)
        seen = f"{statement.published:%Y-%m-%dT%H:%M:%SZ}"
        meta = f'<meta property="article:published_time" content="{seen}">'
        body = (
            f'<header><a href="/">{escape(self._publisher.name)}</a></header>\n<main><article>'
            f'<h1>{escape(text.title)}</h1>\n<p class="date"><time datetime="{seen}">{day}'
            f"</time></p>\n{paragraphs}</article></main>\n{self._footer(now, number)}"
        )
        content = page(text.title, body, meta + links, language)
        mark = hashlib.sha256(content.replace(self._footer(now, number), "").encode()).hexdigest()
        return self._validated(content, f'"{mark[:16]}"', state.since, asked)

    def _versions(self, statement: Statement, now: datetime) -> Iterator[Statement]:
        for other in self._group[statement.original or statement.id]:
            if other.id != statement.id and other.state(now) is not None:
                yield other

    def _footer(self, now: datetime, number: int) -> str:
        noise = f"<p>{now:%H:%M:%S} · {number}</p>" if self._publisher.noise else ""
        return f'<footer>{noise}<a href="{FORBIDDEN}login">Log in</a></footer>'

    def _validated(self, content: str, etag: str, modified: datetime, asked: Asked) -> Answer:
        kind = self._publisher.validators
        headers: list[tuple[str, str]] = []
        if kind in ("both", "etag"):
            headers.append(("ETag", etag))
        if kind in ("both", "modified"):
            headers.append(("Last-Modified", format_datetime(modified, usegmt=True)))
        if _unchanged(asked.headers, etag, modified, kind):
            return Answer(304, tuple(headers))
        return self._encoded(HTML, content, asked, headers)

    def _gone(self, how: str) -> Answer:
        language = self._publisher.languages[0]
        words = prose.TONGUES[language].gone
        content = page(words, f"<h1>{words}</h1><p><a href='/'>/</a></p>", language=language)
        if how == "home":
            return Answer(302, (("Location", "/"),))
        status = 200 if how == "soft" else int(how) if how.isdigit() else 404
        charset = self._publisher.charset
        kind = ("Content-Type", f"{HTML}; charset={charset}")
        return Answer(status, (kind,), content.encode(charset, "xmlcharrefreplace"))

    # Listings

    def _listing(
        self, path: str, number: int, asked: Asked, now: datetime
    ) -> tuple[str, str] | None:
        offered, base = self._publisher.listings, asked.base
        steps = path.strip("/").split("/")
        if path == "/" or (steps[-1] in ("news", "press_service") and "page" in offered):
            language = steps[0] if steps[0] in self._publisher.languages else None
            return HTML, self._page(path, language, number, now)
        if path == "/feed.xml" and "feed" in offered:
            return "application/rss+xml", self._rss(base, now)
        if path == "/atom.xml" and "atom" in offered:
            return "application/atom+xml", self._atom(base, now)
        if path.startswith("/sitemap") and "sitemap" in offered:
            return XML, self._sitemap(path, base, now)
        if steps[0] == "archive" and "archive" in offered and len(steps) == 4:
            return HTML, self._day(steps[1:], now)
        return None

    def _there(self, now: datetime, language: str | None = None) -> list[tuple[Statement, State]]:
        """What listings show, newest first."""
        found = []
        for statement in reversed(self._statements):
            if language not in (None, statement.language):
                continue
            state = statement.state(now)
            ended = statement.ended is not None and statement.ended <= now
            if ended and statement.listed_on and statement.ending != "reused":
                state = statement.states[-1]
            if state is not None:
                found.append((statement, state))
        return found

    def _items(self, entries: Sequence[tuple[Statement, State]]) -> str:
        return "".join(
            f'<li class="item"><span class="date">{prose.dated(s.language, s.published)}</span> '
            f'<a class="title" href="{escape(s.path)}">{escape(state.text.title)}</a></li>\n'
            for s, state in entries
        )

    def _page(self, path: str, language: str | None, number: int, now: datetime) -> str:
        entries = self._there(now, language)
        size = self._publisher.per_page
        shown = entries[(number - 1) * size : number * size]
        tongue = prose.TONGUES[language or self._publisher.languages[0]]
        more = (
            f'<a class="next" rel="next" href="{path}?page={number + 1}">{tongue.read_on}</a>'
            if number * size < len(entries)
            else ""
        )
        body = (
            f'<h1>{escape(self._publisher.name)}</h1><ul class="list">{self._items(shown)}</ul>'
            f'{more}<footer><a href="{FORBIDDEN}drafts">Drafts</a></footer>'
        )
        return page(self._publisher.name, body, language=language or self._publisher.languages[0])

    def _day(self, steps: Sequence[str], now: datetime) -> str:
        wanted = "-".join(steps)
        entries = [e for e in self._there(now) if f"{e[0].published:%Y-%m-%d}" == wanted]
        body = f'<h1>{wanted}</h1><ul class="list">{self._items(entries)}</ul>'
        return page(wanted, body, language=self._publisher.languages[0])

    def _rss(self, base: str, now: datetime) -> str:
        items = "".join(
            f"<item><title>{escape(state.text.title)}</title>"
            f"<link>{escape(base + s.path)}</link><guid>{escape(base + s.path)}</guid>"
            f"<pubDate>{format_datetime(_dated(s, state))}</pubDate></item>\n"
            for s, state in self._there(now)[:FEED_LENGTH]
        )
        name = escape(self._publisher.name)
        return (
            '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>'
            f"<title>{name}</title><link>{base}/</link><description/>{items}</channel></rss>"
        )

    def _atom(self, base: str, now: datetime) -> str:
        entries = "".join(
            f"<entry><title>{escape(state.text.title)}</title>"
            f'<id>{escape(base + s.path)}</id><link href="{escape(base + s.path)}"/>'
            f"<published>{s.published.isoformat()}</published>"
            f"<updated>{_dated(s, state).isoformat()}</updated></entry>\n"
            for s, state in self._there(now)[:FEED_LENGTH]
        )
        return (
            '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">'
            f"<title>{escape(self._publisher.name)}</title><id>{base}/</id>"
            f"<updated>{now.isoformat()}</updated>{entries}</feed>"
        )

    def _sitemap(self, path: str, base: str, now: datetime) -> str:
        space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        entries = self._there(now)
        number = path.removeprefix("/sitemap").removeprefix("-").removesuffix(".xml")
        if not number:
            parts = range(1, len(entries) // SITEMAP_LENGTH + 2)
            listed = "".join(f"<sitemap><loc>{base}/sitemap-{n}.xml</loc></sitemap>" for n in parts)
            return f'<?xml version="1.0"?>\n<sitemapindex {space}>{listed}</sitemapindex>'
        first = (int(number) - 1) * SITEMAP_LENGTH
        listed = "".join(
            f"<url><loc>{escape(base + s.path)}</loc>"
            f"<lastmod>{_dated(s, state):%Y-%m-%dT%H:%M:%SZ}</lastmod></url>\n"
            for s, state in entries[first : first + SITEMAP_LENGTH]
        )
        return f'<?xml version="1.0"?>\n<urlset {space}>{listed}</urlset>'

    # Bytes

    def _plain(self, kind: str, content: str, asked: Asked) -> Answer:
        """Listings have validators of their content, where the site has any."""
        if self._publisher.validators == "none" or kind == "text/plain":
            return self._encoded(kind, content, asked, [])
        etag = f'"{hashlib.sha256(content.encode()).hexdigest()[:16]}"'
        if asked.headers.get("if-none-match") == etag:
            return Answer(304, (("ETag", etag),))
        return self._encoded(kind, content, asked, [("ETag", etag)])

    def _encoded(
        self, kind: str, content: str, asked: Asked, headers: list[tuple[str, str]]
    ) -> Answer:
        charset = self._publisher.charset if kind == HTML else "utf-8"
        body = content.encode(charset, "xmlcharrefreplace")
        if self._publisher.packed and "gzip" in asked.headers.get("accept-encoding", ""):
            body = gzip.compress(body, 1, mtime=0)
            headers = [*headers, ("Content-Encoding", "gzip")]
        return Answer(200, (("Content-Type", f"{kind}; charset={charset}"), *headers), body)


def _dated(statement: Statement, state: State) -> datetime:
    """When it changed last, as listings say: silent edits do not reach them."""
    shown = [s for s in statement.states if s is statement.states[0] or s.signalled]
    return max(s.since for s in shown if s.since <= state.since)


def _unchanged(headers: Mapping[str, str], etag: str, modified: datetime, kind: str) -> bool:
    """Is what the client has still what there is? An entity tag goes before a date."""
    if kind in ("both", "etag") and "if-none-match" in headers:
        return headers["if-none-match"] == etag
    since = headers.get("if-modified-since")
    if kind not in ("both", "modified") or since is None:
        return False
    return modified <= parsedate_to_datetime(since) + timedelta(seconds=0.5)
