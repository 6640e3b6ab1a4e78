"""A removal is established by a second look, or at once where there is no doubt."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.pipeline.taking import EVIDENCE, take
from onrecord.records import Asked
from onrecord.store import removals
from tests.archives import PROSE, Desk, capture, page

URI = "https://mfa.valdoria.example/talks"


class Visits:
    """Captures of one address, one after the other."""

    def __init__(self, root: Path) -> None:
        self.desk = Desk(root)
        self.db = self.desk.db
        self._count = 0

    def see(
        self,
        hour: str,
        status: int = 200,
        said: tuple[str, ...] = PROSE,
        form: str | None = None,
        title: str = "Talks on the northern strait",
    ) -> None:
        """A capture at an hour of a day."""
        self._count += 1
        payload = page(title, said) if status == 200 else b"<h1>Not found</h1>"
        made = capture(
            self._count,
            payload,
            uri=URI,
            url=URI,
            status=status,
            media_type="text/html",
            fetched_at=f"2026-03-02T{hour}:00.000000Z",
            asked=Asked(form=form),
        )
        take(self.desk.memory, made, payload)


@pytest.fixture
def visits(tmp_path: Path) -> Visits:
    return Visits(tmp_path)


def test_one_answer_is_no_removal_and_a_second_is(visits: Visits) -> None:
    visits.see("08:00")
    visits.see("09:00", 404)
    assert list(removals.removals(visits.db)) == []
    assert removals.doubted(visits.db, URI, "2026-03-02T09:10:00Z") == "soon"
    assert removals.doubted(visits.db, URI, "2026-03-02T10:10:00Z") == "again"
    visits.see("10:00", 404)
    visits.see("12:00", 404)
    (found,) = removals.removals(visits.db)
    assert (found.reason, found.seen[11:16], found.last_seen[11:16]) == (
        "the server answers 404", "10:00", "08:00",
    )  # fmt: skip
    assert found.restored is None
    assert removals.established(visits.db, found.capture) is not None
    assert removals.doubted(visits.db, URI, "2026-03-02T13:00:00Z") == "removed"
    assert list(removals.removals(visits.db, found.change)) == []


def test_a_passing_fault_is_none(visits: Visits) -> None:
    visits.see("08:00")
    visits.see("09:00", 404)
    visits.see("10:00")
    visits.see("11:00", 404)
    assert list(removals.removals(visits.db)) == []


def test_gone_for_good_counts_at_once_and_what_comes_back_is_told(visits: Visits) -> None:
    visits.see("08:00")
    visits.see("09:00", 410)
    visits.see("11:00")
    (found,) = removals.removals(visits.db)
    assert found.restored is not None
    assert removals.of_statement(visits.db, found.statement) == (found,)
    assert removals.doubted(visits.db, URI, "2026-03-02T13:00:00Z") == "none"


def test_another_statement_at_the_address(visits: Visits) -> None:
    visits.see("08:00")
    said = tuple(f"The harbour of {name} was opened." for name in ("Alba", "Brenn", "Corl"))
    visits.see("09:00", said=said, title="A harbour is opened")
    (found,) = removals.removals(visits.db)
    assert found.reason.startswith("its address gives ")


@pytest.mark.parametrize(("status", "form"), [(503, None), (403, None), (200, "listing")])
def test_trouble_is_no_removal(visits: Visits, status: int, form: str | None) -> None:
    visits.see("08:00")
    visits.see("09:00", status, form=form)
    visits.see("11:00", status, form=form)
    assert list(removals.removals(visits.db)) == []


def test_a_page_that_leads_to_the_front_page(visits: Visits) -> None:
    visits.see("08:00")
    visits.see("09:00", form=EVIDENCE)
    visits.see("10:00", form=EVIDENCE)
    (found,) = removals.removals(visits.db)
    assert found.reason == f"leads to {URI}"


def test_nothing_stood_there(visits: Visits) -> None:
    visits.see("08:00", 404)
    visits.see("10:00", 410)
    assert list(removals.removals(visits.db)) == []
    assert removals.stood(visits.db, URI, 99) is None
