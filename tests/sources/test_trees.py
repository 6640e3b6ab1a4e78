"""XML is read within limits, in any encoding, and never with entities of its own."""

from __future__ import annotations

import gzip

import pytest

from onrecord.errors import InputError, TooLarge
from onrecord.sources import trees
from onrecord.sources.trees import Tree, child, unpacked


def items(payload: bytes, charset: str | None = None) -> tuple[list[str | None], Tree]:
    tree = Tree(payload, charset)
    return [child(item, "t") for item in tree.elements("i")], tree


def test_elements_of_any_namespace() -> None:
    found, tree = items(b'<a xmlns:x="urn:x"><i><t>1</t></i><x:i><x:t>2</x:t></x:i></a>')
    assert (found, tree.root, tree.broken) == (["1", "2"], "a", None)


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "utf-16"])
def test_encodings(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><a><i><t>Визит &amp; речь&nbsp;</t></i></a>'
    assert items(text.encode(encoding))[0] == ["Визит & речь"]


def test_a_declaration_that_is_wrong() -> None:
    payload = '<?xml version="1.0" encoding="utf-16"?><a><i><t>Визит</t></i></a>'.encode()
    assert items(payload)[0] == ["Визит"]


def test_what_breaks_off_is_read_so_far_and_told() -> None:
    found, tree = items(b"<a><i><t>1</t></i><i><t>2</t></i><i><t>thr")
    assert found[:2] == ["1", "2"]
    assert tree.broken


def test_entities_are_refused() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "bbb"><!ENTITY c "&b;&b;&b;">]><a><i><t>&c;</t></i></a>'
    with pytest.raises(InputError, match="entities"):
        items(bomb)


def test_nothing_outside_is_read() -> None:
    payload = b'<!DOCTYPE a SYSTEM "file:///etc/hostname"><a><i><t>&x;</t></i></a>'
    assert items(payload)[0] == ["&x;"]


def test_packed() -> None:
    assert unpacked(gzip.compress(b"<a/>") + gzip.compress(b"<b/>")) == b"<a/><b/>"
    assert unpacked(b"<a/>") == b"<a/>"


def test_packed_and_broken() -> None:
    with pytest.raises(InputError, match="breaks off"):
        unpacked(gzip.compress(b"<a/>" * 100)[:-20])
    with pytest.raises(InputError, match="gzip"):
        unpacked(b"\x1f\x8b" + b"no gzip at all")


def test_a_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trees, "MAX_BYTES", 1000)
    with pytest.raises(TooLarge):
        unpacked(gzip.compress(b" " * 10_000))
    with pytest.raises(TooLarge):
        unpacked(b" " * 1001)
