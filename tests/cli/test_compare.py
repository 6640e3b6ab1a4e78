"""`onrecord compare`: files, versions and languages beside each other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.cli import main
from onrecord.errors import NoEncoder
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


def _asked(
    a: str, b: str, capfdbinary: pytest.CaptureFixture[bytes], *more: str
) -> tuple[int, dict[str, Any] | None, str]:
    """The status, the object and the messages of a comparison."""
    status = main(["compare", a, b, "--json", *more])
    said = capfdbinary.readouterr()
    return status, json.loads(said.out) if said.out else None, said.err.decode()


def test_an_empty_file_is_named(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    status, found, said = _asked(PACT[0], str(empty), capfdbinary)
    assert (status, found) == (1, None)
    assert "empty.txt" in said


def test_a_text_a_hundred_times_as_long_keeps_what_it_shares(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    short = "The ministers signed the treaty on the river in the town hall of Brenn on Monday."
    other = [
        f"In the year {n} the harvest of the valley number {n} was {n * 7} tons of grain."
        for n in range(1, 101)
    ]
    for name, text in (("a", short), ("b", "\n\n".join([*other[:60], short, *other[60:]]))):
        (tmp_path / f"{name}.txt").write_text(text)
    paths = str(tmp_path / "a.txt"), str(tmp_path / "b.txt")
    status, found, _ = _asked(paths[0], paths[1], capfdbinary, "--lang", "en")
    assert status == 0
    assert found is not None
    assert found["summary"]["kinds"]["same"] == 1
    assert found["summary"]["kinds"]["added"] >= 90
    assert found["summary"]["related"]


def test_a_language_that_the_encoder_does_not_know_is_said(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    text = "Tinotenda nemusangano wa 12 Gunyana 2023 muGeneva pakati paHalvarik na Orvenne."
    path = tmp_path / "sn.txt"
    path.write_text(text)
    status, found, said = _asked(GENEVA.format("en"), str(path), capfdbinary)
    assert status == 0
    assert found is not None
    assert found["summary"]["method"] in ("names", "unsure")
    assert "encoder" in said


def test_without_an_encoder_it_is_said_and_done_all_the_same(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: object) -> None:
        raise NoEncoder("no encoder: install onrecord[meaning]")

    monkeypatch.setattr("onrecord.pipeline.comparing.encoder", missing)
    status, found, said = _asked(PACT[0], PACT[1], capfdbinary)
    assert status == 0
    assert found is not None
    assert found["differences"][0]["quote_b"] == "should"
    assert "install" in said


def test_a_broken_or_missing_store_of_vectors_changes_nothing(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    kept = ["--archive", str(tmp_path / "kept")]
    assert main(["add", *PACT, *kept, "--json"]) == 0
    name = json.loads(capfdbinary.readouterr().out.splitlines()[0])["statement"]
    whole = _asked(f"{name}@1", "@2", capfdbinary, *kept)
    for path in (tmp_path / "kept").glob("*vector*"):
        path.unlink()
    (tmp_path / "kept" / "vectors.sqlite").write_bytes(b"of another version")
    assert _asked(f"{name}@1", "@2", capfdbinary, *kept) == whole
    assert whole[0] == 0
