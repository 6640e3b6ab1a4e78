"""Names of what is no place: rules of where a name counts, labels, claims."""

from __future__ import annotations

import pytest

from onrecord.gazetteer import named
from onrecord.gazetteer.loader import organisations_in, outlets_in
from onrecord.gazetteer.named import PREFIX, Claim, claims, names_of, only


def ids(text: str, language: str | None = None) -> list[str]:
    return [what.id for _, _, what in organisations_in(text, language)]


def test_an_acronym_counts_in_capitals_only() -> None:
    assert ids("The WHO report") == ["organisation/who"]
    assert ids("Those who report") == []
    assert ids("THOSE WHO REPORT IT TODAY") == []


def test_an_acronym_is_no_other_languages() -> None:
    assert ids("UA", "fr") == ["organisation/african-union"]
    assert ids("UA", "en") == []


def test_an_acronym_with_a_number_is_another() -> None:
    assert ids("a UN-2 machine", "en") == []


def test_an_ordinary_word_must_be_set_off() -> None:
    assert [o.id for _, _, o in outlets_in("Question (Life):")] == ["outlet/life"]
    assert outlets_in("Life goes on") == ()
    assert outlets_in("(life)") == ()


def test_an_unsure_name_needs_a_witness() -> None:
    assert ids("The Security Council met; the UN said so", "en") == [
        "organisation/un-security-council",
        "organisation/un",
    ]
    assert ids("The President chaired the Security Council", "en") == []


def test_whole_words_and_the_longest_name() -> None:
    assert ids("the European Union's Council") == ["organisation/eu"]
    assert ids("UN Security Council") == ["organisation/un-security-council"]
    assert ids("UNITED") == []


def test_claims_prefer_the_language() -> None:
    value = "n one:en,fr two:de"
    assert claims(value, "de") == (Claim("two", ("de",)),)
    assert {claim.id for claim in claims(value, None)} == {"one", "two"}
    assert {claim.id for claim in claims(value, "es")} == {"one", "two"}
    assert claims("u one:en", "es") == ()
    assert only(claims(value, None)) is None
    assert only(claims(value, "fr")) == "one"


def test_labels() -> None:
    osce = names_of("organisation/osce")
    assert set(osce) == {"en", "ru", "fr", "es", "de"}
    assert osce["de"][-1] == "OSZE"
    assert "Außenminister" in names_of("office/foreign_minister")["de"]
    assert names_of("organisation/atlantis") == {}
    assert names_of("nothing") == {}


@pytest.mark.parametrize("folder", PREFIX)
def test_tables_are_sound(folder: str) -> None:
    known = named.entities(folder)
    for value in named.names(folder).values():
        rule, *packed = value.split()
        assert rule in set("nuqacd")
        assert bool(packed) is (rule != "d")
        cells = [cell for cell in packed if not cell.endswith(":w")]
        assert all(cell.partition(":")[0] in known for cell in cells)
    for identifier in known:
        record = named.named(folder, identifier)
        assert record.name
        assert record.kind
        assert names_of(record.id), identifier
