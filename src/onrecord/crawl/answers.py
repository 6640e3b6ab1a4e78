"""What an answer's status and addresses say of it, before anybody looks at the page: not there, not
for us, in trouble, or led elsewhere. Pure."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from onrecord.crawl.quality import Name, Verdict

_STATUS: dict[int, Name] = {
    401: "login page",
    403: "block page",
    404: "missing page",
    407: "login page",
    410: "missing page",
    429: "block page",
    451: "block page",
}
_SURE = {404: 0.9, 410: 1.0}
_FRONT = re.compile(
    r"/?(?:[a-z]{2,3}(?:[-_][a-z]{2,4})?/?)?(?:(?:index|default)\.\w{2,5}|home/?|main/?)?", re.I
)
_LOGIN = re.compile(r"/(?:log-?in|sign-?in|auth(?:orize)?|sso|user/login|wp-login\.php)\b", re.I)
_MISSING = re.compile(r"/(?:404|error404|not-?found|page-not-found|error)\b", re.I)


def of_status(status: int) -> Verdict | None:
    """What an answer of this status is instead of the page; `None` for what may be it.

    >>> of_status(410).name, of_status(503).name, of_status(200)
    ('missing page', 'error page', None)
    """
    reasons = (f"the server answers {status}",)
    if status in _STATUS:
        return Verdict(name=_STATUS[status], score=_SURE.get(status, 0.8), reasons=reasons)
    if status >= 400:
        return Verdict(name="error page", score=0.9, reasons=reasons)
    return None


def led_astray(asked: str, got: str) -> Verdict | None:
    """The verdict on where redirects have led: to the front page in place of what is no longer
    there, to a login, to a page that says it is missing.

    >>> led_astray("https://mfa.example/en/news/12", "https://mfa.example/en/").name
    'missing page'
    >>> led_astray("http://mfa.example/", "https://www.mfa.example/en/")
    >>> led_astray("https://mfa.example/news/12", "https://mfa.example/news/12-talks")
    """
    before, after = urlsplit(asked), urlsplit(got)
    if (before.path, before.query) == (after.path, after.query):
        return None
    place = f"redirected to {after.path or '/'}"
    if _LOGIN.search(after.path) and not _LOGIN.search(before.path):
        return Verdict(name="login page", score=0.9, reasons=(place,))
    if _MISSING.search(after.path) and not _MISSING.search(before.path):
        return Verdict(name="missing page", score=0.9, reasons=(place,))
    if _is_front(after.path, after.query) and not _is_front(before.path, before.query):
        return Verdict(name="missing page", score=0.8, reasons=(place,))
    return None


def _is_front(path: str, query: str) -> bool:
    """
    >>> [_is_front(path, "") for path in ("/", "/en/", "/fr", "/index.php", "/en/news/")]
    [True, True, True, True, False]
    """
    return not query and _FRONT.fullmatch(path or "/") is not None
