"""Who speaks of a thing, when, and in which words."""

from __future__ import annotations

from pathlib import Path

from onrecord.store import mentions
from tests.store.spoken import spoken


def test_each_turn_once_the_newest_first(tmp_path: Path) -> None:
    with spoken(tmp_path) as db:
        turned = mentions.turned(db, "state/tr")
        said = [(turn.said or "")[:7] for turn in turned]
        assert said == sorted(said, reverse=True)
        assert {"2024-05", "2024-04"} == set(said)
        assert len({(turn.version, turn.turn) for turn in turned}) == len(turned)
        known = {each.id: each for each in mentions.everything(db)}
        assert known["state/tr"].mentions == sum(turn.mentions for turn in turned)
        assert known["state/tr"].statements == 2
        assert mentions.turned(db, "state/zz") == ()


def test_a_mention_stands_in_its_sentence(tmp_path: Path) -> None:
    with spoken(tmp_path) as db:
        for turn in mentions.turned(db, "state/kz"):
            found = mentions.in_turn(db, "state/kz", turn)
            text = db.execute("SELECT text FROM versions WHERE n = ?", (turn.version,)).fetchone()[
                0
            ]
            assert text[found.span.start : found.span.end] == found.quote == "Kazakhstan"
            start, end = found.sentence.span
            assert text[start:end] == found.sentence.text
            assert start <= found.span.start < found.span.end <= end


def test_forms_are_counted_by_language(tmp_path: Path) -> None:
    with spoken(tmp_path) as db:
        (form,) = mentions.forms(db, "state/kz")
        assert (form.words, form.language, form.mentions) == ("Kazakhstan", "en", 2)
