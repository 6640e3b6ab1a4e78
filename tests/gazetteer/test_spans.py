"""The search for names: longest first, whole words, rules of capitals."""

from __future__ import annotations

from onrecord.gazetteer.spans import is_acronym, is_first, matches, with_last_stop

NAMES = {"guinea": "GN", "guinea bissau": "GW", "papua new guinea": "PG", "中国": "CN"}
LONGEST = {"guinea": 2, "papua": 3, "中": 2}


def found(text: str) -> list[tuple[str, str]]:
    return [(text[s:e], value) for s, e, value in matches(text, NAMES, LONGEST, lambda *_: True)]


def test_the_longest_name_is_taken() -> None:
    assert found("Papua New Guinea, Guinea-Bissau and Guinea") == [
        ("Papua New Guinea", "PG"),
        ("Guinea-Bissau", "GW"),
        ("Guinea", "GN"),
    ]


def test_names_are_whole_words_but_in_chinese() -> None:
    assert found("Guineas, preguinea, guinea_pig") == []
    assert found("与中国的关系") == [("中国", "CN")]


def test_a_sentence_or_a_comma_parts_names() -> None:
    assert found("in Guinea. Bissau") == [("Guinea", "GN")]
    assert found("Guinea, Bissau") == [("Guinea", "GN")]


def test_what_is_refused_leaves_room_for_the_shorter() -> None:
    text = "Guinea-Bissau"
    got = list(matches(text, NAMES, LONGEST, lambda _t, _s, _e, value: value == "GN"))
    assert got == [(0, 6, "GN")]


def test_capitals_and_sentences() -> None:
    assert is_acronym("US")
    assert not is_acronym("Us")
    assert is_first("Того", 0)
    assert is_first("Да. «Того", 5)
    assert not is_first("из Того", 3)
    assert with_last_stop("the U.S. side", 4, 7) == 8
    assert with_last_stop("the US. Then", 4, 6) == 6
