"""A ministry to test against: several invented publishers on one port of this machine, with a clock
that can be moved and a plan whose truth can be asked for.

In a test, in a thread:

    from tests.ministry import Clock, Ministry, thirty_days

    plan = thirty_days(seed=7)
    with Ministry(plan, Clock()) as ministry:
        fetcher = Fetcher(resolve=ministry.resolve, connect=ministry.connect)
        fetcher.fetch("http://mfa.valdoria.example/en/news/")
        ministry.clock.advance(86_400)
        plan.truth(ministry.clock.now())     # statements, edits, removals until then
        ministry.log                         # every request: time, host, status, how many at once

`resolve` gives each host a public address, so that the guard is on as it is in earnest; `connect`
brings every connection to the server. Addresses need no port.

In a process of its own, for what is to be killed:

    python -m tests.ministry --port 8123 --clock clock.bin --log log.jsonl [--seed 7 | --many 10000]

prints the port when it is ready. `Clock(path=Path("clock.bin"))` is the same clock in every process
that opens it; `seams(plan, 8123)` gives `resolve` and `connect` for that server; `read_log` reads
the log.

Publishers of the plan (`plan.PUBLISHERS`):

    mfa.valdoria.example     en, fr  /en/news/, /fr/news/ with ?page=, sitemap; ETag, Last-Modified
    press.lormark.example    en      /feed.xml (RSS), /en/news/; Last-Modified only
    www.ostvania.example     de, en  /atom.xml, /sitemap.xml (an index); ETag only, gzip, noise
    presidencia.meridia.example  es  /archive/2026/03/02, a page a day; ETag, Last-Modified
    mid.norvia.example       ru      /press_service/ with ?page=; windows-1251, neither, noise

A listing's item is `li.item` with `a.title` and `span.date`; `a.next` leads on. Noise: each answer
differs in its footer, which is no edit. Every page links to what robots.txt forbids (/internal/).
"""

from __future__ import annotations

from tests.ministry.clock import START, Clock
from tests.ministry.plan import NOTHING, PUBLISHERS, Plan, many, thirty_days
from tests.ministry.server import Logged, Ministry, Seams, read_log, seams

__all__ = [
    "NOTHING",
    "PUBLISHERS",
    "START",
    "Clock",
    "Logged",
    "Ministry",
    "Plan",
    "Seams",
    "many",
    "read_log",
    "seams",
    "thirty_days",
]
