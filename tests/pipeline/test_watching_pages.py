"""What an answer for a page means."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from onrecord.archive.folder import Folder
from onrecord.crawl.crew import Done
from onrecord.pipeline.opening import Session, writing
from onrecord.pipeline.watching_pages import Settled, refused, settle
from onrecord.records import Listing, Selectors, Source
from onrecord.store import captures, issues, statements
from onrecord.store.frontier import Page
from tests.archives import PROSE, page
from tests.pipeline.watching_support import HOST, NOW, SOURCE, URL, a_page, answer, nothing

HOUR = 3600.0
EDITED = (PROSE[0].replace("an hour", "two hours"), *PROSE[1:])
MISSING = b"<html><head><title>Page not found</title></head><body><h1>Page not found</h1></body>"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with writing(Folder(tmp_path / "archive")) as opened:
        yield opened


def see(
    session: Session, row: Page, done: Done[Any], hours: float = 0.0, source: Source = SOURCE
) -> Settled:
    """A visit some hours after the first."""
    if done.fetched is not None:
        moment = answer(at=NOW + hours * HOUR).fetched
        assert moment is not None
        later = msgspec.structs.replace(done.fetched, fetched_at=moment.fetched_at)
        done = done._replace(fetched=later)
    return settle(
        lambda: session,
        row,
        done,
        NOW + hours * HOUR,
        lambda url: url.endswith("/news/"),
        source,
    )


def whats(settled: Settled) -> list[str]:
    return [each.what for each in settled.seen]


def measures(settled: Settled) -> dict[str, int]:
    return {note.measure: note.number for note in settled.notes}


def test_a_new_statement(session: Session) -> None:
    new = see(session, a_page(), answer(page(), etag='"1"'))
    assert whats(new) == ["new"]
    assert (new.page.outcome, new.page.fresh, new.page.etag) == ("read", False, '"1"')
    assert measures(new) == {"captured": 1, "read": 1}
    assert new.page.due is not None
    assert new.page.due > NOW


def test_unchanged_by_304_and_by_its_bytes(session: Session) -> None:
    first = see(session, a_page(), answer(page())).page
    for done in (answer(status=304), answer(page())):
        again = see(session, first, done, 5)
        assert whats(again) == []
        assert measures(again) == {"revisited": 1, "unchanged": 1}
    assert captures.count(session.db) == 1


def test_noise_is_kept_and_is_no_edit(session: Session) -> None:
    first = see(session, a_page(), answer(page())).page
    noisy = see(session, first, answer(page().replace(b"</body>", b"<!-- 7 --></body>")), 2)
    assert whats(noisy) == []
    assert measures(noisy)["unchanged"] == 1
    assert captures.count(session.db) == 2


def test_an_edit_and_its_return(session: Session) -> None:
    row = see(session, a_page(), answer(page())).page
    edited = see(session, row, answer(page(said=EDITED)), 2)
    assert whats(edited) == ["changed"]
    assert edited.page.version == 2
    back = see(session, edited.page, answer(page()), 4)
    assert whats(back) == ["changed"]
    assert back.page.version == 1
    assert captures.count(session.db) == 3  # the same bytes as at first, and evidence of it


@pytest.mark.parametrize("gone", [answer(b"no", 404), answer(MISSING)])
def test_a_removal_needs_a_second_look(session: Session, gone: Done[Any]) -> None:
    row = see(session, a_page(), answer(page())).page
    doubt = see(session, row, gone, 2)
    assert whats(doubt) == []
    assert doubt.page.due == NOW + 3 * HOUR
    removed = see(session, doubt.page, gone, 3)
    assert whats(removed) == ["removed"]
    assert measures(removed) == {"revisited": 1, "removed": 1}
    still = see(session, removed.page, gone, 5)
    assert whats(still) == []
    back = see(session, still.page, answer(page()), 9)
    assert whats(back) == ["restored"]
    assert back.page.outcome == "read"


def test_gone_for_good(session: Session) -> None:
    row = see(session, a_page(), answer(page())).page
    assert whats(see(session, row, answer(b"gone", 410), 2)) == ["removed"]


def test_a_process_that_ended_before_noting_a_removal(session: Session) -> None:
    row = see(session, a_page(), answer(page())).page
    assert whats(see(session, row, answer(b"gone", 410), 2)) == ["removed"]
    assert whats(see(session, row, answer(b"gone", 410), 2)) == ["removed"]
    assert captures.count(session.db) == 2


def test_a_process_that_ended_before_noting_a_statement(session: Session) -> None:
    first = see(session, a_page(), answer(page()))
    again = see(session, a_page(), answer(page()))
    assert (whats(again), again.page.statement) == (["new"], first.page.statement)
    assert captures.count(session.db) == 1


def test_a_redirect_is_a_request_of_its_own(session: Session) -> None:
    moved = see(session, a_page(), answer(status=301, location="https://other.example/x"))
    assert (moved.page.via, moved.page.host) == ("https://other.example/x", "other.example")
    assert moved.notes == ()
    found = see(session, moved.page, answer(page()))
    assert (found.page.via, found.page.host) == (None, "mfa.valdoria.example")
    assert whats(found) == ["new"]


@pytest.mark.parametrize("target", ["/", "/en/", "https://mfa.valdoria.example/news/"])
def test_a_redirect_to_a_front_page_or_list(session: Session, target: str) -> None:
    row = see(session, a_page(), answer(page())).page
    away = answer(status=302, location=target)
    doubt = see(session, row, away, 2)
    assert whats(see(session, doubt.page, away, 4)) == ["removed"]


def test_a_loop_ends(session: Session) -> None:
    row = a_page(via=URL, hops=5)
    assert whats(see(session, row, answer(status=302, location=URL))) == ["failed"]


@pytest.mark.parametrize("done", [answer(b"", 503), answer(b"", 403), nothing()])
def test_trouble_is_tried_again_and_what_was_known_stays(session: Session, done: Done[Any]) -> None:
    row = see(session, a_page(), answer(page())).page
    failed = see(session, row, done, 2)
    assert whats(failed) == ["failed"]
    assert (failed.page.statement, failed.page.failures) == (row.statement, 1)
    assert captures.count(session.db) == 1
    good = see(session, failed.page, answer(page()), 3)
    assert (whats(good), good.page.failures) == ([], 0)


def test_a_server_says_when(session: Session) -> None:
    failed = see(session, a_page(), answer(b"", 503, retry_after="7200"))
    assert failed.page.due == NOW + 2 * HOUR


def test_a_challenge_is_kept_and_is_neither_statement_nor_edit(session: Session) -> None:
    challenge = (
        b"<html><title>Just a moment...</title><h1>Checking your browser before accessing this "
        b"site</h1><p>Please enable JavaScript and cookies to continue.</p></html>"
    )
    row = see(session, a_page(), answer(page())).page
    blocked = see(session, row, answer(challenge), 2)
    assert blocked.blocked
    assert (whats(blocked), blocked.page.version) == (["failed"], 1)
    assert captures.count(session.db) == 2
    assert whats(see(session, blocked.page, answer(page()), 3)) == []


def test_what_never_was_is_given_up(session: Session) -> None:
    row = a_page(failures=19)
    assert see(session, row, answer(b"", 404)).page.due is None
    assert see(session, a_page(), answer(b"", 404)).page.due is not None


def test_what_may_not_be_asked_is_told() -> None:
    settled = refused(a_page(), "robots.txt does not allow it (/)", NOW, NOW + HOUR)
    assert (settled.page.reason, settled.page.due) == (
        "robots.txt does not allow it (/)", NOW + HOUR,
    )  # fmt: skip


FRENCH = msgspec.structs.replace(SOURCE, languages=("fr",))
LEADING = msgspec.structs.replace(SOURCE, selectors=Selectors(document="a.file"))


def test_another_language_is_evidence_and_no_statement(session: Session) -> None:
    seen = see(session, a_page(), answer(page()), source=FRENCH)
    assert whats(seen) == ["failed"]
    assert seen.page.reason == "other language: in 'en', where 'fr' was asked for"
    assert [note.reason for note in seen.notes if note.reason] == [seen.page.reason]
    assert not seen.blocked
    assert captures.count(session.db) == 1
    assert list(statements.all_statements(session.db)) == []


def test_another_language_is_no_edit(session: Session) -> None:
    row = see(session, a_page(), answer(page())).page
    other = see(session, row, answer(page(said=EDITED)), 2, FRENCH)
    assert (whats(other), other.page.version, other.page.outcome) == (["failed"], 1, "unread")
    back = see(session, other.page, answer(page()), 3)
    assert (whats(back), back.page.version) == ([], 1)


def test_a_listing_may_have_a_language_of_its_own(session: Session) -> None:
    where = Listing(kind="page", url="https://mfa.valdoria.example/fr/", language="fr")
    both = msgspec.structs.replace(SOURCE, languages=("en", "fr"), listings=(where,))
    assert whats(see(session, a_page(), answer(page()), source=both)) == ["failed"]
    assert whats(see(session, a_page(place=1), answer(page()), 1, both)) == ["new"]


def test_a_page_that_leads_to_a_document(session: Session) -> None:
    leads = b"<html><title>Talks</title><p>Read <a class=file href=/1.pdf>the text</a>.</p></html>"
    row = a_page(title="Talks", date="2026-03-02")
    found = see(session, row, answer(leads, etag='"1"'), source=LEADING)
    assert (found.page.outcome, found.page.fresh, whats(found)) == ("linked", False, [])
    (named,) = found.documents
    assert named == (f"https://{HOST}/1.pdf", HOST, "Talks", "2026-03-02", None)
    assert measures(found) == {"seen": -1}
    again = see(session, found.page, answer(status=304), 5, LEADING)
    assert (again.page.outcome, measures(again)) == ("linked", {"revisited": 1, "unchanged": 1})
    assert captures.count(session.db) == 1
    assert [each.severity for each in issues.listed(session.db)] in ([], ["info"])


def test_a_document_at_a_foreign_host_is_told(session: Session) -> None:
    leads = b"<html><title>Talks</title><a class=file href=https://files.example/1.pdf>x</a></html>"
    found = see(session, a_page(), answer(leads), source=LEADING)
    assert (found.page.outcome, found.documents) == ("unread", ())
    assert found.page.reason is not None
    assert "files.example, which is no host of xv_mfa_news" in found.page.reason


def test_where_a_browser_was_led(session: Session) -> None:
    row = see(session, a_page(), answer(page())).page
    done = answer(page())
    assert done.fetched is not None
    list_url = f"https://{HOST}/news/"
    led = msgspec.structs.replace(done.fetched, url=list_url, hops=((302, URL),))
    astray = see(session, row, done._replace(fetched=led), 2)
    assert (whats(astray), astray.page.reason) == ([], f"leads to {list_url}")
