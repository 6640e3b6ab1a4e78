"""A comparison as one HTML file that can be sent to a colleague: no script, no network."""

from __future__ import annotations

from importlib.resources import files

import jinja2

from onrecord.pipeline.comparing import Comparison
from onrecord.text.controls import safe
from onrecord.web import beside, compared
from onrecord.web.compared import Side
from onrecord.web.words import Words, words


def page(found: Comparison, names: tuple[str, str], language: str = "en") -> str:
    """The whole file, in the words of a language of the interface."""
    say = words(language)
    template = files("onrecord.web") / "templates" / "compare_report.html"
    environment = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    sides = tuple(
        compared.side(mark, None, reading, mark, say)
        for mark, reading in zip("AB", (found.a, found.b), strict=True)
    )
    rows = beside.rows([found])
    return environment.from_string(template.read_text("utf-8")).render(
        say=say,
        sides=[_side(each, safe(name), say) for each, name in zip(sides, names, strict=True)],
        summary=compared.summary(found.summary, ("A", "B"), say),
        method=say(f"compare.method.{found.summary.method}"),
        differences=compared.listed(found, rows, 0, "typography", say),
        parts=compared.parts(sides, [found], beside.blocks(rows, fold=False), say),
        issues=[safe(issue.message) for issue in found.issues],
        safe=safe,
    )


def _side(each: Side, name: str, say: Words) -> dict[str, str | None]:
    reading = each.reading
    url = reading.source.url
    return {
        "mark": each.mark,
        "name": name,
        "title": safe(reading.header.title or name),
        "tag": each.language,
        "language": say.language(reading.language),
        "direction": each.direction,
        "date": say.day(reading.header.date or reading.header.published),
        "url": safe(url) if url and url.startswith(("http://", "https://")) else None,
        "digest": reading.text_digest,
    }
