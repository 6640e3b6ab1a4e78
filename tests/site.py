"""A site of one publisher, as large as one likes, that a process of its own serves fast: a listing
with pages, and pages of the size that those of ministries have.

    python -m tests.site PAGES [--small] [--per-page N]

prints its port when it is ready.
"""

from __future__ import annotations

import argparse
import asyncio
import random
from functools import cache

HOST = "www.bigland.example"
_STEMS = ("ack", "bram", "corl", "dast", "erv", "fint", "gorm", "halv", "istr", "jolm", "kest")
_ENDS = ("a", "en", "is", "or", "um", "al", "ing", "ed", "ment", "ion", "er", "ous")
_FORMAL = ("the", "of", "and", "to", "in", "that", "with", "for", "on", "by", "our", "we", "will")


@cache
def _vocabulary() -> tuple[str, ...]:
    chance = random.Random(1)
    made = {a + b + c for a in _STEMS for b in ("", *_STEMS) for c in _ENDS}
    return tuple(chance.sample(sorted(made), 1_500))


def sentences(number: int, words: int) -> list[str]:
    """Sentences of words that stand in no dictionary, the same for the same number."""
    chance = random.Random(number)
    known = _vocabulary()
    found: list[str] = []
    while words > 0:
        length = chance.randint(12, 28)
        said = [chance.choice(_FORMAL if n % 2 else known) for n in range(length)]
        found.append(" ".join(said).capitalize() + ".")
        words -= length
    return found


def page(number: int, small: bool = False) -> str:
    """A page: a news conference of some 650 words among 30 KB of a site's own; or a small one."""
    title = " ".join(sentences(number, 8)[0].split()[:7]).capitalize().rstrip(".")
    day = f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}"
    said = sentences(number, 40 if small else 650)
    body = "".join(f"<p>{line}</p>\n" for line in said) if small else _conference(said)
    menu, foot = ("", "") if small else (_menu(), _foot())
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>\n'
        f'<meta property="article:published_time" content="{day}T10:{number % 60:02}:00Z">\n'
        f"</head><body>{menu}<main><article><h1>{title}</h1>"
        f'<p class="date"><time datetime="{day}">{day}</time></p>\n{body}</article></main>'
        f"{foot}</body></html>\n"
    )


def _conference(said: list[str]) -> str:
    """Turns of a minister and of those who ask."""
    turns = []
    for n in range(0, len(said), 4):
        label = "Question" if n % 8 == 4 else "Foreign Minister Anna Lindqvist"
        turns.append(f"<p><strong>{label}:</strong> {' '.join(said[n : n + 2])}</p>")
        turns += [f"<p>{line}</p>" for line in said[n + 2 : n + 4]]
    return "\n".join(turns)


@cache
def _menu() -> str:
    """Navigation, styles and scripts, as sites have them: some 20 KB."""
    items = "".join(
        f'<li class="nav-item nav-item--level-{n % 3}"><a class="nav-link" href="/section/{n}" '
        f'data-track="menu-{n}">{" ".join(sentences(-n, 3)[0].split()[:3])}</a></li>\n'
        for n in range(1, 61)
    )
    style = "\n".join(f".c{n} {{ margin: {n}px; padding: 0 {n}px; }}" for n in range(120))
    script = "\n".join(f'dataLayer.push({{"event": "view", "n": {n}}});' for n in range(120))
    return f"<style>{style}</style><script>{script}</script><nav><ul>{items}</ul></nav>"


@cache
def _foot() -> str:
    links = "".join(f'<a href="/about/{n}">{n}</a> ' for n in range(40))
    return f"<aside><h2>Related</h2>{links}</aside><footer><p>All rights reserved.</p></footer>"


def listing(number: int, pages: int, per_page: int) -> str:
    """One page of the listing."""
    first = (number - 1) * per_page
    items = "".join(
        f'<li class="item"><a href="/news/{n}.html">Statement {n}</a></li>\n'
        for n in range(first, min(pages, first + per_page))
    )
    more = f'<a class="next" href="/news/?page={number + 1}">Next</a>'
    more = more if first + per_page < pages else ""
    return f"<!DOCTYPE html><html><body><h1>News</h1><ul>{items}</ul>{more}</body></html>"


class Site(asyncio.Protocol):
    """Answers GET requests, and keeps the connection."""

    def __init__(self, pages: int, per_page: int, small: bool) -> None:
        self._pages, self._per_page, self._small = pages, per_page, small
        self._waiting = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keeps what to write to."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answers whole requests."""
        self._waiting += data
        while b"\r\n\r\n" in self._waiting:
            head, _, self._waiting = self._waiting.partition(b"\r\n\r\n")
            self._transport.write(self._answer(head.split(b" ", 2)[1].decode()))

    def _answer(self, target: str) -> bytes:
        if target.startswith("/news/?page=") or target == "/news/":
            number = int(target.partition("=")[2] or 1)
            text = listing(number, self._pages, self._per_page)
        elif target.startswith("/news/"):
            text = page(int(target.removeprefix("/news/").removesuffix(".html")), self._small)
        else:
            return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
        body = text.encode()
        head = f'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nETag: "{len(body)}"'
        return f"{head}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


async def serve(pages: int, per_page: int, small: bool) -> None:
    """Serves until the process is ended."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Site(pages, per_page, small), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    grammar = argparse.ArgumentParser(prog="python -m tests.site")
    grammar.add_argument("pages", type=int)
    grammar.add_argument("--small", action="store_true")
    grammar.add_argument("--per-page", type=int, default=100)
    given = grammar.parse_args()
    asyncio.run(serve(given.pages, given.per_page, given.small))
