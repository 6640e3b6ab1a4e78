from __future__ import annotations

import pytest

from tests.compare.support import differing


@pytest.mark.parametrize(
    ("a", "b", "weight", "what"),
    [
        ("The state must meter it.", "The state should meter it.", "substance", "obligation"),
        ("We condemn the attack.", "We regret the attack.", "substance", "censure"),
        ("We will not sign it.", "We will sign it.", "substance", "negation"),
        ("They sent 14 ships there.", "They sent 40 ships there.", "fact", "number"),
        ("They sent big ships there.", "They sent large ships there.", "wording", "wording"),
        ("They said \u201cno\u201d to it.", 'They said "no" to it.', "typography", "typography"),
    ],
)
def test_a_change_weighs_as_its_words_do(a: str, b: str, weight: str, what: str) -> None:
    found = differing(a, b)
    assert {(d.weight, d.what) for d in found} == {(weight, what)}


def test_only_the_words_that_differ_are_quoted() -> None:
    (found,) = differing("The state must meter it.", "The state should meter it.")
    assert (found.quote_a, found.quote_b, found.reason) == ("must", "should", "weaker in B")


def test_what_has_come_has_no_words_in_a() -> None:
    (found,) = differing("We met in the old town.", "We met again in the old town.")
    assert (found.quote_a, found.quote_b) == ("", "again")
