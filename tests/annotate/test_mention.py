from __future__ import annotations

import pytest

from onrecord.annotate.mention import Mention


def test_a_mention_is_not_changed() -> None:
    mention = Mention(0, 1, "state", "<name of a state>", "Mali", "state/ml", "ML")
    with pytest.raises(AttributeError):
        mention.name = "Chad"  # type: ignore[misc]
    assert not mention.weak
