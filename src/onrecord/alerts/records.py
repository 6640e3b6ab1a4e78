"""What is saved and what is told: frozen records. They know no engine and no database."""

from __future__ import annotations

from typing import Literal

from onrecord.records import Record, Span

AlertKind = Literal["new", "edited", "withdrawn", "removed"]
TargetKind = Literal["webhook", "email", "desktop"]
Cadence = Literal["immediate", "daily", "weekly"]
DeliveryState = Literal["pending", "delivered", "dead"]
KINDS: tuple[AlertKind, ...] = ("new", "edited", "withdrawn", "removed")
CADENCES: tuple[Cadence, ...] = ("immediate", "daily", "weekly")


class Place(Record, frozen=True, kw_only=True, order=True):
    """Where a capture stands among all: the number of its WARC file and the byte in it. Captures
    are only ever added behind the last, and are never made anew: what is behind a place is new,
    whatever has been done to the records."""

    file: int = 0
    start: int = -1


class SavedSearch(Record, frozen=True, kw_only=True):
    """A search that is asked of all that comes after `since`. `filters`: values by the name of the
    filter; `since_day`, `until_day`: of what was said in this time; `mode`: by words, meaning, or
    both (hybrid); `like`: the id of a turn or
    statement, and `text` its words, where what is like it in meaning is asked for; `kinds`: which
    alerts are wanted."""

    id: str
    name: str
    query: str
    filters: dict[str, tuple[str, ...]]
    since_day: str | None = None
    until_day: str | None = None
    mode: str = "words"
    like: str | None = None
    text: str | None = None
    kinds: tuple[AlertKind, ...] = KINDS
    created_at: str
    since: Place


class Target(Record, frozen=True, kw_only=True):
    """Where alerts of a search go. `address`: a URL, an e-mail address; of the desktop nothing.
    `secret`: what a webhook is signed with. `stopped`: why nothing is sent there any more."""

    id: str
    search: str
    kind: TargetKind
    address: str = ""
    cadence: Cadence = "immediate"
    secret: str | None = None
    stopped: str | None = None


class Found(Record, frozen=True, kw_only=True):
    """A turn that a search finds. `text` is all of it, `quote` what stands in the version's text at
    `span`: the turn, or of a long one the passage with the words; `highlights` are the places of
    the words that were looked for, `words` these as they stand there; `in_title`: they stand in
    the title instead. Of what was found by meaning, `highlights` is the nearest sentence, `near`
    how near the turn lies to what was asked, and `least` how near it had to lie."""

    statement: str
    version: str
    turn: str
    text: str
    quote: str
    span: Span
    highlights: tuple[Span, ...] = ()
    words: tuple[str, ...] = ()
    in_title: bool = False
    near: float | None = None
    least: float | None = None
    title: str | None = None
    date: str | None = None
    speaker: str | None = None
    language: str | None = None
    country: str | None = None
    url: str | None = None


class Alert(Record, frozen=True, kw_only=True):
    """That a search has found something, and why: `query` and `filters` are what was asked, `quote`
    is what stands in the text of `version` at `span`, `highlights` and `words` are what matched.
    Of what was found by meaning that is the nearest sentence; `near`: how near the turn lies, at
    most 1, and `least`: how near it had to lie in this archive.
    Of what was edited `before` and `after` are the passages where the two versions part; of words
    that were withdrawn, or a statement that was removed, `version` is the one in which they
    stood. `reason`: how it is known that a statement was removed."""

    id: str
    search: str
    name: str
    query: str
    filters: dict[str, tuple[str, ...]]
    kind: AlertKind
    statement: str
    version: str
    turn: str
    quote: str
    span: Span
    highlights: tuple[Span, ...] = ()
    words: tuple[str, ...] = ()
    in_title: bool = False
    near: float | None = None
    least: float | None = None
    before: str | None = None
    after: str | None = None
    reason: str | None = None
    title: str | None = None
    date: str | None = None
    speaker: str | None = None
    language: str | None = None
    country: str | None = None
    url: str | None = None
    found_at: str


class Delivery(Record, frozen=True, kw_only=True):
    """One alert on its way to one target. `due`: when it is next sent; `told`: what the last
    attempt was answered."""

    alert: Alert
    target: Target
    state: DeliveryState
    due: str
    attempts: int
    told: str | None = None
    mailing: str | None = None
