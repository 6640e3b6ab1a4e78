"""From inputs to readings: the stages in order, one input after another, nothing kept.

An input that cannot be read gives a `Failure` and the next one goes on. This module has the one
`except Exception` of the package: an error that nobody foresaw must not stop a batch either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

import msgspec

from onrecord.archive import fixity
from onrecord.crawl import quality
from onrecord.crawl.inputs import Input, Loaded
from onrecord.errors import InputError, NotAStatement
from onrecord.extract import docx, encoding, feed, header, html, media, pdf, plain
from onrecord.extract.assemble import Assembled, assemble, digest, evidence
from onrecord.extract.page import Draft, Page
from onrecord.languages.identify import Identified, alike, identify, identify_blocks
from onrecord.languages.loader import language as language_of
from onrecord.records import (
    Block,
    Evidence,
    Header,
    Issue,
    Origin,
    Reading,
    Record,
    Severity,
    Source,
)
from onrecord.sources import loader as sources
from onrecord.transcript import turns
from onrecord.transcript.turns import Transcript

_SAMPLE = 1500  # characters that tell the language
_LONG, _END = 4000, 2000  # characters of a text that is no notice; bytes that end a page
_PLAIN = 0.8  # of the confidence that a text is in a language
_NO_ID = re.compile(r"[^\w.]+")


class Options(Record, frozen=True, kw_only=True):
    """How to read. `language`, `url`, `media_type`: known from outside; `sources=False`: the
    general reader alone; `furniture`: keep what was left out in the reading; `expected`: the
    languages that were asked for, if any were."""

    language: str | None = None
    url: str | None = None
    media_type: str | None = None
    furniture: bool = False
    sources: bool = True
    expected: tuple[str, ...] = ()


class Failure(Record, frozen=True, kw_only=True):
    """An input that gave no statement, and why. Of severity `info`: it was rightly passed over."""

    uri: str
    issue: Issue


def read(inputs: Iterable[Input], options: Options = Options()) -> Iterator[Reading | Failure]:  # noqa: B008
    """The statements of the inputs, and a failure for each input without one."""
    for given in inputs:
        yield from _one(given, options)


def _one(given: Input, options: Options) -> Iterator[Reading | Failure]:
    if given.skipped is not None:
        yield _failure(given.uri, "input", given.skipped, "info")
        return
    try:
        yield from read_payload(given.load(), given.uri, given.name, options)
    except NotAStatement as error:
        yield _failure(given.uri, error.stage, f"{error.verdict}: {error}")
    except InputError as error:
        yield _failure(given.uri, error.stage, str(error))
    except Exception as error:  # noqa: BLE001  the one place (docs/architecture.md)
        what = f"unforeseen {type(error).__name__}: {error}; please report it with the page"
        yield _failure(given.uri, "pipeline", what)


def read_payload(
    loaded: Loaded,
    uri: str,
    name: str,
    options: Options = Options(),  # noqa: B008
) -> tuple[Reading, ...]:
    """The statements in the bytes of one capture. Raises `InputError` if there is none."""
    payload = loaded.payload
    url = options.url or loaded.url
    kind = options.media_type or media.sniff(payload, name, loaded.media_type)
    source = sources.for_capture(payload, url) if options.sources else None
    origin = Origin(
        uri=uri,
        media_type=kind,
        digest=fixity.digest(payload),
        source=source.id if source else None,
    )
    pages = _pages(payload, kind, loaded.charset, url, source)
    shell = payload if kind == media.HTML else None
    return tuple(_statement(page, origin, source, url, options, shell) for page in pages)


def _pages(
    payload: bytes, kind: str, charset: str | None, url: str | None, source: Source | None
) -> tuple[Page, ...]:
    """The pages of a payload of a media type."""
    if kind == media.PDF:
        return (pdf.read(payload),)
    if kind == media.DOCX:
        return (docx.read(payload),)
    if kind == media.FEED:
        return tuple(feed.read(payload, url, charset))
    if kind == media.PLAIN:
        decoded = encoding.decode(payload, charset, "text")
        return (_with_issues(plain.read(decoded.text), decoded.issues),)
    selectors = source.selectors if source else None
    page = html.read(payload, charset=charset, url=url, selectors=selectors)
    return (page,)


def _statement(
    page: Page,
    origin: Origin,
    source: Source | None,
    url: str | None,
    options: Options,
    shell: bytes | None,
) -> Reading:
    """One page read to the end."""
    told = _language(page, options)
    _expect(told, options.expected)
    words = language_of(told.language)
    address = page.url or url
    draft = header.read(page, words, source=source, url=address)
    made = assemble(draft.lines)
    _judge(draft, made, told, shell)
    labels = source.labels if source else turns.NO_LABELS
    spoken = turns.read(made.text, made.body, draft.header, words, labels)
    kind = header.refine_kind(draft.header.kind, spoken.turns, made.text, "kind" in draft.found)
    officials = header.with_speakers(spoken.participants, spoken.turns, made.text, words)
    final = msgspec.structs.replace(draft.header, kind=kind, participants=officials.people)
    text_digest = digest(made.text)
    return Reading(
        id=_identifier(origin, final.published or final.date, text_digest, address),
        source=msgspec.structs.replace(origin, url=_published_at(page, url)),
        language=told.language,
        text=made.text,
        text_digest=text_digest,
        header=_with_evidence(final, draft, made, told, officials.evidence),
        blocks=_blocks(made, spoken, told),
        turns=spoken.turns,
        exchanges=spoken.exchanges,
        issues=(*page.issues, *draft.issues, *_body_issue(made), *_language_issue(told)),
        furniture=made.furniture if options.furniture else (),
    )


def _judge(draft: Draft, made: Assembled, told: Identified, shell: bytes | None) -> None:
    """Raises `NotAStatement` for a block page, a cookie wall, an empty or a cut body. `shell`: the
    bytes of an HTML page, looked at only if the text is short or the page does not end as one."""
    whole = len(made.text) > _LONG and shell is not None and b"</html" in shell[-_END:].lower()
    traits = quality.traits(shell.decode("utf-8", "replace")) if shell and not whole else None
    verdict = quality.judge(
        text=made.text,
        title=draft.header.title,
        furniture="" if whole else "\n".join(piece.text for piece in made.furniture),
        language=told.language,
        page=traits,
    )
    if verdict is not None:
        raise NotAStatement(verdict.name, "; ".join(verdict.reasons))


def _expect(told: Identified, expected: Sequence[str]) -> None:
    """Raises `NotAStatement` for a page that is plainly in another language than those asked for.
    What it only declares of itself, beside too few words to tell, is not plain."""
    if told.confidence < _PLAIN or any(alike(told.language, each) for each in expected):
        return
    verdict = quality.other_language(told.language, expected, told.confidence)
    if verdict is not None:
        raise NotAStatement(verdict.name, "; ".join(verdict.reasons))


def _language(page: Page, options: Options) -> Identified:
    """The language of a page: as told from outside, else by its words and what it declares."""
    if options.language:
        return Identified(language=options.language, method="option", confidence=1.0)
    sample, length = [], 0
    for line in page.lines:
        if line.part != "furniture":
            sample.append(line.text)
            length += len(line.text)
            if length > _SAMPLE:
                break
    return identify("\n".join(sample), page.language)


def _body_issue(made: Assembled) -> tuple[Issue, ...]:
    if made.body:
        return ()
    return (Issue(stage="quality", message="no text besides the title and its lines"),)


def _language_issue(told: Identified) -> tuple[Issue, ...]:
    if told.language is not None:
        return ()
    return (Issue(stage="language", message="the language is not declared and not recognised"),)


def _with_evidence(
    final: Header,
    draft: Draft,
    made: Assembled,
    told: Identified,
    labels: Mapping[str, Evidence],
) -> Header:
    """The header with its evidence as spans of the text, or as quotes of the capture. `labels`: of
    what the labels of turns add."""
    shown = {name: evidence(found, made) for name, found in draft.found.items()} | dict(labels)
    if told.language is not None:
        shown["language"] = Evidence(method=told.method)
    if final.kind != draft.header.kind:
        shown["kind"] = Evidence(method="form")
    return msgspec.structs.replace(final, evidence=shown)


def _blocks(made: Assembled, spoken: Transcript, told: Identified) -> tuple[Block, ...]:
    """The blocks of the header, then those of the body with stage notes marked; each with its
    language where that is clearly another than the statement's."""
    body = {block.span for block in made.body}
    heading = (block for block in made.blocks if block.span not in body)
    ordered = sorted((*heading, *spoken.blocks), key=lambda b: (b.span.start, -b.span.end))
    other = dict(identify_blocks(made.text, (b.span for b in ordered), told.language))
    if not other:
        return tuple(ordered)
    return tuple(msgspec.structs.replace(b, language=other.get(b.span)) for b in ordered)


def _identifier(origin: Origin, date: str | None, text_digest: str, url: str | None) -> str:
    """A readable name of a reading: whose page, which day, and a part of the text's digest.

    Identities that last belong to the archive; this one tells readings of one run apart.
    """
    host = urlsplit(url or "").hostname or ""
    whose = origin.source or host.removeprefix("www.") or _stem(origin.uri)
    return f"{whose}/{(date or 'undated')[:10]}/{text_digest[7:15]}"


def _published_at(page: Page, url: str | None) -> str | None:
    """The address of a statement: as the page names it where that is on the host it came from."""
    given = page.url or url
    for field in page.values("url"):
        host = _host(field.value)
        if host and (given is None or host == _host(given)):
            return field.value
    return given


def _host(url: str) -> str | None:
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return parts.hostname if parts.scheme in ("http", "https") else None


def _stem(uri: str) -> str:
    name = re.split(r"[/\\]", uri.rstrip("/\\"))[-1]
    return _NO_ID.sub("-", name.rsplit(".", 1)[0]).strip("-") or "statement"


def _with_issues(page: Page, issues: tuple[Issue, ...]) -> Page:
    return msgspec.structs.replace(page, issues=(*page.issues, *issues)) if issues else page


def _failure(uri: str, stage: str, message: str, severity: Severity = "error") -> Failure:
    issue = Issue(stage=stage, message=message, severity=severity, subject=uri)
    return Failure(uri=uri, issue=issue)
