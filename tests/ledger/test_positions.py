"""Positions, formulas, distances."""

from __future__ import annotations

import msgspec

from onrecord.ledger.positions import (
    Target,
    Wanted,
    chosen,
    distances,
    formulas,
    names,
    positions,
    printed,
    standings,
    targets,
)
from onrecord.records import Span
from onrecord.store.acts import Act, Named
from tests.ledger.support import NO, SE, position

PACT = Named(Span(11, 24), "agreement/pact", "agreement", "Northern Pact", None)


PACT_CALLED = Target(name="NP", entity="agreement/pact")


def _on_pact(stance: str, formula: str, date: str, holder: object = NO) -> Act:
    at = len(f"We {formula} the ")
    named = Named(Span(at, at + 13), PACT.entity, PACT.kind, PACT.name, None)
    return position(
        stance, formula, "the Northern Pact", holder, date=date, statement=f"s{date}",
        entities=(named,),
    )  # fmt: skip


SOME = [
    _on_pact("oppose", "firmly oppose", "2023-01-10"),
    _on_pact("oppose", "firmly oppose", "2023-06-10"),
    _on_pact("concern", "are concerned about", "2024-02-01"),
    _on_pact("support", "welcome", "2024-02-02", SE),
]


def test_a_target_is_told_by_what_is_named_in_it() -> None:
    found = positions(SOME)
    assert targets(found) == {"agreement/pact": 4}
    assert names(found) == {"agreement/pact": "Northern Pact"}
    again = [msgspec.structs.replace(one, about=(PACT_CALLED,)) for one in found[:1]]
    assert names([*again, *found]) == names(found)  # as it is printed most often
    assert len(chosen(found, Wanted(target="agreement/pact", holder="NO"))) == 3
    assert len(chosen(found, Wanted(target="northern pact"))) == 4
    assert len(chosen(found, Wanted(stance="support", since="2024"))) == 1
    assert chosen(found, Wanted(target="state/pact")) == []


def test_a_formula_has_a_first_and_a_last_use_and_may_disappear() -> None:
    firm, worried, welcome = formulas(positions(SOME), "agreement/pact")
    assert (firm.formula, firm.uses, firm.later) == ("firmly oppose", 2, 1)
    assert (firm.first.date, firm.last.date) == ("2023-01-10", "2023-06-10")
    assert (worried.stance, worried.later) == ("concern", 0)
    assert welcome.holder == "SE"


def test_distance_follows_from_the_positions() -> None:
    standing = standings(positions(SOME), "agreement/pact")
    assert [(one.holder, one.mean) for one in standing] == [("NO", -0.83), ("SE", 1.0)]
    (apart,) = distances(standing)
    assert (apart.a, apart.b, apart.of) == ("NO", "SE", (3, 1))
    assert apart.distance + apart.agreement == 1
    assert 0.91 <= apart.distance <= 0.92


def test_what_a_state_says_of_itself_is_no_stance_toward_it() -> None:
    assert standings(positions(SOME), "state/no")[0].holder == "SE"


def test_a_call_takes_no_side() -> None:
    (one,) = standings(positions([_on_pact("call", "call for", "2024-01-01")]))
    assert one.mean is None
    assert distances([one]) == ()


def test_holders_that_are_no_states_keep_their_names() -> None:
    ann = {"name": "Ann Lee", "iso": None, "entity": None}
    found = positions([_on_pact("support", "welcome", "2024-01-01", ann)])
    assert printed(found) == {"ann lee": "Ann Lee"}
