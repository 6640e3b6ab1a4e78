from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from onrecord.errors import QueryError
from onrecord.search import engine
from onrecord.search.analysis import tokens
from onrecord.search.engine import Index
from onrecord.search.records import FACETS, Filters, Request
from tests.search.written import TURNS, found, hits, turn, written


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return written(tmp_path_factory.mktemp("index") / "search", TURNS)


@pytest.mark.parametrize(
    ("query", "statements"),
    [
        ("sanction", {"pact"}),
        ("санкции", {"ru", "uk"}),
        ("SANKCJE", {"pl"}),
        ("війна", {"uk"}),
        ("securite", {"fr"}),
        ("sécurités", {"fr"}),
        ("land strasse", {"de"}),
        ("渔业", {"zh"}),
        ("渔业合作", {"zh"}),
        ("業協", {"ja"}),
        ("ประมง", {"th"}),
        ('"water pact"', {"pact"}),
        ('"pact water"', set()),
        ('"ministers pact"~3', {"pact"}),
        ('"ministers pact"~1', set()),
        ("sanc*", {"pact"}),
        ("санк*", {"ru", "uk"}),
        ("sanctoin~", {"pact"}),
        ("fery~1 islnads~2", {"ferry"}),
        ("ferry OR pact", {"ferry", "pact"}),
        ("ferry AND pact", set()),
        ("the -pact", {"ferry"} | {"pact"}),
        ("ministers -pact", set()),
        ("(ferry OR grain) NOT islands", {"pact"}),
        ("speaker:toth", {"pact"}),
        ('speaker:"Ana Tóth"', {"pact"}),
        ("speaker:ильин", {"ru"}),
        ("speaker:to*", {"pact"}),
        ("country:kz", {"pact"}),
        ("lang:(uk OR pl)", {"uk", "pl"}),
        ("kind:question", {"pact"}),
        ("kind:briefing", {"ferry"}),
        ("role:questioner", {"pact"}),
        ("outlet:post", {"pact"}),
        ("source:kestria_news", {"pact"}),
        ("date:2021", {"pact"}),
        ("date:2021-03..2022", {"pact", "ferry"}),
        ("date:2022-01..2022-03", set()),
        ("date:..2021-03-04", {"pact"}),
        ("title:dams", {"pact"}),
        ('title:"opens the dam"', {"pact"}),
        ("title:da*", {"pact"}),
        ("dam opened", {"pact"}),
    ],
)
def test_queries(index: Index, query: str, statements: set[str]) -> None:
    assert found(index, query) == statements


def test_a_hit_cites(index: Index) -> None:
    (hit,) = hits(index, "sanctions -grain lang:en")
    text = " " * 100 + TURNS[0].text
    assert hit.turn == "pact@1#t0"
    assert hit.quote == text[hit.span.start : hit.span.end] == TURNS[0].text
    assert [text[s:e] for s, e in hit.highlights] == ["Sanctions"]
    assert (hit.title, hit.date, hit.speaker) == (
        "Minister opens the dam",
        "2021-03-04",
        "Ana Tóth",
    )
    assert hit.score > 0


def test_a_long_turn_is_quoted_by_its_passage(tmp_path: Path) -> None:
    text = "Nothing was said. " * 80 + "Then the lighthouse was lit. " + "All went home. " * 80
    (hit,) = hits(written(tmp_path / "i", [turn("a", text)]), "lighthouse")
    assert len(hit.quote) < 400
    assert hit.quote == text[hit.span.start - 100 : hit.span.end - 100]
    assert [text[s - 100 : e - 100] for s, e in hit.highlights] == ["lighthouse"]
    assert hit.turn_span == (100, 100 + len(text))


def test_one_wrong_letter_in_any_word_is_forgiven(index: Index) -> None:
    for written_wrong in (
        "minsters adopted",
        "ministers adoptd",
        "Ministrs watter",
        "мовы санкцйи",
    ):
        assert index.search(Request(query=written_wrong)).total
    results = index.search(Request(query="the fery islands"))
    assert results.suggestion == "the ferry islands"
    assert [hit.statement for hit in results.hits] == ["ferry"]
    assert "ferry" in results.notices[0]


def test_words_that_never_meet_are_found_apart_and_it_is_said(index: Index) -> None:
    results = index.search(Request(query="ferry grain"))
    assert {hit.statement for hit in results.hits} == {"ferry", "pact"}
    assert "some of them" in results.notices[0]


def test_long_questions_find_by_any_word(index: Index) -> None:
    query = "What did the minister of fisheries say about the ferry to Atlantis last year"
    assert hits(index, query)[0].statement == "ferry"


def test_facets_are_true_under_filters(index: Index) -> None:
    request = Request(query="*", facets=FACETS, months=True, filters=Filters(country=("KZ",)))
    results = index.search(request)
    assert results.total == 2
    assert results.facets == {
        "language": {"en": 2},
        "country": {"KZ": 2},
        "speaker": {"Ana Tóth": 1},
        "kind": {"news-conference": 2},
        "role": {"official": 1, "questioner": 1},
        "source": {"kestria_news": 2},
        "year": {"2021": 2},
        "entity": {},
        "about": {},
        "act": {},
        "answered": {},
    }
    assert results.months == {"2021-03": 2}


def test_every_facet_counts_what_its_filter_finds(index: Index) -> None:
    facets = index.search(Request(query="*", facets=("language", "speaker", "role"))).facets
    for name, field in (("language", "lang"), ("speaker", "speaker"), ("role", "role")):
        for value, count in facets[name].items():
            filters = msgspec.convert({field: (value,)}, Filters)
            assert index.search(Request(query="*", filters=filters)).total == count


def test_filters(index: Index) -> None:
    def under(**filters: object) -> set[str]:
        return found(index, "*", filters=Filters(**filters))  # type: ignore[arg-type]

    assert under(lang=("en",), since="2022") == {"ferry"}
    assert under(lang=("ru", "pl")) == {"ru", "pl"}
    assert under(until="2021-12") == {"pact"}
    assert under(statement=("zh",)) == {"zh"}
    assert under(speaker=("Lind",)) == {"ferry"}
    for wrong in ({"kind": ("brifing",)}, {"since": "soon"}, {"role": ("host",)}):
        with pytest.raises(QueryError):
            under(**wrong)


def test_newest_and_oldest_first(index: Index) -> None:
    def dates(sort: str) -> list[str | None]:
        return [hit.date for hit in hits(index, "*", sort=sort, limit=100)]

    known = ["2023-01-05", "2022", "2021-03-04", "2021-03-04"]
    assert dates("date") == [*known, *[None] * 7]
    assert dates("oldest") == [*known[::-1], *[None] * 7]
    assert [hit.turn for hit in hits(index, "country:kz", sort="oldest")] == [
        "pact@1#t0",
        "pact@1#t1",
    ]


@pytest.mark.parametrize("sort", ["relevance", "date", "oldest"])
def test_pages_neither_repeat_nor_lose(tmp_path: Path, sort: str) -> None:
    turns = [turn(f"s{n // 3}", "the same words", n % 3, date="2020") for n in range(90)]
    one = written(tmp_path / "one", turns)
    other = written(tmp_path / "other", reversed(turns))

    def paged(index: Index) -> list[str]:
        pages = [hits(index, "same", sort=sort, limit=7, offset=at) for at in range(0, 98, 7)]
        return [hit.turn for page in pages for hit in page]

    assert len(set(paged(one))) == 90
    assert paged(one) == paged(other)


def test_what_has_no_score_is_in_order_however_much_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_SPARE", 1)
    monkeypatch.setattr(engine, "_TIES", 0)
    turns = [turn(f"s{n}", "words", date=f"2020-01-{n % 28 + 1:02}") for n in range(60)]
    index = written(tmp_path / "i", turns)
    best = [hit.turn for hit in hits(index, "lang:en", limit=5)]
    assert best == [hit.turn for hit in hits(index, "lang:en", limit=5, sort="date")]
    assert [hit.date for hit in hits(index, "-other", limit=2)] == ["2020-01-28"] * 2


def test_errors_point_at_the_place(index: Index) -> None:
    with pytest.raises(QueryError) as told:
        index.search(Request(query="ferry kind:brifing"))
    assert (told.value.query, told.value.position) == ("ferry kind:brifing", 11)


def test_an_archive_without_index_is_empty(tmp_path: Path) -> None:
    results = Index(tmp_path / "none").search(Request(query="a", facets=("year",)))
    assert (results.total, results.hits, results.facets) == (0, (), {"year": {}})


def test_nothing_is_asked_for(index: Index) -> None:
    assert index.search(Request(query="ferry", limit=0)).total == 1
    assert hits(index, "ferry", offset=5) == ()


@pytest.mark.parametrize(
    "query",
    [
        "a* " * 300,
        "(" * 20 + "a" + ")" * 20,
        "word" * 2000,
        "sanctions~2 " * 8,
        "的" * 9000,
        '"' + "a " * 900 + '"',
    ],
)
def test_hostile_queries_are_answered_or_refused(index: Index, query: str) -> None:
    try:
        place = index.search(Request(query=query)).total
    except QueryError as error:
        place = error.position
    assert 0 <= place <= len(query)


def test_every_word_is_found_by_fuzzy_with_a_letter_wrong(index: Index) -> None:
    for said in TURNS:
        for token in tokens(said.text):
            middle = len(token.word) // 2
            wrong = f"{token.word[:middle]}q{token.word[middle + 1 :]}~1"
            if len(token.word) >= 4 and not token.gram:
                assert said.statement in found(index, wrong), wrong


def every(index: Index, query: str, **filters: object) -> list[str]:
    wanted = msgspec.convert(filters, Filters)
    return [turn.turn for turn in index.every(query, wanted)]


def test_every_turn_is_given_and_no_word_taken_for_another(index: Index) -> None:
    assert every(index, "country:kz") == ["pact@1#t0", "pact@1#t1"]
    assert every(index, "*", since="2021", until="2022") == ["pact@1#t0", "pact@1#t1", "ferry@1#t0"]
    assert len(every(index, "*")) == len(TURNS)
    assert every(index, "fery") == []
    assert every(index, "ferry grain") == []
    assert every(index, "the ferry to the islands tomorrow") == []
    assert every(index, "the ferry to the islands in spring") == ["ferry@1#t0"]
    assert every(index, "(ferry OR fog) -grain will again") == ["ferry@1#t0"]
    with pytest.raises(QueryError) as told:
        index.every("ferry kind:brifing", Filters())
    assert told.value.query == "ferry kind:brifing"


def test_every_turn_says_the_words_itself(index: Index) -> None:
    assert found(index, "dam") == {"pact"}
    assert every(index, "dam") == []
    assert every(index, "title:dam") == ["pact@1#t0", "pact@1#t1"]
    assert every(index, "dam OR country:kz") == ["pact@1#t0", "pact@1#t1"]


def test_every_turn_of_no_index(tmp_path: Path) -> None:
    assert every(Index(tmp_path / "none"), "a") == []
