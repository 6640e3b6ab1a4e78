"""Agreements by name, resolutions by number."""

from __future__ import annotations

import re

import pytest

from onrecord.gazetteer import named
from onrecord.gazetteer.agreements import agreement, agreements_in, resolution

DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")


def ids(text: str, language: str | None = None) -> list[str]:
    return [what.id.partition("/")[2] for _, _, what in agreements_in(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("выполнение Минских соглашений и ДНЯО", "ru", ["minsk-agreements", "npt"]),
        ("mit dem Minsker Abkommen", "de", ["minsk-agreements"]),
        ("l'Accord de Paris et le JCPOA", "fr", ["paris-agreement", "jcpoa"]),
        ("los Acuerdos de Oslo", "es", ["oslo"]),
        ("the Abraham Accords, New START", "en", ["abraham-accords", "new-start"]),
        ("the North Atlantic Treaty Organization", "en", []),
    ],
)
def test_names(text: str, language: str, expected: list[str]) -> None:
    assert ids(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("UN Security Council resolution 2254", "en", ["security-council/2254"]),
        ("S/RES/1325 (2000)", "en", ["security-council/1325"]),
        ("резолюцией 2202 СБ ООН", "ru", ["security-council/2202"]),
        ("резолюция 2231 Совета Безопасности ООН", "ru", ["security-council/2231"]),
        ("la résolution 1701 du Conseil de sécurité", "fr", ["security-council/1701"]),
        ("резолюции Генассамблеи ООН 68/262", "ru", ["general-assembly/68/262"]),
        ("General Assembly resolution 181 (II)", "en", ["general-assembly/181(II)"]),
        ("resolution 181", "en", []),
        ("resolution 7 of the committee", "en", []),
        ("resolution 2254 (1999)", "en", []),
        ("resolution 24000", "en", []),
        ("a resolution of 2254 pixels", "en", []),
    ],
)
def test_resolutions(text: str, language: str, expected: list[str]) -> None:
    assert ids(text, language) == expected


def test_days_of_resolutions() -> None:
    days = {
        n: found.adopted for n in (242, 1244, 2202, 2231, 2254, 2728) if (found := resolution(n))
    }
    assert days == {
        242: "1967-11-22",
        1244: "1999-06-10",
        2202: "2015-02-17",
        2231: "2015-07-20",
        2254: "2015-12-18",
        2728: "2024-03-25",
    }
    assert resolution(25) is None  # not in the records of meetings
    assert resolution("ES-11/1", "general-assembly") is not None


def test_there_are_enough_and_their_dates_are_dates() -> None:
    known = named.entities("agreements")
    assert len(known) >= 190
    for identifier in known:
        record = agreement(identifier)
        assert record.adopted is not None
        assert DATE.fullmatch(record.adopted), identifier
        assert record.force is None or record.adopted <= record.force
        assert record.until is None or record.adopted < record.until
        assert all(re.fullmatch("[A-Z]{2}", state) for state in record.parties)


def test_a_record_by_its_id() -> None:
    for _, _, what in agreements_in("resolution 2254; General Assembly resolution 68/262; NPT"):
        assert agreement(what.id).name == what.name
    with pytest.raises(KeyError):
        agreement("agreement/security-council/99999")
