"""A publisher whose pages are not simply there: its robots.txt stands at another host, a page is
made by a script, one is a link to a file, one comes in another language than its listing; and one
is taken out, from its listing too. For `Ministry(..., hosts=odd.hosts(...))`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from tests.archives import PROSE, page
from tests.ministry.clock import Clock
from tests.ministry.site import Answer, Asked

HOST, RULES, APP = "odd.example", "rules.example", "app.odd.example"
REMOVED_ON = 2.2  # days after the start
_KIND = (("Content-Type", "text/html; charset=utf-8"),)
_FILE = Path("samples/archive-week-speech.en.docx")
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FRENCH = (
    "Les deux ministres ont parl\u00e9 pendant une heure de la ligne de ferry et du port.",
    "Ils ont d\u00e9cid\u00e9 que les travaux seront finis avant la fin de cette ann\u00e9e.",
    "La commission qui a \u00e9t\u00e9 nomm\u00e9e par le gouvernement sera dans la capitale.",
)
_SHELL = (
    b"<html><head><title>Talks</title></head><body><div id=root></div>"
    b"<noscript>You need to enable JavaScript to run this app.</noscript>"
    b"<script src=/app.js></script></body></html>"
)
_SCRIPT = """fetch('/text.json').then(r => r.json()).then(said => {
  document.getElementById('root').outerHTML = said.html; });"""


def hosts(clock: Clock) -> Mapping[str, Callable[[Asked], Answer]]:
    """The publisher's hosts, as a ministry takes them."""
    return {HOST: lambda asked: _odd(asked, clock), RULES: _rules, APP: _app}


def _odd(asked: Asked, clock: Clock) -> Answer:
    gone = clock.day() >= REMOVED_ON
    if asked.target == "/robots.txt":
        return Answer(301, (("Location", f"http://{RULES}/robots.txt"),))
    if asked.target == "/news/":
        shown = [n for n in ("5", "4", "3", "2", "1", "secret") if not (gone and n == "2")]
        items = "".join(f"<li><a href=/news/{n}>Talks {n}</a></li>" for n in shown)
        return Answer(200, _KIND, f"<html><body><ul>{items}</ul></body></html>".encode())
    if asked.target == "/news/2" and gone:
        return Answer(404, _KIND, b"<h1>Not here</h1>")
    if asked.target == "/news/3":
        link = b"<h1>A speech</h1><p>Read <a class=file href=/files/3.docx>the speech</a>.</p>"
        return Answer(200, _KIND, b"<html><title>Speech</title><body>" + link + b"</body></html>")
    if asked.target == "/files/3.docx":
        return Answer(200, (("Content-Type", _WORD),), _FILE.read_bytes())
    if asked.target == "/news/4":
        html = page("D\u00e9claration", _FRENCH).replace(b'lang="en"', b'lang="fr"')
        return Answer(200, _KIND, html)
    said = PROSE[int(asked.target[-1]) % 3 :] if asked.target[-1].isdigit() else PROSE
    return Answer(200, _KIND, page(f"Talks {asked.target[-1]}", said))


def _rules(asked: Asked) -> Answer:
    if asked.target == "/robots.txt":
        return Answer(302, (("Location", "/moved.txt"),))
    rules = b"User-agent: *\nDisallow: /news/secret\nCrawl-delay: 3\n"
    return Answer(200, (("Content-Type", "text/plain"),), rules)


def _app(asked: Asked) -> Answer:
    if asked.target == "/list":
        return Answer(200, _KIND, b"<ul><li><a href=/item/1>One</a></li></ul>")
    if asked.target == "/item/1":
        return Answer(200, _KIND, _SHELL)
    if asked.target == "/app.js":
        return Answer(200, (("Content-Type", "text/javascript"),), _SCRIPT.encode())
    if asked.target == "/text.json":
        said = "".join(f"<p>{line}</p>" for line in PROSE)
        body = f'{{"html": "<article><h1>Talks</h1>{said}</article>"}}'
        return Answer(200, (("Content-Type", "application/json"),), body.encode())
    return Answer(404, _KIND, b"not here")
