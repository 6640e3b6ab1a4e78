"""Compiling of names: the index is that of the tables; rules, cautions, decoys."""

from __future__ import annotations

import importlib.util
from types import ModuleType

import pytest

from onrecord.gazetteer import tables
from onrecord.gazetteer.naming import (
    Cautions,
    Entry,
    agreement_rows,
    compiled,
    decoys,
    forms_of,
    index,
    is_acronym_name,
    organisation_rows,
    outlet_index,
    outlets,
    slug,
)
from tests.support import REPOSITORY


def build_script() -> ModuleType:
    path = REPOSITORY / "scripts" / "build_actors.py"
    spec = importlib.util.spec_from_file_location("build_actors", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_index_is_up_to_date() -> None:
    """If this fails: python scripts/build_actors.py"""
    for folder, contents in build_script().index().items():
        for name, content in contents.items():
            assert tables.rows(name, folder) == content, f"{folder}/{name}"


def test_inflected_names() -> None:
    forms = forms_of("Минские договорённости", "ru")
    assert {"Минских договорённостей", "Минским договорённостям"} <= set(forms)
    assert "Союза" in forms_of("Союз", "ru")
    assert forms_of("ОДКБ", "ru") == ("ОДКБ",)


def test_rules() -> None:
    forms = [("x", "en", "Xorg"), ("x", "en", "XO"), ("y", "de", "Xorg")]
    table = compiled(forms, Cautions(set_off=("Xorg",)))
    assert table == {"xo": "u x:en", "xorg": "q x:en y:de"}
    assert "xo" not in compiled(forms, Cautions(asked=("XO",)))
    assert compiled([("x", "en", "Xosur"), ("x", "en", "XOSUR")], Cautions())["xosur"] == "n x:en"
    assert compiled(forms, Cautions(small=("XO",)))["xo"] == "a x:en"
    assert compiled(forms, Cautions(context={"XO": ("y",)}))["xo"] == "c x:en y:w"


def test_a_caution_against_nothing_is_an_error() -> None:
    with pytest.raises(KeyError, match="atlantis"):
        compiled([], Cautions(set_off=("Atlantis",)))


def test_a_longer_name_of_another_thing_is_a_decoy() -> None:
    names = {"north treaty": "n x:en"}
    assert decoys(names, ["north treaty organization", "north"]) == {
        "north treaty organization": "d"
    }
    entry = Entry(kind="treaty", en=("North Treaty",))
    assert index({"x": entry}, Cautions(), ["north treaty office"])["names.tsv"] == {
        "north treaty": "n x:en",
        "north treaty office": "d",
    }


def test_fields_of_another_table_are_errors() -> None:
    with pytest.raises(ValueError, match="another table"):
        organisation_rows({"x": Entry(kind="body", adopted="1999", en=("X",))})
    with pytest.raises(ValueError, match="another table"):
        agreement_rows({"x": Entry(kind="treaty", since="1999", en=("X",))})
    with pytest.raises(KeyError, match="part of"):
        organisation_rows({"x": Entry(kind="body", part_of="atlantis", en=("X",))})


def test_outlets() -> None:
    tables_of = {"RU": {"language": "ru", "agency": "Xass | Ксасс\n", "radio": "Xadio #en\n"}}
    known = outlets(tables_of)
    assert [(o.id, o.kind, o.language) for o in known] == [
        ("xass", "agency", "ru"),
        ("xadio", "radio", "en"),
    ]
    names = outlet_index(known, Cautions())["names.tsv"]
    assert names["ксасса"] == "n xass:und"
    with pytest.raises(ValueError, match="no such kind"):
        outlets({"RU": {"language": "ru", "blog": "X\n"}})
    with pytest.raises(ValueError, match="twice"):
        outlets({"RU": {"language": "ru", "agency": "X\nX\n"}})


def test_acronyms() -> None:
    assert [is_acronym_name(name) for name in ("UN", "P5+1", "BRICS", "Quad", "3+3")] == [
        True,
        True,
        True,
        False,
        False,
    ]


def test_slug() -> None:
    assert slug("Guðni Jóhannesson") == "gudni-johannesson"
