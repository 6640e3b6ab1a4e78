from __future__ import annotations

from onrecord.annotate.known_names import families, keys, known, longest, openings, single


def test_tables_stand_in_order() -> None:
    kinds = [table.kind for table in known()]
    assert kinds.index("organisation") < kinds.index("state") < kinds.index("town")


def test_every_name_of_several_words_has_its_opening() -> None:
    assert "united arab" in openings()
    assert "united arab emirates" in keys()
    assert "arab united" not in openings()


def test_how_long_a_name_may_be() -> None:
    assert longest("united") >= 3
    assert longest("qwertyuiop") == 0
    assert single("france")
    assert not single("france", small=True)


def test_families_name_people() -> None:
    assert "sergey-lavrov" in families()["lavrov"]
