"""One browser for all: opened when needed, and anew when it has ended."""

from __future__ import annotations

from typing import cast

import pytest

from onrecord.crawl.browser import Browser, Permit
from onrecord.crawl.fetcher import Fetched, Fetcher
from onrecord.crawl.rendering import Renderer
from onrecord.errors import InputError, NotFetched
from tests.pipeline.watching_support import fetched


class _Browser:
    """A browser that ends, or whose page is not there, when told to."""

    def __init__(self, log: list[str]) -> None:
        self._log = log
        log.append("opened")

    def render(self, url: str, permit: Permit | None = None) -> Fetched:
        if "crash" in url:
            raise InputError("the browser has ended", "fetch")
        if "gone" in url:
            raise NotFetched("connect", "no route")
        return fetched(b"", url=url)

    def close(self) -> None:
        self._log.append("closed")


def test_it_is_opened_once_and_anew_after_its_end() -> None:
    log: list[str] = []
    with Fetcher() as fetcher:
        with Renderer(fetcher, lambda _: cast(Browser, _Browser(log))) as renderer:
            assert log == []
            assert renderer.render("http://a.example/1").url == "http://a.example/1"
            with pytest.raises(NotFetched):
                renderer.render("http://a.example/gone")
            assert log == ["opened"]
            with pytest.raises(InputError):
                renderer.render("http://a.example/crash")
            assert log == ["opened", "closed"]
            renderer.render("http://a.example/2")
        assert log == ["opened", "closed", "opened", "closed"]
        renderer.close()


def test_why_there_is_none_is_told_each_time() -> None:
    def none(_: Fetcher) -> Browser:
        raise InputError("no Chromium is installed: pages cannot be rendered", "fetch")

    with Fetcher() as fetcher, Renderer(fetcher, none) as renderer:
        for _ in range(2):
            with pytest.raises(InputError, match="no Chromium"):
                renderer.render("http://a.example/")
