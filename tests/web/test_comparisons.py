"""Comparisons for pages are made once, and not of what would hold everybody up."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from onrecord.archive.folder import Folder
from onrecord.store.kept import Kept, kept
from onrecord.web import comparisons
from onrecord.web.answers import Asked
from onrecord.web.holdings import Holdings
from onrecord.web.mistakes import Failed
from onrecord.web.words import words
from tests.web.support import PACT


@pytest.fixture
def asked(folder: Folder) -> Asked:
    return cast(Asked, SimpleNamespace(holdings=Holdings(folder), words=words("en")))


def sides(asked: Asked) -> tuple[Kept, Kept]:
    with asked.holdings.reading() as db:
        one, two = kept(db, f"{PACT}@1"), kept(db, f"{PACT}@2")
    assert one is not None
    assert two is not None
    return one, two


def test_it_is_made_once(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = sides(asked)
    first = comparisons.compared(asked, one, two)
    monkeypatch.setattr(comparisons, "compare", lambda *_: pytest.fail("made again"))
    assert comparisons.compared(asked, one, two) is first
    assert {d.what for d in first.differences} >= {"obligation", "passage"}


def test_few_are_kept(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = sides(asked)
    monkeypatch.setattr(comparisons, "_KEPT", 1)
    comparisons.compared(asked, two, one)
    comparisons.compared(asked, one, one)
    assert len(comparisons._known) == 1


def test_texts_too_long_are_refused_with_what_to_do(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparisons, "LONGEST", 100)
    with pytest.raises(Failed) as refused:
        comparisons.compared(asked, *sides(asked))
    assert refused.value.mistake.status == 413
    assert "onrecord compare" in refused.value.mistake.message


def test_one_waits_for_another_and_not_for_ever(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparisons, "_WAIT", 0.01)
    one, two = sides(asked)
    lock: Any = comparisons._lock
    monkeypatch.setattr(comparisons, "_known", type(comparisons._known)())
    with lock, pytest.raises(Failed) as refused:
        comparisons.compared(asked, one, two)
    assert refused.value.mistake.status == 503
