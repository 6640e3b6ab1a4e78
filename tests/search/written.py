"""Turns written for the tests of search, and an index of them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from onrecord.records import Span
from onrecord.search.engine import Index
from onrecord.search.records import Hit, IndexedTurn, Request, Update
from onrecord.search.writer import Writer


def turn(statement: str, text: str, n: int = 0, **facts: Any) -> IndexedTurn:
    """A turn that stands at 100 in its version."""
    return IndexedTurn(
        statement=statement,
        version=f"{statement}@1",
        turn=f"{statement}@1#t{n}",
        n=n,
        span=Span(100, 100 + len(text)),
        text=text,
        **{"language": "en", **facts},
    )


def written(folder: Path, turns: Iterable[IndexedTurn]) -> Index:
    """An index of these turns."""
    grouped: dict[str, list[IndexedTurn]] = {}
    for each in turns:
        grouped.setdefault(each.statement, []).append(each)
    with Writer(folder) as writer:
        writer.put(Update(statement=name, turns=tuple(own)) for name, own in grouped.items())
    return Index(folder)


def hits(index: Index, query: str, **asked: Any) -> tuple[Hit, ...]:
    """What a query finds."""
    return index.search(Request(query=query, **asked)).hits


def found(index: Index, query: str, **asked: Any) -> set[str]:
    """The statements that a query finds."""
    return {hit.statement for hit in hits(index, query, **{"limit": 100, **asked})}


TURNS = (
    turn(
        "pact", "The ministers adopted a water pact. Sanctions were not discussed.",
        title="Minister opens the dam", date="2021-03-04", speaker="Ana Tóth", role="official",
        country="KZ", kind="news-conference", turn_kind="remarks", source="kestria_news",
    ),
    turn(
        "pact", "Will the sanction on grain be lifted?", 1, title="Minister opens the dam",
        date="2021-03-04", role="questioner", outlet="Morning Post", country="KZ",
        kind="news-conference", turn_kind="question", source="kestria_news",
    ),
    turn(
        "ferry", "The ferry to the islands will sail again in the spring.", date="2022",
        speaker="Bo Lind", role="official", country="US", kind="briefing", turn_kind="remarks",
    ),
    turn(
        "ru", "О снятии санкций речи не идёт.", language="ru", date="2023-01-05",
        speaker="Пётр Ильин",
    ),
    turn("uk", "Про зняття санкцій мови не було. Війною нічого не вирішити.", language="uk"),
    turn("pl", "Rozmawiano o sankcjach i o wojnie.", language="pl"),
    turn("fr", "La sécurité des ports a été évoquée.", language="fr"),
    turn("de", "Die Länder haben über die Straße gesprochen.", language="de"),
    turn("zh", "双方讨论了渔业合作和港口安全。", language="zh"),
    turn("ja", "漁業協力について話し合いました。", language="ja"),
    turn("th", "รัฐมนตรีหารือเรื่องการประมง", language="th"),
)  # fmt: skip
