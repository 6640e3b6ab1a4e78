"""Every rule has its examples and counterexamples, and would be missed if it were not there."""

from __future__ import annotations

import os

import pytest

from onrecord.annotate.confidence import RIGHT
from onrecord.languages.loader import folder
from onrecord.languages.schema import Value
from tests.gold import mutants, near
from tests.gold.entity_rules import Example, examples, read, told, without
from tests.gold.mutation import chosen, main, survivors

MODEL = "<person that a model sees>"
NEAR = 0.7  # of all counterexamples


@pytest.mark.parametrize("kind", ["rule", "entity"])
def test_any_rule_taken_out_is_missed(kind: str) -> None:
    assert survivors(chosen([kind], [], [])) == []


def test_any_list_taken_out_is_missed() -> None:
    files = sorted({f for tag in folder().tags for f in folder().word_files(tag)} - {"times"})
    assert survivors(chosen(["list"], [], files)) == []


FORMS = {
    "entities": 0,
    "titles": 0,
    "figures": 0,
    "responses": 0,
    "strength": 1,
    "quotations": 2,
    "outcomes": 3,
    "names": 4,
    "speakers": 5,
}


@pytest.mark.parametrize("file", FORMS)
def test_entries_of_lists_taken_out_are_missed(file: str) -> None:
    """All but so many, which stand for words without end and have no example of their own yet."""
    assert len(survivors(chosen(["form"], [], [file]))) <= FORMS[file]


@pytest.mark.parametrize("tag", ["de", "en"])
def test_phrases_of_a_language_taken_out_are_missed(tag: str) -> None:
    assert survivors(chosen(["phrase"], [tag], [])) == []


@pytest.mark.skipif("ONRECORD_MUTATION" not in os.environ, reason="takes half a minute")
def test_any_phrase_taken_out_is_missed() -> None:
    assert survivors(chosen(["phrase"], [], [])) == []


def test_every_rule_has_examples_and_counterexamples() -> None:
    for tag in folder().tags:
        for content in folder().word_files(tag).values():
            for rule in content.rule:
                assert all((rule.examples, rule.not_)), rule.name
            for phrase in content.phrase:
                assert all((phrase.examples, phrase.not_)), phrase.name
            for name, given in content.examples.items():
                assert all((given.match, given.not_)), name


def test_every_rule_by_which_names_are_seen_has_examples() -> None:
    assert {e.rule for e in examples() if e.seen} == set(RIGHT) - {MODEL}
    assert {e.rule for e in examples() if not e.seen} == set(RIGHT) - {MODEL}


@pytest.mark.parametrize("example", examples(), ids=lambda e: f"{e.rule} {e.language}")
def test_examples_of_names(example: Example) -> None:
    if example.seen:
        assert example.seen in [a.quote for a in read(example)]
    else:
        whole = told(example)
        with without(example.rule):
            assert told(example) == whole


def test_counterexamples_stand_near_to_their_rules() -> None:
    found = list(near.counterexamples())
    assert sum(one.near for one in found) >= NEAR * len(found)


def test_a_rule_that_another_makes_up_for_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--kind", "rule", "--lang", "zh", "--file", "names"]) == 0
    assert "rule: 1 of 1 are missed when they are taken out" in capsys.readouterr().out


def test_what_is_in_two_forms_of_one_list_is_not_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    forms: dict[str, Value] = {"war": True, "wars?": True}
    given = folder().word_files("en")["figures"].examples["magnitude"]
    mutant = mutants.Mutant("form", "figures", "en", "war", "magnitude")
    monkeypatch.setattr(mutants, "_out", lambda m, form: form == m.name)
    both = given.__class__(match={"war": True}, not_=("peace",))
    assert not mutants.value_changes(mutant, forms, both)
    assert mutants.value_changes(mutant, {"war": forms["war"]}, both)
