"""`onrecord sources`: which there are, what one gives, and how a new one is made."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from onrecord.archive.folder import chosen
from onrecord.cli import output
from onrecord.cli.sourced import listed, shown_import, shown_listing, shown_page
from onrecord.crawl.browser import Browser
from onrecord.crawl.fetcher import Fetcher
from onrecord.errors import DataError, InputError
from onrecord.pipeline import trying
from onrecord.records import Source
from onrecord.sources import loader, proposals, recipes, written

_MOST_BYTES = 64 * 1024 * 1024
_MOST_SITEMAPS = 10


def run(options: argparse.Namespace) -> int:
    """Does one action."""
    if options.action == "list":
        return _list(options)
    if options.action == "show":
        return _show(options)
    if options.action == "test":
        return _test(options)
    if options.action == "new":
        return _new(options)
    return _import(options)


def _list(options: argparse.Namespace) -> int:
    for source in loader.sources():
        if options.json:
            output.write(_as_printed(source))
        else:
            print(output.safe(listed(source, loader.folder_of(source.id))))
    return 0


def _as_printed(source: Source) -> dict[str, object]:
    return {**msgspec.to_builtins(source), "where": loader.folder_of(source.id)}


def _named(name: str) -> Source:
    source = loader.named(name)
    if source is None:
        raise DataError(f"no source {name!r}: `onrecord sources list` tells all")
    return source


def _show(options: argparse.Namespace) -> int:
    source = _named(options.id)
    if options.json:
        output.write(_as_printed(source))
        return 0
    print(output.safe(f"# {loader.folder_of(source.id)}/{loader.FILE}"))
    print(output.safe(written.text(source)), end="")
    return 0


def asking(options: argparse.Namespace, *, rendered: bool = False) -> trying.Asking:
    """How the web is asked; tests put their own in its place."""
    fetcher = Fetcher(allow=options.allow or (), contact=options.contact)
    browser = None
    if rendered:
        try:
            browser = Browser(fetcher)
        except InputError as error:
            output.say(f"its pages need a browser, and are fetched without: {error}")
    return trying.Asking(fetcher, browser=browser)


def _test(options: argparse.Namespace) -> int:
    source = _named(options.id)
    ask = asking(options, rendered=source.rendered)
    today = datetime.now(UTC).date()
    if not source.listings and not options.page:
        raise DataError(f"{source.id} has no [[listing]]: give a page with --url, or add one")
    good, address = True, options.page
    for given in source.listings:
        found = trying.listing(given, source, ask, today)
        good = good and found.problem is None and found.unreadable is None
        address = address or next((entry.url for entry in found.entries), None)
        _tell(options, {"listing": found}, shown_listing(found))
    if address:
        page = trying.page(address, ask)
        good = good and page.problem is None
        _tell(options, {"page": page}, shown_page(page, source.id))
    return 0 if good else 1


def _tell(options: argparse.Namespace, record: object, lines: Iterator[str]) -> None:
    if options.json:
        output.write(record)
        return
    for line in lines:
        print(output.safe(line))


def _new(options: argparse.Namespace) -> int:
    ask = asking(options)
    came = ask.get(options.address)
    named = ask.robots(came.url).sitemaps[:_MOST_SITEMAPS]
    made = proposals.propose(came.payload, came.url, came.charset, named)
    if made is None:
        raise InputError(f"{came.url}: no address of a web page", "sources")
    page = trying.page(made.entries[0].url, ask) if made.entries else None
    remarks = (*made.remarks, *_about(page))
    text = written.text(made.source, remarks)
    loader.parsed(made.source.id, text)
    if options.save:
        _save(chosen(options.archive).root / loader.BESIDE, made.source.id, text)
    record = {"id": made.source.id, "source": made.source, "remarks": remarks, "toml": text}
    _tell(options, {**record, "entries": made.entries[:5], "page": page}, iter(text.split("\n")))
    return 0


def _about(page: trying.TriedPage | None) -> Iterator[str]:
    """What the general reader finds on the first statement: selectors are needed where it errs."""
    if page is None:
        return
    yield f"The general reader, on {page.url}:"
    if page.problem is not None:
        yield f"  {page.problem}"
        return
    for field in ("title", "published", "date"):
        why = page.evidence.get(field)
        value = getattr(page, field)
        at = f", at {why.where}" if why is not None and why.where else ""
        yield f"  {field}: {value}{at}" if value else f"  {field}: not found"
    yield f"  {page.characters} characters of text in {page.turns} turns"
    yield "Where it errs, say in [selectors] what is right: title, body, published, remove."


def _save(folder: Path, name: str, text: str) -> None:
    place = folder / name / loader.FILE
    if place.exists():
        raise DataError(f"{place} is there already: change it there, or move it away")
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, "utf-8")
    loader.forget()
    output.say(f"{place} is written: look at it, then `onrecord sources test {name}`")


def _import(options: argparse.Namespace) -> int:
    found = tuple(recipes.imported(recipes.parse(_read(options.file))))
    own = chosen(options.archive).root / loader.BESIDE
    folder = Path(options.to) if options.to else own
    if not options.dry_run:
        _write_all(folder, found)
    for each in found:
        _tell(options, recipes.record(each), shown_import(each))
    counted = recipes.summary(found)
    if options.json:
        output.write(counted)
    else:
        print(
            f"{counted['recipes']} recipes: {counted['valid']} valid, {counted['whole']} taken "
            f"whole, {counted['losses']} losses"
        )
    return 0 if counted["valid"] == counted["recipes"] else 1


def _read(name: str) -> bytes:
    try:
        with Path(name).open("rb") as file:
            payload = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise InputError(f"{name}: cannot be read ({error.strerror})", "recipes") from error
    if len(payload) > _MOST_BYTES:
        raise InputError(f"{name}: more than {_MOST_BYTES:,} bytes", "recipes")
    return payload


def _write_all(folder: Path, found: tuple[recipes.Imported, ...]) -> None:
    """Writes the files of a first import; one that is there already is a person's by now."""
    kept = 0
    for each in found:
        if each.id is None or each.text is None:
            continue
        place = folder / each.id / loader.FILE
        if place.exists():
            kept += place.read_text("utf-8") != each.text
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(each.text, "utf-8")
    loader.forget()
    if kept:
        output.say(
            f"{kept} files in {folder} are other than the recipes: they were left as they are"
        )
