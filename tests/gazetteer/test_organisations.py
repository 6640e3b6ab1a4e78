"""Organisations: names in five languages, dates, members."""

from __future__ import annotations

import re

import pytest

from onrecord.gazetteer import named
from onrecord.gazetteer.organisations import (
    members,
    memberships,
    organisation,
    organisations_in,
)

DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("в рамках [Организации Объединённых Наций|un]", "ru"),
        ("[ОБСЕ|osce] и [Астанинского формата|astana-format]", "ru"),
        ("представители [талибов|taliban] и [хуситов|houthis]", "ru"),
        ("die [Vereinten Nationen|un] und die [OSZE|osce]", "de"),
        ("der [Europäischen Union|eu] im [Normandie-Format|normandy-format]", "de"),
        ("l'[Union européenne|eu] et l'[OTAN|nato]", "fr"),
        ("la [OEA|oas] y el [Grupo de Visegrado|visegrad]", "es"),
        ("the [Collective Security Treaty Organisation|csto] and the [SCO|sco]", "en"),
        ("[Hamas|hamas], [Hezbollah|hezbollah] and the [Taliban|taliban]", "en"),
    ],
)
def test_names(text: str, language: str) -> None:
    marked = re.findall(r"\[([^|\]]+)\|([^\]]+)\]", text)
    plain = re.sub(r"\[([^|\]]+)\|[^\]]+\]", r"\1", text)
    found = [
        (plain[start:end], what.id.partition("/")[2])
        for start, end, what in organisations_in(plain, language)
    ]
    assert found == marked


def test_there_are_enough() -> None:
    known = named.entities("organisations")
    assert len(known) >= 200
    in_five = [i for i in known if {"en", "ru", "fr", "es", "de"} <= set(labels(i))]
    assert len(in_five) >= 200


def labels(identifier: str) -> dict[str, tuple[str, ...]]:
    return named.names_of(f"organisation/{identifier}")


def test_dates_are_dates() -> None:
    for identifier in named.entities("organisations"):
        known = organisation(identifier)
        for date in (known.since, known.until):
            assert date is None or DATE.fullmatch(date), identifier
        assert known.until is None or known.since is None or known.since <= known.until


def test_members_by_day() -> None:
    assert len(members("un") or ()) == 193
    assert "FI" not in (members("nato", "2023-04-03") or ())
    assert "FI" in (members("nato", "2023-04-04") or ())
    assert len(members("eu", "2019-10-09") or ()) == 28
    assert len(members("eu", "2021-01-01") or ()) == 27
    assert len(members("nato", "2024-04-01") or ()) == 32
    assert "RU" in (members("g8", "2010-01-01") or ())
    assert members("brics", "2020-01-01") == frozenset({"BR", "RU", "IN", "CN", "ZA"})
    assert len(members("osce", "2020-01-01") or ()) == 57
    assert len(members("council-of-europe", "2020-01-01") or ()) == 47


def test_members_as_seen() -> None:
    (first,) = [m for m in memberships("oecd") if m.state == "DE"]
    assert first.since is None
    assert first.seen is not None
    assert "Factbook" in first.source


def test_unknown_membership_is_none() -> None:
    assert members("organisation/hamas") is None


def test_an_unknown_organisation_is_an_error() -> None:
    with pytest.raises(KeyError):
        organisation("organisation/atlantis")
