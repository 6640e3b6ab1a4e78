"""Edits made ready to be printed, on the page and in a feed: the words that were there and those
that are, each in its sentence, cut where it is long."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.alerts.feeds import Entry
from onrecord.records import Span
from onrecord.store.edit_records import Change, Edit
from onrecord.web import addresses
from onrecord.web.answers import Asked
from onrecord.web.words import Words

SHOWN = 4  # differences of an edit on the page of all
_TOLD = 10  # the same in a feed
_AROUND = 140  # characters of the sentence on either side of what differs
_LONG = 700  # characters of what differs


class Said(NamedTuple):
    """Words that differ, with those before and after them."""

    before: str
    words: str
    after: str


class Line(NamedTuple):
    """A difference: what differs, in words, and both sides. `a`, `b`: addresses of the places."""

    weight: str
    what: str
    reason: str
    was: Said | None
    now: Said | None
    a: str | None
    b: str | None


class Shown(NamedTuple):
    """An edit with its addresses and its first lines. `hidden`: how many more there are."""

    edit: Edit
    title: str
    when: str
    meta: str
    compare: str | None
    old: str
    new: str | None
    lines: tuple[Line, ...]
    hidden: int


def shown(edit: Edit, say: Words, most: int = SHOWN) -> Shown:
    """An edit for a page."""
    told = edit.told
    heavy = sorted(told.changes, key=_heaviest)[:most]
    listed = sorted(heavy, key=told.changes.index)
    meta = [
        edit.issuer,
        say.country(edit.country) if edit.country else None,
        say.day(edit.date) if edit.date else None,
        say.language(edit.language) if edit.language else None,
    ]
    return Shown(
        edit=edit,
        title=edit.title or say("unknown.title"),
        when=say("edits.between", last=say.moment(edit.last_seen), seen=say.moment(edit.seen)),
        meta=" · ".join(filter(None, meta)),
        compare=None if edit.after is None else addresses.compare(edit.before, edit.after),
        old=addresses.version(edit.before),
        new=None if edit.after is None else addresses.version(edit.after),
        lines=tuple(_line(edit, change, say) for change in listed),
        hidden=sum(told.weights.values()) - len(listed),
    )


_ORDER = ("substance", "fact", "wording", "typography")


def _heaviest(change: Change) -> int:
    return _ORDER.index(change.weight)


def _line(edit: Edit, change: Change, say: Words) -> Line:
    return Line(
        weight=change.weight,
        what=say(f"compare.what.{change.what}"),
        reason=reason(change.reason, say),
        was=_words(change.a, change.quote_a, change.around_a, change.text_a),
        now=_words(change.b, change.quote_b, change.around_b, change.text_b),
        a=_place(edit.before, change.a or change.around_a),
        b=_place(edit.after, change.b or change.around_b),
    )


def reason(key: str, say: Words) -> str:
    """Why two texts of a statement, one after the other, are said to differ."""
    before_after = say.some("edits.reason")
    return before_after.get(key) or say.some("compare.reason")[key]


def _place(version: str | None, span: Span | None) -> str | None:
    if version is None or span is None or span.start >= span.end:
        return None
    return addresses.version(version, at=f"{span.start}-{span.end}") + "#at"


def _words(
    span: Span | None, quote: str | None, around: Span | None, text: str | None
) -> Said | None:
    if span is None:
        return None
    words = quote or ""
    if len(words) > _LONG:
        words = words[:_LONG].rpartition(" ")[0] + " …"
    if around is None or text is None:
        return Said("", words, "") if words else None
    before, after = text[: span.start - around.start], text[span.end - around.start :]
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    return Said(before, words, after)


def entry(asked: Asked, edit: Edit) -> Entry:
    """An edit in a feed: the heaviest difference as it is now, and the others in words."""
    say = asked.words
    one = shown(edit, say, _TOLD)
    kind, weight = say(f"edits.kind.{edit.kind}"), say(f"compare.weight.{edit.weight}")
    notes = [one.when, *([edit.reason] if edit.reason else [])]
    for line in one.lines:
        notes.append(f"{line.what}: {line.reason}")
        notes += [say("edits.was", text="".join(line.was))] if line.was else []
        notes += [say("edits.now", text="".join(line.now))] if line.now else []
    if one.hidden > 0:
        notes.append(say("edits.more", n=say.number(one.hidden)))
    first = next((line.now or line.was for line in one.lines if line.now or line.was), None)
    pieces = ((first.before, False), (first.words, True), (first.after, False)) if first else ()
    return Entry(
        id=edit.id,
        kind=edit.kind,
        title=f"{kind} ({weight}): {one.title}",
        link=asked.base + (one.compare or one.old),
        pieces=tuple(piece for piece in pieces if piece[0]),
        words=(edit.weight,),
        notes=tuple(notes),
        external=edit.address if edit.address.startswith(("http://", "https://")) else None,
        moment=edit.seen,
        language=edit.language,
        author=edit.issuer,
    )
