"""Lists for visitors agree with what is stored."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from sqlite3 import Connection

import pytest

from onrecord.store import browsing, database, statements
from onrecord.store.browsing import Wanted
from onrecord.store.kept import kept
from tests.web.support import GENEVA, PACT, made


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    names = ("geneva-news-conference.en.html", "geneva-news-conference.ru.html",
             "water-pact.v1.en.html", "water-pact.v2.en.html")  # fmt: skip
    root = tmp_path_factory.mktemp("browsing") / "archive"
    folder = made(root, [Path("samples") / name for name in names])
    opened = database.readable(folder.records)
    yield opened
    opened.close()


def test_pages_are_the_newest_first_and_whole(db: Connection) -> None:
    first = browsing.page(db, Wanted(), 2)
    second = browsing.page(db, Wanted(), 2, 2)
    assert first.total == second.total == 3
    assert first.statements[0].id == PACT
    every = {each.id for each in (*first.statements, *second.statements)}
    assert every == {each.id for each in statements.all_statements(db)}


def test_by_field_speaker_and_date(db: Connection) -> None:
    assert browsing.page(db, Wanted("language", "ru"), 9).total == 1
    assert browsing.page(db, Wanted(date="2023-09"), 9).total == 2
    assert browsing.page(db, Wanted(date="20%"), 9).total == 0
    spoken = browsing.page(db, Wanted(speaker="Tomas Halvarik"), 9)
    assert [each.id for each in spoken.statements] == [GENEVA]
    with pytest.raises(ValueError, match="no field"):
        browsing.page(db, Wanted("id; DROP", "x"), 9)


def test_speakers_and_months(db: Connection) -> None:
    found = {each.name: each for each in browsing.speakers(db)}
    assert found["Tomas Halvarik"].statements == 1
    assert found["Tomas Halvarik"].turns >= 4
    assert browsing.months(db) == {"2023-09": 2, "2025-03": 1}


def test_the_question_of_every_answer(db: Connection) -> None:
    whole = kept(db, GENEVA)
    assert whole is not None
    turns = {turn.n: turn for turn in whole.reading.turns}
    asked = browsing.questions(db, [(GENEVA, 1, n) for n in turns], most=40)
    answers = {n for exchange in whole.reading.exchanges for n in exchange.answer}
    assert {n for _, _, n in asked} == answers
    for (_, _, n), question in asked.items():
        span = turns[question.turn].span
        said = whole.reading.text[span.start : span.end]
        assert question.turn < n
        assert said.startswith(question.text)
        assert question.whole == (len(said) <= 40)
