"""Sources become inputs; what cannot be loaded says so, and the others go on."""

from __future__ import annotations

import io
import os
import socket
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onrecord.crawl.fetcher import Fetched
from onrecord.crawl.inputs import Input, expand
from onrecord.errors import FetchRefused, InputError, TooLarge


def _one(source: str | Path) -> Input:
    (found,) = expand([str(source)])
    return found


def test_files_come_in_their_order(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"B")
    (tmp_path / "a.txt").write_bytes(b"A")
    found = list(expand([str(tmp_path / "b.txt"), str(tmp_path / "a.txt")]))
    assert [(i.name, i.load().payload) for i in found] == [("b.txt", b"B"), ("a.txt", b"A")]
    assert found[0].uri == str(tmp_path / "b.txt")


def test_a_directory_is_read_sorted_and_what_is_beside_is_named(tmp_path: Path) -> None:
    for name in ("z.html", "sub/y.pdf", "sub/.hidden/x.html", ".git/x", "a.css", "sub/b.PNG", "c"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    found = list(expand([str(tmp_path)]))
    read = [str(Path(i.uri).relative_to(tmp_path)) for i in found if not i.skipped]
    assert read == ["c", "z.html", "sub/y.pdf"]
    skipped = {Path(i.uri).name: i.skipped for i in found if i.skipped}
    assert skipped == {
        ".git": "hidden",
        "a.css": "a .css file",
        ".hidden": "hidden",
        "b.PNG": "a .png file",
    }


def test_a_file_that_is_named_is_tried_whatever_it_is(tmp_path: Path) -> None:
    (tmp_path / ".page.css").write_bytes(b"x")
    assert _one(tmp_path / ".page.css").load().payload == b"x"


def test_an_empty_directory_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nothing to read"):
        _one(tmp_path).load()


def test_a_circle_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x")
    (tmp_path / "again").symlink_to(tmp_path)
    assert [i.name for i in expand([str(tmp_path)])] == ["a.txt"]


def test_standard_input() -> None:
    (found,) = expand(["-"], stdin=io.BytesIO(b"Hello"))
    assert (found.uri, found.load().payload) == ("-", b"Hello")


def test_standard_input_has_a_limit() -> None:
    (found,) = expand(["-"], stdin=io.BytesIO(b"x" * 11), max_bytes=10)
    with pytest.raises(TooLarge, match="the limit is 10"):
        found.load()


def test_a_url_is_fetched_when_it_is_loaded() -> None:
    asked: list[str] = []

    def fetcher(url: str) -> Fetched:
        asked.append(url)
        return Fetched(
            url="https://a.example/b",
            requested=url,
            status=200,
            headers=(),
            payload=b"x",
            media_type="text/html",
            charset="koi8-r",
            fetched_at=datetime(2021, 5, 4, tzinfo=UTC),
        )

    (found,) = expand(["https://a.example/a.html?x=1"], fetcher=fetcher)
    assert (found.name, asked) == ("a.html", [])
    loaded = found.load()
    assert loaded[:4] == (b"x", "text/html", "koi8-r", "https://a.example/b")
    assert asked == ["https://a.example/a.html?x=1"]


@pytest.mark.parametrize("source", ["ftp://a.example/", "file:///etc/passwd"])
def test_other_schemes_are_refused(source: str) -> None:
    with pytest.raises(FetchRefused, match="only http and https"):
        _one(source).load()


@pytest.mark.parametrize("source", ["", "a\0b", "no/such/file.html"])
def test_what_is_not_there_is_named(source: str) -> None:
    with pytest.raises(InputError, match=r"no path|No such file.*check path"):
        _one(source).load()


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.html"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(TooLarge, match="209,715,200 bytes, the limit is 67,108,864"):
        _one(path).load()


def test_pipes_and_devices_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="a device or pipe"):
        _one(tmp_path / "pipe").load()
    with pytest.raises(InputError, match="a device or pipe"):
        _one("/dev/zero").load()
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s"))
        with pytest.raises(InputError):
            _one(tmp_path / "s").load()


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser reads everything")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    path.chmod(0)
    with pytest.raises(InputError, match="Permission denied: check path and permissions"):
        _one(path).load()


def test_a_file_that_is_gone_since_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    found = _one(path)
    path.unlink()
    with pytest.raises(InputError, match="No such file"):
        found.load()


def test_a_name_that_is_no_utf8_can_be_shown(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/\xff.txt"
    Path(os.fsdecode(raw)).write_bytes(b"x")
    (found,) = expand([str(tmp_path)])
    found.uri.encode("utf-8")
    assert found.load().payload == b"x"
