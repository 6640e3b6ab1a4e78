"""Questions and what became of them."""

from __future__ import annotations

from onrecord.ledger.unanswered import Wanted, answers, chosen, counts, followed
from onrecord.store.acts import Act
from tests.ledger.support import act, asked, outcome, promise

QUESTION = "When will the ferry line to Lower Brenn be reopened?"


def _judged(clarity: str = "non-reply", evasion: str = "declining", **more: object) -> Act:
    value = {"clarity": clarity, "evasion": evasion, "scores": {clarity: 0.8}, "exchange": 0} | more
    return act("response", "No comment", value, start=100, turn=2)


def test_an_exchange_has_its_question_and_the_words_that_show_it() -> None:
    (one,) = answers([_judged()], [asked(QUESTION)])
    assert (one.question, one.official, one.outlet) == (QUESTION, "Ann Lee", "Northern Wire")
    assert (one.clarity, one.evasion, one.shown.quote) == ("non-reply", "declining", "No comment")
    assert followed(one) is None


def test_several_questions_are_judged_one_by_one() -> None:
    part = _judged("reply", "explicit", question="And  the harbour?")
    (one,) = answers([_judged(), part], [asked(QUESTION)])
    assert [(p.question, p.clarity) for p in one.parts] == [("And the harbour?", "reply")]
    assert one.clarity == "non-reply"


def test_a_promise_of_an_answer_is_followed() -> None:
    later = promise("We will get back to you", rule="follow_up: get back to you", turn=2, start=120)
    (one,) = answers([_judged(), later], [asked(QUESTION)])
    assert followed(one) == "none"
    back = outcome("You asked yesterday about the ferry line to Lower Brenn", "answered",
                   "You asked yesterday", statement="no_mfa/b", date="2024-05-03")  # fmt: skip
    (one,) = answers([_judged(), later, back], [asked(QUESTION)])
    assert followed(one) == "found"
    assert one.follow_up is not None
    assert one.follow_up.answers[0].said.statement == "no_mfa/b"
    for more in ({"date": "2025-05-03"}, {"date": "2024-05-01"}, {"country": "SE"}):
        given = {"statement": "no_mfa/b", "date": "2024-05-03"} | more
        back = outcome("You asked yesterday about the ferry line to Lower Brenn", "answered",
                       "You asked yesterday", **given)  # fmt: skip
        (one,) = answers([_judged(), later, back], [asked(QUESTION)])
        assert followed(one) == "none", more


def test_filters_and_counts() -> None:
    found = answers([_judged()], [asked(QUESTION)])
    assert chosen(found, Wanted(topic="SE")) == list(found)
    assert chosen(found, Wanted(topic="ferry")) == list(found)
    assert chosen(found, Wanted(topic="state/fi")) == []
    assert chosen(found, Wanted(official="lee", outlet="wire", clarity="non-reply")) == list(found)
    assert chosen(found, Wanted(clarity="reply")) == []
    assert chosen(found, Wanted(since="2025")) == []
    assert chosen(found, Wanted(followed="none")) == []
    assert counts(found) == {"Ann Lee": {"non-reply": 1}}


def test_an_exchange_without_a_question_is_left_out() -> None:
    assert answers([_judged()], []) == ()
