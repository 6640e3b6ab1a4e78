"""The nouns of onrecord: frozen records that every room passes on. No I/O, no behaviour.

Spans are half-open and count Unicode code points of the text that they point into. Dates are
ISO 8601 prefixes (`2019`, `2019-10`, `2019-10-09`, `2019-10-09T10:54`): the precision is the
length. Languages are BCP 47 tags, countries ISO 3166-1 alpha-2 codes. Unknown is `None`.
"""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

import msgspec

BlockKind = Literal["heading", "paragraph", "list_item", "table", "quote", "caption", "stage_note"]
Role = Literal["official", "questioner", "moderator", "interpreter", "unknown"]
TurnKind = Literal["remarks", "question", "answer", "note"]
Kind = Literal[
    "news-conference",
    "briefing",
    "remarks",
    "speech",
    "interview",
    "joint-statement",
    "readout",
    "press-release",
    "agreement",
    "letter",
    "other",
]
Severity = Literal["info", "warning", "error"]


class Record(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Base of all records: immutable, fields by name."""


class Span(NamedTuple):
    """A stretch of a text: half-open, in code points."""

    start: int
    end: int


class Evidence(Record, frozen=True, kw_only=True):
    """Why a datum of the header has its value.

    `span` points into the statement's text where the words stand there; otherwise `quote` gives
    the words (or the attribute's value) as they stand in the capture, and `where` the place in it,
    as a CSS-like path.
    """

    method: str
    span: Span | None = None
    quote: str | None = None
    where: str | None = None


class Place(Record, frozen=True, kw_only=True):
    """Where something was said, as printed, and the country if it is known."""

    name: str
    country: str | None = None


class Issuer(Record, frozen=True, kw_only=True):
    """The body that publishes the statement."""

    name: str | None = None
    country: str | None = None


class Participant(Record, frozen=True, kw_only=True):
    """A person who takes part: name and office as printed."""

    name: str
    role: str | None = None
    country: str | None = None
    entity: str | None = None


class LanguageVersion(Record, frozen=True, kw_only=True):
    """A language in which the page says that the statement exists, with its address if given."""

    language: str
    url: str | None = None


class Header(Record, frozen=True, kw_only=True):
    """What the page says of the statement as a whole. `evidence` is keyed by field name."""

    title: str | None = None
    kind: Kind = "other"
    published: str | None = None
    updated: str | None = None
    date: str | None = None
    place: Place | None = None
    issuer: Issuer | None = None
    participants: tuple[Participant, ...] = ()
    languages: tuple[LanguageVersion, ...] = ()
    evidence: dict[str, Evidence] = {}


class Block(Record, frozen=True, kw_only=True):
    """A paragraph or the like of the text. `strong`: its bold runs; `language`: where it is clearly
    another than the statement's."""

    span: Span
    kind: BlockKind
    strong: tuple[Span, ...] = ()
    language: str | None = None


class Furniture(Record, frozen=True, kw_only=True):
    """Visible text of the page that is not part of the statement, and why it was left out."""

    text: str
    reason: str


class Turn(Record, frozen=True, kw_only=True):
    """What one speaker says without another speaker between. `span` starts after the label.

    `label` is as printed, without its colon; `speaker` the person it stands for, if known.
    `rule` says how the turn was found.
    """

    n: int
    span: Span
    label: str | None = None
    label_span: Span | None = None
    speaker: str | None = None
    entity: str | None = None
    role: Role = "unknown"
    outlet: str | None = None
    kind: TurnKind = "remarks"
    rule: str | None = None


class Annotation(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Something that an annotator says of a stretch of a text: `text[start:end] == quote`. `value`
    depends on the layer; `rule` says which rule found it, `why` how, where that was asked for."""

    layer: str
    span: Span
    quote: str
    value: dict[str, Any]
    annotator: str
    rule: str
    confidence: float
    why: tuple[str, ...] = ()


class Exchange(Record, frozen=True, kw_only=True):
    """Questions and the answers to them, as turn numbers."""

    question: tuple[int, ...]
    answer: tuple[int, ...]


class Issue(Record, frozen=True, kw_only=True):
    """Something that went wrong or remains unknown, as a record: listed, never swallowed."""

    stage: str
    message: str
    severity: Severity = "warning"
    subject: str | None = None


class Origin(Record, frozen=True, kw_only=True):
    """What was read: address, media type and SHA-256 digest of the bytes. `url`: where the
    statement is published, as told from outside or by the page or feed itself."""

    uri: str
    media_type: str | None = None
    digest: str | None = None
    source: str | None = None
    url: str | None = None


class Reading(Record, frozen=True, kw_only=True):
    """One statement as `onrecord read` gives it: the contract's record."""

    id: str
    source: Origin
    language: str | None
    text: str
    text_digest: str
    header: Header
    blocks: tuple[Block, ...]
    turns: tuple[Turn, ...]
    exchanges: tuple[Exchange, ...]
    issues: tuple[Issue, ...] = ()
    furniture: tuple[Furniture, ...] = ()


DateOrder = Literal["dmy", "mdy"]


class Selectors(Record, frozen=True, kw_only=True):
    """Selectors of a source, CSS or XPath, where the general reader is not enough. `None`: not
    needed. `date_order`: which figure of 01/02/2019 is the month; `document`: links of a page to
    the file that is the statement itself."""

    title: str | None = None
    body: str | None = None
    published: str | None = None
    date: str | None = None
    place: str | None = None
    issuer: str | None = None
    languages: str | None = None
    document: str | None = None
    remove: tuple[str, ...] = ()
    date_order: DateOrder | None = None


class Labels(Record, frozen=True, kw_only=True):
    """How a source marks speakers where the general reader is not enough."""

    questioner: tuple[str, ...] = ()
    official: tuple[str, ...] = ()
    moderator: tuple[str, ...] = ()
    interpreter: tuple[str, ...] = ()


class ListingSelectors(Record, frozen=True, kw_only=True):
    """Selectors, CSS or XPath, of a page that lists statements. `within`: the element that holds
    the list, there also when it is empty; `item`: one entry. The others are asked of an item as if
    it were the page; `next` of the page."""

    within: str | None = None
    item: str | None = None
    link: str | None = None
    title: str | None = None
    date: str | None = None
    next: str | None = None
    date_order: DateOrder | None = None


class Listing(Record, frozen=True, kw_only=True):
    """Where a source tells what it has published. `url`: of an archive, and of pages with numbers,
    with `{year}`, `{month:02}`, `{day:02}`, `{page}`; `match`: what the address of a statement is
    like (a regular expression); `pages`: how many further pages, or nested sitemaps, may be asked;
    `first`: number of the first page; `back`: how many periods before the current one are asked
    too; `language`: of the pages that it names, where the source has several."""

    kind: Literal["page", "feed", "sitemap", "archive"]
    url: str
    match: str | None = None
    pages: int = 0
    first: int = 1
    back: int = 1
    language: str | None = None
    selectors: ListingSelectors = ListingSelectors()


class Expect(Record, frozen=True, kw_only=True):
    """What is usual of a source. `week`: how many statements a week, at least and at most;
    `dated`, `titled`: which share has them, at least; `unread`: which share of the captures gives
    no statement, at most; `dialogue`: which share of a kind has two turns, at least; `kinds`: which
    share is of a kind, at least and at most."""

    week: tuple[int, int] | None = None
    dated: float | None = None
    titled: float | None = None
    unread: float | None = None
    dialogue: tuple[tuple[Kind, float], ...] = ()
    kinds: tuple[tuple[Kind, float, float], ...] = ()


class Source(Record, frozen=True, kw_only=True):
    """A series of one institution's publications, read from `source.toml`. `cadence`: seconds
    between two visits; `delay`: seconds between two requests to its host; `rendered`: its pages
    need a browser."""

    id: str
    institution: str | None
    country: str | None
    languages: tuple[str, ...]
    series: str
    hosts: tuple[str, ...]
    paths: tuple[str, ...] = ()
    timezone: str | None = None
    cadence: float | None = None
    delay: float | None = None
    rendered: bool = False
    selectors: Selectors = Selectors()
    labels: Labels = Labels()
    listings: tuple[Listing, ...] = msgspec.field(default=(), name="listing")
    expect: Expect = Expect()


class Asked(Record, frozen=True, kw_only=True, omit_defaults=True):
    """How a capture is to be read, as the user said when it was added: kept with the capture, so
    that it can be read again in the same way. `form`: `jsonl` for a document of a JSON Lines
    file; `expected`: the languages that were asked for: in another one it is no statement."""

    language: str | None = None
    url: str | None = None
    media_type: str | None = None
    sources: bool = True
    form: str | None = None
    expected: tuple[str, ...] = ()


class Capture(Record, frozen=True, kw_only=True):
    """One payload as it was found at one time: a fetch of an address, or a file from disk.

    `uri`: what was asked for; `url`: where the payload came from, if from the web (after
    redirects). `digest`: SHA-256 of the payload. `warc`, `start`, `length`: where its record
    stands.
    """

    id: str
    uri: str
    fetched_at: str
    digest: str
    url: str | None = None
    status: int | None = None
    media_type: str | None = None
    charset: str | None = None
    asked: Asked = Asked()
    warc: str = ""
    start: int = 0
    length: int = 0


class Moved(Record, frozen=True, kw_only=True):
    """An id that was given once to the statement that stands as the `item` of a capture."""

    old: str
    capture: str
    item: int


class Statement(Record, frozen=True, kw_only=True):
    """What an institution published, whatever its addresses and versions: identity, and what its
    latest version says of itself. `work`: id of the statement that stands for all its language
    versions; `latest`: number of its latest version."""

    id: str
    latest: int
    work: str
    url: str | None = None
    source: str | None = None
    title: str | None = None
    kind: Kind = "other"
    published: str | None = None
    date: str | None = None
    language: str | None = None
    issuer: str | None = None
    country: str | None = None


class Version(Record, frozen=True, kw_only=True):
    """One immutable text of a statement. `change` grows with each version that is stored; `method`
    and `score` say why this is a text of this statement."""

    id: str
    statement: str
    number: int
    capture: str
    change: int
    text_digest: str
    method: str
    score: float | None = None


class Appearance(Record, frozen=True, kw_only=True):
    """A capture in which a version of a statement stands: `item` counts the statements of the
    capture, `method` and `score` say why it is this statement."""

    capture: str
    item: int
    version: str
    address: str | None
    method: str
    score: float | None = None


class Link(Record, frozen=True, kw_only=True):
    """Two statements that belong together, why, and how sure: language versions of one text
    (`language`), or nearly the same words (`near-duplicate`)."""

    kind: Literal["language", "near-duplicate"]
    a: str
    b: str
    method: str
    score: float | None = None
