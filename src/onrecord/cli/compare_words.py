"""What is said of differences, in words: by the keys of `onrecord.compare`."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.cli.words import counted
from onrecord.compare.difference import Difference
from onrecord.pipeline.comparing import Summary

WEIGHTS = {
    "substance": "substance",
    "fact": "fact",
    "wording": "wording",
    "typography": "typography",
}
METHODS = {
    "words": "words that are the same",
    "meaning": "meaning",
    "unsure": "meaning, though the encoder was not trained on one of the languages",
    "names": "lengths, figures and names alone",
}
REASONS = {
    "marks or capitals": "only marks, capitals or spaces differ",
    "other words": "other words",
    "label changed": "another label before the words",
    "number changed": "another figure",
    "number only in A": "a figure that only A gives in digits",
    "number only in B": "a figure that only B gives in digits",
    "date changed": "another date",
    "name changed": "another name",
    "state changed": "another state",
    "weaker in B": "weaker in B than in A",
    "stronger in B": "stronger in B than in A",
    "no only in A": "A says no, B does not",
    "no only in B": "B says no, A does not",
    "commitment changed": "a commitment reads otherwise",
    "position changed": "a position reads otherwise",
    "omitted passage": "only in A",
    "added passage": "only in B",
    "omitted with acts": "only in A, with what is promised or held",
    "added with acts": "only in B, with what is promised or held",
    "omitted note": "only in A: a note, a line of the head, or a word or two",
    "added note": "only in B: a note, a line of the head, or a word or two",
    "moved": "stands elsewhere in B",
    "rewritten": "these are no two wordings of one text: all of it was rewritten",
    "too long to compare": "another text, too long to compare word by word",
    "could not be compared": "another text, which could not be compared: see `onrecord issues`",
}

# The same of two texts of one statement, one after the other.
EDITED = {
    "number only in A": "a figure is no longer given in digits",
    "number only in B": "a figure is now given in digits",
    "weaker in B": "weaker than before",
    "stronger in B": "stronger than before",
    "no only in A": "it said no before, and does not now",
    "no only in B": "it says no now, and did not before",
    "omitted passage": "taken out",
    "added passage": "put in",
    "omitted with acts": "taken out, with what is promised or held",
    "added with acts": "put in, with what is promised or held",
    "omitted note": "taken out: a note, a line of the head, or a word or two",
    "added note": "put in: a note, a line of the head, or a word or two",
    "moved": "stands elsewhere now",
}


def edited(reason: str) -> str:
    """Why two texts of one statement, one after the other, are said to differ."""
    return EDITED.get(reason) or REASONS[reason]


def reason(difference: Difference) -> str:
    """Why a difference is said to be one."""
    return REASONS[difference.reason]


def summary(told: Summary) -> str:
    """A comparison in one sentence."""
    if not told.related:
        return (
            f"These are no versions of one text: {told.share:.0%} of the shorter one corresponds "
            f"(score {told.score:.2f})"
        )
    return f"{told.share:.0%} aligned; " + "; ".join(_counts(told))


def _counts(told: Summary) -> Iterator[str]:
    kinds = told.kinds
    yield f"{counted(kinds['omitted'], 'sentence')} only in A, {kinds['added']:,} only in B"
    if kinds["moved"]:
        yield f"{counted(kinds['moved'], 'sentence')} moved"
    heavy = {what: number for what, number in told.what.items() if what != "passage"}
    for what, number in sorted(heavy.items(), key=lambda item: (-item[1], item[0])):
        yield f"{counted(number, what + ' difference')}"
    if not heavy:
        yield "no difference in figures, dates, names or strength was found"
