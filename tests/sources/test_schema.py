"""The form of `source.toml` lets nothing unknown in."""

from __future__ import annotations

import msgspec
import pytest

from onrecord.records import Expect, Labels, Listing, ListingSelectors, Selectors, Source
from onrecord.sources.schema import (
    ExpectTable,
    LabelTable,
    ListingSelectorTable,
    ListingTable,
    SelectorTable,
    SourceFile,
    seconds,
)


@pytest.mark.parametrize("table", ["", "selectors", "labels", "expect"])
def test_unknown_keys_are_refused_at_every_level(table: str) -> None:
    good = {"institution": "M", "languages": ["en"], "series": "s", "hosts": ["m.example"]}
    assert msgspec.convert(good, SourceFile).hosts == ("m.example",)
    bad = good | ({"titel": "h1"} if not table else {table: {"titel": "h1"}})
    with pytest.raises(msgspec.ValidationError, match="titel"):
        msgspec.convert(bad, SourceFile)


def test_a_file_has_every_field_of_the_record() -> None:
    assert set(SourceFile.__struct_fields__) == set(Source.__struct_fields__) - {"id"}
    assert set(SelectorTable.__struct_fields__) == set(Selectors.__struct_fields__)
    assert set(LabelTable.__struct_fields__) == set(Labels.__struct_fields__)
    assert set(ListingTable.__struct_fields__) == set(Listing.__struct_fields__)
    assert set(ListingSelectorTable.__struct_fields__) == set(ListingSelectors.__struct_fields__)
    assert set(ExpectTable.__struct_fields__) == set(Expect.__struct_fields__)


@pytest.mark.parametrize(
    "listing",
    [
        {"kind": "page", "url": "https://a.example/", "selector": "x"},
        {"kind": "page", "url": "https://a.example/", "selectors": {"items": "li"}},
        {"kind": "podcast", "url": "https://a.example/"},
    ],
)
def test_a_listing_is_as_strict(listing: dict[str, object]) -> None:
    good = {"languages": ["en"], "series": "s", "hosts": ["m.example"]}
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(good | {"listing": [listing]}, SourceFile)


@pytest.mark.parametrize("span", ["1 week", "h", "-1h", "1.5h", "", "1h30"])
def test_spans_that_are_none(span: str) -> None:
    with pytest.raises(ValueError, match="no span of time"):
        seconds(span)
