"""Every word that a template, a page or a facet asks for is there, in every language."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from onrecord.errors import DataError
from onrecord.web.words import direction, words

ROOM = files("onrecord.web")
TAGS = sorted(
    each.name.removesuffix(".toml")
    for each in (ROOM / "words").iterdir()
    if each.name.count(".") == 1
)
_ASKED = re.compile(r"""(?:say|words|say\.some)\(\s*"([a-z_.-]+)"(?=[,)\s])""")


def _sources() -> str:
    found = []
    for folder in ("templates", "pages", "."):
        for each in (ROOM / folder).iterdir():
            if each.name.endswith((".html", ".py")):
                found.append(each.read_text("utf-8"))
    return "\n".join(found)


@pytest.mark.parametrize("tag", TAGS)
def test_all_that_is_asked_for_is_there(tag: str) -> None:
    asked = {key for key in _ASKED.findall(_sources()) if key != "en" and key[-1] not in "._"}
    assert len(asked) > 100
    say = words(tag)
    for key in asked:
        say._found(key)


def test_all_languages_have_the_same_keys() -> None:
    def keys(table: object, path: str = "") -> set[str]:
        if not isinstance(table, dict):
            return {path}
        return set().union(*(keys(value, f"{path}.{name}") for name, value in table.items()))

    first, *rest = (keys(words(tag)._said) for tag in TAGS)
    assert all(other == first for other in rest)


def test_what_is_not_there_is_said() -> None:
    with pytest.raises(DataError, match=r"words/en\.toml: there are no words for 'search\.odd'"):
        words("en")("search.odd")


def test_direction() -> None:
    assert direction("ar") == "rtl"
    assert direction("ar-EG") == "rtl"
