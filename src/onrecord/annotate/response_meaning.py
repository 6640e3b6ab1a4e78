"""How an answer's first sentence stands to its question in meaning, beyond the words.

The vectors are those of `meaning.encoder`: each number is the product of a direction of the
question with the same of the sentence. Where no encoder is there, or it does not know the language,
nothing is told, and the model takes what is usual.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from onrecord.annotate.response_features import sentences_of
from onrecord.errors import NoEncoder
from onrecord.meaning import encoder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Table = NDArray[np.float32]
else:
    Table = Any

_MOST = 200  # answers that are encoded at a time


def beside(questions: Sequence[str], answers: Sequence[str], tag: str | None) -> Table | None:
    """A row a question with its answer; None where nothing can be told."""
    try:
        if not encoder.knows(tag):
            return None
        return _products(questions, answers)
    except NoEncoder:
        return None


def _products(questions: Sequence[str], answers: Sequence[str]) -> Table:
    import numpy as np  # noqa: PLC0415 - heavy, and only answers pay

    made = []
    for at in range(0, len(answers), _MOST):
        asked = list(questions[at : at + _MOST])
        firsts = [opening(answer) for answer in answers[at : at + _MOST]]
        some = list(dict.fromkeys((*asked, *firsts)))
        rows = dict(zip(some, encoder.encode(some), strict=True))
        made += [rows[a] * rows[b] for a, b in zip(asked, firsts, strict=True)]
    return np.array(made, dtype=np.float32)


def opening(answer: str) -> str:
    """The first sentence of an answer.

    >>> opening("No. We will not go.")
    'No.'
    """
    start, end = next(iter(sentences_of(answer)), (0, 0))
    return answer[start:end]
