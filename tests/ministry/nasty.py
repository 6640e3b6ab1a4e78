"""A host that does what servers do to those who trust them: one bad manner an address.

    with Ministry(plan, hosts={"nasty.example": nasty.answer}) as ministry: ...

`/redirect?to=URL` leads where it is told; `/status/503` answers so; `flaky(2)` makes a host that
breaks off twice before it answers.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Mapping
from functools import cache
from urllib.parse import parse_qs, urlsplit

from tests.ministry import notices
from tests.ministry.site import Answer, Asked, Manner, page

HOST = "nasty.example"
WORDS = "Министр заявил, что переговоры продолжатся в марте."
BOMB = 40_000_000  # bytes that the bombs unpack to
_HTML = ("Content-Type", "text/html; charset=utf-8")


def answer(asked: Asked) -> Answer:
    """The answer of the host."""
    parts = urlsplit(asked.target)
    query = parse_qs(parts.query)
    steps = parts.path.strip("/").split("/")
    if steps[0] == "redirect":
        return Answer(302, (("Location", query["to"][0]),))
    if steps[0] == "status":
        return Answer(int(steps[1]), (_HTML,), page("Error", f"<h1>{steps[1]}</h1>").encode())
    if steps[0] == "page":
        return html(page(notices.BY_NAME[steps[1]].title, notices.BY_NAME[steps[1]].body))
    if parts.path == "/":
        return html(_good())
    return MANNERS[parts.path]()


def html(content: str, *headers: tuple[str, str], manner: Manner = Manner()) -> Answer:  # noqa: B008
    """A page that is sent in a manner."""
    return Answer(200, (_HTML, *headers), content.encode(), manner)


def _good() -> str:
    body = "<h1>Talks in Kelmar</h1>" + "<p>The ministers met and agreed on fish.</p>" * 20
    return page("Talks in Kelmar", body)


def _drip() -> Answer:
    """A byte now and then: each comes in time, the whole never."""
    return html(_good(), manner=Manner(pause=0.05, piece=1))


def _slow() -> Answer:
    return html(_good(), manner=Manner(wait=5.0))


def _reset() -> Answer:
    return Answer(200, manner=Manner(no_answer=True))


def _cut() -> Answer:
    """The connection breaks within the body."""
    return html(_good(), manner=Manner(broken_after=400))


def _short() -> Answer:
    """Fewer bytes than promised, and an end."""
    return html(_good(), ("Content-Length", "999999"), ("Connection", "close"))


def _endless() -> Answer:
    return html("<p>" + "We met. " * 400_000)


def _packed(body: bytes, coding: str) -> Callable[[], Answer]:
    return lambda: Answer(200, (_HTML, ("Content-Encoding", coding)), body)


@cache
def _gzip_bomb() -> Answer:
    return _packed(gzip.compress(bytes(BOMB), 9), "gzip")()


@cache
def _double_bomb() -> Answer:
    return _packed(gzip.compress(gzip.compress(bytes(BOMB), 9), 9), "gzip, gzip")()


@cache
def _deflate_bomb() -> Answer:
    return _packed(zlib.compress(bytes(BOMB), 9), "deflate")()


def _many_members() -> Answer:
    """A gzip file of many members, each small."""
    return _packed(gzip.compress(bytes(100_000)) * 800, "gzip")()


def _truncated_gzip() -> Answer:
    return _packed(gzip.compress(_good().encode())[:-60], "gzip")()


def _not_gzip() -> Answer:
    return _packed(_good().encode(), "gzip")()


def _mislabelled() -> Answer:
    """Cyrillic in windows-1251 that says it is UTF-8."""
    body = page(WORDS[:15], f"<h1>{WORDS[:15]}</h1>" + f"<p>{WORDS}</p>" * 5, language="ru")
    return Answer(200, (_HTML,), body.encode("windows-1251"))


def _loop() -> Answer:
    return Answer(302, (("Location", "/loop"),))


def _longer_loop() -> Answer:
    return Answer(301, (("Location", "/loop-back"),))


def _loop_back() -> Answer:
    return Answer(307, (("Location", "/longer-loop"),))


def _nowhere() -> Answer:
    """A redirect without an address is an answer like others."""
    return Answer(302, (_HTML,), b"")


def _many_headers() -> Answer:
    return html(_good(), *((f"X-{n}", "y" * 200) for n in range(2000)))


def _later() -> Answer:
    return Answer(503, (_HTML, ("Retry-After", "120")), page("Later", "<h1>Later</h1>").encode())


def _set_cookie() -> Answer:
    return html(_good(), ("Set-Cookie", "track=1; Path=/"))


MANNERS: Mapping[str, Callable[[], Answer]] = {
    "/drip": _drip,
    "/slow": _slow,
    "/reset": _reset,
    "/cut": _cut,
    "/short": _short,
    "/endless": _endless,
    "/gzip-bomb": _gzip_bomb,
    "/double-bomb": _double_bomb,
    "/deflate-bomb": _deflate_bomb,
    "/br-bomb": _packed(b"\x5b\xff\xff\xff" + b"\0" * 64, "br"),
    "/zstd-bomb": _packed(b"\x28\xb5\x2f\xfd" + b"\0" * 64, "zstd"),
    "/many-members": _many_members,
    "/truncated-gzip": _truncated_gzip,
    "/not-gzip": _not_gzip,
    "/mislabelled": _mislabelled,
    "/loop": _loop,
    "/longer-loop": _longer_loop,
    "/loop-back": _loop_back,
    "/nowhere": _nowhere,
    "/many-headers": _many_headers,
    "/later": _later,
    "/cookie": _set_cookie,
}


def flaky(failures: int) -> Callable[[Asked], Answer]:
    """A host that breaks off so many times, and then answers."""
    left = [failures]

    def answering(asked: Asked) -> Answer:
        left[0] -= 1
        return _reset() if left[0] >= 0 else html(_good())

    return answering
