"""What may stand aside in a clause that commas fence off: which helping verb waits for its own
behind a comma, and which words open a clause of their own. Knows no word.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.reading import STRONG, Reading, Sentence

_SHORT = 4  # letters of a word that may be cut short, as before a full stop
_MARKS = (".", "-", "(")  # that end a clause only at times
_ASIDE = 8  # words in brackets that do not
_WAITING = frozenset({"future", "intended", "must", "hypothetical", "have", "be", "is"})


def opens(read: Reading, sentence: Sentence, n: int) -> bool:
    """May a word after a comma open a clause of its own, alone or after a preposition?"""
    if read.marked(sentence, n, "subordinator") is not None:
        return True
    return relative(read, sentence, n)


def relative(read: Reading, sentence: Sentence, n: int) -> bool:
    """Does a relative pronoun stand at a word, alone or after a preposition, and no article with
    its noun ("on Monday, the 3rd", "in Orvia, in the old capital")?"""
    led = read.marked(sentence, n, "preposition") is not None
    n += led
    if read.marked(sentence, n, "relative") is None or n + 2 >= sentence.last:
        return False
    adjective = read.ends(n + 1, "weak") and read.text[read.starts[n + 1]].islower()
    described = adjective and read.text[read.starts[n + 2]].isupper()
    return not (read.words[n + 1].isdecimal() or (led and described))


def helps(read: Reading, sentence: Sentence, verbs: Sequence[int]) -> bool:
    """Are some verbs only helping ones, of which one waits for its infinitive or participle?"""
    helping = {read.marked(sentence, n, "auxiliary") for n in verbs}
    return bool(helping & _WAITING) and None not in helping


def parts(read: Reading, n: int) -> bool:
    """Does a mark end a clause: a dash between blanks too, and a full stop before a capital and
    after no short word?"""
    word = read.words[n]
    if word not in _MARKS:
        return word in STRONG
    if not 0 < n < len(read.words) - 1:
        return word == "."
    if word == "-":
        return read.stops[n - 1] < read.starts[n] and read.stops[n] < read.starts[n + 1]
    if word == "(":
        return ")" not in read.words[n : n + _ASIDE]
    before, after = read.words[n - 1], read.text[read.starts[n + 1]]
    return len(before) > _SHORT and before.isalpha() and after.isupper()


def genitive(read: Reading, sentence: Sentence, article: int) -> bool:
    """Does a noun stand right before an article that may be a genitive's?"""
    n = article - 1
    noun = n >= sentence.first and read.text[read.starts[n]].isupper()
    return noun and read.marked(sentence, article, "genitive") is not None


def infinitive(read: Reading, sentence: Sentence, first: int, last: int) -> bool:
    """Do words end with an infinitive and its particle?"""
    n = last - 1
    led = n > first and read.marked(sentence, n - 1, "auxiliary") == "to"
    return led or (n > first and read.holds(n, "infix"))
