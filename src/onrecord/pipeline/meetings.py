"""Two sides of one meeting, over an archive: which statements of different issuers seem to tell of
the same one, and what each says of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from urllib.parse import urlsplit

from onrecord.compare import account, pairing, shared, topics
from onrecord.compare.account import Account
from onrecord.compare.pairing import Meeting
from onrecord.compare.shared import Act, Named, Number
from onrecord.compare.sides import side
from onrecord.compare.topics import Topic
from onrecord.errors import NoEncoder
from onrecord.meaning.encoder import Encoder, encoder
from onrecord.records import Annotation, Issue, Record, Span
from onrecord.store import accounts, standoff
from onrecord.store.accounts import Head
from onrecord.store.kept import Kept, kept

STAGE = "compare"
_LAYERS = ("entity", "time", "commitment", "position")


class Sides(Record, frozen=True, kw_only=True):
    """Two accounts beside each other. `meeting`: why they were paired; `None` where the facts do
    not speak for one meeting. `method`: what topics rest on, `meaning` or `names`."""

    a: Account
    b: Account
    meeting: Meeting | None
    method: str
    topics: tuple[Topic, ...]
    named: tuple[Named, ...]
    numbers: tuple[Number, ...]
    acts_a: tuple[Act, ...]
    acts_b: tuple[Act, ...]
    issues: tuple[Issue, ...] = ()


def meetings(
    db: sqlite3.Connection,
    since: str | None = None,
    until: str | None = None,
    one_issuer: bool = False,
) -> tuple[Meeting, ...]:
    """The meetings of these days of which two issuers tell, the newest first."""
    told = (_account(head) for head in accounts.heads(db, since, until))
    return pairing.meetings((one for one in told if one.facts), one_issuer)


def _account(head: Head) -> Account:
    host = urlsplit(head.url or "").hostname or ""
    return Account(
        statement=head.statement,
        version=head.version,
        work=head.work,
        title=head.title,
        kind=head.kind,
        language=head.language,
        issuer=head.issuer,
        country=head.country,
        body=head.source or host or head.issuer or "",
        day=(head.header.date or head.header.published or "")[:10],
        facts=account.facts(head.text, head.header, head.kind, head.language, head.found),
    )


def of_statement(db: sqlite3.Connection, reference: str) -> tuple[Account, Kept] | None:
    """A statement as an account, and all that is kept of it."""
    found = kept(db, reference)
    if found is None:
        return None
    header, reading = found.reading.header, found.reading
    annotated = tuple(_annotation(each) for each in found.annotations)
    head = Head(
        statement=found.statement.id,
        version=found.version.number,
        work=0,
        title=header.title,
        kind=header.kind,
        language=reading.language,
        issuer=found.statement.issuer,
        country=found.statement.country,
        source=found.statement.source,
        url=found.statement.url,
        header=header,
        text=reading.text[: accounts.HEAD],
        found=tuple(each for each in annotated if each.span.end <= accounts.HEAD),
    )
    return _account(head), found


def _annotation(each: standoff.Kept) -> Annotation:
    return Annotation(
        layer=each.layer,
        span=each.span,
        quote=each.quote,
        value=each.value,
        annotator=each.annotator,
        rule=each.rule,
        confidence=each.confidence,
    )


def sides(a: tuple[Account, Kept], b: tuple[Account, Kept]) -> Sides:
    """What two statements say, beside each other."""
    one, two = side(a[1].reading), side(b[1].reading)
    used, issues = _encoder()
    found = topics.topics(one, two, used)
    both = [topic for topic in found if topic.a and topic.b]
    known = [_of_layers(each[1]) for each in (a, b)]
    is_known = topics.known(used, one.language, two.language)
    return Sides(
        a=a[0],
        b=b[0],
        meeting=pairing.paired(a[0], b[0]) if a[0].facts and b[0].facts else None,
        method="meaning" if is_known else "names",
        topics=found,
        named=shared.named(
            (*known[0], *account.people(a[0].facts)), (*known[1], *account.people(b[0].facts))
        ),
        numbers=shared.numbers(
            (one.text, one.language, known[0]), (two.text, two.language, known[1])
        ),
        acts_a=_acts(a[1], known[0], {p.span: n for n, t in enumerate(both) for p in t.a}),
        acts_b=_acts(b[1], known[1], {p.span: n for n, t in enumerate(both) for p in t.b}),
        issues=(*issues, *([] if is_known or issues else [_unknown(one.language, two.language)])),
    )


def _encoder() -> tuple[Encoder | None, tuple[Issue, ...]]:
    try:
        return encoder(), ()
    except NoEncoder as error:
        return None, (Issue(stage=STAGE, message=str(error)),)


def _unknown(*languages: str | None) -> Issue:
    named = " and ".join(language or "unknown" for language in languages)
    message = f"the encoder does not know both {named}: topics rest on names and figures alone"
    return Issue(stage=STAGE, message=message, severity="info")


def _of_layers(found: Kept) -> tuple[Annotation, ...]:
    return tuple(_annotation(each) for each in found.annotations if each.layer in _LAYERS)


def _acts(found: Kept, known: Sequence[Annotation], places: dict[Span, int]) -> tuple[Act, ...]:
    turns = {each.span.start: each.turn for each in found.annotations}
    return shared.acts(known, places, turns)
