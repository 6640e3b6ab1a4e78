"""Tests of annotate.cues: forms of a file, found in one walk."""

from __future__ import annotations

from itertools import pairwise

import pytest

from onrecord.annotate.cues import Cues, cues
from onrecord.languages.lexicon import words_of


def found(text: str, file: str = "events", tag: str = "en") -> list[tuple[str, str]]:
    words = words_of(text)
    return [
        (cue.list, " ".join(words[cue.first : cue.last]))
        for cue in cues(tag, file).find(words, 0, len(words))
    ]


def test_the_longest_form_wins() -> None:
    assert ("consult", "held two long talks") in found("They held two long talks.")


def test_a_gap_ends_at_a_mark() -> None:
    assert ("consult", "held , talks") not in found("They held, talks")


def test_a_compound_is_one_word_of_a_gap() -> None:
    assert ("concede", "called off a four - day strike") in found(
        "They called off a four-day strike."
    )
    assert ("concede", "called off - strike") not in found("They called off - strike")


def test_the_sign_of_a_currency_is_no_word_of_a_gap() -> None:
    assert ("aid", "give $ 25 million to") in found("They give $25 million to Norland.")


def test_an_elided_word_is_one_of_a_gap() -> None:
    text = "La Russie viole l'accord."
    assert ("accuse", "viole l ' accord") in found(text, tag="fr")


def test_a_stem_takes_any_ending() -> None:
    assert found("осудила", tag="ru")[0] == ("accuse", "осудила")


def test_cues_do_not_overlap() -> None:
    words = words_of("We condemned the attack on the embassy and called on all to meet.")
    cue_list = list(cues("en", "events").find(words, 0, len(words)))
    assert all(a.last <= b.first for a, b in pairwise(cue_list))
    assert len(cue_list) >= 3


def test_only_words_between_the_bounds_count() -> None:
    words = words_of("condemned condemned")
    assert [c.first for c in cues("en", "events").find(words, 1, 2)] == [1]


def test_a_word_of_several_lists_is_a_cue_of_each() -> None:
    assert {name for name, _ in found("that", "clauses")} >= {"subordinator"}
    assert len({name for name, _ in found("the", "clauses")}) >= 1


@pytest.mark.parametrize("file", ["clauses", "events", "commitments", "positions"])
def test_a_language_without_words_has_no_cues(file: str) -> None:
    assert list(Cues("zh", file).find(("will", "meet"), 0, 2)) == []


def test_the_particle_of_a_verb_may_end_its_clause_far_behind() -> None:
    text = "Norwegen ruft alle Parteien am 5. Mai mit Nachdruck zur Ruhe auf."
    assert ("request", "ruft") in found(text, tag="de")
    assert ("request", "ruft") not in found("Norwegen ruft die Parteien auf Japan.", tag="de")


def test_a_verb_is_the_cue_behind_its_noun() -> None:
    assert ("coerce", "sperren") in found("Der Rat will Konten von zwei Firmen sperren.", tag="de")
