"""What the publishers will do over simulated time: each statement, edit and removal with its
moment. Made from a seed before anything is served, so that the truth can be asked for."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from tests.ministry import prose
from tests.ministry.clock import START
from tests.ministry.prose import Text

Validators = Literal["both", "etag", "modified", "none"]
Ending = Literal["404", "410", "soft", "home", "reused"]
Trouble = Literal["503", "429", "challenge", "reset", "500"]
EDITS = ("word", "word", "added", "cut", "title")
ENDINGS: tuple[Ending, ...] = ("404", "410", "soft", "404", "reused")


class Publisher(NamedTuple):
    """A site. `listings`: what it offers of page, feed, atom, sitemap, archive. `noise`: each
    answer differs in what is not the statement. `delay`: the crawl-delay of its robots.txt."""

    host: str
    name: str
    country: str
    languages: tuple[str, ...]
    listings: tuple[str, ...]
    daily: float
    validators: Validators = "both"
    charset: str = "utf-8"
    packed: bool = False
    noise: bool = False
    delay: int | None = None
    per_page: int = 10
    by_query: bool = False


PUBLISHERS = (
    Publisher(
        host="mfa.valdoria.example",
        name="Ministry of Foreign Affairs of Valdoria",
        country="XV",
        languages=("en", "fr"),
        listings=("page", "sitemap"),
        daily=2.0,
        delay=5,
    ),
    Publisher(
        host="press.lormark.example",
        name="Press Office of Lormark",
        country="XL",
        languages=("en",),
        listings=("feed", "page"),
        daily=3.0,
        validators="modified",
    ),
    Publisher(
        host="www.ostvania.example",
        name="Bundeskanzlei von Ostvania",
        country="XO",
        languages=("de", "en"),
        listings=("atom", "sitemap"),
        daily=1.5,
        validators="etag",
        packed=True,
        noise=True,
    ),
    Publisher(
        host="presidencia.meridia.example",
        name="Presidencia de Meridia",
        country="XM",
        languages=("es",),
        listings=("archive",),
        daily=2.0,
        validators="both",
        delay=2,
    ),
    Publisher(
        host="mid.norvia.example",
        name="Министерство иностранных дел Норвии",
        country="XN",
        languages=("ru",),
        listings=("page",),
        daily=2.5,
        validators="none",
        charset="windows-1251",
        noise=True,
        by_query=True,
    ),
)


class State(NamedTuple):
    """What a statement says from a moment on, and how it came to. `signalled`: the sitemap gives
    that moment as `lastmod`; otherwise only a visit can see it."""

    since: datetime
    text: Text
    kind: str
    signalled: bool = True


class Statement(NamedTuple):
    """A statement in one language. `original`: the id of the one that it translates; `ended`: when
    its address stopped giving it, and `ending` what it gives since; `listed_on`: the listing still
    shows it."""

    id: str
    host: str
    path: str
    language: str
    states: tuple[State, ...]
    original: str | None = None
    ended: datetime | None = None
    ending: Ending | None = None
    listed_on: bool = False

    @property
    def published(self) -> datetime:
        """When it first stood on the site."""
        return self.states[0].since

    def state(self, at: datetime) -> State | None:
        """What its address gives at a moment; `None` before it is there and after its end."""
        if self.ended is not None and at >= self.ended:
            return None
        return next((s for s in reversed(self.states) if s.since <= at), None)


class Outage(NamedTuple):
    """A stretch of time in which a host answers every request with trouble."""

    host: str
    since: datetime
    until: datetime
    trouble: Trouble


class Edit(NamedTuple):
    """A planted edit. `number`: of the statement's states, from 2."""

    statement: str
    number: int
    at: datetime
    kind: str
    signalled: bool


class Removal(NamedTuple):
    """A planted removal, or another statement at the same address (`reused`)."""

    statement: str
    at: datetime
    ending: Ending


class Truth(NamedTuple):
    """All that happened until a moment."""

    statements: tuple[Statement, ...]
    edits: tuple[Edit, ...]
    removals: tuple[Removal, ...]


class Plan(NamedTuple):
    """The script of all publishers."""

    start: datetime
    publishers: tuple[Publisher, ...]
    statements: tuple[Statement, ...]
    outages: tuple[Outage, ...] = ()

    def truth(self, until: datetime | None = None) -> Truth:
        """What had happened by then; all, if no moment is given."""
        by = until or max(moment for s in self.statements for moment in _moments(s))
        there = tuple(s for s in self.statements if s.published <= by)
        edits = (
            Edit(s.id, n, state.since, state.kind, state.signalled)
            for s in there
            for n, state in enumerate(s.states[1:], 2)
            if state.since <= by
        )
        ended = ((s, s.ended, s.ending) for s in there)
        removals = (Removal(s.id, at, how) for s, at, how in ended if at and how and at <= by)
        return Truth(there, tuple(edits), tuple(removals))

    def of(self, host: str) -> tuple[Statement, ...]:
        """The statements of a host, oldest first."""
        return tuple(s for s in self.statements if s.host == host)

    def url(self, statement: Statement, port: int | None = None) -> str:
        """Its address; with the server's port where that is not 80."""
        return f"http://{statement.host}{f':{port}' if port else ''}{statement.path}"


def _moments(statement: Statement) -> Iterator[datetime]:
    yield from (state.since for state in statement.states)
    if statement.ended:
        yield statement.ended


NOTHING = Plan(START, (), ())


def thirty_days(
    seed: int = 7,
    *,
    days: int = 30,
    publishers: Sequence[Publisher] = PUBLISHERS,
    edited: float = 0.25,
    removed: float = 0.08,
    quiet: int = 8,
    start: datetime = START,
) -> Plan:
    """The plan of a month. `edited`, `removed`: shares of the statements. What only a visit can
    see (silent edits, removals) happens `quiet` days before the end or earlier."""
    chance = random.Random(seed)
    statements: list[Statement] = []
    for publisher in publishers:
        made = _month(publisher, chance, days, start)
        shown = days - 1 if "sitemap" in publisher.listings else None
        changed = (_changed(s, chance, edited, days - quiet, shown, start) for s in made)
        statements += _ended(list(changed), publisher, chance, removed, days - quiet, start)
    ordered = sorted(statements, key=lambda s: (s.published, s.id))
    return Plan(start, tuple(publishers), tuple(ordered), _outages(publishers, chance, days, start))


def many(count: int, host: str = "archive.bigland.example", start: datetime = START) -> Plan:
    """A site with as many statements as one likes, all there from the start, in a paged listing."""
    publisher = Publisher(
        host, "National Archive of Bigland", "XB", ("en",), ("page", "sitemap"), 0, per_page=50
    )
    chance = random.Random(count)
    made = [
        _statement(publisher, n, "en", start - timedelta(minutes=count - n), chance)
        for n in range(1, count + 1)
    ]
    return Plan(start, (publisher,), tuple(made))


def _month(
    publisher: Publisher, chance: random.Random, days: int, start: datetime
) -> Iterator[Statement]:
    """New statements at office hours, fewer at weekends; translations some hours later."""
    number = 0
    for day in range(days):
        date = start + timedelta(days=day)
        rate = publisher.daily * (0.3 if date.weekday() >= 5 else 1.2)
        for _ in range(int(rate) + (chance.random() < rate % 1)):
            number += 1
            at = date + timedelta(seconds=chance.randint(8 * 3600, 19 * 3600))
            first = _statement(publisher, number, publisher.languages[0], at, chance)
            yield first
            for language in publisher.languages[1:]:
                if chance.random() < 0.7:
                    later = at + timedelta(seconds=chance.randint(1800, 5 * 3600))
                    other = _statement(publisher, number, language, later, chance)
                    yield other._replace(original=first.id)


def _statement(
    publisher: Publisher, number: int, language: str, at: datetime, chance: random.Random
) -> Statement:
    at = at.replace(microsecond=0)
    key = f"{publisher.host.split('.')[1]}-{number:05d}"
    path = f"/{language}/news/{at:%Y/%m}/{number}.html"
    if publisher.by_query:
        path = f"/press_service/?lang={language}&id={10_000 + number}"
    states = (State(at, prose.text(language, chance), "published"),)
    return Statement(f"{key}-{language}", publisher.host, path, language, states)


def _changed(
    statement: Statement,
    chance: random.Random,
    share: float,
    last_silent: int,
    last_shown: int | None,
    start: datetime,
) -> Statement:
    """With edits: one, or a second at least as long after it as the statement was old by then.
    `last_shown`: the last day of those that the sitemap shows, if there is one."""
    states = list(statement.states)
    wait = timedelta(hours=chance.uniform(2, 24 * 6))
    while chance.random() < share:
        at = (states[-1].since + wait).replace(microsecond=0)
        kind = chance.choice(EDITS)
        signalled = last_shown is not None and (kind == "title" or chance.random() < 0.4)
        if at >= start + timedelta(days=(last_shown or 0) if signalled else last_silent):
            break
        text = prose.edited(states[-1].text, statement.language, kind, chance)
        states.append(State(at, text, kind, signalled))
        wait = max(timedelta(days=2), 1.5 * (at - states[0].since))
    return statement._replace(states=tuple(states))


def _ended(
    statements: list[Statement],
    publisher: Publisher,
    chance: random.Random,
    share: float,
    last_day: int,
    start: datetime,
) -> Iterator[Statement]:
    """With removals; some addresses are given to another statement later."""
    last = start + timedelta(days=last_day)
    for statement in statements:
        at = statement.states[-1].since + timedelta(days=chance.uniform(2, 9))
        at = at.replace(microsecond=0)
        if chance.random() >= share or at >= last:
            yield statement
            continue
        ending = chance.choice(ENDINGS)
        gone = statement._replace(ended=at, ending=ending, listed_on=chance.random() < 0.5)
        yield gone
        if ending == "reused":
            states = (State(at, prose.text(statement.language, chance), "published"),)
            yield Statement(
                f"{statement.id}-reuse", publisher.host, statement.path, statement.language, states
            )


def _outages(
    publishers: Sequence[Publisher], chance: random.Random, days: int, start: datetime
) -> tuple[Outage, ...]:
    """Some hours of trouble at each host, another kind at each."""
    kinds: tuple[Trouble, ...] = ("503", "challenge", "reset", "429", "500")
    found: list[Outage] = []
    for number, publisher in enumerate(publishers if days > 4 else ()):
        for _ in range(2):
            at = start + timedelta(hours=chance.randint(24, 24 * (days - 3)))
            until = at + timedelta(hours=chance.randint(1, 9))
            found.append(Outage(publisher.host, at, until, kinds[number % len(kinds)]))
    return tuple(found)
