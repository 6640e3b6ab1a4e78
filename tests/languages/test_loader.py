"""Tests of languages.loader: look-up along the chain, and strictness, by planted violations."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import DataError
from onrecord.languages.loader import Folder, everything, folder, language, tags

INFO = 'name = "A language"\nscript = "Latn"\n'
RULE = """
[[rule]]
name = "<month>"
pattern = '{month}'
value = "DATE {month}"
examples = { "March" = "DATE 03" }
not = ["May"]
"""
MONTH = '[list.month]\n"march" = 3\n'


def planted(root: Path, **files: str) -> Folder:
    """Languages in a temporary folder: `en_times` is the file `times.toml` of `en`."""
    for name, text in {"und_language": INFO, "en_language": INFO, **files}.items():
        tag, _, file = name.partition("_")
        path = root / tag.replace("0", "-") / f"{file}.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return Folder(root)


def test_the_package_has_its_languages() -> None:
    assert tags()[0] == "und"
    assert {"en", "ru", "fr", "es", "de", "uk", "zh"} < set(tags())


@pytest.mark.parametrize(
    ("tag", "found"),
    [("en-GB", "en"), ("zh-Hans-CN", "zh"), ("tlh", "und"), (None, "und"), ("", "und")],
)
def test_look_up_falls_back(tag: str | None, found: str) -> None:
    assert language(tag).tag == found


def test_lists_of_the_chain_are_merged(tmp_path: Path) -> None:
    months = planted(
        tmp_path,
        und_times=MONTH.replace("march", "m3") + RULE.replace("March", "M3"),
        en_times=MONTH + RULE.replace("<month>", "en <month>"),
    ).language("en")
    assert months.chain == ("en", "und")
    assert months.forms("times", "month").value("March") == 3
    assert months.forms("times", "month").value("M3") == 3
    assert [rule.name for rule in months.rules("times")] == ["en <month>", "<month>"]


def test_a_rule_replaces_its_parents(tmp_path: Path) -> None:
    root = planted(tmp_path, und_times=MONTH + RULE, en_times=MONTH + RULE.replace("DATE", "DAY"))
    (match,) = root.language("en").rules("times").best("March")
    assert match.value == "DAY 03"


def test_a_parent_can_be_named(tmp_path: Path) -> None:
    root = planted(tmp_path, en0GB_language=INFO + 'parent = "en"\n', en_times=MONTH + RULE)
    child = root.language("en-GB-oxendict")
    assert child.chain == ("en-GB", "en", "und")
    assert child.forms("times", "month").value("march") == 3


def test_everything_has_all_words() -> None:
    months = everything().forms("times", "month")
    assert {months.value(word) for word in ("March", "марта", "März", "marzo", "mars")} == {3}
    assert everything().tag == "mul"


def test_a_list_that_nobody_knows(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no list 'moon'"):
        folder().language("en").forms("times", "moon")


def test_a_missing_list_is_empty(tmp_path: Path) -> None:
    assert not planted(tmp_path).language("en").forms("times", "month")


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"en_moons": MONTH}, "unknown file"),
        ({"en_times": MONTH + RULE + "\n[notes]\n"}, "notes"),
        ({"en_times": MONTH + RULE + "word = true\n"}, "word"),
        ({"en_times": MONTH + RULE + '[list.moon]\n"full" = 1\n'}, "used by no rule"),
        ({"en_times": MONTH}, "no .examples.month"),
        ({"en_times": MONTH + RULE + "[examples.moon]\nmatch = {}\nnot = []\n"}, "not there"),
        ({"en_times": MONTH + RULE.replace('not = ["May"]', "not = []")}, "counterexamples"),
        ({"en_times": MONTH + RULE.replace('{ "March" = "DATE 03" }', "{}")}, "examples"),
        ({"en_times": MONTH + RULE.replace('not = ["May"]', "")}, "not"),
        ({"en_times": MONTH + RULE + "="}, "times.toml"),
        ({"en_language": INFO + "spaecs = true\n"}, "spaecs"),
        ({"en_times": MONTH + RULE.replace("'{month}'", "'{month}{moon}'")}, "moon"),
        ({"en_times": MONTH + RULE.replace("'{month}'", "'{month}('")}, "pattern"),
    ],
)
def test_planted_violations_fail_to_load(
    tmp_path: Path, files: dict[str, str], message: str
) -> None:
    root = planted(tmp_path, **files)
    with pytest.raises(DataError, match=message):
        root.language("en").rules("times").best("March")


def test_the_plant_itself_is_sound(tmp_path: Path) -> None:
    (match,) = planted(tmp_path, en_times=MONTH + RULE).language("en").rules("times").best("March")
    assert match.value == "DATE 03"
