from __future__ import annotations

from onrecord.search.query.nodes import FIELDS, And, Dates, Field
from onrecord.search.query.parser import parse


def test_every_field_can_be_asked() -> None:
    for name in FIELDS:
        node = parse(f"{name}:2019")
        assert isinstance(node, Field | Dates)


def test_nodes_know_where_they_stand() -> None:
    query = 'gas -lang:en "oil price"~2'
    node = parse(query)
    assert isinstance(node, And)
    assert [query[part.at.start : part.at.end] for part in node.nodes] == [
        "gas",
        "-lang:en",
        '"oil price"~2',
    ]
