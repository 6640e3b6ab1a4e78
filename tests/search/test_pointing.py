from __future__ import annotations

from onrecord.search.pointing import pointed


def test_the_sign_stands_under_the_place() -> None:
    assert pointed("话 (", 2) == ("话 (", "   ^")


def test_of_a_long_query_the_place_is_shown() -> None:
    query = "word " * 500 + "(" + " word" * 500
    shown, sign = pointed(query, 2500)
    assert len(shown) < 120
    assert shown[sign.index("^")] == "("
    assert shown.startswith("...")
    assert shown.endswith("...")


def test_lines_and_controls_do_not_move_it() -> None:
    assert pointed("a\n\x1b(", 3) == ("a  (", "   ^")
