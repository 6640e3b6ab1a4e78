"""What a script fills is read, and no request of a page gets past the guard."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator

import pytest

from onrecord.crawl import devtools
from onrecord.crawl.browser import Browser, Patience
from onrecord.crawl.fetcher import Fetched, Fetcher
from onrecord.errors import FetchRefused, InputError, NotFetched
from tests.ministry import NOTHING, Ministry
from tests.ministry.site import Answer, Asked

HOST = "app.example"
SHELL = "<title>Ministry</title><div id=root></div><script src=/app.js></script>"
FILLS = """fetch('/api/12').then(r => r.json()).then(said => {
  document.getElementById('root').innerHTML = '<h1>' + said.title + '</h1>'; });"""


def _html(body: str) -> Answer:
    return Answer(200, (("Content-Type", "text/html; charset=utf-8"),), body.encode())


class _Site:
    """A site made of scripts. `hostile`: what its page at /hostile holds."""

    def __init__(self) -> None:
        self.hostile = ""

    def __call__(self, asked: Asked) -> Answer:
        pages = {
            "/news/12": SHELL,
            "/hostile": self.hostile,
            "/endless": "<script src=/loop.js></script>",
        }
        if asked.target in pages:
            return _html(pages[asked.target])
        scripts = {"/app.js": FILLS, "/loop.js": "for (;;) {}"}
        if asked.target in scripts:
            kind = (("Content-Type", "text/javascript"),)
            return Answer(200, kind, scripts[asked.target].encode())
        if asked.target == "/api/12":
            return Answer(200, (("Content-Type", "application/json"),), b'{"title": "Talks"}')
        if asked.target == "/text.pdf":
            return Answer(200, (("Content-Type", "application/pdf"),), b"%PDF-1.4 a text")
        if asked.target == "/old":
            return Answer(301, (("Location", "/news/12"),))
        return Answer(404, (), b"not here")


@pytest.fixture(scope="module")
def site() -> _Site:
    return _Site()


@pytest.fixture(scope="module")
def ministry(site: _Site) -> Iterator[Ministry]:
    if devtools.program() is None:
        pytest.skip("no Chromium is installed")
    with Ministry(NOTHING, hosts={HOST: site}) as running:
        yield running


@pytest.fixture(scope="module")
def browser(ministry: Ministry) -> Iterator[Browser]:
    fetcher = Fetcher(resolve=ministry.resolve, connect=ministry.connect, retries=0)
    patience = Patience(total=15.0)
    with fetcher, Browser(fetcher, patience=patience, sandbox=os.geteuid() != 0) as running:
        yield running


def test_what_a_script_fills(browser: Browser) -> None:
    found = browser.render(f"http://{HOST}/old")
    assert b"<h1>Talks</h1>" in found.payload
    assert (found.status, found.url) == (200, f"http://{HOST}/news/12")
    assert (found.requested, found.hops) == (f"http://{HOST}/old", ((301, f"http://{HOST}/old"),))
    assert "Chrom" in (found.header("x-onrecord-rendered") or "")


def test_how_many_requests_it_took_is_told(browser: Browser) -> None:
    assert browser.render(f"http://{HOST}/news/12").header("x-onrecord-requests") == "3"


def test_a_file_is_as_it_came(browser: Browser) -> None:
    found = browser.render(f"http://{HOST}/text.pdf")
    assert (found.payload, found.media_type) == (b"%PDF-1.4 a text", "application/pdf")
    assert found.header("x-onrecord-rendered") is None


def test_a_page_that_is_not_there(browser: Browser) -> None:
    found = browser.render(f"http://{HOST}/gone")
    assert (found.status, b"not here" in found.payload) == (404, True)


def test_who_may_not_be_asked_is_not_asked(browser: Browser, ministry: Ministry) -> None:
    before = len(ministry.log)
    with pytest.raises(FetchRefused):
        browser.render(f"http://{HOST}/news/12", permit=lambda url: False)
    found = browser.render(f"http://{HOST}/news/12", permit=lambda url: "/api/" not in url)
    assert b"Talks" not in found.payload
    assert [entry.target for entry in ministry.log[before:]] == ["/news/12", "/app.js"]


def test_a_host_that_is_not_there(browser: Browser) -> None:
    with pytest.raises(NotFetched):
        browser.render("http://gone.example/")
    with pytest.raises(FetchRefused):
        browser.render("http://127.0.0.1/")
    with pytest.raises(InputError):
        browser.render("file:///etc/passwd")


class _Canary:
    """A server of this machine that nobody may reach."""

    def __init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.socket.settimeout(0.2)
        self.port: int = self.socket.getsockname()[1]
        self.reached = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        while not self._ended.is_set():
            try:
                self.socket.accept()[0].close()
                self.reached += 1
            except TimeoutError:
                continue

    def close(self) -> None:
        self._ended.set()
        self._thread.join()
        self.socket.close()


HOSTILE = """<h1>Statement</h1>
<img src="http://127.0.0.1:{port}/img"><iframe src="http://127.0.0.1:{port}/frame"></iframe>
<link rel=preconnect href="http://127.0.0.1:{port}"><link rel=dns-prefetch href="//127.0.0.1">
<link rel=stylesheet href="http://localhost:{port}/css"><script src="http://[::1]:{port}/js"></script>
<object data="http://127.0.0.1:{port}/object"></object><video src="http://127.0.0.1:{port}/v"></video>
<form id=f method=post action="http://127.0.0.1:{port}/post"><input name=a></form>
<script>
  const at = '127.0.0.1:{port}';
  fetch('http://' + at + '/fetch', {{mode: 'no-cors'}}).catch(() => 0);
  navigator.sendBeacon('http://' + at + '/beacon', 'x');
  try {{ new WebSocket('ws://' + at + '/socket'); }} catch (e) {{}}
  try {{ new EventSource('http://' + at + '/events'); }} catch (e) {{}}
  try {{ window.open('http://' + at + '/window'); }} catch (e) {{}}
  try {{ new Worker(URL.createObjectURL(new Blob(["fetch('http://" + at + "/worker')"]))); }}
  catch (e) {{}}
  try {{ const peer = new RTCPeerConnection({{iceServers: [{{urls: 'stun:' + at}}]}});
    peer.createDataChannel('x'); peer.createOffer().then(o => peer.setLocalDescription(o)); }}
  catch (e) {{}}
  document.getElementById('f').submit();
  setTimeout(() => {{ location.href = 'http://' + at + '/location'; }}, 50);
</script>"""


def test_no_page_reaches_this_machine(browser: Browser, site: _Site) -> None:
    canary = _Canary()
    try:
        site.hostile = HOSTILE.format(port=canary.port)
        with pytest.raises(InputError):  # the page leads away, to what is refused
            _shown(browser.render(f"http://{HOST}/hostile"))
        site.hostile = HOSTILE.format(port=canary.port).partition("document.getElementById")[0]
        _shown(browser.render(f"http://{HOST}/hostile"))
    finally:
        canary.close()
    assert canary.reached == 0


def _shown(found: Fetched) -> None:
    if b"<h1>Statement</h1>" not in found.payload:
        raise InputError("another page")


def test_a_script_without_an_end(ministry: Ministry) -> None:
    fetcher = Fetcher(resolve=ministry.resolve, connect=ministry.connect, retries=0)
    patience = Patience(total=2.0)
    with (
        fetcher,
        Browser(fetcher, patience=patience, sandbox=os.geteuid() != 0) as hung,
        pytest.raises(InputError),
    ):
        hung.render(f"http://{HOST}/endless")


def test_no_program() -> None:
    with Fetcher() as fetcher, pytest.raises(InputError, match="no Chromium"):
        Browser(fetcher, program="no-such-browser")
