from __future__ import annotations

from onrecord.compare.beads import likeness, parted
from tests.compare.support import aligned


def test_words_that_are_the_same_are_same_and_others_changed() -> None:
    found = aligned(
        "The talks went well today. We agreed.", "The talks went badly today. We agreed."
    )
    assert [bead.kind for bead in found.beads] == ["changed", "same"]
    assert found.beads[1].score == 1.0


def test_what_is_only_in_one_has_no_score() -> None:
    found = aligned("We met on Monday. Nobody else knew of it.", "We met on Monday.")
    assert [(bead.kind, bead.b, bead.score) for bead in found.beads][1:] == [("omitted", (), None)]


def test_the_share_is_of_the_shorter_text() -> None:
    found = aligned("We met on Monday. Nobody else knew.", "We met on Monday.")
    said = ["We met on Monday.", "Nobody else knew."], ["We met on Monday."]
    share, alike = likeness(found.beads, said, 0.4)
    assert (share, alike) == (1.0, 1.0)


def test_what_is_not_alike_enough_is_parted() -> None:
    found = aligned("athing moved.", "bthing moved.", ("xa", "xb"))
    assert [bead.kind for bead in parted(found.beads, 2.0)] == ["omitted", "added"]
    assert tuple(parted(found.beads, 0.5)) == found.beads
