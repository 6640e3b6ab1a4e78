"""Fixtures of all tests: no colour, no terminal, and no way to the network."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.support import shared_data

# Time says nothing on a busy machine: no deadline, and no complaint that an example is slow.
settings.register_profile("onrecord", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("onrecord")


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FORCE_COLOR", "COLUMNS", "ONRECORD_SOURCES", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that asks for a host fails at once instead of waiting for it."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a test tried to reach the network")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture
def shared() -> Path:
    """The data of others; a test that needs it is skipped where it is not."""
    folder = shared_data()
    if folder is None:
        pytest.skip("the data of others is not there: set ONRECORD_SHARED, or put it in ../shared")
    return folder
