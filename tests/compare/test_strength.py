from __future__ import annotations

from onrecord.compare.strength import denied, differs, graded, has_words
from onrecord.languages.loader import language

EN = language("en")


def test_a_sentence_stands_on_its_scales() -> None:
    found = graded("We must act, and we condemn this.", 10, EN)
    assert {name: (g.low, g.high) for name, g in found.items()} == {
        "obligation": (3, 3),
        "censure": (4, 4),
    }
    assert found["obligation"].span == (13, 17)


def test_words_that_disagree_give_no_strength() -> None:
    assert "obligation" not in graded("We must act, and you should too.", 0, EN)


def test_spans_that_share_a_strength_do_not_differ() -> None:
    must, should = graded("must", 0, EN)["obligation"], graded("should", 0, EN)["obligation"]
    need = graded("needs to", 0, EN)["obligation"]
    assert differs(must, should)
    assert not differs(must, need)
    assert not differs(should, need)


def test_a_no_within_words_that_may_be_said_otherwise_does_not_count() -> None:
    assert denied("It is not only late.", 0, EN).spans == ()
    assert len(denied("It is not late.", 0, EN).spans) == 1


def test_a_no_of_letters_alone_is_none() -> None:
    assert denied("They asked for a no-fly zone.", 0, EN).spans == ()
    assert len(denied("They may not fly.", 0, EN).spans) == 1


def test_a_hope_that_something_will_be_is_no_promise() -> None:
    assert "commitment" not in graded("We hope that they will arrive.", 0, EN)
    assert graded("They will arrive.", 0, EN)["commitment"].low == 3


def test_a_language_without_words_is_not_weighed() -> None:
    assert has_words(EN)
    assert not has_words(language("zh"))
