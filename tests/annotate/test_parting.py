"""Tests of annotate.parting: the words of one act where two are joined."""

from __future__ import annotations

import pytest

from onrecord.annotate import commitments, positions
from onrecord.annotate.document import Document


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Noruega condena la guerra y exige la retirada.",
            "Noruega condena la guerra",
            "exige la retirada",
        ),
        (
            "Noruega rechaza la amenaza pero apoya el acuerdo.",
            "Noruega rechaza la amenaza",
            "apoya el acuerdo",
        ),
    ],
)
def test_each_act_has_its_own_words(text: str, first: str, second: str) -> None:
    document = Document(text=text, language="es", country="NO")
    assert [a.quote for a in positions.annotate(document)] == [first, second]


def test_a_list_of_objects_is_not_parted() -> None:
    document = Document(
        text="Noruega enviar\u00e1 vacunas y medicinas a Kenia.", language="es", country="NO"
    )
    (one,) = commitments.annotate(document)
    assert one.quote == "Noruega enviar\u00e1 vacunas y medicinas a Kenia"
