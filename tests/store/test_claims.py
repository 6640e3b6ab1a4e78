"""Claims of an archive: of a target, by id or words, and of a time."""

from __future__ import annotations

from pathlib import Path

from onrecord.store import claims
from tests.pipeline.test_contradicting import opened


def test_claims_of_a_target_with_what_is_named_near_them(tmp_path: Path) -> None:
    db = opened(tmp_path)
    every = list(claims.claims(db))
    assert [row.day for row in every] == sorted((row.day or "" for row in every), reverse=True)
    geneva = list(claims.claims(db, ["place/ch-geneva"]))
    assert geneva
    assert all("Geneva" in row.quote for row in geneva)
    assert all(any(entity == "place/ch-geneva" for entity, _ in row.named) for row in geneva)
    dam = list(claims.claims(db, words="Tolva Dam"))
    assert {row.statement for row in dam} >= {"vale-1", "vale-2", "orr-1"}
    assert all(row.day == "2024-01-10" for row in claims.claims(db, until="2024-01"))
    assert all((row.day or "") >= "2024-03" for row in claims.claims(db, since="2024-03"))
    for row in every:
        assert (row.before + row.quote).endswith(row.quote)
    assert claims.targets(db) == []
    db.close()
