"""What of two versions is worth telling."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.alerts.comparing import Side, nearest, passage, removed, told
from onrecord.alerts.records import Alert
from tests.alerts.making import found, search

NOW = "2024-03-06T09:00:00.000000Z"
DAM = "The dam is full and the valley is safe."
LOW = "The dam is low and the valley is safe."
LAKE = "The lake is full and the valley is safe."
MORNING = "Good morning to all of you who have come."


def side(*texts: str, version: int = 1) -> Side:
    """A version of these turns, and what a search for dam finds in it."""
    name = f"a/2024-03-06/talks@{version}"
    hits = [found(text, version=name) for text in texts if "dam" in text]
    return Side(texts, hits)


def changed(was: Side, now: Side) -> list[Alert]:
    return list(told(search(), now, was, NOW))


def test_of_a_first_version_all_is_new() -> None:
    alerts = list(told(search(), side(MORNING, DAM, LOW), None, NOW))
    assert [alert.kind for alert in alerts] == ["new", "new"]
    assert [alert.quote for alert in alerts] == [DAM, LOW]
    assert alerts[0].words == ("dam",)


def test_a_change_elsewhere_is_not_told() -> None:
    assert changed(side(MORNING, DAM), side("Good evening.", DAM, version=2)) == []


def test_an_edit_of_the_turn_is_told_with_what_stood_there() -> None:
    (alert,) = changed(side(MORNING, DAM), side(MORNING, LOW, version=2))
    assert (alert.kind, alert.quote, alert.version) == ("edited", LOW, "a/2024-03-06/talks@2")
    assert alert.before == DAM.lower()
    assert alert.after == LOW.lower()


def test_of_another_print_only_what_it_has_besides_is_told_and_nothing_is_withdrawn() -> None:
    was, now = side(MORNING, DAM), side(MORNING, LOW, version=2)
    (alert,) = told(search(), now, was, NOW, elsewhere=True)
    assert (alert.kind, alert.quote, alert.before) == ("new", LOW, None)
    assert list(told(search(), side(MORNING, version=2), was, NOW, elsewhere=True)) == []
    assert list(told(search(), was, was, NOW, elsewhere=True)) == []


def test_words_that_are_gone_are_told_with_what_stands_there() -> None:
    (alert,) = changed(side(MORNING, DAM), side(MORNING, LAKE, version=2))
    assert (alert.kind, alert.quote, alert.version) == ("withdrawn", DAM, "a/2024-03-06/talks@1")
    assert alert.after == LAKE.lower()


def test_a_turn_that_is_gone_is_told() -> None:
    (alert,) = changed(side(MORNING, DAM), side(MORNING, version=2))
    assert (alert.kind, alert.before, alert.after) == ("withdrawn", None, None)


def test_a_turn_that_was_added_is_told() -> None:
    (alert,) = changed(side(MORNING), side(MORNING, DAM, version=2))
    assert (alert.kind, alert.before) == ("edited", None)


def test_borders_that_moved_are_no_edit() -> None:
    assert changed(side(f"{MORNING} {DAM}"), side(MORNING, DAM, version=2)) == []
    assert changed(side(MORNING, DAM), side(f"{MORNING} {DAM}", version=2)) == []


def test_an_edit_to_and_fro_has_the_ids_that_it_had() -> None:
    first = next(told(search(), side(DAM), None, NOW))
    (again,) = changed(side(LOW, version=2), side(DAM, version=3))
    assert first.id == again.id


def test_only_what_is_wanted() -> None:
    only = search(kinds=("withdrawn",))
    assert list(told(only, side(DAM), None, NOW)) == []
    assert len(list(told(only, side(MORNING), side(DAM), NOW))) == 1


def test_a_removal_is_told_once_a_search_with_the_best_quote() -> None:
    hits = [found(MORNING), found(DAM)]
    made = removed(search(), hits, "urn:uuid:1", "the address answers 410", NOW)
    assert made is not None
    assert (made.kind, made.quote, made.reason) == ("removed", DAM, "the address answers 410")
    assert removed(search(), [], "urn:uuid:1", "", NOW) is None
    assert removed(search(kinds=("new",)), hits, "urn:uuid:1", "", NOW) is None


TURNS = st.lists(
    st.lists(
        st.sampled_from(["a", "dam", "is", "full", "low", "lake"]), min_size=1, max_size=9
    ).map(" ".join),
    max_size=5,
)


@given(TURNS)
def test_a_version_tells_nothing_of_itself(turns: list[str]) -> None:
    assert changed(side(*turns), side(*turns, version=2)) == []


@given(TURNS, TURNS)
def test_what_is_told_quotes_the_version_that_it_names(a: list[str], b: list[str]) -> None:
    for alert in changed(side(*a), side(*b, version=2)):
        assert alert.quote in (b if alert.version.endswith("@2") else a)
        assert (alert.kind == "edited") == alert.version.endswith("@2")


@given(TURNS, TURNS)
def test_new_words_that_were_nowhere_are_told(a: list[str], b: list[str]) -> None:
    told_of = {alert.quote for alert in changed(side(*a), side(*b, version=2))}
    whole = " ".join(a)
    for text in b:
        if "dam" in text and text not in whole:
            assert text in told_of


def test_nearest_and_passage_of_long_turns() -> None:
    long = " ".join(f"w{n}" for n in range(500))
    other = long.replace("w400", "x400")
    assert nearest(long, [MORNING, other]) == other
    assert "w400" in passage(long, other)
    assert len(passage(long, other).split()) < 70
    assert passage(long, None).startswith("w0 ")
