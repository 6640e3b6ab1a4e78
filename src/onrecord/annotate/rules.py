"""What an unknown stretch of words with capitals names: a list of small rules whose order is the
grammar. What no rule sees is no name: rather nothing than a guess.

Knows no word: the classes of words come from `lexis`.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate import lexis
from onrecord.annotate.hits import printed
from onrecord.annotate.known_names import single
from onrecord.annotate.known_places import in_region, placed
from onrecord.annotate.mention import Mention
from onrecord.annotate.words import Words

NO_NAME = lexis.COMMON | lexis.CALENDAR | lexis.NATIONAL
STOPS = lexis.TITLE | lexis.OFFICE
_MOST_PERSON = 5
_LONGEST_ACRONYM = 7
_SHORTEST = 2
_QUOTES = frozenset('\u00ab\u201c\u201e"')
_TELLING = 5  # letters of a known surname that is told at the head of a sentence too
_SHORT_ACRONYM = 4
_BODY = lexis.ORG_HEAD | lexis.ORG_TAIL
_ROMAN = frozenset("ivxlcm")

Owners = Sequence[Mention | None]


def named_by_rule(words: Words, first: int, last: int, owners: Owners) -> Mention | None:
    """What a stretch names, by the first rule that sees it."""
    for rule, kind, weak, sees in RULES:
        if sees(words, first, last, owners):
            beside = owners[last] if sees is _branch else None
            last = beside.last if beside else last
            return Mention(first, last, kind, rule, printed(words, first, last), weak=weak)
    return None


def before(words: Words, n: int) -> int:
    """The classes of the word before, if it stands in one phrase with the next."""
    return words.forms[n - 1].classes if n and words.open(n) else 0


def after(words: Words, n: int) -> int:
    """The classes of the word after, if it stands in one phrase with the one before."""
    return words.forms[n].classes if n < len(words) and words.open(n) else 0


def _personal(words: Words, first: int, last: int) -> bool:
    """May a stretch be a person's name: no word of the language in it, nor capitals alone?"""
    forms = words.forms[first:last]
    words_of_grammar = (f.classes & NO_NAME and not f.classes & lexis.ARTICLE for f in forms)
    if last - first > _MOST_PERSON or any(words_of_grammar) or forms[-1].classes & NO_NAME:
        return False
    if any(form.classes & lexis.GIVEN for form in forms):
        return True
    return not any(form.shape == lexis.CAPITALS or form.classes & lexis.NOUN for form in forms)


def _sure_name(words: Words, first: int, last: int) -> bool:
    """Is a single word no noun and no mere beginning of a sentence?"""
    form = words.forms[first]
    if last - first > 1 or form.classes & (lexis.GIVEN | lexis.FAMILY | lexis.NAMELIKE):
        return True
    if before(words, first) & lexis.DETERMINER or form.key in words.small:
        return False
    return not words.first(first) or form.key in words.within


def _titled(words: Words, first: int, last: int, _: Owners) -> bool:
    form = words.forms[first]
    return (
        bool(before(words, first) & STOPS)
        and _personal(words, first, last)
        and not (last - first == 1 and form.classes & (lexis.NOUN | _BODY))
        and not (form.classes & lexis.ADJECTIVE and after(words, last) & _BODY)
    )


def _given(words: Words, first: int, last: int, _: Owners) -> bool:
    forms = words.forms
    return (
        last - first > 1
        and bool(forms[first].classes & lexis.GIVEN)
        and not forms[last - 1].classes & lexis.NOUN & ~lexis.FAMILY
        and _personal(words, first, last)
    )


def _initial(words: Words, first: int, last: int, _: Owners) -> bool:
    initials = sum(
        len(words.printed[n]) == 1 and words.text[words.ends[n] : words.ends[n] + 1] == "."
        for n in range(first, last)
    )
    return 0 < initials < last - first and _personal(words, first, last)


def _acronym(words: Words, first: int, last: int, owners: Owners) -> bool:
    form = words.forms[first]
    return (
        last - first == 1
        and form.shape == lexis.CAPITALS
        and 2 <= len(form.key) <= _LONGEST_ACRONYM
        and form.key.isalpha()
        and first not in words.loud
        and not form.classes & (NO_NAME | lexis.TITLE)
        and not set(form.key) <= _ROMAN
        and not _dotted(words, first)
        and form.key not in words.small
        and not (form.classes & (lexis.FAMILY | lexis.GIVEN) and len(form.key) > _SHORT_ACRONYM)
        and not form.classes & (lexis.ORG_TAIL | lexis.ORG_HEAD | lexis.OFFICE)
        and words.gaps[last][:1] != ":"
        and not _shouted(words, first)
        and not _explains(words, first, owners)
    )


def _explains(words: Words, n: int, owners: Owners) -> bool:
    """Does a word in brackets stand for words before them that are no name?"""
    if not n or words.gap(n).strip() != "(" or not words.lexis.inflects:
        return False
    return owners[n - 1] is None and words.forms[n - 1].shape == lexis.SMALL


def _shouted(words: Words, n: int) -> bool:
    """Does a word of capitals stand among others?"""
    beside = [k for k in (n - 1, n + 1) if 0 <= k < len(words) and words.open(max(k, n))]
    return any(
        words.forms[k].shape == lexis.CAPITALS and len(words.forms[k].key) > _SHORT_ACRONYM
        for k in beside
    )


def _dotted(words: Words, n: int) -> bool:
    return (
        words.text[words.ends[n] : words.ends[n] + 1] == "-"
        and words.text[words.ends[n] + 1 : words.ends[n] + 2].isdigit()
    )


def _branch(words: Words, first: int, last: int, owners: Owners) -> bool:
    """A company and the state in which it is its branch, or a place and its acronym."""
    if last < len(words) and words.open(last) and words.gap(last) == " ":
        owner = owners[last]
        form = words.forms[first]
        alone = last - first == 1 and not before(words, first) & STOPS
        named = owner and owner.kind == "state" and owner.rule == "<name of a state>"
        if alone and named and not words.lexis.inflects and not _owned(words, first, last):
            return not words.first(first) and not form.classes & (
                lexis.GIVEN | NO_NAME | lexis.ADJECTIVE
            )
    return False


def _owned(words: Words, first: int, last: int) -> bool:
    """Is a word rather a noun, where nouns have capitals: after an article or adjective, or before
    the genitive of a state ("the junta of Thailand")?"""
    if not words.lexis.capital_nouns:
        return False
    genitive = any(
        words.forms[last].key.endswith(ending) and single(words.forms[last].key[: -len(ending)])
        for ending, _ in words.lexis.case_endings
    )
    told = first and words.open(first) and words.forms[first - 1].shape == lexis.SMALL
    small = words.forms[first - 1].classes if told else lexis.COMMON
    return genitive or not small & lexis.COMMON or bool(small & lexis.DETERMINER)


def _headed_place(words: Words, first: int, last: int, owners: Owners) -> bool:
    """A small word of place before: "the river Orva"."""
    small = first and words.forms[first - 1].shape == lexis.SMALL
    if small and before(words, first) & lexis.AND and first > 2 and words.lexis.inflects:
        same = words.open(first - 1) and owners[first - 2] is None and words.capital(first - 2)
        return same and last - first == 1 and bool(before(words, first - 2) & lexis.PLACE_HEAD)
    return bool(small and before(words, first) & lexis.PLACE_HEAD) and last - first <= 3


def _headed_body(words: Words, first: int, last: int, _: Owners) -> bool:
    """A small word of body before: "the company Orva", also in quotation marks."""
    small = first and words.forms[first - 1].shape == lexis.SMALL
    joined = words.open(first) or words.gap(first).strip(" ") in _QUOTES
    head = words.forms[first - 1].classes & lexis.ORG_HEAD if first else 0
    adjective = last - first == 1 and words.forms[first].classes & lexis.ADJECTIVE
    named = small and joined and head and not adjective
    return bool(named) and last - first <= 3 and words.lexis.inflects


def _body_alone(words: Words, first: int, last: int, _: Owners) -> bool:
    """A word of body with a capital though no sentence begins: "the Congress" of which all know
    which it is, where only names have capitals."""
    form = words.forms[first]
    return (
        words.lexis.inflects
        and last - first == 1
        and form.shape == lexis.CAPITAL
        and bool(form.classes & lexis.ORG_HEAD)
        and not words.first(first)
        and words.open(first)
        and form.key not in words.small
    )


def _foreign(words: Words, first: int, last: int, owners: Owners) -> bool:
    """A name in Latin letters in a text in others."""
    if not words.lexis.inflects or last - first > 3:
        return False
    forms = words.forms[first:last]
    if first and words.open(first) and owners[first - 1] is not None:
        return False
    return all(
        form.key.isascii() and form.key.isalpha() and not form.classes & NO_NAME for form in forms
    ) and not (forms[0].classes & lexis.GIVEN)


def _capital(words: Words, first: int, last: int, _: Owners) -> bool:
    """A single word with a capital within a sentence, where only names have one."""
    form = words.forms[first]
    return (
        words.lexis.inflects
        and last - first == 1
        and form.shape == lexis.CAPITAL
        and len(form.key) > _SHORTEST
        and not form.classes & (NO_NAME | lexis.ADJECTIVE | lexis.ORG_HEAD | lexis.ORG_TAIL)
        and not words.first(first)
        and words.open(first)
        and not form.key.isascii()
        and not _numbered(words, last)
        and _sure_capital(words, first)
    )


def _numbered(words: Words, n: int) -> bool:
    """Does a number follow, as after the name of a thing?"""
    return n < len(words) and words.gap(n) == " " and words.forms[n].shape == lexis.FIGURES


def _regional(words: Words, first: int, last: int, _: Owners) -> bool:
    if last - first > 3 or any(f.classes & (NO_NAME | lexis.NOUN) for f in words.forms[first:last]):
        return False
    if words.first(first) and last - first == 1 and words.forms[first].shape != lexis.CAPITALS:
        return False
    return in_region(words, first, last) is not None


def _surname(words: Words, first: int, last: int, _: Owners) -> bool:
    form = words.forms[first]
    if last - first > 1 or not form.classes & lexis.FAMILY or form.classes & NO_NAME:
        return False
    return _sure_capital(words, first)


def _sure_capital(words: Words, n: int) -> bool:
    """Does the capital of a word say that it is a name?"""
    form = words.forms[n]
    if form.key in words.small or before(words, n) & lexis.DETERMINER:
        return False
    if form.classes & lexis.FAMILY and len(form.key) >= _TELLING and not form.classes & lexis.NOUN:
        return True
    return not words.first(n) or form.key in words.within or bool(after(words, n + 1) & lexis.SAY)


def _speaks(words: Words, first: int, last: int, _: Owners) -> bool:
    says = after(words, last) & lexis.SAY or before(words, first) & lexis.SAY
    if not says or not _personal(words, first, last) or last - first > 3:
        return False
    if before(words, first) & _BODY:
        return False
    if words.lexis.capital_nouns and last - first == 1:
        return _stands_alone(words, first)
    if words.lexis.capital_nouns and _of_another(words, first):
        return False
    return _sure_name(words, first, last)


def _of_another(words: Words, n: int) -> bool:
    """Is a word the genitive of a name, and the next what is his or hers?"""
    form = words.forms[n]
    ends = form.key.endswith(tuple(ending for ending, _ in words.lexis.case_endings))
    return ends and not form.classes & lexis.GIVEN


def _stands_alone(words: Words, n: int) -> bool:
    """Is a word with a capital that may be a noun the whole of a subject: "..., said Orvald." or
    "Orvald said"?"""
    form = words.forms[n]
    if form.classes & (lexis.GIVEN | lexis.FAMILY):
        return True
    if form.key in words.small or form.classes & lexis.NOUN:
        return False
    if before(words, n) & lexis.SAY:
        return n + 1 >= len(words) or not words.open(n + 1)
    return not words.open(n)


def _who(words: Words, first: int, last: int, _: Owners) -> bool:
    if last >= len(words) or words.gap(last).strip() != "," or last - first > 3:
        return False
    if not words.forms[last].classes & lexis.WHO or not _personal(words, first, last):
        return False
    thing = words.forms[last].classes & lexis.WHICH  # which may follow the word for a thing too
    if thing and words.first(first) and not _sure_name(words, first, last):
        return False
    return (
        not words.forms[first].classes & lexis.NOUN and not before(words, first) & lexis.DETERMINER
    )


def _located(words: Words, first: int, last: int, _: Owners) -> bool:
    if last - first > 2 or any(
        form.classes & (NO_NAME | lexis.NOUN) for form in words.forms[first:last]
    ):
        return False
    if last - first == 1 and words.lexis.inflects and words.forms[first].classes & _BODY:
        return False
    if words.forms[first].key in words.small:
        return False
    if words.first(first) and words.forms[first].key not in words.within:
        return False
    return bool(before(words, first) & lexis.INSIDE) or (
        placed(words, first, last) and not before(words, first) & lexis.PLACE_BEFORE
    )


def _namelike(words: Words, first: int, last: int, _: Owners) -> bool:
    """Words that end as surnames do, with a capital though no sentence begins."""
    forms = words.forms[first:last]
    ends = forms[-1].classes & lexis.NAMELIKE and not forms[-1].classes & (
        NO_NAME | lexis.ADJECTIVE
    )
    return (
        bool(ends)
        and last - first <= 3
        and _personal(words, first, last)
        and _sure_capital(words, last - 1)
    )


def _pair(words: Words, first: int, last: int, _: Owners) -> bool:
    """Two or three words with capitals, none of which is a word of the language, without an
    article."""
    if (
        words.lexis.capital_nouns
        or not 2 <= last - first <= 3
        or before(words, first) & (lexis.ARTICLE | lexis.DETERMINER)
    ):
        return False
    likely = lexis.GIVEN | lexis.NAMELIKE | lexis.FAMILY
    forms = words.forms[first:last]
    if words.first(first) or not any(form.classes & likely for form in forms):
        return False
    return all(
        form.shape == lexis.CAPITAL and not form.classes & ~likely and form.key not in words.small
        for form in forms
    )


RULES = (
    ("<title> <name>", "person", False, _titled),
    ("<given name> <name>", "person", False, _given),
    ("<initial> <name>", "person", False, _initial),
    ("<acronym>", "organisation", False, _acronym),
    ("<word of place> <name>", "place", False, _headed_place),
    ("<word of a body> <name>", "organisation", False, _headed_body),
    ("<word of a body>", "organisation", True, _body_alone),
    ("<name in Latin letters>", "organisation", True, _foreign),
    ("<name> <state>", "organisation", True, _branch),
    ("<name>, <region>", "place", False, _regional),
    ("<surname>", "person", True, _surname),
    ("<name> says", "person", True, _speaks),
    ("<name>, who", "person", True, _who),
    ("<in> <name>", "place", True, _located),
    ("<name like a surname>", "person", True, _namelike),
    ("<name> <name>", "person", True, _pair),
    ("<word with a capital>", "person", True, _capital),
)
