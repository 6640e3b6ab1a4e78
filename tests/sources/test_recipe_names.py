"""What an address and a country's name tell, and nothing more."""

from __future__ import annotations

import pytest

from onrecord.sources.recipe_names import place


@pytest.mark.parametrize(
    ("name", "url", "country", "by"),
    [
        ("Belarus", "https://mfa.example/", "BY", "name"),
        ("Venezuela (Bolivarian Republic of)", "https://mfa.example/", "VE", "name"),
        ("Congo", "https://www.sgg.cg/fr/", "CG", "domain"),
        ("Congo", "https://sgg.example/", None, ""),
        ("Atlantis", "https://press.un.org/", None, ""),
        ("", "https://www.state.gov/", "US", "domain"),
    ],
)
def test_countries(name: str, url: str, country: str | None, by: str) -> None:
    found = place(name, url)
    assert found is not None
    assert (found.country, found.by) == (country, by)


@pytest.mark.parametrize(
    ("url", "paths", "languages", "last"),
    [
        ("https://a.example", (), (), "front"),
        (
            "https://a.example/en/press/statements",
            ("/en/press/statements", "/"),
            ("en",),
            "statements",
        ),
        ("https://a.example/news/index.html", ("/news/", "/"), (), "news"),
        ("https://a.example/?cat=27&lang=fr", (), ("fr",), "27"),
        ("https://a.example/x.aspx?langTag=en-US", (), ("en",), "x"),
        ("https://a.example/arabic/minister", ("/arabic/minister", "/"), ("ar",), "minister"),
        ("https://a.example/en/", ("/en/", "/"), ("en",), "front"),
    ],
)
def test_addresses(url: str, paths: tuple[str, ...], languages: tuple[str, ...], last: str) -> None:
    found = place("Belarus", url)
    assert found is not None
    assert (found.paths, found.languages, found.last) == (paths, languages, last)


@pytest.mark.parametrize("url", ["", "a.example", "ftp://a.example/", "http://[::1"])
def test_no_address(url: str) -> None:
    assert place("Belarus", url) is None
