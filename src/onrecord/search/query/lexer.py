"""A query's signs and words, each with its place. It knows no grammar.

Operators are capitals, so that "and" is a word. In a query that is all capitals and long they are
words too: it is a headline or a question out of an old collection, not a formula.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from onrecord.errors import QueryError
from onrecord.records import Span
from onrecord.search.query.nodes import FIELDS
from onrecord.text.normalize import fold

LONGEST = 10_000
MOST = 1_000
LOOSEST = 50
_HEADLINE = 8
Kind = Literal["(", ")", "and", "or", "not", "field", "word", "prefix", "fuzzy", "phrase", "all"]


class Lexeme(NamedTuple):
    """A sign or a word. `text`: without its signs; `number`: what stands after `~`; `glued`: no
    blank before it."""

    kind: Kind
    text: str
    at: Span
    number: int | None = None


_PLAIN = re.compile(r"\s*([^\W_]+)(?!\S)")
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[^\s\"()]+")
_FIELD = re.compile(r"([A-Za-z_]+):(?=\S)(?!//)")
_FUZZY = re.compile(r"~(\d*)$")
_SLOP = re.compile(r"~(\d+)")
_OPERATORS: dict[str, Kind] = {"AND": "and", "OR": "or", "NOT": "not"}


def lex(query: str) -> list[Lexeme]:
    """The signs and words of a query, or a `QueryError`.

    >>> [(item.kind, item.text) for item in lex('lang:en "gas deal"~2 OR -sanc*')][:4]
    [('field', 'lang'), ('word', 'en'), ('phrase', 'gas deal'), ('or', 'OR')]
    """
    if len(query) > LONGEST:
        raise QueryError(f"a query has at most {LONGEST:,} characters", query[:LONGEST], LONGEST)
    found: list[Lexeme] = []
    for item in _lexemes(query, fold(query), _operators(query)):
        if len(found) == MOST:
            raise QueryError(f"a query has at most {MOST:,} words", query, item.at.start)
        found.append(item)
    return found


def _operators(query: str) -> dict[str, Kind]:
    shouted = not any(map(str.islower, query)) and not set(query) & set('"():*~')
    return {} if shouted and len(query.split()) >= _HEADLINE else _OPERATORS


def _lexemes(query: str, shadow: str, operators: dict[str, Kind]) -> Iterator[Lexeme]:
    """`shadow` has all quotation marks as one sign; it is of the same length."""
    at = 0
    while at < len(query):
        if plain := _PLAIN.match(query, at):  # most of most queries
            yield Lexeme(operators.get(plain[1], "word"), plain[1], Span(*plain.span(1)))
            at = plain.end()
        elif space := _SPACE.match(query, at):
            at = space.end()
        elif shadow[at] == '"':
            phrase = _phrase(query, shadow, at)
            at = phrase.at.end
            if any(map(str.isalnum, phrase.text)):
                yield phrase
        elif shadow[at] in "()":
            yield Lexeme("(" if shadow[at] == "(" else ")", shadow[at], Span(at, at + 1))
            at += 1
        elif query[at] == "-" and _negates(query, shadow, at):
            yield Lexeme("not", "-", Span(at, at + 1))
            at += 1
        elif field := _FIELD.match(query, at):
            yield _field(query, field)
            at = field.end()
        else:
            end = _end(shadow, at)
            yield from _word(query, at, end, operators)
            at = end


def _end(shadow: str, at: int) -> int:
    found = _WORD.match(shadow, at)
    return found.end() if found else at + 1


def _negates(query: str, shadow: str, at: int) -> bool:
    """A hyphen before something, and after nothing."""
    before = query[at - 1] if at else " "
    after = shadow[at + 1] if at + 1 < len(query) else " "
    return (before.isspace() or before == "(") and (after.isalnum() or after in '"(')


def _phrase(query: str, shadow: str, at: int) -> Lexeme:
    end = shadow.find('"', at + 1)
    if end < 0:
        raise QueryError("this quotation mark is not closed", query, at)
    slop = _SLOP.match(shadow, end + 1)
    number = int(slop[1][:4]) if slop else None
    if number is not None and number > LOOSEST:
        raise QueryError(f"words of a phrase can be at most {LOOSEST} places apart", query, end + 1)
    return Lexeme("phrase", query[at + 1 : end], Span(at, slop.end() if slop else end + 1), number)


def _field(query: str, found: re.Match[str]) -> Lexeme:
    name = found[1].lower()
    if name not in FIELDS:
        known = ", ".join(f"{field}:" for field in FIELDS)
        quoted = 'put what stands around the colon in "quotation marks" to find it as words'
        message = f"there is no field {found[1]}: — the fields are {known}; or {quoted}"
        raise QueryError(message, query, found.start())
    return Lexeme("field", name, Span(found.start(), found.end()))


def _word(query: str, at: int, end: int, operators: dict[str, Kind]) -> Iterator[Lexeme]:
    text, span = query[at:end], Span(at, end)
    if text in operators:
        yield Lexeme(operators[text], text, span)
    elif text == "*":
        yield Lexeme("all", text, span)
    elif fuzzy := _FUZZY.search(text):
        yield from _fuzzy(query, text[: fuzzy.start()], fuzzy[1], span)
    elif "*" in text.rstrip("*.,;:!?"):
        raise QueryError("* stands at the end of a word only", query, at + text.index("*"))
    elif "*" in text:
        stem = text[: text.index("*")]
        if sum(map(str.isalnum, stem)) < 2:
            raise QueryError("* needs at least two letters before it", query, at)
        yield Lexeme("prefix", stem, span)
    elif any(map(str.isalnum, text)):
        yield Lexeme("word", text, span)


def _fuzzy(query: str, text: str, number: str, span: Span) -> Iterator[Lexeme]:
    if number and int(number[:4]) > 2:
        raise QueryError("at most two letters can be wrong: word~1 or word~2", query, span.end - 1)
    if any(map(str.isalnum, text)):
        yield Lexeme("fuzzy", text, span, int(number) if number else None)
