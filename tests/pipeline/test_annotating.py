"""Tests of pipeline.annotating: documents to annotations."""

from __future__ import annotations

from onrecord.pipeline.annotating import Annotated, annotate, layers
from onrecord.pipeline.reading import Failure

GOOD = (
    b'{"id": "a", "text": "We met last week. It was good.", "language": "en",'
    b' "date": "2019-10-09"}\n'
)


def test_documents_keep_their_order_and_failures_their_line() -> None:
    lines = [GOOD, b"nonsense\n", b"\n", b'{"id": "b"}\n', GOOD.replace(b'"a"', b'"c"')]
    found = list(annotate(lines))
    assert [r.id if isinstance(r, Annotated) else r.uri for r in found] == [
        *("a", "line 2", "line 4", "c"),
    ]
    failures = [r for r in found if isinstance(r, Failure)]
    assert {f.issue.stage for f in failures} == {"document"}


def test_only_the_layers_that_are_wanted_in_their_order() -> None:
    (both,) = annotate([GOOD], ["time", "sentence"])
    (one,) = annotate([GOOD], ["time"])
    assert isinstance(both, Annotated)
    assert isinstance(one, Annotated)
    assert [a.layer for a in both.annotations] == ["sentence", "sentence", "time"]
    assert [a.layer for a in one.annotations] == ["time"]


def test_a_language_that_is_not_told_is_found() -> None:
    text = "Встреча состоится завтра, переговоры продолжатся на следующей неделе."
    line = f'{{"text": "{text}", "date": "2019-10-09"}}'.encode()
    (found,) = annotate([line], ["time"])
    assert isinstance(found, Annotated)
    assert [a.value["value"] for a in found.annotations] == ["2019-10-10", "2019-W42"]


def test_nothing_is_read_ahead() -> None:
    lines = iter([GOOD, GOOD])
    next(annotate(lines))
    assert len(list(lines)) == 1


def test_the_layers() -> None:
    assert {"sentence", "time"} <= set(layers())


def test_why_is_told_on_demand() -> None:
    (found,) = annotate([GOOD], ["time"], explain=True)
    assert isinstance(found, Annotated)
    assert found.annotations[0].why
