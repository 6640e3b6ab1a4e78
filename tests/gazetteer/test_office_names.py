"""Compiling of offices."""

from __future__ import annotations

from onrecord.gazetteer.office_names import OfficeTable, Words, index, labels

WORDS = Words(("former",), ("deputy",), ("Mr",))
MINISTER = OfficeTable("state", en=("water minister",), ru=("министр воды",))


def test_index() -> None:
    owners = {"US": {"water_minister": ("secretary of water", "секретарь воды")}}
    found = index({"water_minister": MINISTER}, owners, WORDS, {"GB": "monarch"})
    names = found["names.tsv"]
    assert names["water minister"] == "water_minister"
    assert names["министра воды"] == "water_minister"
    assert names["secretary of water"] == "water_minister US"
    assert names["секретаря воды"] == "water_minister US"
    assert found["heads.tsv"]["secretary"] == "3"
    assert found["styles.tsv"] == {"GB": "monarch"}
    assert set(found["changing.tsv"]) == {"former", "deputy"}
    assert {"minister", "mr"} <= set(found["titles.tsv"])


def test_traits_and_labels() -> None:
    table = OfficeTable("both", ("a", "b"), {"DE": "c"}, {"un": "d"}, True, en=("x",))
    found = index({"office": table}, {}, WORDS, {})
    assert found["traits.tsv"]["office"] == "both|1|a b|DE=c|un=d"
    assert labels({"office": table})["office"].startswith("en=x|")
