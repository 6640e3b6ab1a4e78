"""A claim with what tells two of them apart."""

from __future__ import annotations

from onrecord.compare.claim import Claim, Context, Said, value_of
from onrecord.records import Span


def claim(
    quote: str, day: str = "2024-01-01", *, type: str = "support", layer: str = "position",
    sentence: str | None = None, holder: str = "Ada Vale", work: int | None = None,
    named: frozenset[str] = frozenset(), language: str = "en",
) -> Claim:  # fmt: skip
    """A claim that is its whole sentence, unless that is given."""
    whole = sentence or quote
    said = Said(
        statement=f"s/{day}", version=1, title=None, day=day, language=language, country=None,
        speaker=holder, holder=holder, turn=0, layer=layer, type=type, target=None,
        span=Span(100, 100 + len(quote)), quote=quote,
    )  # fmt: skip
    context = Context(
        hash(day) if work is None else work, whole, whole.index(quote), named, named, ()
    )
    return Claim(said, context)


def test_keys_tell_what_a_claim_is_about_and_not_its_stance() -> None:
    one, two = claim("We support the Tolva works"), claim("We strongly oppose the Tolva works")
    assert one.keys == {"tolva", "vorks"}
    assert two.keys >= one.keys


def test_a_no_of_the_whole_sentence_counts() -> None:
    said = claim("we close the port", sentence="Nobody says that we close the port.")
    assert [span.start for span in said.denied.spans] == [100 - 17]
    assert not claim("we close the port").denied.spans


def test_figures_of_the_claim_and_what_is_asked() -> None:
    assert [sorted(f.values) for f in claim("We send 300 men").figures] == [[300.0]]
    assert claim("we close it", sentence="Will we close it?").asked
    assert not claim("we close it").asked
    assert claim("They threatened to blow up the dam").undoing
    assert not claim("We oppose the dam").undoing


def test_parties_by_id_then_by_name() -> None:
    assert value_of({"holder": [{"entity": "state/xx", "name": "X"}]}, "holder") == "state/xx"
    assert value_of({"actor": [{"entity": None, "name": "X"}]}, "holder", "actor") == "X"
    assert value_of({"holder": []}, "holder") is None
