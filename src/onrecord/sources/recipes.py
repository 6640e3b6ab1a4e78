"""Recipes of DiplomaticPulse (`urlconfig.json`) as sources: what each says, what was taken of it,
and what was not.

A recipe names an overview page and, for its items and the pages they lead to, XPath with
`has-class`, or its own short forms for BeautifulSoup (`div,news-item`; `html.h2.a`). `null`,
`nill`, `nil`, an empty text and an absent key all mean none. A path that is asked of an item begins
at the item, as ours do, so that paths are taken as they stand.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from onrecord.errors import DataError, InputError
from onrecord.records import Listing, ListingSelectors, Record, Selectors, Source
from onrecord.sources import loader, written
from onrecord.sources.recipe_names import Place, place
from onrecord.sources.recipe_paths import Query, bare, none, query, specific

STAGE = "recipes"
_ORDERS = {"MDY": "mdy", "MMDDYYYY": "mdy", "MMDDYY": "mdy", "YYYYDDMM": "dmy", "YYDDMM": "dmy"}
_KINDS = frozenset({"static", "javascript", "pdf", "static_pdf"})
_FIELDS = frozenset(
    {"name", "url", "content_type", "global", "link", "title", "posted_date", "us_date_format"}
    | {"statement", "tag", "bs_element", "link_follow", "cookies", "ssl"}
)
_PDF = r"(?i)\.pdf(?:\?|$)"


class Imported(Record, frozen=True, kw_only=True):
    """What became of one recipe. `taken`: a line a field, what it is now; `lost`: a line a field
    that could not be taken, and why; `problem`: why there is no source at all."""

    recipe: str
    id: str | None = None
    taken: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    problem: str | None = None
    text: str | None = None

    @property
    def whole(self) -> bool:
        """Is there a source, and nothing lost?"""
        return self.problem is None and not self.lost


def parse(payload: bytes) -> list[dict[str, Any]]:
    """The recipes of a file: a JSON list, or the bulk form of Elasticsearch, in which a line with
    an index goes before each."""
    try:
        text = payload.decode("utf-8-sig")
        found = list(_objects(text))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise InputError(f"no JSON of recipes ({error})", STAGE) from error
    recipes = [each for each in found if "url" in each and "global" in each]
    if not recipes:
        raise InputError("no recipes: each has a url and a global", STAGE)
    return recipes


def _objects(text: str) -> Iterator[dict[str, Any]]:
    decoder, position = json.JSONDecoder(), 0
    while position < len(text):
        if text[position].isspace():
            position += 1
            continue
        value, position = decoder.raw_decode(text, position)
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                yield each


def imported(recipes: Iterable[dict[str, Any]]) -> Iterator[Imported]:
    """What becomes of each recipe; no two have one id."""
    given: set[str] = set()
    for recipe in recipes:
        made = _Making(recipe)
        yield made.finished(given)


class _Making:
    """One recipe on its way to a source."""

    def __init__(self, recipe: dict[str, Any]) -> None:
        self._recipe = recipe
        self._url = str(recipe.get("url") or "").strip()
        self._taken: list[str] = []
        self._lost: list[str] = []

    def finished(self, given: set[str]) -> Imported:
        """The source, checked as any other, or why there is none. Adds its id to those given."""
        where = place(str(self._recipe.get("name") or ""), self._url)
        if where is None:
            return Imported(recipe=self._url, problem="url: no address")
        self._taken.append(f"url: listing.url, hosts{', paths' if where.paths else ''}")
        said = f"country {where.country}, by {where.by}" if where.country else "nothing"
        self._take("name", said) if where.country else self._lose("name", "no country of that name")
        item = self._query("global", "listing.selectors.item")
        if item is None:
            return self._failed("global: it says which are the items of the list, and is none")
        name = _unique(where, given)
        source = self._source(name, where, item)
        for key in sorted(self._recipe.keys() - _FIELDS):
            self._lose(key, "an unknown field")
        remarks = ["Imported from a recipe; a person has not looked at it yet.", *self._remarks()]
        text = written.text(source, remarks)
        try:
            loader.parsed(name, text)
        except DataError as error:
            return self._failed(str(error))
        given.add(name)
        return self._made(name, text)

    def _source(self, name: str, where: Place, item: str) -> Source:
        order = self._order()
        kind = self._kind()
        title, date = self._both("title"), self._both("posted_date")
        followed = self._query("link_follow", "selectors.document")
        body = self._query("statement", "selectors.body", whole=True)
        selectors = Selectors(
            title=title[1],
            published=date[1],
            body=body,
            document=followed,
            remove=self._removed(body),
            date_order=order,
        )
        listing = Listing(
            kind="page",
            url=self._url,
            match=_PDF if kind == "pdf" and followed is None else None,
            selectors=ListingSelectors(
                item=item,
                link=self._query("link", "listing.selectors.link", link=True),
                title=title[0],
                date=date[0],
                date_order=order,
            ),
        )
        self._other()
        return Source(
            id=name,
            institution=None,
            country=where.country,
            languages=where.languages,
            series=where.series,
            hosts=(where.host,),
            paths=where.paths,
            rendered=kind == "javascript",
            selectors=selectors,
            listings=(listing,),
        )

    def _said(self, field: str) -> str | None:
        value = self._recipe.get(field)
        return None if none(value) else str(value).strip()

    def _query(
        self, field: str, key: str, *, whole: bool = False, link: bool = False
    ) -> str | None:
        """A field's query, told as taken under a key; `None` if it has none or it cannot be."""
        said = self._said(field)
        if said is None:
            return None
        made = query(said, link=link)
        if made.problem is not None:
            self._lose(field, made.problem)
            return None
        self._take(field, key, made)
        return bare(made.text) if whole else made.text

    def _both(self, field: str) -> tuple[str | None, str | None]:
        """For the list, and for the page too where the query is particular enough: the recipe asks
        the page what the list does not tell."""
        keys = {"title": ("title", "title"), "posted_date": ("date", "published")}[field]
        listed = self._query(field, f"listing.selectors.{keys[0]}")
        if listed is None or not specific(listed, heading=field == "title"):
            return listed, None
        if listed.startswith("/html"):  # no item begins there
            self._taken[-1] = f"{field}: selectors.{keys[1]}"
            return None, listed
        self._taken[-1] += f", selectors.{keys[1]}"
        return listed, listed

    def _order(self) -> Any:
        said = self._said("us_date_format")
        if said is None:
            return None
        order = _ORDERS.get(said)
        if order is None:
            self._lose("us_date_format", f"{said!r} is no order of figures that is known")
        else:
            self._take("us_date_format", f"date_order {order}")
        return order

    def _kind(self) -> str:
        said = self._said("content_type") or "static"
        if said not in _KINDS:
            self._lose("content_type", f"{said!r} is no kind of page that is known")
            return "static"
        what = {
            "static": "as usual",
            "javascript": "rendered",
            "pdf": "selectors.document" if self._said("link_follow") else f"listing.match {_PDF}",
            "static_pdf": "selectors.document",
        }
        self._take("content_type", what[said])
        return said

    def _removed(self, body: str | None) -> tuple[str, ...]:
        """`tag`: elements to take out; one without a class only of the text itself."""
        said = self._said("tag")
        if said is None:
            return ()
        found: list[str] = []
        for part in said.split("#"):
            made = query(part if "," in part else f"{part},")
            if made.problem is not None or ("," not in part and not (body or "").startswith("/")):
                self._lose("tag", made.problem or f"{part!r} would be taken out of the whole page")
                continue
            found.append(made.text if "," in part else f"{body}//{part}")
        if found:
            self._take("tag", "selectors.remove")
        return tuple(found)

    def _other(self) -> None:
        if self._said("cookies"):
            self._lose("cookies", "cookies are not sent: name the address of the language version")
        if self._said("ssl"):
            self._lose("ssl", "certificates are always verified")
        said = self._said("bs_element")
        if said is None:
            return
        parts = [query(part) for part in said.split(",")]
        known = [query(self._said(name) or "nill") for name in ("link", "title", "posted_date")]
        for given, own, name in zip(parts, known, ("link", "title", "posted_date"), strict=False):
            if given.problem is None and given.text and own.text and given.text != own.text:
                self._lose("bs_element", f"for {name} it says other than {name}, which was taken")
                return
        self._take("bs_element", "what link, title and posted_date say")

    def _take(self, field: str, what: str, made: Query | None = None) -> None:
        changed = f" (now {made.text})" if made is not None and made.changed else ""
        self._taken.append(f"{field}: {what}{changed}")

    def _lose(self, field: str, why: str) -> None:
        self._lost.append(f"{field}: {why}")

    def _remarks(self) -> Iterator[str]:
        yield from (f"Not taken: {line}" for line in self._lost)

    def _failed(self, problem: str) -> Imported:
        return Imported(recipe=self._url, lost=tuple(self._lost), problem=problem)

    def _made(self, name: str, text: str) -> Imported:
        return Imported(
            recipe=self._url,
            id=name,
            taken=tuple(self._taken),
            lost=tuple(self._lost),
            text=text,
        )


def _unique(where: Place, given: set[str]) -> str:
    name = f"{where.prefix}_{where.body}_{where.last}"
    number = 2
    while name in given:
        name = f"{where.prefix}_{where.body}_{where.last}{number}"
        number += 1
    return name


def summary(found: Iterable[Imported]) -> dict[str, int]:
    """How many recipes there were, gave a valid source, and were taken whole."""
    all_ = tuple(found)
    return {
        "recipes": len(all_),
        "valid": sum(each.problem is None for each in all_),
        "whole": sum(each.whole for each in all_),
        "losses": sum(len(each.lost) for each in all_),
    }


def record(found: Imported) -> dict[str, Any]:
    """As printed: without the text of the file."""
    return msgspec.structs.asdict(msgspec.structs.replace(found, text=None)) | {
        "valid": found.problem is None,
        "whole": found.whole,
    }
