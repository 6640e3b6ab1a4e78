from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import QueryError
from onrecord.search.query.lexer import lex


def kinds(query: str) -> list[tuple[str, str]]:
    return [(item.kind, item.text) for item in lex(query)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("a-b -c - d", [("word", "a-b"), ("not", "-"), ("word", "c"), ("word", "d")]),
        ("«gas deal»", [("phrase", "gas deal")]),
        ("10:30 http://a.example", [("word", "10:30"), ("word", "http://a.example")]),
        ("Speaker:Lind", [("field", "speaker"), ("word", "Lind")]),
        ("note: this", [("word", "note:"), ("word", "this")]),
        (
            "a and b OR c",
            [("word", "a"), ("word", "and"), ("word", "b"), ("or", "OR"), ("word", "c")],
        ),
        ("ports*, ... !", [("prefix", "ports")]),
        ("*", [("all", "*")]),
        ("war~ war~2", [("fuzzy", "war"), ("fuzzy", "war")]),
    ],
)
def test_lexemes(query: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(query)[: len(expected)] == expected


def test_headlines_have_no_operators() -> None:
    shouted = "TALKS ON GRAIN AND FISH BUT NOT ON GAS"
    assert {kind for kind, _ in kinds(shouted)} == {"word"}
    assert ("and", "AND") in kinds("FISH AND GAS")


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ('gas "oil', 4),
        ("a speeker:b", 2),
        ("g*s", 1),
        ("a*", 0),
        ("word~3", 5),
        ('"a b"~999', 5),
        ("x" * 10_001, 10_000),
        ("a " * 1001, 2000),
    ],
)
def test_errors_point_at_the_place(query: str, place: int) -> None:
    with pytest.raises(QueryError) as told:
        lex(query)
    assert told.value.position == place


@given(st.text(alphabet='ab "()*~:-\n«»ANDORT', max_size=40))
def test_what_a_lexeme_says_stands_where_it_says(query: str) -> None:
    try:
        places = [(item.at.start, item.at.end) for item in lex(query)]
    except QueryError as error:
        places = [(error.position, error.position)]
    assert all(0 <= start <= end <= len(query) for start, end in places)
    assert places == sorted(places)
