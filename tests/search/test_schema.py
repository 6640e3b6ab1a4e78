from __future__ import annotations

import msgspec
import tantivy

from onrecord.search.schema import document, languages, order, schema, turn_of
from tests.search.written import TURNS, turn


def test_a_turn_comes_back_as_it_was() -> None:
    index = tantivy.Index(schema())
    writer = index.writer(15_000_000, 1)
    for each in TURNS:
        writer.add_document(document(each))
    writer.commit()
    index.reload()
    searcher = index.searcher()
    found = searcher.search(tantivy.Query.all_query(), 100).hits
    assert {turn_of(searcher.doc(address)) for _, address in found} == set(TURNS)


def test_order_is_by_date_then_statement_then_place() -> None:
    new = turn("a", "x", date="2021-05-06T11:00")
    earlier = msgspec.structs.replace(new, date="2021-05-06T10:59")
    second = msgspec.structs.replace(new, n=1)
    undated = msgspec.structs.replace(new, date=None)
    assert order(new) > order(second) > order(earlier) > order(undated)
    assert order(earlier, oldest=True) > order(new, oldest=True) > order(second, oldest=True)
    assert order(second, oldest=True) > order(undated, oldest=True)
    assert order(turn("z", "x", date="9999-12-31T23:59")) < 2**64


def test_languages() -> None:
    assert languages("zh-Hant-TW") == ["zh", "zh-hant", "zh-hant-tw"]
