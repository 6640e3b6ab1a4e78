"""Where things are in an archive."""

from __future__ import annotations

from pathlib import Path

from onrecord.archive.folder import Folder, chosen, warcs


def test_what_is_given_goes_before_the_environment() -> None:
    environment = {"ONRECORD_ARCHIVE": "of the environment"}
    assert chosen("given", environment).root == Path("given")
    assert chosen(None, environment).root == Path("of the environment")
    assert chosen(None, {"ONRECORD_ARCHIVE": ""}).root == Path("archive")


def test_only_numbered_files_are_captures_and_in_their_order(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.captures.mkdir()
    for name in ("000010.warc.gz", "000002.warc.gz", "crawl.warc.gz", "000001.warc.gz.77.cut"):
        (folder.captures / name).touch()
    assert [path.name for path in warcs(folder)] == ["000002.warc.gz", "000010.warc.gz"]
