"""What tests are written with: notations of the domain, expectations in TOML, and where the data of
others lies. It knows no stage: readings are compared as records."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.annotate import events
from onrecord.annotate.document import Document
from onrecord.records import (
    Block,
    Exchange,
    Header,
    Origin,
    Reading,
    Role,
    Span,
    Turn,
    TurnKind,
)
from onrecord.text.normalize import fold

REPOSITORY = Path(__file__).resolve().parents[1]
SAMPLES = REPOSITORY / "samples"
_MARK = re.compile(r"\[([^\[\]|]+)\|(\w+)(?::([^\[\]]*))?\]")
_SPOKEN: dict[str, tuple[Role, TurnKind]] = {
    "?": ("questioner", "question"),
    "!": ("official", "answer"),
    ">": ("official", "remarks"),
    "*": ("unknown", "note"),
}


def shared_data() -> Path | None:
    """The folder with the data of others, which is no part of the repository: `$ONRECORD_SHARED`,
    else `../shared` beside the repository; `None` where there is none."""
    given = os.environ.get("ONRECORD_SHARED")
    folder = Path(given) if given else REPOSITORY.parent / "shared"
    return folder if (folder / "data").is_dir() else None


class Mark(NamedTuple):
    """A stretch of a text, and what it is: the notation of tests."""

    span: Span
    layer: str
    value: str | None


def marked(notation: str) -> tuple[str, list[Mark]]:
    """A text with its marks taken out, and the marks.

    >>> text, (mark,) = marked("Встреча состоится [6 марта|time:2024-03-06].")
    >>> text[mark.span.start : mark.span.end], mark.layer, mark.value
    ('6 марта', 'time', '2024-03-06')
    """
    pieces: list[str] = []
    marks: list[Mark] = []
    done = length = 0
    for found in _MARK.finditer(notation):
        pieces += (notation[done : found.start()], found[1])
        length += found.start() - done
        marks.append(Mark(Span(length, length + len(found[1])), found[2], found[3]))
        length += len(found[1])
        done = found.end()
    return "".join([*pieces, notation[done:]]), marks


class Said(NamedTuple):
    """A line of `transcript`."""

    role: Role
    kind: TurnKind
    who: str | None
    words: str


def transcript(notation: str) -> list[Said]:
    r"""Turns as one writes them down: `?` asks, `!` answers, `>` remarks, `*` a stage note.

    >>> [said.who for said in transcript("? ТАСС | Вопрос ...\n! Захарова | Ответ ...\n* Смех.")]
    ['ТАСС', 'Захарова', None]
    """
    return [_said(line) for line in notation.split("\n") if line.strip()]


def _said(line: str) -> Said:
    role, kind = _SPOKEN[line[0]]
    who, bar, words = line[1:].partition("|")
    return (
        Said(role, kind, who.strip() or None, words.strip())
        if bar
        else Said(role, kind, None, who.strip())
    )


def reading(notation: str, header: Header | None = None, **fields: Any) -> Reading:
    """A reading made from `transcript` notation: labels printed before a colon, a paragraph a
    turn, exchanges from each question to the next.

    >>> made = reading("? TASS | Why?\\n! Ann Lee | Because.")
    >>> made.text, made.exchanges[0].answer, made.turns[1].speaker
    ('TASS: Why?\\n\\nAnn Lee: Because.', (1,), 'Ann Lee')
    """
    text = ""
    turns: list[Turn] = []
    blocks: list[Block] = []
    for n, said in enumerate(transcript(notation)):
        text += "\n\n" if text else ""
        start = len(text)
        label = Span(start, start + len(said.who)) if said.who else None
        text += f"{said.who}: " if said.who else ""
        span = Span(len(text), len(text) + len(said.words))
        text += said.words
        turns.append(_turn(n, said, span, label))
        kind = "stage_note" if said.kind == "note" else "paragraph"
        blocks.append(Block(span=Span(start, span.end), kind=kind))  # type: ignore[arg-type]
    made: dict[str, Any] = {
        "id": "made",
        "source": Origin(uri="made.html", media_type="text/html", digest="sha256:0"),
        "language": "en",
        "text": text,
        "text_digest": "sha256:0",
        "header": header or Header(),
        "blocks": tuple(blocks),
        "turns": tuple(turns),
        "exchanges": tuple(_exchanges(turns)),
    }
    return Reading(**(made | fields))


def _turn(n: int, said: Said, span: Span, label: Span | None) -> Turn:
    asks = said.role == "questioner"
    return Turn(
        n=n,
        span=span,
        label=said.who,
        label_span=label,
        speaker=None if asks else said.who,
        outlet=said.who if asks else None,
        role=said.role,
        kind=said.kind,
        rule="made",
    )


def _exchanges(turns: Sequence[Turn]) -> Iterator[Exchange]:
    asked = [turn.n for turn in turns if turn.kind == "question"]
    for start, end in pairwise([*asked, len(turns)]):
        answer = tuple(t.n for t in turns[start:end] if t.kind == "answer")
        if answer:
            yield Exchange(question=(start,), answer=answer)


def printed(*lines: str) -> tuple[str, tuple[Block, ...]]:
    """A text and its blocks from lines in which `**` sets bold.

    >>> text, (block,) = printed("**Q:** Why?")
    >>> text, block.strong
    ('Q: Why?', (Span(start=0, end=2),))
    """
    text, blocks = "", []
    for line in lines:
        text += "\n\n" if text else ""
        start, strong = len(text), []
        for n, piece in enumerate(line.split("**")):
            if n % 2:
                strong.append(Span(len(text), len(text) + len(piece)))
            text += piece
        span = Span(start, len(text))
        blocks.append(Block(span=span, kind="paragraph", strong=tuple(strong)))
    return text, tuple(blocks)


def differences(got: Reading, expected: Mapping[str, Any]) -> list[str]:
    """Where a reading is not what an `expected.toml` says, one line each. What the expectation does
    not mention is not compared."""
    found = list(_header_differences(got, expected.get("header", {})))
    if "turn" in expected:
        found += _turn_differences(got, expected["turn"])
    if "exchange" in expected:
        made = [{"question": list(e.question), "answer": list(e.answer)} for e in got.exchanges]
        wanted = [
            {key: list(e[key]) for key in ("question", "answer")} for e in expected["exchange"]
        ]
        if made != wanted:
            found.append(f"exchanges: expected {wanted}, got {made}")
    return found


def _header_differences(got: Reading, expected: Mapping[str, Any]) -> Iterator[str]:
    header = got.header
    printed = f"{got.text}"
    for field, wanted in expected.items():
        if field == "in_text":
            yield from (f"in_text: {w!r} is missing" for w in wanted if w not in printed)
        elif field == "not_in_text":
            yield from (f"not_in_text: {w!r} is there" for w in wanted if w in printed)
        elif field == "participants":
            yield from _people_differences(got, wanted)
        elif field in ("place", "issuer"):
            yield from _part(field, getattr(header, field), wanted)
        elif field == "issuer_country":
            yield from _issuer_country(header, wanted)
        elif field == "languages":
            versions = sorted(version.language for version in header.languages)
            if versions != sorted(wanted):
                yield f"languages: expected {sorted(wanted)}, got {versions}"
        elif field == "url":
            pass  # an address of the capture, which belongs to the origin
        else:
            made = got.language if field == "language" else getattr(header, field)
            if made != wanted:
                yield f"{field}: expected {wanted!r}, got {made!r}"


def _issuer_country(header: Header, wanted: str) -> Iterator[str]:
    """A country of the issuer needs evidence: unknown is right, another country is not."""
    made = header.issuer.country if header.issuer else None
    if made not in (None, wanted):
        yield f"issuer.country: expected {wanted!r} or none, got {made!r}"


def _part(field: str, made: object, wanted: Mapping[str, Any] | None) -> Iterator[str]:
    if wanted is None or made is None:
        if made != wanted:
            yield f"{field}: expected {wanted!r}, got {made!r}"
        return
    for key, value in wanted.items():
        if getattr(made, key) != value:
            yield f"{field}.{key}: expected {value!r}, got {getattr(made, key)!r}"


def _people_differences(got: Reading, wanted: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    people = {person.name: person for person in got.header.participants}
    for person in wanted:
        made = people.pop(person["name"], None)
        if made is None:
            yield f"participants: {person['name']!r} is missing"
        else:
            yield from _part(f"participants[{made.name}]", made, person)
    yield from (f"participants: {name!r} is not expected" for name in people)


def _turn_differences(got: Reading, wanted: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    if len(got.turns) != len(wanted):
        starts = [got.text[turn.span.start : turn.span.start + 40] for turn in got.turns]
        yield f"turns: expected {len(wanted)}, got {len(got.turns)}: {starts}"
        return
    for turn, expected in zip(got.turns, wanted, strict=True):
        words = got.text[turn.span.start : turn.span.end]
        for key, value in expected.items():
            if key == "starts" and not words.startswith(value):
                yield f"turn {turn.n} starts: expected {value!r}, got {words[:60]!r}"
            elif key == "ends" and not words.rstrip().endswith(value):
                yield f"turn {turn.n} ends: expected {value!r}, got {words[-60:]!r}"
            elif key == "label" and fold(turn.label or "") != fold(value):
                yield f"turn {turn.n} label: expected {value!r}, got {turn.label!r}"
            elif key in ("kind", "role", "speaker", "outlet") and getattr(turn, key) != value:
                yield f"turn {turn.n} {key}: expected {value!r}, got {getattr(turn, key)!r}"


def french_events(
    text: str, country: str | None = None
) -> list[tuple[str, str, list[str], list[str]]]:
    """The events of a French text: type, modality, who acts and on whom."""
    document = Document(text=text, language="fr", country=country, date="2020-01-10")
    return [
        (
            a.value["type"],
            a.value["modality"],
            [m["iso"] for m in a.value["actors"]],
            [m["iso"] for m in a.value["recipients"]],
        )
        for a in events.annotate(document)
    ]
