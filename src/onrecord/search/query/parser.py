"""Query text to nodes. The grammar, weakest first:

query    = part { OR part }
part     = sequence { AND sequence }
sequence = { item }                      words beside each other are a bag
item     = [ NOT | - ] ( "(" query ")" | field ":" value | phrase | word )
value    = word | phrase | "(" { value [ OR ] } ")"
"""

from __future__ import annotations

import re

from onrecord.errors import QueryError
from onrecord.records import Span
from onrecord.search.analysis import tokens
from onrecord.search.periods import period
from onrecord.search.query.lexer import Lexeme, lex
from onrecord.search.query.nodes import (
    And,
    Bag,
    Dates,
    Everything,
    Field,
    Fuzzy,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Word,
)

DEEPEST = 20
FUZZIEST = 8
LONGEST_PHRASE = 100
LOOSEST_PHRASE = 12  # the engine tries all ways to put equal words into places
_WORDS = (Word, Prefix, Fuzzy)
_STOPS = ("or", "and", ")")
_RANGE = re.compile(r"(.*?)\.\.(.*)", re.DOTALL)


def parse(query: str) -> Node:
    """What a query says, or a `QueryError` that points at the place.

    >>> parse("gas OR -lang:en").nodes[0]
    Bag(words=(Word(text='gas', at=Span(start=0, end=3)),), at=Span(start=0, end=3))
    """
    return _Parser(query).parsed()


class _Parser:
    def __init__(self, query: str) -> None:
        self._query = query
        self._lexemes = lex(query)
        self._at = 0
        self._depth = 0
        self._fuzzy = 0

    def parsed(self) -> Node:
        if not self._lexemes:
            if self._query.strip():
                raise self._error("there is no word in this query", 0)
            return Everything(Span(0, 0))
        node = self._any()
        if self._peek() is not None:
            raise self._error("this bracket closes nothing")
        return node

    def _peek(self) -> Lexeme | None:
        return self._lexemes[self._at] if self._at < len(self._lexemes) else None

    def _next(self) -> Lexeme:
        found = self._lexemes[self._at]
        self._at += 1
        return found

    def _error(self, message: str, at: int | None = None) -> QueryError:
        found = self._peek()
        place = found.at.start if found else len(self._query)
        return QueryError(message, self._query, place if at is None else at)

    def _any(self) -> Node:
        nodes = [self._all()]
        while (found := self._peek()) and found.kind == "or":
            self._next()
            nodes.append(self._all())
        return nodes[0] if len(nodes) == 1 else Or(tuple(nodes), _around(nodes))

    def _all(self) -> Node:
        nodes = [self._sequence()]
        while (found := self._peek()) and found.kind == "and":
            self._next()
            nodes.append(self._sequence())
        return nodes[0] if len(nodes) == 1 else And(tuple(nodes), _around(nodes))

    def _sequence(self) -> Node:
        words: list[Word | Prefix | Fuzzy] = []
        others: list[Node] = []
        while (found := self._peek()) and found.kind not in _STOPS:
            node = self._item()
            if isinstance(node, _WORDS):
                words.append(node)
            else:
                others.append(node)
        nodes = [*([Bag(tuple(words), _around(words))] if words else []), *others]
        if not nodes:
            raise self._error(_missing(self._before(), self._peek()))
        return nodes[0] if len(nodes) == 1 else And(tuple(nodes), _around(nodes))

    def _before(self) -> Lexeme | None:
        return self._lexemes[self._at - 1] if self._at else None

    def _item(self) -> Node:
        found = self._next()
        if found.kind == "not":
            after = self._peek()
            if after is None or after.kind in _STOPS:
                raise self._error(f"{found.text} needs something after it")
            self._deeper(found)
            node = self._item()
            self._depth -= 1
            return Not(node, Span(found.at.start, node.at.end))
        if found.kind == "(":
            return self._group(found)
        if found.kind == "field":
            return self._field(found)
        return self._simple(found)

    def _deeper(self, found: Lexeme) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._error(f"brackets go at most {DEEPEST} deep", found.at.start)

    def _group(self, opened: Lexeme) -> Node:
        self._deeper(opened)
        node = self._any()
        if self._peek() is None:
            raise self._error("this bracket is not closed", opened.at.start)
        self._next()
        self._depth -= 1
        return node

    def _simple(self, found: Lexeme) -> Node:
        if found.kind == "phrase":
            return self._phrase(found)
        if found.kind == "prefix":
            return Prefix(found.text, found.at)
        if found.kind == "fuzzy":
            self._fuzzy += 1
            if self._fuzzy > FUZZIEST:
                raise self._error(f"at most {FUZZIEST} words can be fuzzy", found.at.start)
            return Fuzzy(found.text, found.number, found.at)
        if found.kind == "all":
            return Everything(found.at)
        return Word(found.text, found.at)

    def _phrase(self, found: Lexeme) -> Phrase:
        words = len(tokens(found.text))
        if words > LONGEST_PHRASE:
            message = f"a phrase has at most {LONGEST_PHRASE} words"
            raise self._error(message, found.at.start)
        if found.number and words > LOOSEST_PHRASE:
            message = f"a phrase of which words may be apart has at most {LOOSEST_PHRASE} words"
            raise self._error(message, found.at.start)
        return Phrase(found.text, found.number or 0, found.at)

    def _field(self, field: Lexeme) -> Node:
        if field.text == "date":
            return self._dates(field)
        values = self._values(field)
        return Field(field.text, values, Span(field.at.start, values[-1].at.end))

    def _values(self, field: Lexeme) -> tuple[Word | Prefix | Phrase, ...]:
        opened = self._peek()
        if opened is None or opened.kind != "(":
            return (self._value(field),)
        self._next()
        found: list[Word | Prefix | Phrase] = []
        while (item := self._peek()) and item.kind != ")":
            if item.kind == "or" and found:
                self._next()
            found.append(self._value(field))
        if self._peek() is None:
            raise self._error("this bracket is not closed", opened.at.start)
        self._next()
        if not found:
            raise self._error(f"{field.text}: needs a value", field.at.start)
        return tuple(found)

    def _value(self, field: Lexeme) -> Word | Prefix | Phrase:
        found = self._peek()
        if found is not None and found.kind in ("word", "prefix", "phrase", "and", "or", "not"):
            node = self._simple(self._next())
            if isinstance(node, Word | Prefix | Phrase):
                return node
        raise self._error(f"{field.text}: needs a word or a phrase in quotation marks after it")

    def _dates(self, field: Lexeme) -> Dates:
        found = self._peek()
        if found is None or found.kind not in ("word", "phrase"):
            raise self._error("date: needs a date such as 2019-10 or a period 2019-10..2020-03")
        self._next()
        ends = _RANGE.fullmatch(found.text)
        since, until = (ends[1], ends[2]) if ends else (found.text, found.text)
        for value in (since, until):
            if value and period(value) is None:
                at = found.at.start + found.text.index(value)
                raise self._error(f"{value} is no date such as 2019, 2019-10 or 2019-10-09", at)
        if since and until and since[: len(until)] > until[: len(since)]:
            raise self._error("this period ends before it begins", found.at.start)
        return Dates(since or None, until or None, Span(field.at.start, found.at.end))


def _missing(before: Lexeme | None, after: Lexeme | None) -> str:
    if before is not None and before.kind in ("and", "or"):
        return f"{before.text} needs something after it"
    if after is not None and after.kind in ("and", "or"):
        return f"{after.text} needs something before it"
    if before is not None and before.kind == "(":
        return "there is nothing in these brackets"
    return "this bracket closes nothing"


def _around(nodes: list[Node] | list[Word | Prefix | Fuzzy]) -> Span:
    if len(nodes) == 1:
        return nodes[0].at
    return Span(min(node.at.start for node in nodes), max(node.at.end for node in nodes))
