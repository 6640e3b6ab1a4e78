"""What robots.txt says (RFC 9309), and what its absence says. Pure: bytes in, rules out.

A pattern is matched from left to right in one pass, without regular expressions: a hostile file
costs no more than its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote, unquote, urlsplit

from onrecord.records import Record

AGENT = "onrecord"
MOST = 512 * 1024  # bytes that are looked at; RFC 9309 asks for 500 KiB at least
_LONGEST_DELAY = 3600.0
_LINE = re.compile(r"[\r\n]+")
_KEY = re.compile(r"\s*([a-z -]+?)\s*:\s*(.*)", re.I | re.S)
_FIELDS = {"useragent": "user-agent", "user agent": "user-agent", "dissallow": "disallow"}
_FIELDS |= {"disalow": "disallow", "crawldelay": "crawl-delay", "site-map": "sitemap"}
_SAFE = "/?&=:;,+$!*'()@~%-._#[]"


class Rule(Record, frozen=True, kw_only=True):
    """A path pattern that may or may not be asked."""

    allow: bool
    pattern: str


class Robots(Record, frozen=True, kw_only=True):
    """The rules for us. `delay`: seconds between requests, if asked for; `why`: where the rules are
    not those of a file that was read."""

    rules: tuple[Rule, ...] = ()
    delay: float | None = None
    sitemaps: tuple[str, ...] = ()
    why: str | None = None

    def allowed(self, url: str) -> bool:
        """May a URL be asked? The longest pattern that fits decides; of two, the one that allows.

        >>> rules = parse(b"User-agent: *\\nDisallow: /a\\nAllow: /a/b")
        >>> [rules.allowed(f"https://x.example{path}") for path in ("/", "/a/c", "/a/b?c")]
        [True, False, True]
        """
        return self.decisive(url) is None

    def decisive(self, url: str) -> str | None:
        """The pattern that forbids a URL, if one does."""
        parts = urlsplit(url)
        target = _normal((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
        if target == "/robots.txt":
            return None
        best: Rule | None = None
        for rule in self.rules:
            longer = best is None or _weight(rule) > _weight(best)
            if longer and matches(rule.pattern, target):
                best = rule
        return best.pattern if best is not None and not best.allow else None


ALL = Robots()
NONE = Robots(rules=(Rule(allow=False, pattern="/"),), why="robots.txt cannot be had")


def of_answer(status: int | None, payload: bytes, agent: str = AGENT) -> Robots:
    """The rules that an answer for /robots.txt gives, after its redirects. No such file (any 4xx):
    all is allowed; and so it is where redirects do not come to an end (RFC 9309, 2.3.1.2). A server
    in trouble, or no answer (`None`): nothing is, for now. A 429 is such trouble.

    >>> of_answer(404, b"").allowed("https://x.example/"), of_answer(503, b"").allowed("/")
    (True, False)
    """
    if status is not None and 200 <= status < 300:
        return parse(payload, agent)
    if status is not None and 300 <= status < 400:
        return Robots(why=f"robots.txt leads nowhere ({status})")
    if status is not None and 400 <= status < 500 and status != 429:
        return Robots(why=f"there is no robots.txt ({status})")
    return NONE


def parse(payload: bytes, agent: str = AGENT) -> Robots:
    """The rules of a file for an agent: those of the groups that name it, else those for all."""
    if len(payload) > MOST:
        payload = payload[:MOST].rpartition(b"\n")[0]  # half a line says something else
    text = payload.decode("utf-8", "replace").removeprefix("\ufeff")
    ours: list[tuple[str, str]] = []
    others: list[tuple[str, str]] = []
    sitemaps: list[str] = []
    named = False
    for agents, lines in _groups(_fields(text), sitemaps):
        if any(_names(name, agent) for name in agents):
            named = True
            ours += lines
        elif "*" in agents:
            others += lines
    return _rules(ours if named else others, tuple(dict.fromkeys(sitemaps)))


def _fields(text: str) -> Iterator[tuple[str, str]]:
    for line in _LINE.split(text):
        found = _KEY.fullmatch(line.partition("#")[0])
        if found:
            key = found[1].lower()
            yield _FIELDS.get(key, key), found[2].strip()


def _groups(
    fields: Iterator[tuple[str, str]], sitemaps: list[str]
) -> Iterator[tuple[list[str], list[tuple[str, str]]]]:
    """Groups: the agents they name, and their lines. Sitemaps belong to no group."""
    agents: list[str] = []
    lines: list[tuple[str, str]] = []
    begun = False
    for key, value in fields:
        if key == "sitemap":
            sitemaps.append(value)
        elif key == "user-agent":
            if begun:
                yield agents, lines
                agents, lines, begun = [], [], False
            agents.append(value.lower())
        elif agents:
            begun = True
            lines.append((key, value))
    if agents:
        yield agents, lines


def _names(name: str, agent: str) -> bool:
    """
    >>> _names("onrecord/2.0", "onrecord"), _names("on", "onrecord")
    (True, False)
    """
    token = re.match(r"[a-z_-]+", name)
    return token is not None and token[0] == agent.lower()


def _rules(lines: Sequence[tuple[str, str]], sitemaps: tuple[str, ...]) -> Robots:
    rules = tuple(
        Rule(allow=key == "allow", pattern=_normal(value))
        for key, value in lines
        if key in ("allow", "disallow") and value
    )
    delays = [seconds for key, value in lines if (seconds := _seconds(key, value)) is not None]
    return Robots(rules=rules, delay=max(delays, default=None), sitemaps=sitemaps)


def _seconds(key: str, value: str) -> float | None:
    """Of a crawl-delay, or a request-rate such as `1/10`."""
    number = r"\d{1,9}(?:\.\d{1,9})?"
    if key == "crawl-delay" and (found := re.match(number, value)):
        return min(float(found[0]), _LONGEST_DELAY)
    if key == "request-rate" and (found := re.match(rf"({number})/({number})", value)):
        return min(float(found[2]) / float(found[1]), _LONGEST_DELAY) if float(found[1]) else None
    return None


def _weight(rule: Rule) -> tuple[int, bool]:
    return len(rule.pattern), rule.allow


def _normal(path: str) -> str:
    """A path or pattern with one way to write each character (RFC 9309, 2.2.2).

    >>> _normal("/%7Ea/\u00e9"), _normal("/a%2fb")
    ('/~a/%C3%A9', '/a%2Fb')
    """
    if path.isascii() and "%" not in path:
        return path
    kept = re.sub(
        r"%(?:2[1-9A-Fa-f]|3[A-Fa-f]|40|5[BDbd]|25)", lambda m: f"\0{m[0][1:].upper()}", path
    )
    return quote(
        unquote(kept, errors="surrogateescape"), _SAFE + "\0", errors="surrogateescape"
    ).replace("\0", "%")


def matches(pattern: str, target: str) -> bool:
    """Does a pattern fit the beginning of a target? `*` stands for anything, `$` at the end for the
    end.

    >>> matches("/*.pdf$", "/a/b.pdf"), matches("/*.pdf$", "/a/b.pdf?c"), matches("/a", "/ab")
    (True, False, True)
    """
    ended = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not target.startswith(first):
        return False
    at = len(first)
    last = rest.pop() if ended and rest else None
    for piece in rest:
        found = target.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    if last is not None:
        return target.endswith(last) and len(target) - len(last) >= at
    return not ended or at == len(target)
