from __future__ import annotations

import pytest

from onrecord.annotate.known_names import Table, families, keys, known, longest, opens, single


def test_tables_stand_in_order() -> None:
    kinds = [table.kind for table in known()]
    assert kinds.index("organisation") < kinds.index("state") < kinds.index("town")


def test_every_name_of_several_words_has_its_opening() -> None:
    assert opens("united arab")
    assert "united arab emirates" in keys()
    assert not opens("arab united")


@pytest.mark.parametrize("table", known(), ids=lambda table: table.kind)
def test_names_are_compiled_in_order(table: Table) -> None:
    names = list(table.names)
    assert names == sorted(names)


def test_how_long_a_name_may_be() -> None:
    assert longest("united") >= 3
    assert longest("qwertyuiop") == 0
    assert single("france")
    assert not single("france", small=True)


def test_families_name_people() -> None:
    assert "sergey-lavrov" in families()["lavrov"]
