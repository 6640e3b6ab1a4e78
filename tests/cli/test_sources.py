"""`onrecord sources`, as typed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.cli import main, sources
from onrecord.crawl.fetcher import Fetcher
from onrecord.pipeline import trying
from onrecord.sources import loader
from tests.ministry import Clock, Ministry, thirty_days
from tests.sources.test_recipes import GOOD

MFA = "http://mfa.valdoria.example/en/news/"


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("ONRECORD_ARCHIVE", str(tmp_path / "archive"))
    monkeypatch.delenv(loader.OWN, raising=False)
    yield tmp_path / "archive"
    loader.forget()


@pytest.fixture
def ministry(monkeypatch: pytest.MonkeyPatch) -> Iterator[Ministry]:
    with Ministry(thirty_days(seed=7), Clock()) as made:
        made.clock.advance(15 * 86_400)
        fetcher = Fetcher(resolve=made.resolve, connect=made.connect, retries=0)
        monkeypatch.setattr(
            sources, "asking", lambda _, **__: trying.Asking(fetcher, lambda _: None)
        )
        yield made
        fetcher.close()


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_list_and_show(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sources", "list", "--json"]) == 0
    found = {line["id"]: line for line in lines(capsys)}
    assert found["us_state_releases"]["where"] == "onrecord/sources/us_state_releases"
    assert main(["sources", "show", "us_state_releases"]) == 0
    shown = capsys.readouterr().out
    assert loader.parsed("us_state_releases", shown) == loader.named("us_state_releases")
    assert main(["sources", "show", "xv_no_such"]) == 1
    assert "onrecord sources list" in capsys.readouterr().err


def test_new_then_test(
    archive: Path, ministry: Ministry, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sources", "new", MFA, "--save"]) == 0
    printed = capsys.readouterr()
    assert (archive / "sources/xx_mfa_news/source.toml").read_text("utf-8") in printed.out + "\n"
    assert "onrecord sources test xx_mfa_news" in printed.err
    assert "The general reader, on http://mfa.valdoria.example/" in printed.out
    assert main(["sources", "new", MFA, "--save"]) == 1  # what a person may have edited stays
    assert "is there already" in capsys.readouterr().err
    assert main(["sources", "test", "xx_mfa_news", "--json"]) == 0
    listing, page = lines(capsys)
    assert len(listing["listing"]["entries"]) == 10  # type: ignore[index]
    assert page["page"]["source"] == "xx_mfa_news"  # type: ignore[index]
    assert page["page"]["published"]  # type: ignore[index]
    assert main(["sources", "test", "xx_mfa_news"]) == 0
    assert "10 statements, 10 with a title, 10 with a date" in capsys.readouterr().out


def test_a_listing_that_has_changed(
    archive: Path, ministry: Ministry, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sources", "new", MFA, "--save"]) == 0
    file = archive / "sources/xx_mfa_news/source.toml"
    file.write_text(file.read_text("utf-8").replace("ul.list", "ul.old"), "utf-8")
    loader.forget()
    capsys.readouterr()
    assert main(["sources", "test", "xx_mfa_news"]) == 1
    assert "not read: nothing on the page is what holds the list" in capsys.readouterr().out


def test_a_source_without_listings(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = archive / "sources/xv_mfa_news"
    folder.mkdir(parents=True)
    good = 'languages = ["en"]\nseries = "news"\nhosts = ["mfa.valdoria.example"]\n'
    (folder / "source.toml").write_text(good, "utf-8")
    assert main(["sources", "test", "xv_mfa_news"]) == 1
    assert "has no [[listing]]" in capsys.readouterr().err


def test_import(archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "urlconfig.json"
    file.write_text(json.dumps([GOOD, GOOD | {"cookies": "a=b"}]), "utf-8")
    assert main(["sources", "import", str(file), "--dry-run"]) == 0
    assert "2 recipes: 2 valid, 1 taken whole, 1 losses" in capsys.readouterr().out
    assert not archive.exists()
    assert main(["sources", "import", str(file), "--json"]) == 0
    first, second, counted = lines(capsys)
    assert (first["whole"], second["whole"]) == (True, False)
    assert counted == {"recipes": 2, "valid": 2, "whole": 1, "losses": 1}
    assert len(list((archive / "sources").glob("*/source.toml"))) == 2
    mine = archive / "sources/by_mfa_statements/source.toml"
    mine.write_text(mine.read_text("utf-8") + 'cadence = "1h"\n', "utf-8")
    assert main(["sources", "import", str(file)]) == 0
    assert "they were left as they are" in capsys.readouterr().err
    assert 'cadence = "1h"' in mine.read_text("utf-8")


@pytest.mark.parametrize("content", [None, "{}", json.dumps([GOOD | {"global": None}])])
def test_an_import_that_fails(
    archive: Path, tmp_path: Path, content: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "urlconfig.json"
    if content is not None:
        file.write_text(content, "utf-8")
    assert main(["sources", "import", str(file)]) == 1
    printed = capsys.readouterr()
    assert "no recipes" in printed.err or "cannot be read" in printed.err or "global" in printed.out
