"""Saved searches in the file."""

from __future__ import annotations

from pathlib import Path

from onrecord.alerts import database, outbox, searches
from onrecord.alerts.records import Place
from tests.alerts.making import alert, kept, search, target


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "alerts.sqlite"
    kept(path, [target(), target("desktop", "")])
    with database.opened(path) as db:
        assert searches.every(db) == (search(),)
        assert searches.one(db, "dam") == search()
        assert searches.one(db, "gas") is None
        assert searches.targets(db, "dam") == (target(), target("desktop", ""))
        assert searches.targets(db, "gas") == ()


def test_what_is_removed_is_gone_with_all_that_is_its(tmp_path: Path) -> None:
    path = tmp_path / "alerts.sqlite"
    kept(path, [target()], [alert()])
    kept(path, [target(of="gas")], [alert(of="gas")], of="gas")
    with database.opened(path) as db:
        assert searches.remove(db, "dam")
        assert not searches.remove(db, "dam")
        assert outbox.counts(db) == {"gas": 1}
        assert outbox.states(db) == {"pending": 1}


def test_ids_are_names_that_no_other_has(tmp_path: Path) -> None:
    path = tmp_path / "alerts.sqlite"
    kept(path)
    with database.opened(path) as db:
        assert searches.new_id(db, "Gas deal", lambda: "x") == "gas-deal"
        assert searches.new_id(db, "Dam", lambda: "x") == "dam-2"
        assert searches.new_id(db, "ГЭС", lambda: "x") == "x"


def test_the_place_that_was_seen(tmp_path: Path) -> None:
    with database.opened(tmp_path / "alerts.sqlite") as db:
        assert searches.seen(db) is None
        searches.set_seen(db, Place(file=1, start=2))
        assert searches.seen(db) == Place(file=1, start=2)
        assert Place() < Place(file=1, start=2) < Place(file=2, start=0)


def test_a_target_that_is_stopped_gets_nothing_more(tmp_path: Path) -> None:
    path = tmp_path / "alerts.sqlite"
    kept(path, [target()], [alert()])
    with database.opened(path) as db:
        searches.stop(db, target().id, "gone")
        outbox.put(db, [alert("The dam is low.")])
        assert outbox.states(db) == {"dead": 1}
        assert searches.targets(db)[0].stopped == "gone"
