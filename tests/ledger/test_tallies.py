"""Questions counted: by outlet, asker, topic and official."""

from __future__ import annotations

import pytest

from onrecord.ledger.sayings import saying
from onrecord.ledger.tallies import BY, Tally, tallies
from onrecord.ledger.unanswered import Answer
from tests.ledger.support import promise


def _answer(clarity: str, outlet: str | None, *about: str, official: str = "Ann Lee") -> Answer:
    return Answer(
        id="a", question="Why?", whole=True, turn=1, asker=None, outlet=outlet, official=official,
        clarity=clarity, evasion="explicit", scores={}, shown=saying(promise("No.")), about=about,
    )  # fmt: skip


SOME = [
    _answer("reply", "Harbour Times", "state/no", "state/se"),
    _answer("non-reply", "Harbour Times", "state/no"),
    _answer("ambivalent", "Tidings", official="Bo Ek"),
    _answer("non-reply", None),
    _answer("non-reply", None),
    _answer("non-reply", None),
]


def test_by_outlet_the_most_asked_first_and_what_is_not_stated_last() -> None:
    assert tallies(SOME, "outlet") == (
        Tally(outlet="Harbour Times", asked=2, answered=1, ambivalent=0, unanswered=1, share=0.5),
        Tally(outlet="Tidings", asked=1, answered=0, ambivalent=1, unanswered=0, share=0.0),
        Tally(asked=3, answered=0, ambivalent=0, unanswered=3, share=1.0),
    )


def test_a_question_counts_for_each_thing_that_it_names() -> None:
    by = {one.topic: one.asked for one in tallies(SOME, "topic")}
    assert by == {"state/no": 2, "state/se": 1, None: 4}
    both = {(one.outlet, one.topic): one.unanswered for one in tallies(SOME, "outlet-topic")}
    assert both["Harbour Times", "state/no"] == 1
    assert both["Tidings", None] == 0


@pytest.mark.parametrize("by", ["outlet", "asker", "official"])
def test_every_exchange_is_counted_once(by: str) -> None:
    assert by in BY
    assert sum(one.asked for one in tallies(SOME, by)) == len(SOME)
    assert tallies([], by) == ()
