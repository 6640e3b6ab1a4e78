"""The grammar of `onrecord search` and `onrecord edits`: what may be asked. Nothing heavy is
imported here."""

from __future__ import annotations

import argparse

MODES = ("words", "meaning", "hybrid")
SORTS = ("relevance", "date", "oldest")
FILTERS = {
    "lang": "in this language (BCP 47)",
    "country": "of an issuer in this country (ISO 3166-1)",
    "speaker": "by this speaker: the name, or words of it",
    "role": "official, questioner, moderator, interpreter or unknown",
    "kind": "of this kind: news-conference, readout, question, answer, ...",
    "outlet": "asked for this outlet",
    "source": "of this source",
    "entity": "that names this: an id (state/tr), or a name",
    "about": "that speaks of this state: its code (ISO 3166-1), or its name",
    "act": "that does this in words: event, commitment, position, pledge, accuse, ...",
    "due": "in which something falls due then: 2019, 2019-11 or 2019-11-05",
    "answered": "of exchanges that were answered: yes, partly or no",
}
MOST = 10_000
WEIGHTS = ("typography", "wording", "fact", "substance")
EDITS = ("edited", "reverted", "removed")


def add_options(search: argparse.ArgumentParser) -> None:
    """Adds what may be asked to the command."""
    search.add_argument("query", nargs="?", metavar="QUERY", help="docs: query-language.md")
    search.add_argument(
        "--queries",
        metavar="FILE",
        help='ask many: a line {"id", "query"} each; - is standard input',
    )
    for name, what in FILTERS.items():
        search.add_argument(f"--{name}", action="append", metavar=name[0].upper(), help=what)
    search.add_argument("--since", metavar="DATE", help="not before: 2019, 2019-10 or 2019-10-09")
    search.add_argument("--until", metavar="DATE", help="not after")
    search.add_argument("--limit", type=_number, metavar="N", help="so many hits (10)")
    search.add_argument("--offset", type=_number, metavar="N", help="without the first N")
    search.add_argument("--mode", choices=MODES, help="by words, by meaning, or both")
    search.add_argument("--like", metavar="ID", help="what is nearest to this turn or statement")
    search.add_argument("--sort", choices=SORTS, help="best first, newest first, or oldest first")
    search.add_argument("--facets", action="store_true", default=None, help="count values too")


def add_edit_options(edits: argparse.ArgumentParser) -> None:
    """Adds which edits may be asked for to the command."""
    edits.add_argument("id", nargs="?", metavar="ID", help="of one statement only")
    for name in ("source", "country", "lang"):
        edits.add_argument(
            f"--{name}", action="append", metavar=name[0].upper(), help=FILTERS[name]
        )
    edits.add_argument("--weight", choices=WEIGHTS, help="from this weight on (wording)")
    edits.add_argument("--kind", action="append", choices=EDITS, help="of this kind")
    edits.add_argument("--since", metavar="DATE", help="seen on this day or later")
    edits.add_argument("--until", metavar="DATE", help="seen on this day or earlier")
    edits.add_argument("--limit", type=_number, metavar="N", help="so many (50; 0: all)")


def _number(text: str) -> int:
    """
    >>> _number("20")
    20
    """
    if not text.isdecimal() or int(text) > MOST * 10:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 0 to {MOST * 10:,}")
    return int(text)
