"""The fields of the index, and a turn as a document of it.

`FORMAT` names this schema, the analysis and the engine's format: an index of another format is
not read but built again.
"""

from __future__ import annotations

import hashlib
from zlib import crc32

import msgspec
import tantivy

from onrecord.search.analysis import analyse
from onrecord.search.periods import month, period, year
from onrecord.search.records import IndexedTurn

FORMAT = "3"
VALUES = ("statement", "version", "entity", "speaker", "country", "kind", "turn_kind", "role")
SPOKEN = {"mentioned": "mentioned", "about": "about", "act": "acts", "answered": "answered"}
COUNTED = ("language", "outlet", "source", "year", "month")
NAMES = {"speaker": "speaker_words", "outlet": "outlet_words"}
_LAST_TURN = 0x1FFF
_FOREVER = 0xFFFFFFFF


def schema() -> tantivy.Schema:
    """The fields. What is counted or sorted by is fast; what is found by words has positions only
    where phrases need them."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("terms", tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("exact", tokenizer_name="whitespace")
    builder.add_text_field("title", tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("title_exact", tokenizer_name="whitespace")
    for name in NAMES.values():
        builder.add_text_field(name, tokenizer_name="whitespace")
    for name in (*VALUES, *COUNTED, *SPOKEN):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in ("names", "due"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("languages", tokenizer_name="whitespace", index_option="basic")
    for name in ("first", "last"):
        builder.add_unsigned_field(name, indexed=True, fast=True)
    for name in ("newest", "oldest"):
        builder.add_unsigned_field(name, fast=True)
    builder.add_unsigned_field("place", indexed=True, fast=True)
    builder.add_bytes_field("record", stored=True)
    return builder.build()


def document(turn: IndexedTurn) -> tantivy.Document:
    """A turn as it is indexed. The first turn of a version is found by the title's words too: a
    title is no part of what was said, but who looks for it means the statement."""
    text, title = analyse(turn.text, turn.language), analyse(turn.title or "", turn.language)
    made = tantivy.Document()
    made.add_text("terms", text.terms if turn.n else f"{title.terms} {text.terms}")
    made.add_text("exact", text.exact)
    made.add_text("title", title.terms)
    made.add_text("title_exact", title.exact)
    for name, words in NAMES.items():
        made.add_text(words, analyse(getattr(turn, name) or "", None).exact)
    for name, value in _values(turn):
        if value:
            made.add_text(name, value)
    _add_spoken(made, turn)
    made.add_text("languages", " ".join(languages(turn.language)))
    days = period(turn.date)
    if days is not None:
        made.add_unsigned("first", days.first)
        made.add_unsigned("last", days.last)
    made.add_unsigned("place", place(turn.version, turn.n))
    made.add_unsigned("newest", order(turn))
    made.add_unsigned("oldest", order(turn, oldest=True))
    made.add_bytes("record", msgspec.msgpack.encode(turn))
    return made


def _add_spoken(made: tantivy.Document, turn: IndexedTurn) -> None:
    for field, name in (*SPOKEN.items(), ("names", "names"), ("due", "due")):
        for value in getattr(turn.spoken, name):
            made.add_text(field, value)


def _values(turn: IndexedTurn) -> list[tuple[str, str | None]]:
    plain = [(name, getattr(turn, name)) for name in VALUES]
    named = [(name, getattr(turn, name)) for name in ("language", "outlet", "source")]
    return [*plain, *named, ("year", year(turn.date)), ("month", month(turn.date))]


def languages(tag: str | None) -> list[str]:
    """A language and those that it is a variety of, in small letters.

    >>> languages("pt-BR"), languages(None)
    (['pt', 'pt-br'], [])
    """
    parts = (tag or "").lower().split("-")
    return ["-".join(parts[:n]) for n in range(1, len(parts) + 1) if parts[0]]


def place(version: str, n: int) -> int:
    """The number by which vectors know a turn: of 63 bits, out of its version and its place there.

    >>> place("a@1", 0) == place("a@1", 0), place("a@1", 0) == place("a@1", 1)
    (True, False)
    """
    name = f"{version} {n}".encode("utf-8", "replace")
    return int.from_bytes(hashlib.blake2b(name, digest_size=8).digest(), "big") >> 1


def order(turn: IndexedTurn, oldest: bool = False) -> int:
    """A number: the greater, the earlier the turn comes where the newest (or the oldest) are first.
    The turns of a statement stay together, in their order; those without a date come last. It
    depends on the turn alone, so that pages stay as they are however the index was built.
    """
    days = period(turn.date)
    hour = days.first * 24 + _hour(turn.date or "") if days else 0
    moment = _FOREVER - hour if oldest and hour else hour
    statement = crc32(turn.statement.encode("utf-8", "replace")) & 0x3FFFF
    place = _LAST_TURN - min(turn.n, _LAST_TURN)
    return moment << 31 | statement << 13 | place


def _hour(date: str) -> int:
    digits = date[11:13]
    return min(int(digits), 23) if digits.isdecimal() else 0


_read = msgspec.msgpack.Decoder(IndexedTurn).decode


def turn_of(found: tantivy.Document) -> IndexedTurn:
    """The turn that a document was made of."""
    return _read(found["record"][0])
