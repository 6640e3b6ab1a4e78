"""What a search gives: counts that are true under the filters, and pages that neither repeat nor
lose a hit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.archive.folder import Folder
from onrecord.web.found import Results, results
from onrecord.web.holdings import Holdings
from onrecord.web.queries import Search
from tests.web.support import made


@pytest.fixture(scope="module")
def holdings(folder: Folder) -> Iterator[Holdings]:
    opened = Holdings(folder)
    yield opened
    opened.close()


def test_counts_are_what_a_click_gives(holdings: Holdings) -> None:
    wanted = Search(q="the OR de", lang=["en"])
    found = results(holdings, wanted)
    assert found.facets["language"][0].chosen
    for facet, values in found.facets.items():
        for value in values[:3]:
            if facet in ("year", "source") or value.chosen:
                continue
            name = {"language": "lang"}.get(facet, facet)
            also = getattr(wanted, name)
            more = results(holdings, wanted.model_copy(update={name: [*also, value.value]}))
            added = more.total - found.total if also else more.total
            assert added == value.count, (facet, value)


def test_statements_are_counted_with_the_whole(holdings: Holdings) -> None:
    found = results(holdings, Search(q="dam"))
    assert found.statements is not None
    assert 0 < found.statements <= found.total
    assert found.of >= 30
    assert sum(found.months.values()) <= found.total


def test_meaning_counts_what_it_finds(holdings: Holdings) -> None:
    found = results(holdings, Search(q="who pays for the dam", mode="meaning", size=100))
    assert found.total == len(found.hits) <= 100
    assert sum(value.count for value in found.facets["language"]) == found.total
    few = results(holdings, Search(q="who pays for the dam", mode="meaning", lang=["fr"]))
    assert {each.hit.language for each in few.hits} == {"fr"}
    dated = results(holdings, Search(q="the dam", mode="hybrid", sort="date", size=100))
    known = [each.hit.date or "" for each in dated.hits]
    assert known == sorted(known, reverse=True)


def test_without_vectors_it_is_told(tmp_path: Path) -> None:
    bare = Holdings(made(tmp_path / "bare", [Path("samples/vienna-readout.lormark.en.html")]))
    for path in bare.folder.meaning.iterdir():
        path.unlink()
    found = results(bare, Search(q="dam", mode="meaning"))
    bare.close()
    assert found.mistake is not None
    assert "onrecord meaning" in found.mistake.message
    assert str(tmp_path) not in found.mistake.message


def test_pages_follow_each_other(holdings: Holdings) -> None:
    def page(number: int) -> Results:
        return results(holdings, Search(q="", size=10, page=number))

    first, second = page(1), page(2)
    turns = [each.hit.turn + str(each.hit.span) for each in (*first.hits, *second.hits)]
    assert len(turns) == len(set(turns)) == 20
    assert first.previous is None
    assert first.next == "/search?size=10&page=2"
    assert second.previous == "/search?size=10"
    last = page((first.total + 9) // 10)
    assert last.next is None
    assert last.hits


def test_an_answer_comes_with_its_question(holdings: Holdings) -> None:
    found = results(holdings, Search(q='"speculate any further"'))
    (hit,) = found.hits
    assert hit.question is not None
    assert hit.question.text.startswith("Minister Halvarik, you said")
    assert hit.question.outlet == "Harbour Times"
    assert hit.question.turn < (hit.turn or 0)


def test_a_query_that_is_wrong_says_where(holdings: Holdings) -> None:
    found = results(holdings, Search(q="dam (gas"))
    assert found.mistake is not None
    assert found.mistake.position == 4
    assert found.of >= 30
