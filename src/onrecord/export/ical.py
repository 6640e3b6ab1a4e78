"""The agenda as iCalendar (RFC 5545), for calendars of others. Each entry has its quotes and links.

An entry that is known to the day is a day; one that is known to the month is the whole month, and
says so; one that is known to the year, or not at all, is left out. The stamp is the day on which it
was said, so that the same archive always gives the same file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, vText

from onrecord.ledger import dated
from onrecord.ledger.agenda import Scheduled
from onrecord.ledger.sayings import Saying

_MONTH = len("2019-11")
_STATUS = {"called off": "CANCELLED", "scheduled": "CONFIRMED", "held": "CONFIRMED"}
_LONGEST = 120


def calendar(
    entries: Iterable[Scheduled],
    name: str,
    link: Callable[[Saying], str],
    month: str = "{what}",
) -> bytes:
    """The entries as a calendar. `link`: the address of a passage; `month`: how an entry that is
    known to the month is told."""
    made = Calendar()
    made.add("prodid", "-//onrecord//agenda//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", name)
    for one in entries:
        if one.date and len(one.date) >= _MONTH:
            made.add_component(_event(one, link, month))
    return bytes(made.to_ical())


def _event(one: Scheduled, link: Callable[[Saying], str], month: str) -> Event:
    event = Event()
    begin, end = date.fromisoformat(dated.first(one.date or "")), dated.last(one.date or "")
    whole = len(one.date or "") == _MONTH
    what = " ".join(one.what.split())
    short = what if len(what) <= _LONGEST else what[:_LONGEST].rpartition(" ")[0] + "\u2026"
    event.add("uid", f"{one.id.replace(' ', '%20')}@onrecord")
    event.add("dtstamp", _stamp(one.said))
    event.add("dtstart", begin)
    event.add("dtend", date.fromisoformat(end) + timedelta(days=1))
    event.add("summary", month.format(what=short) if whole else short)
    event.add("status", _STATUS.get(one.status, "TENTATIVE"))
    event.add("transp", "TRANSPARENT")
    event.add("url", link(one.said))
    if one.place:
        event.add("location", one.place)
    event.add("description", vText("\n\n".join(_told(said, link) for said in _all(one))))
    return event


def _all(one: Scheduled) -> list[Saying]:
    return [one.said, *one.again, *(each.said for each in one.evidence)]


def _told(said: Saying, link: Callable[[Saying], str]) -> str:
    who = ", ".join(filter(None, (said.speaker, (said.date or "")[:10])))
    return f"\u201c{' '.join(said.quote.split())}\u201d ({who})\n{link(said)}"


def _stamp(said: Saying) -> datetime:
    day = dated.known(said.date)
    when = date.fromisoformat(dated.first(day)) if day else date(1970, 1, 1)
    return datetime(when.year, when.month, when.day, tzinfo=UTC)
