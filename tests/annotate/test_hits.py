from __future__ import annotations

from onrecord.annotate.hits import hits, is_person, printed
from onrecord.annotate.lexis import lexis
from onrecord.annotate.words import Words


def test_the_longest_name_stands_first() -> None:
    words = Words("The United Arab Emirates", lexis("en"))
    found = hits(words, 1, words.forms[1].size)
    assert [printed(words, h.first, h.last) for h in found][:1] == ["United Arab Emirates"]
    assert [h.last for h in found] == sorted((h.last for h in found), reverse=True)


def test_a_given_name_makes_a_person_of_a_place() -> None:
    words = Words("Jack London in London", lexis("en"))
    assert is_person(words, 1, 2)
    assert not is_person(words, 3, 4)
