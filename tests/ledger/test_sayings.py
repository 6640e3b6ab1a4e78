"""Where an act is said."""

from __future__ import annotations

from onrecord.ledger.sayings import is_of, keys, parties, rejected, saying
from tests.ledger.support import NO, promise, wrong


def test_an_id_reads_itself() -> None:
    said = saying(promise("We will come", start=40))
    assert said.id == "no_mfa/a@1#commitment:40-52"
    assert said.quote == "We will come"


def test_parties_are_told_once() -> None:
    found = parties([NO, NO, None, "Ann Lee"])
    assert [(p.country, p.name) for p in found] == [("NO", "we"), (None, "Ann Lee")]
    assert keys(found) == {"NO", "ann lee"}
    assert parties({"name": "x"})[0].name == "x"


def test_who_is_meant() -> None:
    found = parties([NO, "Ann Marie Lee"])
    assert is_of(found, "NO")
    assert is_of(found, "state/no")
    assert is_of(found, "Lee")
    assert is_of(found, "marie lee")
    assert not is_of(found, "ee")
    assert not is_of(found, "mar")


def test_a_rejected_act_says_so() -> None:
    assert rejected(promise("x", correction=wrong()))
    assert not rejected(promise("x"))
