"""What makes an alert the same as another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.alerts.keys import alert_id, digest, name_as_id, words


@given(st.lists(st.text(max_size=5), max_size=4), st.lists(st.text(max_size=5), max_size=4))
def test_a_digest_tells_lists_of_texts_apart(a: list[str], b: list[str]) -> None:
    assert (digest(*a) == digest(*b)) == (a == b)


def test_only_the_words_of_the_turn_matter() -> None:
    first = alert_id("dam", "a/1", "new", "The “dam” – is full.")
    assert first == alert_id("dam", "a/1", "edited", 'the  "dam"\n- IS full.')
    assert first != alert_id("dam", "a/1", "new", "The dam is empty.")
    assert first != alert_id("dam", "a/2", "new", "The “dam” – is full.")
    assert first != alert_id("gas", "a/1", "new", "The “dam” – is full.")


def test_a_removal_is_told_from_a_later_one_by_its_evidence() -> None:
    once = alert_id("dam", "a/1", "removed", "", "urn:uuid:1")
    assert once == alert_id("dam", "a/1", "removed", "", "urn:uuid:1")
    assert once != alert_id("dam", "a/1", "removed", "", "urn:uuid:2")


def test_words_withdrawn_for_others_are_another_alert_each_time() -> None:
    said = "the dam is full"
    once = alert_id("dam", "a/1", "withdrawn", said, "the lake is full")
    assert once != alert_id("dam", "a/1", "withdrawn", said, "")


@given(st.text())
def test_words_are_steady(text: str) -> None:
    assert words(words(text)) == words(text)


@given(st.text())
def test_an_id_can_stand_in_an_address(name: str) -> None:
    made = name_as_id(name)
    assert made == "" or (made.replace("-", "").isalnum() and made.isascii() and len(made) <= 60)
