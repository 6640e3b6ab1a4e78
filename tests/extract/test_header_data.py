from __future__ import annotations

from onrecord.extract.header_data import data


def test_the_data_are_in_the_form_in_which_they_are_compared() -> None:
    known = data()
    for names in (known.place, known.open_domains, known.government_labels):
        assert names
        assert all(name == name.lower().strip() for name in names)
    assert all(len(domain) >= 2 for domain in known.open_domains)
    assert not known.open_domains & known.government_labels
