"""The form becomes a query, the query an address, and the address the same search."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from onrecord.search.query.parser import parse
from onrecord.web.queries import Search

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)


@given(st.lists(WORDS), WORDS, st.lists(WORDS), st.lists(WORDS))
def test_whatever_is_typed_into_the_form_is_a_query(
    every: list[str], phrase: str, some: list[str], none: list[str]
) -> None:
    form = Search(
        all="".join(w + " " for w in every if w.isalnum()),
        phrase=phrase if any(map(str.isalnum, phrase)) else "",
        any=" ".join(w for w in some if w.isalnum()),
        none=" ".join(w for w in none if w.isalnum()),
    )
    parse(form.written())


def test_the_fields_of_the_form() -> None:
    form = Search(
        q="dam", all="the OR sea", phrase='a "b" c', any="x y", none="z", title="two words"
    )
    assert form.composed
    assert form.written() == ('dam the "OR" sea "a b c" (x OR y) -z title:two title:words')
    assert not Search(q="dam", all="  ").composed


@given(
    st.builds(
        Search,
        q=st.text('ab :"', max_size=9),
        lang=st.lists(st.sampled_from(["en", "ru"]), max_size=2),
        since=st.sampled_from(["", "2019"]),
        sort=st.sampled_from(["relevance", "date"]),
        page=st.integers(1, 5),
        size=st.sampled_from([10, 20]),
    )
)
def test_an_address_is_the_same_search_again(wanted: Search) -> None:
    found = parse_qs(urlsplit(wanted.address(page=wanted.page)).query)
    one = {k: v[0] for k, v in found.items() if k != "lang"}
    again = Search.model_validate({**one, "lang": found.get("lang", [])})
    assert again.values() | {"page": None} == wanted.values() | {"page": None}
    assert again.filters == wanted.filters


def test_another_search_begins_at_its_first_page() -> None:
    assert "page" not in Search(q="a", page=4).address(sort="date")
    assert Search(page=3, size=10).offset == 20
