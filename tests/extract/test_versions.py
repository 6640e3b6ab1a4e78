from __future__ import annotations

from onrecord.extract import versions
from onrecord.extract.page import Field, Line, Page


def alternate(language: str, url: str, method: str = "hreflang", where: str | None = None) -> Field:
    return Field(name="alternate", method=method, value=url, extra=language, where=where)


def test_links_with_their_addresses() -> None:
    fields = (alternate("ru", "https://a.example/ru"), alternate("en_gb", "https://a.example/en"))
    found, evidence = versions.find(Page(lines=(), fields=fields))
    assert [(v.language, v.url) for v in found] == [
        ("ru", "https://a.example/ru"),
        ("en-GB", "https://a.example/en"),
    ]
    assert evidence is not None
    assert evidence.method == "hreflang"


def test_the_default_is_no_language_and_each_language_counts_once() -> None:
    fields = (
        alternate("x-default", "https://a.example/"),
        alternate("de", "https://a.example/de"),
        alternate("de", "https://a.example/de?print"),
    )
    found, _ = versions.find(Page(lines=(), fields=fields))
    assert [v.url for v in found] == ["https://a.example/de"]


def test_a_copied_line_of_languages_is_its_evidence() -> None:
    lines = (Line(text="Title", where="line 1"), Line(text="de-DE1 fr-FR1", where="line 2"))
    fields = (
        alternate("de-DE", "", "page", "line 2"),
        alternate("fr-FR", "", "page", "line 2"),
    )
    found, evidence = versions.find(Page(lines=lines, fields=fields))
    assert [(v.language, v.url) for v in found] == [("de-DE", None), ("fr-FR", None)]
    assert evidence is not None
    assert evidence.line == 1


def test_a_switch_of_language_names() -> None:
    names = ["Home", "Русский", "English", "Français", "News"]
    found, evidence = versions.find(Page(lines=tuple(Line(text=name) for name in names)))
    assert [v.language for v in found] == ["ru", "en", "fr"]
    assert evidence is not None
    assert evidence.quote == "Русский English Français"


def test_the_name_of_one_language_is_no_switch() -> None:
    names = ["English", "News", "Contact", "Press", "English"]
    assert versions.find(Page(lines=tuple(Line(text=name) for name in names))) == ((), None)
