"""Look-ups find what may be the same, and not everything."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.store import candidates, identity
from tests.archives import PROSE, Desk, statement

TEXT = " ".join(PROSE)
EDITED = TEXT.replace("an hour", "two hours")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    made.file(statement(TEXT))
    made.file(
        statement(" ".join(f"word{n} of the harvest" for n in range(90)), url="https://b.example/")
    )
    return made


def test_by_address(desk: Desk) -> None:
    assert candidates.at_address(desk.db, "//mfa.valdoria.example/talks") == [1]
    assert candidates.at_address(desk.db, "//mfa.valdoria.example/") == []


def test_by_words(desk: Desk) -> None:
    for said in (TEXT, EDITED):
        found = list(candidates.with_words(desk.db, identity.facts(statement(said))))
        assert [each.statement for each in found] == [1]
    assert list(candidates.with_words(desk.db, identity.facts(statement("Quite another.")))) == []


def test_by_day_in_other_languages(desk: Desk) -> None:
    assert [each.statement for each in candidates.of_day(desk.db, "2024-05-02", "de")] == [1, 2]
    assert candidates.of_day(desk.db, "2024-05-02", "en") == []
    assert candidates.of_day(desk.db, "2024-05-03", "de") == []


def test_the_latest_and_the_one_with_a_text(desk: Desk) -> None:
    old, new = statement(TEXT), statement(EDITED)
    desk.file(new)
    assert candidates.latest(desk.db, 1).number == 2
    found = candidates.with_text(desk.db, 1, old.text_digest)
    assert found is not None
    assert found.number == 1
    assert candidates.with_text(desk.db, 2, old.text_digest) is None


def test_facts_are_kept_at_hand(desk: Desk) -> None:
    once = desk.memory.facts(1)
    assert once == identity.facts(statement(TEXT))
    assert desk.memory.facts(1) is once
    desk.memory.forget()
    assert desk.memory.facts(1) is not once
    assert desk.memory.shape(1).site == "mfa.valdoria.example"
