"""Search and percolation cannot disagree: what is found among turns that come is what search finds
of them."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from onrecord.errors import QueryError
from onrecord.search.percolation import Percolator
from onrecord.search.reader import Reader
from onrecord.search.records import Filters, IndexedTurn, Request
from onrecord.search.spoken_of import Spoken
from tests.search.written import TURNS, turn, written

WORDS = {
    "en": ("dam", "dams", "river", "water", "sanctions", "the", "talks", "deal", "dead"),
    "ru": ("санкции", "санкций", "вода", "плотина", "переговоры"),
    "de": ("Land", "Länder", "Wasser", "Straße"),
    "zh": ("渔业合作", "港口", "对话"),
    "uk": ("війна", "війною", "вода"),
}
EVERY = tuple(word for words in WORDS.values() for word in words)
SPEAKERS = (None, "Ann Lee", "Bo Lee", "Lee", "Пётр Ильин")
DATES = (None, "2019", "2019-10", "2020-03-04")
OTHERS = ("dem", "watre", "unknownword", "sanctoins")


@st.composite
def turns(draw: st.DrawFn, prefix: str, least: int) -> list[IndexedTurn]:
    """Some statements of one or two turns."""
    made = []
    for number in range(draw(st.integers(least, 5))):
        language = draw(st.sampled_from([*WORDS]))
        words = st.lists(st.sampled_from(WORDS[language]), min_size=1, max_size=8)
        title = " ".join(draw(words)) if draw(st.booleans()) else None
        facts = {
            "date": draw(st.sampled_from(DATES)),
            "country": draw(st.sampled_from((None, "KZ", "US"))),
        }
        for n in range(draw(st.integers(1, 2))):
            spoken = Spoken(about=("KZ",)) if draw(st.booleans()) else Spoken()
            made.append(
                turn(
                    f"{prefix}{number}", " ".join(draw(words)), n, title=title, language=language,
                    speaker=draw(st.sampled_from(SPEAKERS)),
                    turn_kind=draw(st.sampled_from(("question", "answer", "remarks"))),
                    spoken=spoken, **facts,
                )
            )  # fmt: skip
    return made


PLAIN = st.one_of(
    st.sampled_from((*EVERY, *OTHERS)),
    st.lists(st.sampled_from(EVERY), min_size=2, max_size=5).map(" ".join),
    st.lists(st.sampled_from(EVERY), min_size=1, max_size=3).map(lambda w: f'"{" ".join(w)}"'),
    st.sampled_from(
        ('"dam river"~3', "sanc*", "wat*", "watre~1", "sanctoin~", "санк*", "title:dam")
    ),
    st.sampled_from(
        ("speaker:lee", 'speaker:"Ann Lee"', "speaker:an*", "lang:en", "lang:(ru OR uk)")
    ),
    st.sampled_from(
        ("country:kz", "kind:question", "date:2019", "date:2019-10..", "about:KZ", "*")
    ),
)
QUERIES = st.one_of(
    st.just(""),
    st.recursive(
        PLAIN,
        lambda part: st.one_of(
            st.tuples(part, part).map(lambda two: f"({two[0]}) OR ({two[1]})"),
            st.tuples(part, part).map(lambda two: f"({two[0]}) AND ({two[1]})"),
            st.tuples(part, part).map(lambda two: f"({two[0]}) -({two[1]})"),
            part.map(lambda one: f"NOT ({one})"),
        ),
        max_leaves=4,
    ),
)
FILTERS = st.sampled_from(
    (
        Filters(),
        Filters(),
        Filters(lang=("en", "ru")),
        Filters(speaker=("lee",)),
        Filters(since="2019-05", until="2020"),
        Filters(kind=("answer",), country=("KZ",)),
        Filters(about=("kz",)),
    )
)


@settings(max_examples=60)
@given(
    turns("old", 0), turns("new", 1), st.lists(st.tuples(QUERIES, FILTERS), min_size=8, max_size=20)
)
def test_what_is_percolated_is_what_search_finds(
    old: list[IndexedTurn], new: list[IndexedTurn], asked: list[tuple[str, Filters]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        index = written(Path(folder) / "search", [*old, *new])
        whole = Reader(Path(folder) / "search").snapshot()
        came, everything = Percolator(new, whole), Percolator([*old, *new], whole)
        for query, filters in asked:
            found = {each.turn.turn for each in came.found(query, filters)}
            of_all = {each.turn.turn for each in everything.found(query, filters)}
            assert found == {name for name in of_all if name.startswith("new")}
            searched = index.search(Request(query=query, filters=filters, limit=1_000))
            event("taken otherwise" if searched.notices else f"found: {bool(searched.total)}")
            if not searched.notices:
                assert of_all == {hit.turn for hit in searched.hits}, query
            elif not any("taken for" in notice for notice in searched.notices):
                assert of_all == set(), query


def test_a_word_that_stands_nowhere_is_taken_for_no_other() -> None:
    came = Percolator(TURNS, None)
    assert list(came.found("sanctoins", Filters())) == []
    assert {each.turn.turn for each in came.found("sanctoins~2", Filters())} == {
        "pact@1#t0",
        "pact@1#t1",
    }
    assert list(came.found("ferry grain", Filters())) == []


def test_a_name_that_somebody_has_exactly_is_nobody_elses(tmp_path: Path) -> None:
    old = [turn("old", "The dam.", speaker="Lee")]
    new = [turn("new", "The dam.", speaker="Ann Lee")]
    written(tmp_path / "search", [*old, *new])
    whole = Reader(tmp_path / "search").snapshot()
    assert list(Percolator(new, whole).found("speaker:lee dam", Filters())) != []
    assert list(Percolator(new, whole).found("speaker:Lee dam", Filters())) == []


def test_words_of_turns_that_are_in_no_index_any_more() -> None:
    old = [turn("a", "An ultimatum was named.")]
    assert len(list(Percolator(old, None).found("ultimatums", Filters()))) == 1


def test_what_was_found_is_marked() -> None:
    (found,) = Percolator(TURNS, None).found('"water pact"', Filters())
    words = [found.hit.quote[s - 100 : e - 100] for s, e in found.hit.highlights]
    assert (words, found.in_title) == (["water", "pact"], False)
    (titled,) = Percolator(TURNS, None).found("dam", Filters())
    assert titled.in_title


def test_a_query_that_cannot_be_understood() -> None:
    with pytest.raises(QueryError):
        Percolator((), None).planned("(dam", Filters())
    with pytest.raises(QueryError) as caught:
        Percolator((), None).planned("kind:nothing", Filters())
    assert caught.value.query == "kind:nothing"
