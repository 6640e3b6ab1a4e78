"""`onrecord annotate`: documents as JSON Lines in, their annotations out, a line a document, in the
same order and as they come. A line that is no document is named on standard error."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence

from onrecord.cli import output
from onrecord.errors import NoModel
from onrecord.pipeline.annotating import Annotated, annotate, layers
from onrecord.records import Annotation


def run(options: argparse.Namespace) -> int:
    """Annotates standard input."""
    wanted = options.layers.split(",") if options.layers else None
    unknown = sorted(set(wanted or ()) - set(layers()))
    if unknown:
        output.say(f"no layer {', '.join(unknown)}; there are {', '.join(layers())}")
        return 2
    try:
        return _written(options, wanted)
    except NoModel as error:
        output.say(str(error))
        return 2


def _written(options: argparse.Namespace, wanted: Sequence[str] | None) -> int:
    """Writes what is found, a document at a time."""
    failed = 0
    for result in annotate(sys.stdin.buffer, wanted, options.explain, options.models):
        if not isinstance(result, Annotated):
            output.complain(result.uri, result.issue)
            failed += 1
            continue
        if options.json:
            output.write(result)
        else:
            for line in explained(result):
                print(output.safe(line))
    return 1 if failed else 0


def explained(result: Annotated) -> Iterator[str]:
    """A document's annotations for the eye: what was found, what it means, and by which rule."""
    yield f"{result.id or '-'}"
    for annotation in result.annotations:
        yield from _lines(annotation)


def _lines(annotation: Annotation) -> Iterator[str]:
    value = "  ".join(f"{k}={v}" for k, v in annotation.value.items() if v is not None)
    start, end = annotation.span
    yield f"  {annotation.layer}  {start}-{end}  {annotation.quote!r}"
    yield f"      {value}"
    yield f"      rule {annotation.rule} [{annotation.annotator}], {annotation.confidence:.2f}"
    yield from (f"        {line}" for line in annotation.why)
