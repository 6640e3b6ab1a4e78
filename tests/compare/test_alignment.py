from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.compare.alignment import align
from onrecord.compare.sides import Text, side
from onrecord.meaning.encoder import encoder
from tests.compare.support import VERSIONS, Concepts, aligned, read_file

SENTENCES = st.lists(
    st.sampled_from(["One came.", "Two left early.", "Three stayed on.", "A fourth."]), max_size=8
)


@settings(deadline=None)
@given(SENTENCES, SENTENCES, st.sampled_from([("en", "en"), ("xa", "xb"), ("xa", "uk")]))
def test_each_sentence_is_in_one_bead_and_spans_are_those_of_sentences(
    a: list[str], b: list[str], languages: tuple[str, str]
) -> None:
    found = aligned(" ".join(a), " ".join(b), languages)
    assert sorted(n for bead in found.beads for n in bead.places_a) == list(range(len(found.a)))
    assert sorted(n for bead in found.beads for n in bead.places_b) == list(range(len(found.b)))
    for bead in found.beads:
        assert bead.a == tuple(found.a[n].span for n in bead.places_a)
        assert bool(bead.a or bead.b)


def test_a_text_beside_itself_is_the_same_without_an_encoder() -> None:
    text = Text(text="We met. We agreed on all points.", language="en")
    found = align(text, text, None)
    assert {bead.kind for bead in found.beads} == {"same"}
    assert (found.method, found.score) == ("words", 1.0)


def test_a_language_that_the_encoder_does_not_know_falls_back_and_says_so() -> None:
    found = aligned("Orvenne met 12 envoys.", "Орвенн зустріла 12 послів.", ("en", "uk"))
    assert found.method == "names"
    assert [bead.kind for bead in found.beads] == ["same"]
    assert "encoder does not know" in found.issues[0].message


def test_unrelated_texts_are_said_to_be_so() -> None:
    a = "aherring catches fell sharply. aboats stayed home. anets were dry."
    b = "bministers signed papers. bguests danced late. bbands played on."
    found = aligned(a, b, ("xa", "xb"))
    assert not found.related
    assert found.share < 0.2
    assert "no versions of one text" in found.issues[-1].message


def test_an_empty_side_is_told() -> None:
    found = align(Text(text="", language="en"), Text(text="We met.", language="en"), Concepts())
    assert [bead.kind for bead in found.beads] == ["added"]
    assert "A has no sentence" in found.issues[0].message


def test_a_side_a_hundred_times_as_long_keeps_its_partner() -> None:
    many = " ".join(f"athing{n} moved slowly past place{n}." for n in range(300))
    found = aligned("bthing150 moved slowly past place150.", many, ("xb", "xa"))
    assert [bead.places_b for bead in found.beads if bead.a] == [(150,)]


@pytest.mark.parametrize("language", ["ru", "fr", "es", "de"])
def test_versions_in_five_languages(language: str) -> None:
    a, b = (side(read_file(VERSIONS / f"marsk.{tag}.txt")) for tag in ("en", language))
    found = align(a, b, encoder())
    assert found.method == "meaning"
    assert found.related
    assert all(bead.score and bead.score > 0.4 for bead in found.beads if bead.a and bead.b)


ENGLISH = (
    "The ministers met in the capital on Monday. They signed an agreement on trade and energy. "
    "Twelve ships will leave the port next week. We thank the rescuers for their courage."
)
UKRAINIAN = (
    "Міністри зустрілися у столиці в понеділок. Вони підписали угоду про торгівлю та енергетику. "
    "Дванадцять кораблів вийдуть з порту наступного тижня. Ми дякуємо рятувальникам за мужність."
)


def test_vectors_of_a_language_that_is_not_known_are_used_where_they_tell_something() -> None:
    sides = Text(text=ENGLISH, language="en"), Text(text=UKRAINIAN, language="uk")
    found = align(*sides, encoder())
    assert found.method == "unsure"
    assert "not trained" in found.issues[0].message
    assert [(b.places_a, b.places_b) for b in found.beads] == [((n,), (n,)) for n in range(4)]
