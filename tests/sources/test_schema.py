"""The form of `source.toml` lets nothing unknown in."""

from __future__ import annotations

import msgspec
import pytest

from onrecord.records import Labels, Selectors, Source
from onrecord.sources.schema import LabelTable, SelectorTable, SourceFile


@pytest.mark.parametrize("table", ["", "selectors", "labels"])
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
