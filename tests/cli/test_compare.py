"""`onrecord compare`: files, versions and languages beside each other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.cli import main
from tests.support import SAMPLES

PACT = [str(SAMPLES / f"water-pact.v{n}.en.html") for n in (1, 2)]
GENEVA = str(SAMPLES / "geneva-news-conference.{}.html")


def test_two_files_as_the_contract_has_it(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["compare", *PACT, "--json"]) == 0
    found = json.loads(capfdbinary.readouterr().out)
    assert {"a", "b", "beads", "summary", "differences", "issues"} <= set(found)
    assert [bead["kind"] for bead in found["beads"]].count("omitted") == 1
    assert all(set(bead) == {"a", "b", "kind", "score"} for bead in found["beads"])
    first = found["differences"][0]
    assert (first["quote_a"], first["quote_b"]) == ("must", "should")


def test_the_view_shows_words_in_their_sentence(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", GENEVA.format("en"), GENEVA.format("es"), "--weight", "fact"]) == 0
    text = capfd.readouterr().out
    assert "We [shall] not sign" in text
    assert "weaker in B than in A" in text
    assert "\x1b" not in text


def test_a_report_is_one_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "report.html"
    assert main(["compare", *PACT, "--html", str(path)]) == 0
    assert "<mark" in path.read_text("utf-8")
    assert capfd.readouterr().out == ""


def test_versions_and_languages_of_an_archive(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    kept = ["--archive", str(tmp_path / "kept")]
    assert main(["add", *PACT, GENEVA.format("en"), GENEVA.format("fr"), *kept, "--json"]) == 0
    added = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    pact, geneva = added[0]["statement"], added[2]["statement"]
    assert main(["compare", f"{pact}@1", f"{pact}@2", *kept, "--json"]) == 0
    edit = json.loads(capfdbinary.readouterr().out)
    assert edit["a"]["name"].endswith("@1")
    assert edit["summary"]["what"]["obligation"] == 1
    assert main(["compare", pact, "@1", *kept, "--json"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["b"]["name"].endswith("@1")
    assert main(["compare", geneva, "fr", *kept, "--json"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["summary"]["what"] == {"number": 1}
    assert main(["compare", geneva, "xx", *kept]) == 1
    assert b"there are: " in capfdbinary.readouterr().err


def test_what_cannot_be_compared_is_named(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    assert main(["compare", str(empty), PACT[0]]) == 1
    assert "empty" in capfd.readouterr().err
    assert main(["compare", str(SAMPLES / "lormark-releases.rss"), PACT[0]]) == 1
    assert "4 statements" in capfd.readouterr().err
    assert main(["compare", "no/such/id", PACT[0], "--archive", str(tmp_path)]) == 1


def test_unrelated_texts_are_said_to_be_so(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", PACT[0], str(SAMPLES / "lormark-gaggle.en.html")]) == 0
    told = capfd.readouterr()
    assert "no versions of one text" in told.out
    assert "score" in told.out
