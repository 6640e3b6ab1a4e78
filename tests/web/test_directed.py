"""The drawing of who does what to whom."""

from __future__ import annotations

from onrecord.ledger.events import TYPES, Pair
from onrecord.web.directed import QUADS, WIDTH, drawing, quad_of


def _pair(actor: str, recipient: str, **types: int) -> Pair:
    return Pair(actor=actor, recipient=recipient, events=sum(types.values()), types=types)


PAIRS = [
    _pair("NO", "SE", AID=4, ACCUSE=1),
    _pair("SE", "NO", ACCUSE=2),
    _pair("NO", "a body with a name that is far too long", CONSULT=1),
]


def test_each_pair_leads_from_who_acts_to_who_is_acted_upon() -> None:
    made = drawing(PAIRS, lambda key: key)
    assert made is not None
    assert [end.key for end in made.actors] == ["NO", "SE"]
    assert [end.key for end in made.recipients][:2] == ["SE", "NO"]
    assert made.recipients[2].label.endswith("\u2026")
    first = made.edges[0]
    assert first.label == "AID +1 (5)"
    assert first.width == max(edge.width for edge in made.edges)
    assert [edge.quad for edge in made.edges] == [
        "material-cooperation", "verbal-conflict", "verbal-cooperation",
    ]  # fmt: skip
    assert set(made.quads) == {edge.quad for edge in made.edges}
    heights = {end.key: end.y for end in made.actors}
    assert first.path.startswith(f"M170,{heights['NO']} ")
    for edge in made.edges:
        assert edge.at is not None
        assert 0 < edge.at[0] < WIDTH
        assert 0 < edge.at[1] < made.height


def test_no_label_lies_on_another() -> None:
    crowded = [_pair(f"A{n % 4}", f"B{n % 3}", SUPPORT=2, CONSULT=1) for n in range(12)]
    made = drawing(crowded, str)
    assert made is not None
    told = [(edge.at, len(edge.label) * 6) for edge in made.edges if edge.at]
    assert 4 <= len(told) < 13
    for n, ((x, y), width) in enumerate(told):
        for (a, b), other in told[n + 1 :]:
            assert abs(x - a) >= (width + other) / 2 or abs(y - b) >= 12


def test_what_is_not_drawn_is_counted_and_nothing_is_no_drawing() -> None:
    many = [_pair(f"A{n}", f"B{n}", AID=1) for n in range(40)]
    made = drawing(many, str)
    assert made is not None
    assert len(made.edges) + made.left_out == 40
    assert len({end.y for end in made.actors}) == len(made.actors)
    assert drawing([], str) is None


def test_every_type_is_of_a_quad() -> None:
    assert {quad_of({kind: 1}) for kind in TYPES} == set(QUADS)
