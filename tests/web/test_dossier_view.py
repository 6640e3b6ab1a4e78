"""A dossier in words."""

from __future__ import annotations

from pathlib import Path

from onrecord.pipeline import dossiers
from onrecord.pipeline.dossiers import Wanted
from onrecord.web import dossier_view
from onrecord.web.words import words
from tests.store.spoken import spoken

SAY = words("en")


def test_names_facts_and_offices(tmp_path: Path) -> None:
    with spoken(tmp_path) as db:
        turkey = dossiers.dossier(db, "state/tr", 2)
        nato = dossiers.dossier(db, "organisation/nato", 2)
    assert turkey is not None
    assert nato is not None
    assert [one.tag for one in dossier_view.names(turkey)][:2] == ["en", "ru"]
    offices = dossier_view.offices(turkey, SAY)
    assert len(offices) == len(set(offices))
    assert all(each.source and each.address.startswith("/dossier/person/") for each in offices)
    facts = {fact.label: fact.values for fact in dossier_view.facts(nato, SAY)}
    members = next(values for label, values in facts.items() if label.startswith("Members"))
    assert "/dossier/state/tr" in dict(members).values()


def test_a_quote_is_its_sentence_with_the_words_marked(tmp_path: Path) -> None:
    with spoken(tmp_path) as db:
        record = dossiers.dossier(db, "state/kz", 2)
    assert record is not None
    for mention in record.latest:
        shown = dossier_view.quoted(mention)
        assert "".join(run.text for run in shown.runs) == mention.sentence.text
        assert [run.text for run in shown.runs if "found" in run.kinds] == ["Kazakhstan"]
        assert f"at={mention.span.start}-{mention.span.end}#at" in shown.here


def test_what_narrows_can_be_taken_away(tmp_path: Path) -> None:
    wanted = Wanted(month="2024-05", country="", speaker="Anna", beside=("state/kz",))
    with spoken(tmp_path) as db:
        record = dossiers.dossier(db, "state/tr", 2, wanted)
    assert record is not None
    month, country, speaker, beside = dossier_view.narrowing(record, SAY)
    assert month.label == "May 2024"
    assert "month" not in month.without
    assert "country=-" in month.without
    assert "country" not in country.without
    assert "speaker" not in speaker.without
    assert "beside" not in beside.without
    assert beside.label == "together with Kazakhstan"


def test_periods() -> None:
    period = dossier_view.period
    assert period("2050", "2050-01-01", "2050-12-31", SAY) == "2050"
    assert period("2019-10-09", "2019-10-09", None, SAY) == "9 October 2019"
    assert period("P3D", "2019-10-09", "2019-10-12", SAY) == "9 October 2019 to 12 October 2019"
