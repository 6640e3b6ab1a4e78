from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import QueryError
from onrecord.records import Span
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
from onrecord.search.query.parser import parse


def shown(node: Node) -> str:
    """A node in a short notation."""
    match node:
        case Everything():
            return "*"
        case Word():
            return node.text
        case Prefix():
            return f"{node.text}*"
        case Fuzzy():
            return f"{node.text}~{'' if node.distance is None else node.distance}"
        case Phrase():
            return f'"{node.text}"~{node.slop}'
        case Bag():
            return f"[{' '.join(map(shown, node.words))}]"
        case Field():
            return f"{node.name}={'|'.join(map(shown, node.values))}"
        case Dates():
            return f"{node.since}..{node.until}"
        case Not():
            return f"!{shown(node.node)}"
        case And():
            return f"({' & '.join(map(shown, node.nodes))})"
        case Or():
            return f"({' | '.join(map(shown, node.nodes))})"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "*"),
        ("*", "*"),
        ("a b", "[a b]"),
        ("a b OR c d", "([a b] | [c d])"),
        ("a AND b OR c", "(([a] & [b]) | [c])"),
        ("a (b OR c)", "([a] & ([b] | [c]))"),
        ("a NOT b -(c d)", "([a] & !b & ![c d])"),
        ("-a", "!a"),
        ('a "" b', "[a b]"),
        ('"a b"~3 cc* d~ e~1', '([cc* d~ e~1] & "a b"~3)'),
        ('speaker:(a OR bb* "c d")', 'speaker=a|bb*|"c d"~0'),
        ("lang:en x", "([x] & lang=en)"),
        ("country:OR", "country=OR"),
        ("date:2019-10..2020-03", "2019-10..2020-03"),
        ("date:2019", "2019..2019"),
        ("date:..2019", "None..2019"),
        ("date:2019..", "2019..None"),
    ],
)
def test_trees(query: str, expected: str) -> None:
    assert shown(parse(query)) == expected


@pytest.mark.parametrize(
    ("query", "place", "said"),
    [
        ("(a", 0, "not closed"),
        ("a)", 1, "closes nothing"),
        (")", 0, "closes nothing"),
        ("a OR", 4, "OR needs"),
        ("AND a", 0, "AND needs"),
        ("a OR AND b", 5, "OR needs"),
        ("()", 1, "nothing in these"),
        ("a NOT", 5, "NOT needs"),
        ("speaker:(a", 8, "not closed"),
        ("speaker:()", 0, "needs a value"),
        ("speaker:~", 9, "needs a word"),
        (' "..." !', 0, "no word"),
        ('speaker:""', 10, "needs a word"),
        ('x "' + "a " * 101 + '"', 2, "at most 100 words"),
        ('"' + "a " * 13 + '"~2', 0, "at most 12 words"),
        ("date:soon", 5, "no date"),
        ("date:2019..2018", 5, "ends before"),
        ("date:2019..soon", 11, "no date"),
        ("date:..", 7, "needs a date"),
        ('date:".."', 9, "needs a date"),
        ("(" * 21 + "a" + ")" * 21, 20, "deep"),
        (" ".join(["ab~"] * 9), 32, "fuzzy"),
    ],
)
def test_errors_point_at_the_place(query: str, place: int, said: str) -> None:
    with pytest.raises(QueryError, match=said) as told:
        parse(query)
    assert (told.value.position, told.value.query) == (place, query)


@given(
    st.lists(
        st.sampled_from(
            [
                "a",
                "OR",
                "AND",
                "NOT",
                "-",
                "(",
                ")",
                '"',
                "b*",
                "c~",
                "lang:",
                "date:",
                "2019",
                "..",
            ]
        ),
        max_size=30,
    ),
    st.sampled_from(["", " "]),
)
def test_anything_is_understood_or_refused_with_a_place(pieces: list[str], between: str) -> None:
    query = between.join(pieces)
    try:
        place = parse(query).at
    except QueryError as error:
        place = Span(error.position, error.position)
    assert 0 <= place.start <= place.end <= len(query)


def test_deep_negation_ends() -> None:
    with pytest.raises(QueryError):
        parse("NOT " * 900 + "a")
