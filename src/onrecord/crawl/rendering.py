"""One browser that several threads may ask: opened when it is first needed, one page at a time,
and opened anew when it has ended or hangs."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Lock

from onrecord.crawl.browser import Browser, Permit
from onrecord.crawl.fetcher import Fetched, Fetcher
from onrecord.errors import FetchRefused, InputError, NotFetched, TooLarge

_OF_THE_PAGE = (FetchRefused, NotFetched, TooLarge)


class Renderer:
    """Renders pages. `opened`: gives a browser, or says by an `InputError` why there is none."""

    def __init__(self, fetcher: Fetcher, opened: Callable[[Fetcher], Browser] = Browser) -> None:
        self._fetcher = fetcher
        self._opened = opened
        self._browser: Browser | None = None
        self._lock = Lock()

    def __enter__(self) -> Renderer:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def render(self, url: str, permit: Permit | None = None) -> Fetched:
        """The page as its scripts have filled it. `permit`: may an address be asked?"""
        with self._lock:
            if self._browser is None:
                self._browser = self._opened(self._fetcher)
            try:
                return self._browser.render(url, permit)
            except _OF_THE_PAGE:
                raise
            except InputError:
                self._end()
                raise

    def close(self) -> None:
        """Ends the browser, if there is one."""
        with self._lock:
            self._end()

    def _end(self) -> None:
        if self._browser is not None:
            with suppress(InputError):
                self._browser.close()
        self._browser = None
