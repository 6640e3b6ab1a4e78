"""Sources are found by address, a user's own first; a wrong file names itself and its mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import DataError
from onrecord.extract.page import Field, Page
from onrecord.sources import loader

GOOD = """
institution = "Ministry of Foreign Affairs of Valdoria"
languages = ["en"]
series = "news"
hosts = ["mfa.valdoria.example"]
"""


def own(folder: Path, name: str, text: str) -> Path:
    (folder / name).mkdir(parents=True)
    (folder / name / "source.toml").write_text(text, "utf-8")
    return folder / name


def test_ours_are_complete() -> None:
    assert {source.id for source in loader.sources()} >= {
        "mx_presidency_conferences",
        "ru_president_events",
        "us_state_releases",
    }
    for source in loader.sources():
        assert source.institution
        assert source.country or source.id.startswith(("un_", "eu_"))
        assert source.timezone
        assert source.cadence
        assert source.listings
        assert source.expect.week
        assert source.expect.dated


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("http://en.kremlin.ru/events/president/news/1", "ru_president_events"),
        ("http://en.kremlin.ru/structure", None),
        ("https://www.state.gov/briefing/", "us_state_releases"),
        ("https://notstate.gov/briefing/", None),
        ("https://state.gov.example/briefing/", None),
        ("https://www.gob.mx/presidencia/articulos/x", "mx_presidency_conferences"),
        ("https://www.gob.mx/salud/articulos/x", None),
        ("http://[::1", None),
        ("", None),
    ],
)
def test_addresses(url: str, found: str | None) -> None:
    source = loader.for_url(url)
    assert (source.id if source else None) == found


def test_a_page_is_known_by_what_it_says_of_itself() -> None:
    said = Field(name="url", method="open-graph", value="https://www.state.gov/a/")
    assert loader.for_page(Page(lines=(), fields=(said,))) == loader.for_url(said.value)
    assert loader.for_page(Page(lines=())) is None


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (b'<meta content="http://www.gob.mx/presidencia/es/a" property="og:url" />', True),
        (b"<link rel=canonical href=https://www.gob.mx/presidencia/a>", True),
        (b"<channel><link>https://www.gob.mx/presidencia/</link>", True),
        (b'<a href="https://www.gob.mx/presidencia/a">a link is no name</a>', False),
        (b'<link rel="stylesheet" href="https://www.gob.mx/presidencia/a.css">', False),
        (b"\xff\xfe\x00", False),
    ],
)
def test_a_capture_is_known_by_its_head(head: bytes, found: bool) -> None:
    source = loader.for_capture(head)
    assert (source is not None) is found


def test_the_address_goes_before_the_head() -> None:
    head = b"<link rel=canonical href=https://www.gob.mx/presidencia/a>"
    source = loader.for_capture(head, "https://www.state.gov/a")
    assert source is not None
    assert source.id == "us_state_releases"


def test_sources_beside_an_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own(tmp_path / "archive" / "sources", "xv_mfa_news", GOOD)
    own(tmp_path / "env", "xv_mfa_news", GOOD.replace('series = "news"', 'series = "other"'))
    url = "https://mfa.valdoria.example/a"
    with loader.beside(tmp_path / "archive"):
        mine = loader.named("xv_mfa_news")
        assert mine is not None
        assert loader.for_url(url) == mine
        assert loader.folder_of("xv_mfa_news") == str(tmp_path / "archive/sources/xv_mfa_news")
        monkeypatch.setenv(loader.OWN, str(tmp_path / "env"))
        assert loader.for_url(url) != mine  # the environment goes before
        with loader.beside(tmp_path / "none"):
            assert loader.for_url(url) is not None
        monkeypatch.delenv(loader.OWN)
    assert loader.for_url(url) is None
    assert loader.folder_of("us_state_releases") == "onrecord/sources/us_state_releases"


def test_a_file_that_changed_is_read_anew(tmp_path: Path) -> None:
    own(tmp_path / "sources", "xv_mfa_news", GOOD)
    with loader.beside(tmp_path):
        assert loader.named("xv_mfb_news") is None
        own(tmp_path / "sources", "xv_mfb_news", GOOD)
        loader.forget()
        assert loader.named("xv_mfb_news") is not None
    loader.forget()


WATCHED = (
    GOOD
    + """
cadence = "90min"
delay = 2.5
rendered = true
[[listing]]
kind = "archive"
url = "https://mfa.valdoria.example/{year}/{month:02}/"
match = "/news/"
back = 2
[listing.selectors]
within = "#list"
item = '//li[has-class("n")]'
[expect]
week = [3, 40]
dated = 0.9
[expect.dialogue]
briefing = 0.6
[expect.kinds]
readout = [0.1, 0.5]
"""
)


def test_what_is_watched(tmp_path: Path) -> None:
    source = loader.read(own(tmp_path, "xv_mfa_news", WATCHED))
    (listing,) = source.listings
    assert (source.cadence, source.delay, source.rendered) == (5400, 2.5, True)
    assert (listing.kind, listing.back, listing.selectors.within) == ("archive", 2, "#list")
    assert source.expect.week == (3, 40)
    assert source.expect.dialogue == (("briefing", 0.6),)
    assert source.expect.kinds == (("readout", 0.1, 0.5),)
    hash(source)


def test_own_sources_go_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own(tmp_path, "us_state_releases", GOOD)
    own(tmp_path, "xx_gov_all", GOOD.replace("mfa.valdoria.example", "gob.mx"))
    monkeypatch.setenv(loader.OWN, str(tmp_path))
    mine = loader.for_url("https://mfa.valdoria.example/a")
    assert mine is not None
    assert mine.institution == "Ministry of Foreign Affairs of Valdoria"
    assert loader.for_url("https://www.state.gov/a") is None
    particular = loader.for_url("https://www.gob.mx/presidencia/a")
    assert particular is not None
    assert particular.id == "mx_presidency_conferences"  # its path says more


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("us_state_releases", GOOD + 'titel = "h1"', "titel"),
        ("us_state_releases", GOOD + "[selectors]\nboddy = 'p'", "boddy"),
        ("us_state_releases", GOOD.replace('"mfa.valdoria.example"', ""), "at least one host"),
        ("us_state_releases", GOOD.replace('"mfa.', '"https://mfa.'), "is no host"),
        ("us_state_releases", GOOD + 'timezone = "Mars/Olympus"', "time zone"),
        ("us_state_releases", "institution = ", "source.toml"),
        ("State Releases", GOOD, "call the folder"),
    ],
)
def test_wrong_files_are_named(tmp_path: Path, name: str, text: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        loader.read(own(tmp_path, name, text))


def test_a_missing_folder_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(loader.OWN, str(tmp_path / "nothing"))
    with pytest.raises(DataError, match="no such folder"):
        loader.sources()
