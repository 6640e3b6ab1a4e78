"""A line of a JSON Lines file as a reading."""

from __future__ import annotations

import json

import pytest

from onrecord.errors import InputError
from onrecord.pipeline.documents import read

URI = "urn:onrecord:document:1"


def test_all_that_is_given_is_kept() -> None:
    made = read(
        json.dumps(
            {
                "id": "doc 1",
                "text": "We met.\n\n We agreed.",
                "title": "Talks",
                "language": "en-GB",
                "date": "2019-10-09",
                "country": "AT",
                "speaker": "Ann Lee",
                "url": "https://mfa.example/1",
                "more": [1],
            }
        ).encode(),
        URI,
    )
    assert (made.id, made.language, made.text) == ("doc 1", "en-GB", "We met.\n\n We agreed.")
    assert (made.source.uri, made.source.url) == (URI, "https://mfa.example/1")
    assert (made.header.title, made.header.date, made.header.published) == (
        "Talks",
        "2019-10-09",
        None,
    )
    assert made.header.issuer is not None
    assert made.header.issuer.country == "AT"
    assert [made.text[b.span.start : b.span.end] for b in made.blocks] == ["We met.", "We agreed."]
    (turn,) = made.turns
    assert turn.speaker == "Ann Lee"
    assert made.text[turn.span.start : turn.span.end].startswith("We met.")


def test_what_is_not_given_is_unknown() -> None:
    made = read(b'{"id": "1", "text": "Hm."}', URI)
    assert made.header.date is None
    assert made.header.issuer is None
    assert made.turns[0].speaker is None
    assert made.issues == ()


def test_a_date_that_is_none_is_unknown_and_told() -> None:
    made = read(b'{"id": "1", "text": "We met.", "date": "last week"}', URI)
    assert made.header.date is None
    assert made.issues[0].subject == "date"
    assert "last week" in made.issues[0].message


@pytest.mark.parametrize(
    "line",
    [b"", b"{", b"[]", b"null", b'{"id": "1"}', b'{"id": 1, "text": "x"}', b"\xff\xfe",
     b'{"id": " ", "text": "x"}', b'{"id": "1", "text": " "}'],
)  # fmt: skip
def test_what_is_no_document(line: bytes) -> None:
    with pytest.raises(InputError, match="no document"):
        read(line, URI)
