"""Saved searches and statements that come: each alert once, whatever is done to the records."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import msgspec
import pytest

from onrecord.alerts import database as book
from onrecord.alerts import outbox, searches
from onrecord.alerts.records import Alert
from onrecord.archive.folder import Folder
from onrecord.errors import QueryError
from onrecord.pipeline import alerting, annotated
from onrecord.pipeline.adding import add
from onrecord.pipeline.alerting import Removal, match, removed
from onrecord.pipeline.indexing import indexed, refresh, refresh_meaning
from onrecord.pipeline.offering import offers
from onrecord.pipeline.opening import writing
from onrecord.pipeline.rebuilding import rebuild
from onrecord.pipeline.saving import Goal, Wanted, remove, save
from onrecord.records import Asked
from onrecord.search.records import Filters
from onrecord.store import database
from tests.archives import PROSE, added, page, written

BRIDGE = PROSE[4]
OTHER = (PROSE[0], PROSE[3], PROSE[6])


class _Archive:
    """An archive to which pages are added, and then found."""

    def __init__(self, root: Path) -> None:
        self.folder = Folder(root / "archive")
        self._pages = root / "pages"
        self._count = 0

    def add(self, *said: str, url: str = "talks", published: str = "2024-05-02") -> None:
        """Adds a page with these paragraphs."""
        self._count += 1
        made = page(f"Talks of {url}", said, published, f"https://mfa.example/{url}")
        paths = written(self._pages / str(self._count), page=made)
        with writing(self.folder) as session, indexed(session) as follow:
            results = list(add(session, offers(paths, Asked()), follow))
        assert results[0].outcome in ("added", "version"), results

    def save(self, query: str, *goals: Goal, **fields: object) -> str:
        """Saves a search; its id."""
        wanted = msgspec.convert({"name": query, "query": query, **fields}, Wanted)
        return save(self.folder, wanted, goals)[0].id

    def alerts(self) -> tuple[Alert, ...]:
        """What is new."""
        found = match(self.folder)
        assert found.waiting == 0
        assert found.failed == ()
        return found.alerts


@pytest.fixture
def archive(tmp_path: Path) -> _Archive:
    made = _Archive(tmp_path)
    made.add(*OTHER, url="first")
    return made


def test_nobody_has_saved_anything(archive: _Archive) -> None:
    assert archive.alerts() == ()
    assert not archive.folder.alerts.exists()


def test_what_comes_is_told_once_with_its_quote(archive: _Archive) -> None:
    archive.add(BRIDGE, *OTHER, url="before")
    archive.save("bridge engineers")
    assert archive.alerts() == ()
    archive.add(*OTHER, BRIDGE)
    (alert,) = archive.alerts()
    assert (alert.kind, alert.quote, alert.words) == ("new", BRIDGE, ("engineers", "bridge"))
    db = database.readable(archive.folder.records)
    (text,) = db.execute("SELECT text FROM versions ORDER BY change DESC LIMIT 1").fetchone()
    db.close()
    assert text[alert.span.start : alert.span.end] == alert.quote
    assert archive.alerts() == ()


def test_each_search_is_told_what_it_finds(archive: _Archive) -> None:
    names = [archive.save(q) for q in ("bridge", "bridge -ninety", "ferry OR bridge", "lang:ru")]
    archive.add(BRIDGE)
    assert [alert.search for alert in archive.alerts()] == [names[0], names[2]]


def test_filters_hold(archive: _Archive) -> None:
    wanted = {"filters": Filters(lang=("en",), since="2024-05", until="2024-06")}
    archive.save("bridge", **wanted)
    archive.add(BRIDGE, url="in")
    archive.add(BRIDGE, *OTHER, url="out", published="2024-07-01")
    assert [alert.date for alert in archive.alerts()] == ["2024-05-02"]


def test_a_change_elsewhere_is_not_told_and_one_of_the_turn_is(archive: _Archive) -> None:
    archive.save("bridge")
    archive.add(*OTHER, BRIDGE)
    assert len(archive.alerts()) == 1
    archive.add(*OTHER[:2], PROSE[7], BRIDGE)
    assert archive.alerts() == ()
    changed = BRIDGE.replace("twelve", "ten")
    archive.add(*OTHER[:2], PROSE[7], changed)
    (alert,) = archive.alerts()
    assert (alert.kind, alert.quote) == ("edited", changed)
    assert "twelve" in (alert.before or "")
    archive.add(*OTHER[:2], PROSE[7], changed.replace("bridge", "tower"))
    (alert,) = archive.alerts()
    assert (alert.kind, alert.quote) == ("withdrawn", changed)
    assert "tower" in (alert.after or "")


def test_what_came_and_changed_before_anybody_looked(archive: _Archive) -> None:
    archive.save("bridge")
    archive.add(*OTHER, BRIDGE)
    archive.add(*OTHER, BRIDGE.replace("twelve", "ten"))
    assert [alert.kind for alert in archive.alerts()] == ["new", "edited"]


def test_rebuilding_and_other_rules_tell_nothing_again(
    archive: _Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.save("bridge")
    archive.save("ferry")
    archive.add(*OTHER, BRIDGE)
    assert len(archive.alerts()) == 2
    archive.add(BRIDGE, PROSE[1], url="unmatched")
    rebuild(archive.folder)
    refresh(archive.folder, print)
    assert len(archive.alerts()) == 1
    monkeypatch.setattr(annotated, "form", lambda: "other rules")
    refresh(archive.folder, print)
    assert archive.alerts() == ()
    rebuild(archive.folder)
    refresh(archive.folder, print)
    assert archive.alerts() == ()


def test_nothing_is_told_before_the_index_has_it(tmp_path: Path) -> None:
    archive = _Archive(tmp_path)
    archive.add(*OTHER, url="first")
    archive.save("bridge")
    late = written(tmp_path / "late", page=page("Late", (BRIDGE, *OTHER), url="https://a.example/"))
    added(archive.folder.root, *late)
    found = match(archive.folder)
    assert (found.versions, found.alerts, found.waiting) == (0, (), 1)
    refresh(archive.folder, print)
    assert len(archive.alerts()) == 1


def test_all_that_there_is_only_if_it_is_asked_for(archive: _Archive) -> None:
    name = archive.save("bridge")
    archive.save("ferry")
    archive.add(*OTHER, BRIDGE)
    archive.alerts()
    other = archive.save("northern strait")
    assert archive.alerts() == ()
    again = match(archive.folder, again=other)
    assert {alert.search for alert in again.alerts} == {other}
    assert len(again.alerts) == 2
    assert match(archive.folder, again=other).alerts == ()
    assert match(archive.folder, again=name).alerts == ()
    archive.add(BRIDGE, *OTHER, url="later")
    assert {alert.search for alert in archive.alerts()} == {name, "ferry", other}


def test_a_removal_is_told_once_for_its_evidence(archive: _Archive) -> None:
    name = archive.save("bridge", Goal(kind="desktop"))
    archive.save("customs")
    archive.add(*OTHER, BRIDGE)
    (alert,) = archive.alerts()
    gone = Removal(statement=alert.statement, evidence="urn:uuid:1", reason="it answers 410")
    (told,) = removed(archive.folder, [gone])
    assert (told.kind, told.search, told.quote, told.reason) == (
        "removed", name, BRIDGE, "it answers 410",
    )  # fmt: skip
    assert removed(archive.folder, [gone]) == ()
    assert len(removed(archive.folder, [msgspec.structs.replace(gone, evidence="urn:uuid:2")])) == 1
    assert removed(archive.folder, [msgspec.structs.replace(gone, statement="none")]) == ()
    with book.opened(archive.folder.alerts) as db:
        assert outbox.states(db) == {"pending": 3}


def test_what_ends_between_is_told_when_it_is_asked_again(
    archive: _Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.save("bridge")
    archive.add(*OTHER, BRIDGE)

    def ended(db: sqlite3.Connection, place: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(searches, "set_seen", ended)
        with pytest.raises(KeyboardInterrupt):
            archive.alerts()
    with book.opened(archive.folder.alerts) as db:
        assert outbox.counts(db) == {"bridge": 0}
    assert len(archive.alerts()) == 1


def test_many_come_in_many_batches(archive: _Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alerting, "_BATCH", 2)
    archive.save("bridge")
    for n in range(5):
        archive.add(*OTHER, BRIDGE.replace("twelve", str(n)), url=f"page{n}")
    assert len(archive.alerts()) == 5


def test_a_search_that_cannot_be_asked_any_more_stops_no_other(archive: _Archive) -> None:
    archive.save("bridge")
    archive.save("engineers")
    with book.opened(archive.folder.alerts) as db:
        broken = msgspec.structs.replace(searches.every(db)[0], query="(bridge")
        record = msgspec.json.encode(broken).decode()
        db.execute("UPDATE searches SET record = ? WHERE id = 'bridge'", (record,))
    archive.add(*OTHER, BRIDGE)
    found = match(archive.folder)
    assert [alert.search for alert in found.alerts] == ["engineers"]
    assert [name for name, _ in found.failed] == ["bridge"]


def test_when_the_last_search_is_gone_what_comes_is_not_kept_for_a_later_one(
    archive: _Archive,
) -> None:
    archive.save("bridge")
    remove(archive.folder, "bridge")
    archive.add(*OTHER, BRIDGE)
    assert archive.alerts() == ()
    archive.save("engineers")
    assert archive.alerts() == ()


# By meaning

PARAPHRASE = "Ten specialists are to examine the ancient crossing and present what they find."
CARDS = "The museum shows playing cards of four centuries until the end of the summer."


def meaning(archive: _Archive) -> str:
    archive.add(PROSE[0], PROSE[1], PROSE[2], url="first")
    refresh(archive.folder, print)
    refresh_meaning(archive.folder, print)
    return archive.save("experts inspect the old bridge", mode="meaning")


def test_what_means_the_same_is_told_once_with_its_quote(archive: _Archive) -> None:
    meaning(archive)
    archive.add(PARAPHRASE, CARDS, url="second")
    (alert,) = archive.alerts()
    assert (alert.kind, PARAPHRASE in alert.quote) == ("new", True)
    start, end = alert.highlights[0].start - alert.span.start, alert.highlights[0].end
    assert alert.quote[start : end - alert.span.start] == PARAPHRASE
    assert alert.near is not None
    assert alert.least is not None
    assert alert.near >= alert.least
    assert alert.words == ()
    assert archive.alerts() == ()
    rebuild(archive.folder)
    refresh(archive.folder, print)
    assert archive.alerts() == ()


def test_edits_and_removals_by_meaning(archive: _Archive) -> None:
    name = meaning(archive)
    archive.add(PARAPHRASE, CARDS, OTHER[1], url="second")
    (new,) = archive.alerts()
    archive.add(CARDS, OTHER[1], url="second")
    (gone,) = archive.alerts()
    assert (gone.kind, PARAPHRASE in gone.quote) == ("withdrawn", True)
    archive.add(f"{PARAPHRASE} Soon.", CARDS, OTHER[1], url="second")
    (again,) = archive.alerts()
    assert (again.kind, again.near is not None) == ("edited", True)
    (taken,) = removed(
        archive.folder, [Removal(statement=new.statement, evidence="urn:uuid:1", reason="404")]
    )
    assert (taken.search, taken.kind) == (name, "removed")


def test_vectors_that_are_gone_are_told(archive: _Archive) -> None:
    name = meaning(archive)
    (archive.folder.meaning / "vectors.sqlite").unlink()
    archive.add(PARAPHRASE, url="second")
    ((failed, why),) = match(archive.folder).failed
    assert (failed, "onrecord meaning" in why) == (name, True)
    refresh_meaning(archive.folder, print)
    assert len(match(archive.folder, again=name).alerts) == 1


def test_another_print_with_other_words_is_no_edit(archive: _Archive) -> None:
    """It took nothing's place: what it has besides is new, and nothing is withdrawn."""
    archive.save("bridge")
    archive.add(*PROSE)
    assert len(archive.alerts()) == 1
    printed = [line.replace("twelve", "ten") for line in PROSE]
    made = page("Talks of talks", tuple(printed), "2024-05-02", "https://mfa.example/print")
    (path,) = written(archive.folder.root.parent / "print", page=made)
    with writing(archive.folder) as session, indexed(session) as follow:
        (result,) = list(add(session, offers([path], Asked()), follow))
    assert (result.outcome, result.version) == ("version", 2)
    (alert,) = archive.alerts()
    assert (alert.kind, alert.before) == ("new", None)
    assert "ten engineers" in alert.quote


def test_what_is_like_a_turn_is_told_but_not_its_own_statement(archive: _Archive) -> None:
    archive.add(BRIDGE, url="second")
    refresh(archive.folder, print)
    refresh_meaning(archive.folder, print)
    own = "mfa-example/2024-05-02/talks-of-second"
    archive.save("", like=own)
    archive.add(PARAPHRASE, CARDS, url="third")
    archive.add(f"{BRIDGE} Soon.", url="second")
    assert {alert.statement.rpartition("-")[2] for alert in archive.alerts()} == {"third"}
    with pytest.raises(QueryError, match="no turn or statement"):
        archive.save("", like="mfa-example/none")
