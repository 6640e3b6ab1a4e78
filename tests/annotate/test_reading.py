"""Tests of annotate.reading: a document, taken apart once."""

from __future__ import annotations

from onrecord.annotate.document import Document
from onrecord.annotate.reading import reading


def document(text: str, **told: str | None) -> Document:
    return Document(text=text, language="en", date="2020-01-10", **told)  # type: ignore[arg-type]


def test_words_point_into_the_text() -> None:
    read = reading(document("Ours – and “theirs”."))
    assert read.text[read.starts[0] : read.stops[0]] == "Ours"
    assert len(read.words) == len(read.starts) == len(read.stops)


def test_it_is_made_once() -> None:
    asked = document("We met.")
    assert reading(asked) is reading(asked)


def test_who_asks() -> None:
    assert reading(document("Why?", speaker="Question")).asking
    assert not reading(document("Why?", speaker="Mr Doe")).asking
    assert not reading(document("Why?")).asking


def test_dates() -> None:
    read = reading(document("We meet on 3 March 2020 or on 4 March 2020."))
    assert read.when(0, len(read.words)) == "2020-03-03"
    assert read.when(0, len(read.words), only=True) is None
    assert read.when(0, 2) is None


def test_a_name_within_a_word_has_the_word() -> None:
    read = reading(document("They met at \u4e2d\u56fd\u4ee3\u8868\u56e2ICP2020 and left."))
    for at, mentions in read.entities.items():
        for mention in mentions:
            first, last = mention["words"]
            assert first == at < last <= len(read.words)


def test_a_pronoun_with_its_verb_marks_the_pronoun_only() -> None:
    read = reading(document("We agreed on this."))
    (sentence,) = read.sentences
    assert read.marked(sentence, 0, "joint") == "verb"
    assert read.marked(sentence, 1, "joint") is None


def test_nothing_in_it() -> None:
    assert reading(document("")).sentences == ()


def test_what_may_be_a_party_is_a_name_a_pronoun_a_noun_for_who_acts_or_told_of_a_state() -> None:
    text = "Yesterday we asked Kenya and Japanese negotiators for patience."
    read = reading(Document(text=text, language="en", country="NO"))
    assert {read.words[n] for n in read.busy} == {"we", "kenya", "japanese", "negotiators"}
