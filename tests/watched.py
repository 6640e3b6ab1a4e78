"""Watches for tests: the sources of the ministry, a month of simulated time, and what should have
been seen in it."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from onrecord.archive.folder import Folder
from onrecord.crawl.crew import Simulated
from onrecord.crawl.fetcher import Fetcher
from onrecord.pipeline.watching import Progress, Settings, Watch
from onrecord.pipeline.watching_pages import Seen
from onrecord.records import Source
from onrecord.sources import loader
from tests.ministry import START, Clock, Logged, Plan, Seams
from tests.ministry.plan import Statement

_LISTING = """
[[listing]]
kind = "{kind}"
url = "{url}"
{more}"""
_SELECTORS = """
[listing.selectors]
item = "li.item"
link = "a.title"
title = "a.title"
date = "span.date"
"""
_PAGED = _SELECTORS + 'next = "a.next"\n'
_SOURCE = """institution = "{name}"
country = "{country}"
languages = {languages}
series = "news"
hosts = ["{host}"]
cadence = "{cadence}"
{listings}
[expect]
week = [0, 60]
dated = 0.9
"""


def _paged(url: str) -> str:
    return _LISTING.format(kind="page", url=url, more="pages = 5\n" + _PAGED)


def _feed(url: str) -> str:
    return _LISTING.format(kind="feed", url=url, more="")


def _sitemap(url: str) -> str:
    return _LISTING.format(kind="sitemap", url=url, more='pages = 5\nmatch = "/news/"\n')


def _archive(url: str) -> str:
    return _LISTING.format(kind="archive", url=url, more="back = 2\n" + _SELECTORS)


_MFA = "http://mfa.valdoria.example"
_DAYS = "http://presidencia.meridia.example/archive/{year}/{month:02}/{day:02}"
_SOURCES: dict[str, tuple[str, str, str, Sequence[str], Sequence[str]]] = {
    "xv_mfa_news": (
        "Ministry of Foreign Affairs of Valdoria", "XV", "mfa.valdoria.example", ("en", "fr"),
        (_paged(f"{_MFA}/en/news/"), _paged(f"{_MFA}/fr/news/"), _sitemap(f"{_MFA}/sitemap.xml")),
    ),
    "xl_press_news": (
        "Press Office of Lormark", "XL", "press.lormark.example", ("en",),
        (_feed("http://press.lormark.example/feed.xml"),
         _paged("http://press.lormark.example/en/news/")),
    ),
    "xo_kanzlei_news": (
        "Bundeskanzlei von Ostvania", "XO", "www.ostvania.example", ("de", "en"),
        (_feed("http://www.ostvania.example/atom.xml"),
         _sitemap("http://www.ostvania.example/sitemap.xml")),
    ),
    "xm_presidencia_news": (
        "Presidencia de Meridia", "XM", "presidencia.meridia.example", ("es",), (_archive(_DAYS),),
    ),
    "xn_mid_news": (
        "Ministry of Norvia", "XN", "mid.norvia.example", ("ru",),
        (_paged("http://mid.norvia.example/press_service/"),),
    ),
}  # fmt: skip


def write_sources(folder: Folder, cadence: str = "1h") -> None:
    """The ministry's publishers as an archive's own sources."""
    for name, (institution, country, host, languages, listings) in _SOURCES.items():
        place = folder.root / "sources" / name
        place.mkdir(parents=True, exist_ok=True)
        text = _SOURCE.format(
            name=institution,
            country=country,
            host=host,
            languages=list(languages),
            cadence=cadence,
            listings="".join(listings),
        ).replace("'", '"')
        (place / "source.toml").write_text(text, "utf-8")


def sources_of(folder: Folder) -> tuple[Source, ...]:
    """The sources that stand beside an archive."""
    with loader.beside(folder.root):
        loader.forget()
        return tuple(source for source in loader.sources() if source.id in _SOURCES)


def fetcher(seams: Seams, clock: Clock) -> Fetcher:
    """Asks the ministry, by its clock."""
    return Fetcher(resolve=seams.resolve, connect=seams.connect, now=clock.now, retries=0)


def watch(
    folder: Folder, seams: Seams, clock: Clock, until: datetime, seed: int = 1, **settings: object
) -> list[Seen]:
    """Watches until a time of the simulated clock; what was seen."""
    chosen = Settings(until=until.timestamp(), hold=True, **settings)  # type: ignore[arg-type]
    with fetcher(seams, clock) as asking, loader.beside(folder.root):
        made = Watch(
            folder,
            sources_of(folder),
            asking.fetch,
            Simulated(clock.time, clock.advance),
            chosen,
            chance=random.Random(seed).random,
        )
        return [each for each in made.run() if not isinstance(each, Progress)]


class Compared(NamedTuple):
    """What was seen against what was planned: how many, what is missing, what is invented."""

    planned: int
    missing: list[str]
    invented: list[str]


def compared(planned: Iterable[str], seen: Iterable[str]) -> Compared:
    """By address, as often as it happened there."""
    wanted, got = Counter(planned), Counter(seen)
    return Compared(
        wanted.total(), sorted((wanted - got).elements()), sorted((got - wanted).elements())
    )


def outcome(plan: Plan, seen: Sequence[Seen], until: datetime) -> dict[str, Compared]:
    """Statements, edits and removals until a time."""
    truth = plan.truth(until)
    url = {statement.id: plan.url(statement) for statement in plan.statements}

    def of(what: str) -> list[str]:
        return [each.url for each in seen if each.what == what]

    return {
        "statements": compared((url[s.id] for s in truth.statements), of("new")),
        "edits": compared((url[e.statement] for e in truth.edits), of("changed")),
        "removals": compared((url[r.statement] for r in truth.removals), of("removed")),
    }


def end(days: float) -> datetime:
    """So many days after the ministry's start."""
    return START + timedelta(days=days)


def archive(root: Path, cadence: str = "1h") -> Folder:
    """A folder for an archive, with the ministry's sources beside it."""
    folder = Folder(root)
    write_sources(folder, cadence)
    return folder


def impolite(log: Sequence[Logged], plan: Plan) -> list[str]:
    """What breaks politeness in a server's log: two requests at once, what robots.txt forbids, and
    two closer than a host's delay."""
    delays = {p.host: p.delay or 1 for p in plan.publishers}
    found = [f"{r.at_once} at once: {r.host}{r.target}" for r in log if r.at_once > 1]
    found += [f"forbidden: {r.host}{r.target}" for r in log if r.forbidden]
    last: dict[str, float] = {}
    for request in log:
        apart = request.time - last.get(request.host, float("-inf"))
        asks = request.target != "/robots.txt"
        # The first request after the first robots.txt: only then is the delay known.
        if asks and apart < delays[request.host] - 0.001:
            found.append(f"{apart:.3f} s after another: {request.host}{request.target}")
        last[request.host] = request.time
    return found


def wasted(log: Sequence[Logged], plan: Plan) -> list[str]:
    """Pages that were sent whole though they had not changed, and could have been asked for by what
    the last answer said of itself."""
    told = {p.host for p in plan.publishers if p.validators != "none"}
    paths = {(s.host, s.path): s for s in plan.statements}
    found: list[str] = []
    last: dict[tuple[str, str], float] = {}
    for request in log:
        key = (request.host, request.target)
        if request.host not in told or key not in paths:
            continue
        if request.status == 304:
            continue
        at = datetime.fromtimestamp(request.time, UTC)
        if request.status == 200 and _good(request, plan) and paths[key].state(at) is not None:
            before = last.get(key)
            changed = before is None or _changed(plan, key, before, request.time)
            if not changed:
                found.append(f"sent again unchanged: {request.host}{request.target}")
            last[key] = request.time
        else:
            last.pop(key, None)  # after a failure the whole page is asked for
    return found


def _good(request: Logged, plan: Plan) -> bool:
    """Was the host not in trouble?"""
    return not any(
        o.host == request.host and o.since.timestamp() <= request.time < o.until.timestamp()
        for o in plan.outages
    )


def _changed(plan: Plan, key: tuple[str, str], since: float, until: float) -> bool:
    """Did what an address gives change between two times?"""
    here = [s for s in plan.statements if (s.host, s.path) == key]
    moments = [state.since.timestamp() for s in here for state in s.states]
    moments += [s.ended.timestamp() for s in here if s.ended]
    return any(since < moment <= until for moment in moments) or bool(_siblings(plan, here))


def _siblings(plan: Plan, here: Sequence[Statement]) -> bool:
    """Has it language versions? Their coming and going changes the page's links."""
    return any(s.original or any(o.original == s.id for o in plan.statements) for s in here)
