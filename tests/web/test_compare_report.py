from __future__ import annotations

import re

from onrecord.pipeline.comparing import compare
from onrecord.web.compare_report import page
from tests.compare.support import read_file, reading
from tests.support import SAMPLES

NAMES = ("geneva-news-conference.en.html", "geneva-news-conference.de.html")


def report(a: str, b: str) -> str:
    return page(compare(reading(a, "en"), reading(b, "en")), ("a", "b"))


def test_nothing_is_asked_of_the_network_and_nothing_runs() -> None:
    one, two = (read_file(SAMPLES / name) for name in NAMES)
    text = page(compare(one, two), NAMES)
    assert re.findall(r"<script|<link|<img|@import|url\(|src=", text) == []
    assert "default-src 'none'" in text
    assert "2 only in" not in text
    assert text.count('class="bead') == len(compare(one, two).beads)


def test_markup_of_a_text_stays_text() -> None:
    text = report("We met <script>alert(1)</script> at noon.", "We met at noon.")
    assert "<script" not in text
    assert "&lt;script&gt;" in text


def test_what_differs_is_marked_and_what_is_gone_is_told() -> None:
    text = report("We must act now. Nobody else came.", "We should act now.")
    assert '<mark class="substance">must</mark>' in text
    assert '<mark class="substance">should</mark>' in text
    assert "not in B" in text


def test_an_empty_text_and_a_text_in_no_known_language_are_said_to_be_so() -> None:
    text = page(compare(reading("We met.", "en"), reading("", "en")), ("a", "b"))
    assert "B has no sentence" in text
    assert "not in B" in text
    other = page(
        compare(reading("We met in 2023.", "en"), reading("Takasangana 2023.", "sn")), NAMES
    )
    assert "encoder" in other
