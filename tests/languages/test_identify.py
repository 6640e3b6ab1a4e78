"""Languages are told by script and words; a declaration is believed unless the text contradicts."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.languages.identify import (
    Identified,
    data,
    endonyms,
    foreign,
    identify,
    identify_blocks,
    main_script,
    primary,
)
from onrecord.records import Span

LANGUAGES = sorted(data().language)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_example_is_told(tag: str) -> None:
    assert identify(data().language[tag].example).language == tag


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_example_believes_its_own_declaration(tag: str) -> None:
    found = identify(data().language[tag].example, tag)
    assert (found.language, found.method) == (tag, "declared")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_letters_are_those_of_the_example(tag: str) -> None:
    known = data().language[tag]
    assert known.script not in ("Latn", "Cyrl", "Arab") or not foreign(known.example, tag)
    assert endonyms()[known.name.lower()] == tag


@pytest.mark.parametrize(
    ("text_of", "declared", "language"),
    [
        ("ru", "en", "ru"),
        ("de", "en-US", "de"),
        ("en", "ru", "en"),
        ("zh", "en", "zh"),
        ("uk", "ru", "uk"),
        ("gl", "gl-ES", "gl"),
        ("sr", "sr-Cyrl", "sr"),
    ],
)
def test_wrong_declarations_are_contradicted(text_of: str, declared: str, language: str) -> None:
    assert identify(data().language[text_of].example, declared).language == language


def test_what_says_nothing_is_unknown_or_as_declared() -> None:
    assert identify("") == Identified(language=None, method="none")
    assert identify("12:30 — 14:00").language is None
    assert identify("12:30 — 14:00", "fr-FR").language == "fr"
    assert identify("Geneva", "und").language is None


def test_a_name_in_other_letters_does_not_change_the_language() -> None:
    text = data().language["en"].example + " (Министерство)"
    assert identify(text, "en").language == "en"


def test_a_language_without_words_is_left_to_the_model() -> None:
    irish = "Tá an Rialtas ag obair leis na tíortha eile chun síocháin a bhaint amach go luath."
    assert identify(irish).method == "model"
    assert identify(irish).language == "ga"


def test_kana_beside_ideographs_is_japanese() -> None:
    assert main_script("会談について述べた")[0] == "Kana"


@pytest.mark.parametrize("tag", ["", "x-default", "mul", "zxx", "und", "1", "english"])
def test_tags_that_name_no_language(tag: str) -> None:
    assert primary(tag) is None


def test_blocks_of_another_language_are_found() -> None:
    english, russian = data().language["en"].example, data().language["ru"].example
    text = f"{english}\n{russian}"
    spans = [Span(0, len(english)), Span(len(english) + 1, len(text))]
    assert list(identify_blocks(text, spans, "en")) == [(spans[1], "ru")]
    assert list(identify_blocks(text, spans, "ru")) == [(spans[0], "en")]


def test_the_model_is_not_loaded_where_words_decide() -> None:
    code = (
        "import sys; from onrecord.languages.identify import identify, data;"
        "identify(data().language['en'].example, 'en'); identify(data().language['ru'].example);"
        "print('numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@given(st.text(max_size=300), st.none() | st.text(max_size=12))
def test_anything_gives_an_answer(text: str, declared: str | None) -> None:
    found = identify(text, declared)
    assert 0.0 <= found.confidence <= 1.0
    assert found == identify(text, declared)
