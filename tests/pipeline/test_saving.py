"""Saving searches: what can be asked, of what comes from now on."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.alerts import database as book
from onrecord.alerts import searches
from onrecord.archive.folder import Folder
from onrecord.errors import ArchiveError, NoEncoder, QueryError
from onrecord.pipeline.saving import Goal, Wanted, filters_of, remove, save
from onrecord.search.records import Filters
from tests.archives import added, page, written


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    added(tmp_path / "archive", *written(tmp_path / "pages", one=page()))
    return Folder(tmp_path / "archive")


def test_what_is_saved(folder: Folder) -> None:
    filters = Filters(lang=("en",), since="2019", until="2020-03")
    goals = [Goal(kind="webhook", address="https://a.example/"), Goal(kind="desktop")]
    made, targets = save(folder, Wanted(name=" The  dam ", query="dam", filters=filters), goals)
    assert (made.id, made.name, made.query) == ("the-dam", "The dam", "dam")
    assert filters_of(made) == filters
    assert made.since.file == 1
    assert [bool(target.secret) for target in targets] == [True, False]
    again, _ = save(folder, Wanted(name="The dam", query="dam"))
    assert again.id == "the-dam-2"
    with book.opened(folder.alerts) as db:
        assert searches.every(db) == (made, again)
        assert searches.seen(db) == made.since


def test_a_name_is_made_of_the_query(folder: Folder) -> None:
    assert save(folder, Wanted(name="", query="dam deal"))[0].name == "dam deal"
    assert save(folder, Wanted(name=""))[0].name == "*"


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(name="a", query="(dam"),
        Wanted(name="a", query="role:nobody"),
        Wanted(name="a", filters=Filters(kind=("nothing",))),
        Wanted(name="a", filters=Filters(since="soon")),
        Wanted(name="a", query="dam", mode="guess"),
    ],
)
def test_what_cannot_be_asked_is_not_saved(folder: Folder, wanted: Wanted) -> None:
    with pytest.raises(QueryError):
        save(folder, wanted)
    assert not folder.alerts.exists()


def test_meaning_needs_vectors(folder: Folder) -> None:
    with pytest.raises(NoEncoder, match="onrecord meaning"):
        save(folder, Wanted(name="a", query="dam", mode="meaning"))
    assert not folder.alerts.exists()


def test_removing(folder: Folder) -> None:
    assert not remove(folder, "dam")
    save(folder, Wanted(name="dam", query="dam"))
    assert remove(folder, "dam")
    assert not remove(folder, "dam")


def test_where_no_archive_is(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no archive"):
        save(Folder(tmp_path), Wanted(name="dam", query="dam"))


def test_a_filter_of_another_version(folder: Folder) -> None:
    import msgspec  # noqa: PLC0415

    made, _ = save(folder, Wanted(name="dam", query="dam"))
    with pytest.raises(QueryError, match="colour"):
        filters_of(msgspec.structs.replace(made, filters={"colour": ("red",)}))
