"""Whether what a clause says is so: asserted, planned, hypothetical, negated or reported."""

from __future__ import annotations

from onrecord.annotate.reading import STRONG, Reading, Sentence

_WINDOW = 12


def auxiliaries(
    reading: Reading, sentence: Sentence, first: int, at: int, window: int = _WINDOW
) -> dict[str, int]:
    """The values of the auxiliary words from `first` to `at`, at most the last ones of a window,
    each with its last word's number."""
    found: dict[str, int] = {}
    for n in range(max(first, at - window), at):
        if reading.words[n] in STRONG:
            found.clear()
        value = reading.marked(sentence, n, "auxiliary")
        if value:
            found[value] = n
    return found


def modality(told: dict[str, int], reported: bool) -> str:
    """The modality that auxiliary words give to a clause.

    >>> modality({"future": 3}, False), modality({"future": 3, "negated": 4}, False)
    ('planned', 'negated')
    >>> modality({}, True), modality({"hypothetical": 0}, True)
    ('reported', 'reported')
    """
    if reported:
        return "reported"
    for value, name in (
        ("negated", "negated"),
        ("hypothetical", "hypothetical"),
        ("conditional", "hypothetical"),
        ("future", "planned"),
        ("intended", "planned"),
        ("coming", "planned"),
    ):
        if value in told:
            return name
    return "asserted"
