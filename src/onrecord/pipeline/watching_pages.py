"""What an answer for a page means: a statement, a new text of it, the same as before, or that it is
not there. It stores what is worth it, and says what is known of the page from now on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, NamedTuple

import msgspec

from onrecord.archive.fixity import digest
from onrecord.crawl import answers, quality, schedule
from onrecord.crawl.crew import Done
from onrecord.crawl.fetcher import Fetched, retry_after
from onrecord.errors import FetchRefused
from onrecord.pipeline.opening import Session
from onrecord.pipeline.taking import EVIDENCE, LEADING, Result
from onrecord.pipeline.watching_documents import Documents, documents
from onrecord.pipeline.watching_listings import host_of, leads_to
from onrecord.pipeline.watching_store import Kept, keep, keep_missing
from onrecord.records import Record, Source
from onrecord.store import removals
from onrecord.store.coverage import Measure, Note
from onrecord.store.frontier import Named, Outcome, Page

Archive = Callable[[], Session]
What = Literal["new", "changed", "removed", "restored", "failed"]

IsListing = Callable[[str], bool]

_MOST_HOPS = 5
_MISSING = "missing page: "


class Seen(Record, frozen=True, kw_only=True):
    """Something that a watch saw: a new statement, a changed one, one that is gone or back, or a
    page that could not be had. `at`: seconds since the epoch."""

    what: What
    at: float
    source: str
    url: str
    statement: str | None = None
    version: int | None = None
    capture: str | None = None
    reason: str | None = None


class Settled(NamedTuple):
    """What is known of a page now, when it had been due, what is to be counted, and what was seen.
    `blocked`: the host does not want us; `documents`: where its statement stands instead."""

    page: Page
    due: float | None
    notes: tuple[Note, ...]
    seen: tuple[Seen, ...]
    blocked: bool = False
    documents: tuple[Named, ...] = ()


def settle(
    archive: Archive, page: Page, done: Done[Any], now: float, is_listing: IsListing, source: Source
) -> Settled:
    """What came of asking for a page, or for the address to which a redirect of it had led."""
    asked = msgspec.structs.replace(page, asked_at=now, via=None, hops=0, host=host_of(page.url))
    fetched = done.fetched
    if fetched is not None and page.via is not None:
        fetched = msgspec.structs.replace(fetched, requested=page.url)
    if fetched is None:
        refused = isinstance(done.error, FetchRefused)
        return _failed(asked, page, "unfetched", str(done.error), now, None, refused)
    if fetched.status == 304:
        return _unchanged(asked, page, now)
    if fetched.hops and _away_from(page.url, fetched.url, is_listing):  # where a browser was led
        return _away(archive, asked, page, fetched, f"leads to {fetched.url}", EVIDENCE, now)
    target = leads_to(fetched)
    if target and page.hops < _MOST_HOPS and not _away_from(page.url, target, is_listing):
        return _follow(page, target, now)
    if target:
        reason = f"leads to {target}"
        return _away(archive, asked, page, fetched, reason, EVIDENCE, now)
    verdict = answers.of_status(fetched.status)
    if verdict is not None and verdict.name == "missing page":
        return _away(archive, asked, page, fetched, verdict.reasons[0], None, now)
    if not 200 <= fetched.status < 300:
        wait = retry_after(fetched)
        until = None if wait is None else now + wait
        reason = f"the server answers {fetched.status}"
        return _failed(asked, page, "unfetched", reason, now, until)
    return _read(archive, asked, page, fetched, now, source)


def refused(page: Page, reason: str, now: float, until: float) -> Settled:
    """What is known of a page that may not be asked for, and not before a time."""
    known = msgspec.structs.replace(page, via=None, hops=0, host=host_of(page.url))
    return _failed(known, page, "unfetched", reason, now, until)


def _away_from(url: str, target: str, is_listing: IsListing) -> bool:
    """To a list of pages, or to where a site leads whoever asks for what is not there."""
    astray = answers.led_astray(url, target)
    return is_listing(target) or (astray is not None and astray.name == "missing page")


def _follow(page: Page, target: str, now: float) -> Settled:
    """A redirect is a request of its own, in its turn, at its host."""
    host = host_of(target)
    known = msgspec.structs.replace(page, via=target, host=host, hops=page.hops + 1, due=now)
    return Settled(known, page.due, (), ())


def _unchanged(page: Page, before: Page, now: float) -> Settled:
    since = page.changed_at if page.changed_at is not None else page.found_at
    due = schedule.revisit(page.url, now, since)
    outcome: Outcome = "linked" if page.outcome == "linked" else "read"
    known = msgspec.structs.replace(page, due=due, failures=0, outcome=outcome, reason=None)
    return Settled(known, before.due, _notes(before, known, "unchanged"), ())


def _failed(
    page: Page, before: Page, outcome: Outcome, reason: str, now: float,
    until: float | None, lasting: bool = False, kept: Kept | None = None, blocked: bool = False,
) -> Settled:  # fmt: skip
    """No answer, or one that is no page: it is tried again, and what was known stays known."""
    failures = page.failures + (schedule.LASTING if lasting else 1)
    given_up = page.fresh and failures >= schedule.ABANDONED
    due = None if given_up else schedule.retry(now, failures, until)
    reason = reason.removeprefix(f"{page.url}: ")
    capture = kept.capture if kept else None
    known = msgspec.structs.replace(
        page, due=due, failures=failures, outcome=outcome, reason=reason,
        capture=page.capture or capture, etag=None, modified=None, digest=None,
    )  # fmt: skip
    seen = Seen(
        what="failed", at=now, source=page.source, url=page.url, reason=reason, capture=capture
    )
    return Settled(known, before.due, _notes(before, known, "lost", reason), (seen,), blocked)


def _away(
    archive: Archive, page: Page, before: Page, fetched: Fetched, reason: str, form: str | None,
    now: float,
) -> Settled:  # fmt: skip
    """The page is not there. Of one that never was, that is a failure."""
    if page.statement is None:
        return _failed(page, before, "unread", reason, now, None)
    kept = keep_missing(archive(), fetched, form)
    return _missing(archive, page, before, kept, reason, now)


def _missing(
    archive: Archive, page: Page, before: Page, kept: Kept, reason: str, now: float
) -> Settled:
    gone_at = page.gone_at if page.gone_at is not None else now
    removed = page.outcome != "gone" and _is_removal(archive, kept)
    due = (
        schedule.revisit(page.url, now, gone_at)
        if removed or page.outcome == "gone"
        else (now + schedule.DOUBT)
    )
    known = msgspec.structs.replace(
        page, due=due, failures=0, outcome="gone" if removed else page.outcome, reason=reason,
        gone_at=gone_at, etag=None, modified=None, digest=None,
    )  # fmt: skip
    seen = Seen(
        what="removed", at=now, source=page.source, url=page.url, statement=page.statement,
        version=page.version, capture=kept.capture, reason=reason,
    )  # fmt: skip
    measure: Measure = "removed" if removed else "lost"
    return Settled(
        known, before.due, _notes(before, known, measure, reason), (seen,) if removed else ()
    )


def _is_removal(archive: Archive, kept: Kept) -> bool:
    """Is it established by this capture, or was it by one before that we did not come to note?"""
    return kept.capture is not None and (
        removals.established(archive().db, kept.capture) is not None
    )


def _read(
    archive: Archive, page: Page, before: Page, fetched: Fetched, now: float, source: Source
) -> Settled:
    """An answer with a page: the same, or to be stored and read."""
    said = digest(fetched.payload)
    if page.digest == said and page.gone_at is None and page.outcome in ("read", "linked"):
        return _unchanged(_validated(page, fetched, said), before, now)
    there = documents(fetched, page, source)
    if there.named or there.elsewhere:
        return _linked(archive, _validated(page, fetched, said), before, fetched, there, now)
    kept = keep(archive(), fetched, expected=expected(page, source))
    result = next((each for each in kept.results if each.statement), None)
    if result is None:
        why = next((each.issue.message for each in kept.results if each.issue), page.reason or "")
        if why.startswith(_MISSING) and page.statement is not None:
            return _missing(archive, page, before, kept, why, now)
        reason = why or "no statement in it"
        blocked = why.partition(":")[0] in quality.BLOCKING
        return _failed(page, before, "unread", reason, now, None, kept=kept, blocked=blocked)
    return _stands(archive, _validated(page, fetched, said), before, kept, result, now)


def expected(page: Page, source: Source) -> tuple[str, ...]:
    """The languages in which a page is asked for: that of the listing that named it, if it has one
    of its own, else those of the source."""
    of = source.listings[page.place].language if page.place < len(source.listings) else None
    return (of,) if of else source.languages


def _linked(
    archive: Archive, page: Page, before: Page, fetched: Fetched, there: Documents, now: float
) -> Settled:
    """The statement stands in documents: these are asked for, and the page is kept as evidence."""
    kept = keep(archive(), fetched, LEADING)
    if not there.named:
        return _failed(page, before, "unread", there.elsewhere or "", now, None, kept=kept)
    settled = schedule.settled(page.found_at, page.date)
    changed_at = page.changed_at if page.changed_at is not None else settled
    known = msgspec.structs.replace(
        page, fresh=False, failures=0, outcome="linked", reason=None, gone_at=None,
        capture=kept.capture, changed_at=changed_at,
        due=schedule.revisit(page.url, now, changed_at),
    )  # fmt: skip
    again = before.outcome == "linked"
    notes = _notes(before, known, "unchanged" if again else None)
    if not again:  # its documents are counted instead
        notes = (*notes, Note("seen", day=schedule.day_of(page.found_at), number=-1))
    return Settled(known, before.due, notes, (), documents=there.named)


def _validated(page: Page, fetched: Fetched, said: str) -> Page:
    return msgspec.structs.replace(page, etag=fetched.etag, modified=fetched.modified, digest=said)


def _stands(
    archive: Archive, page: Page, before: Page, kept: Kept, result: Result, now: float
) -> Settled:
    """A statement stands there: a new one, the one that was, or another text."""
    same = (result.statement, result.version) == (page.statement, page.version)
    first = page.statement is None
    changed_at = page.changed_at if page.changed_at is not None else page.found_at
    if first:
        changed_at = schedule.settled(page.found_at, page.date)
    elif not same:
        changed_at = now
    known = msgspec.structs.replace(
        page, fresh=False, failures=0, outcome="read", reason=None, gone_at=None,
        capture=kept.capture, statement=result.statement, version=result.version,
        changed_at=changed_at, due=schedule.revisit(page.url, now, changed_at),
    )  # fmt: skip
    whats = _whats(page, result, first, same)
    seen = tuple(_seen(archive, what, page, known, now) for what in whats)
    notes = _notes(before, known, None if first else "changed" if whats else "unchanged")
    extra = tuple(Note(what) for what in whats if what in ("removed", "restored"))
    return Settled(known, before.due, notes + extra, seen)


def _whats(page: Page, result: Result, first: bool, same: bool) -> tuple[What, ...]:
    if first:
        return ("new",)
    if result.statement != page.statement:  # another one has its address
        return ("removed", "new") if page.outcome != "gone" else ("new",)
    back: tuple[What, ...] = ("restored",) if page.outcome == "gone" else ()
    return back if same else (*back, "changed")


def _seen(archive: Archive, what: What, page: Page, known: Page, now: float) -> Seen:
    told = page if what == "removed" else known
    reason = f"its address gives {known.statement}" if what == "removed" else None
    return Seen(
        what=what, at=now, source=page.source, url=page.url, statement=told.statement,
        version=told.version, capture=known.capture, reason=reason,
    )  # fmt: skip


def _notes(
    before: Page, now: Page, measure: Measure | None, reason: str | None = None
) -> tuple[Note, ...]:
    """What is to be counted: how a page stands that its day had seen; and, of one that was read
    before, what came of visiting it again."""
    day = schedule.day_of(now.found_at)
    was, stands = _standing(before), _standing(now)
    notes = [Note(name, day=day) for name in stands if name not in was]
    notes += [Note(name, day=day, number=-1) for name in was if name not in stands]
    known = before.statement is not None or before.outcome == "linked"
    if known and measure is not None:
        notes += [Note("revisited"), Note(measure, reason, now.url)]
    elif reason:
        notes.append(Note("failed", reason, now.url, number=0))
    return tuple(notes)


def _standing(page: Page) -> tuple[Measure, ...]:
    """How a page counts on the day that it was first seen."""
    found: list[Measure] = []
    if page.outcome == "linked":
        return ()
    if page.capture is not None:
        found.append("captured")
    if page.statement is not None:
        found.append("read")
    elif page.failures:
        found.append("failed")
    return tuple(found)
