"""What an answer does, and whether it gives what was asked for: features with names.

Moves (`m`): refusing, referring to others, putting off, not knowing, not understanding, asking for
the question again; each by its sentence, the length of the answer, and whether it stands where the
question is taken up. Asked (`q`): what kinds of thing a question asks for (a time, a number, a
reason, an opinion, a promise ...), and whether a sentence gives one. The words are the lists
`declines`, `unknown`, `returns`, `asked` and `given` of `responses.toml`.
"""

from __future__ import annotations

from onrecord.annotate.response_reading import Reading, lists

_MOVES = ("declines", "unknown", "returns")
_LENGTHS = ((12, "tiny"), (40, "short"), (120, "middling"))  # words
_LONG = "long"
_LATE = 3  # sentences from here on are one place


def moves(answer: Reading, shares: list[float], best: int, kind: str) -> dict[str, float]:
    """What an answer does beside answering, and where."""
    found: dict[str, float] = {}
    length = length_of(answer)
    end = len(answer.parts) - 1
    for label in sorted({cue.label for cue in answer.cues if cue.label.startswith(_MOVES)}):
        at = sorted({cue.at for cue in answer.cues if cue.label == label})
        first = min(at[0], _LATE)
        true = [label, f"{label}, {length}", f"{label}, {kind}"]
        true += [f"{label} at {first}", f"{label} at {first}, {length}"]
        true += [f"{label} last", f"{label} last, {length}"] * (end == at[-1] > 0)
        true += [f"{label} near"] * any(abs(n - best) <= 1 for n in at)
        true += [f"{label} taken up"] * any(shares[n] > 0 for n in at)
        true += [f"{label} asks"] * any(answer.parts[n].endswith("?") for n in at)
        found |= dict.fromkeys(true, 1.0)
        found[f"{label}, share"] = len(at) / (end + 1)
    return found


def asked(question: str, answer: Reading) -> dict[str, float]:
    """What a question asks for, and whether the first sentence, the first three or any gives it."""
    found: dict[str, float] = {}
    length = length_of(answer)
    for kind in sorted({str(value) for _, _, value in lists(answer.tag)["asked"].find(question)}):
        at = min(answer.given.get(kind, ()), default=len(answer.parts))
        found[f"asks {kind}"] = found[f"asks {kind}, {length}"] = 1.0
        for place, stop in (("first", 1), ("three", 3), ("all", len(answer.parts))):
            given = "given" if at < stop else "not given"
            found[f"{kind}: {place} {given}"] = 1.0
    return found


def length_of(answer: Reading) -> str:
    """How long an answer is, in a word."""
    size = sum(map(len, answer.words))
    return next((name for most, name in _LENGTHS if size < most), _LONG)
