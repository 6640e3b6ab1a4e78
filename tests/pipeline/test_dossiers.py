"""A dossier counts what it lists, and finds what a name means."""

from __future__ import annotations

from pathlib import Path

from onrecord.pipeline import dossiers
from onrecord.pipeline.dossiers import Wanted
from tests.store.spoken import spoken


def test_counts_are_those_of_the_list(tmp_path: Path) -> None:
    with spoken(tmp_path) as db:
        found = dossiers.dossier(db, "state/tr", 2)
        assert found is not None
        assert (found.name, found.totals.statements, found.of) == ("Turkey", 2, 2)
        turns = found.totals.turns
        assert turns == found.listed == sum(found.months.values()) == sum(found.countries.values())
        assert turns == sum(each.turns for each in found.speakers)
        for month, number in found.months.items():
            some = dossiers.dossier(db, "state/tr", 2, Wanted(month=month))
            assert some is not None
            assert some.listed == number == len(some.latest)
            assert some.totals == found.totals
        for each in found.company.companions:
            both = dossiers.dossier(db, "state/tr", 2, Wanted(beside=(each.id,)))
            assert both is not None
            assert both.listed == each.turns
        for one in found.speakers:
            wanted = Wanted(speaker=one.name or "", country=one.country or "")
            said = dossiers.dossier(db, "state/tr", 2, wanted)
            assert said is not None
            assert said.listed == one.turns


def test_pages_are_the_whole(tmp_path: Path) -> None:
    with spoken(tmp_path) as db:
        whole = dossiers.dossier(db, "state/tr", 2)
        assert whole is not None
        pages = [
            dossiers.dossier(db, "state/tr", 2, page=n, size=1) for n in range(1, whole.listed + 1)
        ]
        assert tuple(each.latest[0] for each in pages if each) == whole.latest


def test_what_nobody_knows_has_none_and_what_nobody_mentions_is_empty(tmp_path: Path) -> None:
    with spoken(tmp_path) as db:
        assert dossiers.dossier(db, "person/nobody", 2) is None
        quiet = dossiers.dossier(db, "state/fj", 2)
        assert quiet is not None
        assert quiet.totals.mentions == quiet.listed == 0


def test_a_name_finds_what_is_mentioned_first(tmp_path: Path) -> None:
    with spoken(tmp_path) as db:
        known = dossiers.everything(db)
        assert known[0].id == "state/tr"
        assert dossiers.found("Kasachstan", known)[0].id == "state/kz"
        assert dossiers.found("Kasachstan", known, "person") == []
        assert dossiers.found("zzqqx", known) == []


def test_processes_are_a_kind_of_their_own(tmp_path: Path) -> None:
    with spoken(tmp_path) as db:
        there = dossiers.everything(db)
        minsk = dossiers.dossier(db, "organisation/minsk-process", 2)
    assert minsk is not None
    assert minsk.profile is not None
    assert minsk.kind == minsk.profile.kind == "process"
    assert dossiers.found("Astana format", there, "process")[0].id == "organisation/astana-format"
    osce = dossiers.found("OSCE", there, "process")
    assert "organisation/osce" not in {each.id for each in osce}
