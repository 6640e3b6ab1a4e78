"""Forms that change something: read whole, and only if they were sent from a page of ours.

There are no users and no cookies, so nothing that a browser sends along by itself says who asks. A
form holds a token that only a page of ours knows (no page of others can read ours: see `guard`),
and what a browser says of where it comes from must fit.
"""

from __future__ import annotations

import hmac
import secrets
from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request

from onrecord.web.mistakes import Failed
from onrecord.web.words import Words

TOKEN = "token"
FORM = "application/x-www-form-urlencoded"
_MOST = 500


def new_token() -> str:
    """A token for as long as the server runs."""
    return secrets.token_urlsafe(32)


async def form(request: Request, say: Words) -> dict[str, list[str]]:
    """The fields of a form with their values, or `Failed` if it may not be taken."""
    token: str = request.app.state.token
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != FORM:
        raise Failed(415, say("mistake.form"))
    if not _from_us(request):
        raise Failed(403, say("mistake.elsewhere"))
    raw = await request.body()
    try:
        fields = parse_qs(raw.decode("utf-8"), keep_blank_values=True, max_num_fields=_MOST)
    except ValueError as error:
        raise Failed(400, say("mistake.form")) from error
    given = fields.pop(TOKEN, [""])[0]
    if not hmac.compare_digest(given.encode(), token.encode()):
        raise Failed(403, say("mistake.stale_form"))
    return fields


def _from_us(request: Request) -> bool:
    """What a browser says: where the form stands. One that says nothing needs the token alone."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("origin")
    known = {request.headers.get("host", "")}
    address: str | None = request.app.state.settings.address
    known |= {urlsplit(address).netloc} if address else set()
    return origin is None or urlsplit(origin).netloc in known
