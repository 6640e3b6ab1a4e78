"""Where an act is said."""

from __future__ import annotations

from onrecord.ledger.sayings import apart, is_of, keys, parties, rejected, saying
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


def test_a_stretch_of_a_text_is_told_once() -> None:
    long, short = promise("We will come to Lund", start=10), promise("come to Lund", start=18)
    other = promise("We will come", statement="b", date="2024-01-01", start=10)
    found = apart(map(saying, (short, long, other)))
    assert [(each.statement, each.quote) for each in found] == [
        ("b", "We will come"),
        ("no_mfa/a", "We will come to Lund"),
    ]
