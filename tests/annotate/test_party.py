"""What a party tells of itself."""

from onrecord.annotate.party import Member, Party, of_place


def test_a_party_is_known_by_a_state_a_name_or_its_kind() -> None:
    nobody = Member("government", None, None, None)
    assert not Party(0, 1, "state-noun", (nobody,)).named
    assert Party(0, 1, "state-noun", (nobody._replace(iso="KE"),)).named
    assert Party(0, 1, "person", (nobody,)).named


def test_members_are_told_apart_by_state_then_id_then_name() -> None:
    member = Member("Orvald", "person/orvald", "KE", None)
    assert member.key() == "KE"
    assert member._replace(iso=None).key() == "person/orvald"
    assert member._replace(iso=None, entity=None).key() == "orvald"


def test_a_town_lies_in_its_state() -> None:
    town, sea = (Member("there", f"place/{name}", None, None) for name in ("ke-nairobi", "red-sea"))
    assert [m.iso for m in of_place(Party(0, 1, "place", (town, sea))).members] == ["KE", None]
    assert of_place(Party(0, 1, "person", (town,))).members[0].iso is None
