"""From inputs to readings: laws that hold for every statement, and what happens to bad inputs."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from onrecord.crawl.inputs import Input, Loaded, expand
from onrecord.extract import html
from onrecord.pipeline import Failure, Options, read
from onrecord.pipeline.reading import read_payload
from onrecord.records import Reading, Span
from tests.support import SAMPLES

PAGES = sorted(
    path for path in SAMPLES.iterdir() if path.is_file() and path.suffix not in (".md", ".py")
)


def readings(path: Path) -> Iterator[Reading]:
    for result in read(expand([str(path)]), Options(furniture=True)):
        if isinstance(result, Reading):
            yield result


def spans(reading: Reading) -> Iterator[Span]:
    yield from (block.span for block in reading.blocks)
    yield from (span for block in reading.blocks for span in block.strong)
    yield from (turn.span for turn in reading.turns)
    yield from (turn.label_span for turn in reading.turns if turn.label_span)
    yield from (e.span for e in reading.header.evidence.values() if e.span)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_span_lies_in_the_text_and_every_quote_is_what_it_says(path: Path) -> None:
    for reading in readings(path):
        for span in spans(reading):
            assert 0 <= span.start <= span.end <= len(reading.text)
        for evidence in reading.header.evidence.values():
            if evidence.span:
                assert reading.text[evidence.span.start : evidence.span.end] == evidence.quote
        for turn in reading.turns:
            if turn.label_span:
                printed = reading.text[turn.label_span.start : turn.label_span.end]
                assert " ".join(printed.split()) == turn.label


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_blocks_hold_every_word_of_the_text(path: Path) -> None:
    for reading in readings(path):
        held = [False] * len(reading.text)
        for block in reading.blocks:
            held[block.span.start : block.span.end] = [True] * (block.span.end - block.span.start)
        assert all(there or c.isspace() for c, there in zip(reading.text, held, strict=True))


@pytest.mark.parametrize("path", PAGES[::3], ids=lambda path: path.name)
def test_reading_is_deterministic(path: Path) -> None:
    once, again = (msgspec.json.encode(list(readings(path))) for _ in range(2))
    assert once == again


def test_ids_differ_within_a_feed() -> None:
    ids = [reading.id for reading in readings(SAMPLES / "lormark-releases.rss")]
    assert len(set(ids)) == len(ids) == 4


def test_one_bad_input_does_not_stop_the_rest(tmp_path: Path) -> None:
    good = SAMPLES / "lormark-gaggle.en.html"
    bad = tmp_path / "picture.html"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    results = list(read(expand([str(bad), str(tmp_path / "none.html"), str(good)])))
    assert [type(result) for result in results] == [Failure, Failure, Reading]
    assert isinstance(results[0], Failure)
    assert "PNG" in results[0].issue.message


def test_what_is_passed_over_is_no_error() -> None:
    def never() -> Loaded:
        raise AssertionError("a skipped input must not be loaded")

    (only,) = read([Input("style.css", "style.css", never, skipped="no statement")])
    assert isinstance(only, Failure)
    assert only.issue.severity == "info"


def test_an_unforeseen_error_is_reported_and_the_rest_read(monkeypatch: pytest.MonkeyPatch) -> None:
    right = html.read

    def broken(payload: bytes, **given: object) -> object:
        if b"boom" in payload:
            raise KeyError("boom")
        return right(payload, **given)  # type: ignore[arg-type]

    monkeypatch.setattr(html, "read", broken)
    pages = [b"<html><body><p>boom goes the page</p></body></html>"]
    pages.append((SAMPLES / "water-pact.v1.en.html").read_bytes())
    inputs = [
        Input(f"{n}.html", f"{n}.html", lambda page=page: Loaded(page))  # type: ignore[misc]
        for n, page in enumerate(pages)
    ]
    failed, done = read(inputs)
    assert isinstance(failed, Failure)
    assert "unforeseen KeyError" in failed.issue.message
    assert isinstance(done, Reading)


def test_the_language_may_be_told_from_outside() -> None:
    page = b"<html><body><h1>Statement</h1><p>We met in the town of Brenn today.</p></body></html>"
    (reading,) = read_payload(Loaded(page), "a.html", "a.html", Options(language="fr"))
    assert reading.language == "fr"
    assert reading.header.evidence["language"].method == "option"


def test_unknown_is_none_and_never_today() -> None:
    page = "<html><body><h1>Harbour opened</h1><p>The harbour of Brenn is open again, after the "
    page += "repair of the northern quay by the harbour office.</p></body></html>"
    (reading,) = read_payload(Loaded(page.encode()), "a.html", "a.html")
    header = reading.header
    assert (header.published, header.date, header.place, header.participants) == (
        None,
        None,
        None,
        (),
    )


def test_furniture_is_given_only_if_asked_for() -> None:
    path = SAMPLES / "geneva-news-conference.en.html"
    (without,) = read(expand([str(path)]))
    (given,) = read(expand([str(path)]), Options(furniture=True))
    assert isinstance(without, Reading)
    assert isinstance(given, Reading)
    assert without.furniture == ()
    assert any("Cookies" in piece.text or "cookies" in piece.text for piece in given.furniture)
    assert all(piece.reason for piece in given.furniture)


def test_a_block_in_another_language_says_so() -> None:
    english = "The ministers met in Brenn and agreed that the harbour will be open to all ships."
    russian = "Министры договорились, что порт будет открыт для всех судов, и это важно для нас."
    page = f"<html lang=en><body><h1>Talks</h1><p>{english}</p><p>{russian}</p></body></html>"
    (reading,) = read_payload(Loaded(page.encode()), "a.html", "a.html")
    assert reading.language == "en"
    assert [block.language for block in reading.blocks][-2:] == [None, "ru"]
