"""In which languages the page says that the statement exists.

From language links with their addresses, and from a switch that only names languages ("Русский",
"English"), whose addresses are unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.extract.page import Field, Found, Line, Page
from onrecord.languages.identify import endonyms
from onrecord.records import LanguageVersion, Span

_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?$")
_NEAR = 2  # lines between two names of a switch


def find(page: Page) -> tuple[tuple[LanguageVersion, ...], Found | None]:
    """The language versions, each language once, and the evidence for them."""
    versions: dict[str, LanguageVersion] = {}
    fields = page.values("alternate")
    for field in fields:
        language = tag(field.extra or "")
        if language and language not in versions:
            versions[language] = LanguageVersion(language=language, url=field.value or None)
    switch = list(_switch(page.lines))
    if not versions:
        versions = {name: LanguageVersion(language=name) for _, name in switch}
    if not versions:
        return (), None
    evidence = _by_field(page, fields) if fields else _by_line(page, switch)
    return tuple(versions.values()), evidence


def tag(printed: str) -> str | None:
    """The BCP 47 tag of a printed one, in its usual spelling.

    >>> tag("EN_gb"), tag("zh-hans"), tag("x-default")
    ('en-GB', 'zh-Hans', None)
    """
    found = _TAG.match(printed.strip())
    if not found:
        return None
    language, script, region = found.groups()
    parts = [language.lower(), script.title() if script else None, region and region.upper()]
    return "-".join(part for part in parts if part)


def _switch(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Lines that only name a language, each near another that does."""
    names = endonyms()
    named = [
        (n, names[one.text.lower()]) for n, one in enumerate(lines) if one.text.lower() in names
    ]
    for i, (n, name) in enumerate(named):
        beside = named[max(0, i - 1) : i + 2]
        if any(other != name and 0 < abs(m - n) <= _NEAR for m, other in beside):
            yield n, name


def _by_field(page: Page, fields: Sequence[Field]) -> Found:
    """Evidence by fields; of copied pages, the line that they were read from."""
    first = fields[0]
    value = " ".join(field.extra or "" for field in fields)
    for n, one in enumerate(page.lines):
        if first.where and one.where == first.where:
            return Found(
                value=value, method=first.method, line=n, span=Span(0, len(one.text)),
                quote=one.text, where=one.where,
            )  # fmt: skip
    return Found(value=value, method=first.method, quote=first.value, where=first.where)


def _by_line(page: Page, switch: Sequence[tuple[int, str]]) -> Found:
    first = page.lines[switch[0][0]]
    value = " ".join(name for _, name in switch)
    quote = " ".join(page.lines[n].text for n, _ in switch)
    return Found(value=value, method="language switch", quote=quote, where=first.where)
