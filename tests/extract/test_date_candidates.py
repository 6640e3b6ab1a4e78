"""Tests of extract.date_candidates: gathering and ranking."""

from __future__ import annotations

from onrecord.extract import date_candidates
from onrecord.extract.date_candidates import FIRM, LEFTOVER, NEAR, Case
from onrecord.extract.page import Field, Page
from onrecord.languages.loader import language
from tests.extract.test_page_dates import PROSE, page

EN = language("en")


def case(given: Page, url: str | None = None) -> Case:
    return date_candidates.case(given, EN, url, None)


def ranks(*texts: str, everywhere: bool = False) -> list[tuple[str, int]]:
    given = case(page(*texts))
    given = date_candidates.wider(given) if everywhere else given
    return [(c.found.value, c.rank) for c in date_candidates.shown(given, elements=True)]


def test_a_word_before_a_date_line_before_an_opening() -> None:
    shown = ranks("# Talks", "8 October 2019", "Published: 9 October 2019", "7.10.2019 - " + PROSE)
    assert [value for value, _ in shown] == ["2019-10-09", "2019-10-08", "2019-10-07"]
    assert shown[1][1] <= FIRM
    assert shown[2][1] == NEAR


def test_updates_and_dates_of_the_event_are_no_candidates() -> None:
    assert ranks("# Talks", "Updated 9 October 2019", "Delivered on 8 October 2019") == []


def test_leftovers_must_agree() -> None:
    far = [PROSE] * 12
    assert ranks("# Talks", *far, "9 October 2019", *far, everywhere=True) == [
        ("2019-10-09", LEFTOVER)
    ]
    assert ranks("# Talks", *far, "9 October 2019", "8 October 2019", *far, everywhere=True) == []


def test_furniture_far_from_the_title_needs_a_word() -> None:
    far = [PROSE] * 12
    texts = ["# Talks", *far, "- 9 October 2019", "- Published: 8 October 2019", *far]
    assert [value for value, _ in ranks(*texts, everywhere=True)] == ["2019-10-08"]


def test_near_the_title_before_far() -> None:
    shown = ranks("7 October 2019", "# Talks", "9 October 2019", "8 October 2019")
    assert [value for value, _ in shown] == ["2019-10-09", "2019-10-07", "2019-10-08"]


def test_an_element_shows_what_readers_go_by() -> None:
    time = Field(name="time", method="time", value="2019-10-12T01:00:00Z", extra="9 October 2019")
    given = case(page("# Talks", "By A. Writer on 9 October 2019", fields=(time,)))
    assert {c.found.value for c in date_candidates.shown(given, elements=True)} == {"2019-10-09"}


def test_a_clock_on_the_next_line() -> None:
    given = case(page("# Talks", "March 11, 2013", "12:30", PROSE))
    (shown,) = date_candidates.shown(given, elements=False)
    assert shown.found.value == "2013-03-11T12:30"
    assert shown.found.line == 1


def test_structured_dates_keep_their_order_and_evidence() -> None:
    fields = (
        Field(name="published", method="json-ld", value="2019-10-09T10:54:00Z", where="script"),
        Field(name="published", method="meta", value="2019-10-10"),
        Field(name="published", method="docinfo", value="2001-01-01"),
    )
    first, second = date_candidates.structured(case(page(PROSE, fields=fields)), "published")
    assert (first.found.value, first.rank, first.utc) == ("2019-10-09T10:54", 0, True)
    assert (first.found.quote, first.found.where) == ("2019-10-09T10:54:00Z", "script")
    assert (second.found.value, second.rank) == ("2019-10-10", 1)


def test_other_dates_of_the_page_settle_which_is_the_month() -> None:
    choices = ("2024-03-02", "2024-02-03")
    assert date_candidates.settled(case(page("# Talks")), choices) is None
    assert (
        date_candidates.settled(case(page("# Talks"), "https://a.org/2024/02/03/"), choices)
        == choices[1]
    )
    assert date_candidates.settled(case(page("# Talks", "2 March 2024")), choices) == choices[0]


def test_the_source_settles_it_before_the_page() -> None:
    choices = ("2024-03-02", "2024-02-03")
    for order, chosen in (("dmy", choices[0]), ("mdy", choices[1])):
        told = (Field(name="date_order", method="selector", value=order),)
        assert (
            date_candidates.settled(case(page("# Talks", "2 March 2024", fields=told)), choices)
            == chosen
        )


def test_address() -> None:
    found = date_candidates.address(case(page("# Talks"), "https://a.org/2019/10/09/talks"))
    assert found is not None
    assert (found.value, found.quote, found.method) == ("2019-10-09", "2019/10/09", "address")
