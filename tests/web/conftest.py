"""An archive of the samples, made once, and a client that asks its pages without a network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.archive.folder import Folder
from onrecord.web.app import application
from tests.web.support import made

BASE = "http://127.0.0.1"


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """The archive."""
    return made(tmp_path_factory.mktemp("web") / "archive", [Path("samples")])


@pytest.fixture(scope="session")
def client(folder: Folder) -> Iterator[TestClient]:
    """Asks pages as a browser does."""
    with TestClient(
        application(folder), BASE, headers={"Accept": "text/html"}, follow_redirects=False
    ) as asking:
        yield asking
