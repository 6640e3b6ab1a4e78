"""The list of statements on a page that nobody has described yet: links that stand alike, one in
each item, and the selectors that find them again. What it finds is a proposal for a person."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import takewhile
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from onrecord.extract.queries import css, shown
from onrecord.records import DateOrder, ListingSelectors, Record
from onrecord.sources.entries import address, day

_LEAST = 3  # items of a list
_MOST_LINKS = 5_000
_TITLE = 15  # characters of a title
_LONG = 80
_DATE = 60
_STEPS = 5
_NAME = re.compile(r"-?[A-Za-z_][\w-]*")
_DIGITS = re.compile(r"\d+")
_FIGURES = re.compile(r"\b(\d\d?)[./-](\d\d?)[./-](?:19|20)\d\d\b")
_NEXT = 'a[rel~="next"], link[rel~="next"], .next a, a.next, .pager-next a, .pagination-next a'
_BESIDE = frozenset({"nav", "footer", "header", "aside"})


class Listed(Record, frozen=True, kw_only=True):
    """Selectors for a list, what its addresses begin with, and how many items it has now."""

    selectors: ListingSelectors
    match: str | None
    items: int


def find(root: LexborNode, url: str) -> Listed | None:
    """The list of a page; `None` where no three links stand alike."""
    groups: dict[tuple[str, ...], list[tuple[LexborNode, str]]] = defaultdict(list)
    for node in root.css("a[href]")[:_MOST_LINKS]:
        place = address(url, node.attributes.get("href"))
        if place is not None and len(shown(node)) >= _TITLE and not _beside(node):
            groups[_form(node)].append((node, place))
    rated = [(_worth(group, url), n, group) for n, group in enumerate(groups.values())]
    best = max(rated, key=lambda each: (each[0], -each[1]), default=None)
    if best is None or best[0] <= 0:
        return None
    return _described(root, best[2])


def _worth(group: Sequence[tuple[LexborNode, str]], url: str) -> float:
    """More items and longer titles are more like a list of statements, dates much more."""
    places = {place for _, place in group if place != url}
    if len(places) < _LEAST:
        return 0.0
    length = sum(min(len(shown(node)), _LONG) for node, _ in group) / len(group)
    here = urlsplit(url).hostname or ""
    own = sum((urlsplit(place).hostname or "") == here for place in places) / len(places)
    dated = any(_date(item) for item in _items(group[:_LEAST]))
    return min(len(places), 30) * length * own * (3.0 if dated else 1.0)


def _described(root: LexborNode, group: Sequence[tuple[LexborNode, str]]) -> Listed:
    items = _items(group)
    item = _selector(root, items)
    link = None if item is None else _inner([node for node, _ in group])
    dates = [found for each in items if (found := _date(each)) is not None]
    dated = item is not None and len(dates) * 2 > len(items)
    selectors = ListingSelectors(
        within=_within(root, items),
        item=item,
        link=link,
        date=_inner(dates) if dated else None,
        next=_NEXT if root.css(_NEXT) else None,
        date_order=_order([shown(each) for each in dates]),
    )
    return Listed(
        selectors=selectors, match=_match([place for _, place in group]), items=len(items)
    )


def _items(group: Sequence[tuple[LexborNode, str]]) -> list[LexborNode]:
    """For each link the largest element that has no other link of the group in it."""
    above: Counter[int] = Counter()
    for node, _ in group:
        above.update(each.mem_id for each in _above(node))
    found = {}
    for node, _ in group:
        alone = [each for each in (node, *_above(node)) if above[each.mem_id] <= 1]
        found[alone[-1].mem_id] = alone[-1]
    return list(found.values())


def _above(node: LexborNode) -> Iterator[LexborNode]:
    parent = node.parent
    while parent is not None and parent.tag not in ("body", "html", "-document"):
        yield parent
        parent = parent.parent


def _beside(node: LexborNode) -> bool:
    return any(each.tag in _BESIDE and each.tag != "header" for each in _above(node))


def _form(node: LexborNode) -> tuple[str, ...]:
    """What elements that stand alike have in common: their tags, and the names without figures."""
    steps = [node, *_above(node)][:_STEPS]
    return tuple(f"{step.tag}.{'.'.join(_names(step))}" for step in steps)


def _names(node: LexborNode) -> list[str]:
    names = (node.attributes.get("class") or "").split()
    return sorted(name for name in names if _NAME.fullmatch(name) and not _DIGITS.search(name))


def _common(nodes: Sequence[LexborNode]) -> list[str]:
    """Tag and names that all of some elements have, the rarest way to say it first."""
    if not nodes or len({node.tag for node in nodes}) > 1:
        return []
    tag = nodes[0].tag or ""
    shared = set.intersection(*(set(_names(node)) for node in nodes))
    names = [name for name in (nodes[0].attributes.get("class") or "").split() if name in shared]
    return [*(f"{tag}.{name}" for name in names), tag]


def _inner(nodes: Sequence[LexborNode]) -> str | None:
    """A selector for the like elements inside an item."""
    most = Counter(_form(node)[0] for node in nodes).most_common(1)
    alike = [node for node in nodes if most and _form(node)[0] == most[0][0]]
    return next(iter(_common(alike)), None)


def _selector(root: LexborNode, items: Sequence[LexborNode]) -> str | None:
    """The shortest selector that finds the items and nothing else."""
    parents = [item.parent for item in items]
    outer = [part for part in _common([p for p in parents if p is not None]) if "." in part]
    own = _common(items)
    wanted = {item.mem_id for item in items}
    for query in (*own, *(f"{above} > {each}" for above in outer for each in own)):
        found = {node.mem_id for node in css(root, query)}
        if wanted <= found and len(found) <= 1.2 * len(wanted) + 1:
            return query
    return None


def _within(root: LexborNode, items: Sequence[LexborNode]) -> str | None:
    """The element that holds all items, if it can be named for itself alone."""
    holding = [{each.mem_id for each in _above(item)} for item in items]
    shared = set.intersection(*holding) if holding else set()
    for node in _above(items[0]):
        if node.mem_id not in shared:
            continue
        name = node.attributes.get("id") or ""
        queries = [f"#{name}"] if _NAME.fullmatch(name) else []
        for query in [*queries, *(part for part in _common([node]) if "." in part)]:
            if len(css(root, query)) == 1:
                return query
    return None


def _date(item: LexborNode) -> LexborNode | None:
    """The innermost element of an item that says a day."""
    for node in item.css("time, span, div, p, td, small, em, dd, b, strong"):
        said = node.attributes.get("datetime") or shown(node)
        if len(said) <= _DATE and day(said, (), "dmy") and not node.css("time, span, div, p")[1:]:
            return node
    return None


def _order(printed: Sequence[str]) -> DateOrder | None:
    """Which figure is the month, as the dates that leave no choice tell.

    >>> _order(["03/06/2024", "03/25/2024"]), _order(["03.06.2024"])
    ('mdy', None)
    """
    figures = [found for text in printed for found in _FIGURES.findall(text)]
    first = any(int(a) > 12 for a, _ in figures)
    second = any(int(b) > 12 for _, b in figures)
    if first == second:
        return None
    return "dmy" if first else "mdy"


def _match(places: Sequence[str]) -> str | None:
    """What the addresses begin with; `None` where that is no more than the host.

    >>> _match(["https://a.example/en/news/2024/1", "https://a.example/en/news/2024/25"])
    '^https?://a\\\\.example/en/news/'
    """
    parts = [urlsplit(place) for place in places]
    hosts = {part.netloc for part in parts}
    folders = [part.path.split("/")[:-1] for part in parts]
    alike = takewhile(lambda steps: len(set(steps)) == 1, zip(*folders, strict=False))
    named = takewhile(lambda step: not step.isdecimal(), (steps[0] for steps in alike))
    folder = "".join(f"{step}/" for step in named)  # what is new may stand under another year
    if len(hosts) > 1 or folder == "/":
        return None
    return f"^https?://{re.escape(hosts.pop())}{_escaped(folder)}"


def _escaped(path: str) -> str:
    return re.sub(r"[.+*?()\[\]{}|^$\\]", lambda found: "\\" + found[0], path)
