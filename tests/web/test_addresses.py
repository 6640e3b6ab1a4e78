"""An address leads back to what it was made of, whatever an id holds."""

from __future__ import annotations

from urllib.parse import parse_qsl, unquote, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from onrecord.web import addresses

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)


@given(TEXTS)
def test_a_path_is_read_back_as_the_id(name: str) -> None:
    made = f"http://h/statements/{addresses.path_of(name)}"
    path = urlsplit(made).path
    assert unquote(path.removeprefix("/statements/")) == name
    assert not {".", ".."} & set(path.split("/"))
    assert not path.endswith(".json")


@given(st.dictionaries(st.sampled_from("abcd"), st.lists(TEXTS, min_size=1).map(tuple)))
def test_a_query_is_read_back(values: dict[str, tuple[str, ...]]) -> None:
    pairs = [(name, each) for name, many in values.items() for each in many]
    made = addresses.query(values).removeprefix("?")
    assert parse_qsl(made, keep_blank_values=True) == pairs


def test_what_a_page_links_to() -> None:
    assert addresses.citation("a/b", 2, turn=3) == "/cite/a/b@2?turn=3"
    assert addresses.evidence("a/b") == "/evidence/a/b"
    assert addresses.original("urn:uuid:1") == "/originals/1"
