from __future__ import annotations

import pytest

from onrecord.annotate import models
from onrecord.annotate.models import MODELS, recognizer
from onrecord.errors import NoModel


def test_a_language_without_a_model_has_none() -> None:
    assert recognizer("uk") is None
    assert recognizer("xx") is None


@pytest.mark.parametrize("base", sorted(MODELS))
def test_a_missing_package_is_told_with_the_extra(
    base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(name: str) -> None:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)

    monkeypatch.setattr(models, "import_module", none)
    recognizer.cache_clear()
    with pytest.raises(NoModel, match=r"onrecord\[models\]"):
        recognizer(base)
    recognizer.cache_clear()
