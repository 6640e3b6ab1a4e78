"""Names that the gazetteer does not know: people, bodies and places by how their words are written
and by what stands around them.

Knows how runs of words with capitals are taken apart; the rules that say what a piece names stand
in `rules`. Knows no word: their classes come from `lexis`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.annotate import lexis
from onrecord.annotate.hits import printed
from onrecord.annotate.mention import NOTHING, Mention
from onrecord.annotate.rules import NO_NAME, STOPS, before, named_by_rule
from onrecord.annotate.words import Words

_MOST = 12  # words of a body's name
_SMALL_WORDS = 3  # small words in a row inside a body's name
_ADDRESS = frozenset("/=_@#&?")  # before a word of an address, not of a text
_HYPHENS = frozenset("-\u2010\u2011")
_BODY = lexis.ORG_HEAD | lexis.ORG_TAIL
_PERSONAL = lexis.GIVEN | lexis.FAMILY | lexis.NAMELIKE

Owners = Sequence[Mention | None]


def guesses(words: Words, owners: Owners) -> Iterator[Mention]:
    """The names that rules see; they may take in known names that are part of them."""
    n = 0
    size = len(words)
    shapes = [lexis.CAPITAL <= form.shape <= lexis.CAPITALS for form in words.forms]
    while n < size:
        if not shapes[n] or words.gaps[n][-1:] in _ADDRESS:
            n += 1
            continue
        owner = owners[n]
        last = _run(words, n)
        if owner is not None and owner.entity and not any(shapes[owner.last : last]):
            last = min(last, owner.last)  # "the African Union | on trade"
        if owner is None or owner.last < last or owner.first < n:
            for first, end in _pieces(words, n, last, owners):
                yield from _piece(words, first, end, owners)
        n = last


def compounds(words: Words, owners: list[Mention | None]) -> None:
    """In a text in another script, takes a known body's name in Latin letters together with the
    word after it: with a state it is its branch ("Sony Australia"), with another word its product,
    which is none of ours."""
    if not words.lexis.inflects:
        return
    for n in words.capitals:
        owner, last = owners[n], n + 1
        if owner is None or owner.kind != "organisation" or owner.last != last:
            continue
        if not words.forms[n].key.isascii() or last >= len(words) or words.gap(last) != " ":
            continue
        if words.forms[last].shape != lexis.CAPITAL or not words.forms[last].key.isascii():
            continue
        after = owners[last]
        if after is not None and after.kind == "state":
            name = printed(words, owner.first, after.last)
            whole = Mention(
                owner.first, after.last, "organisation", "<name> <state>", name, None, after.country
            )
        elif after is None:
            whole = Mention(owner.first, last + 1, NOTHING, "<product>", "")
        else:
            continue
        owners[whole.first : whole.last] = [whole] * (whole.last - whole.first)


def _run(words: Words, first: int) -> int:
    """The end of a run of words with capitals, with particles inside it, and with what joins the
    words of a body's name."""
    forms = words.forms
    last = first + 1
    body = bool(forms[first].classes & lexis.ORG_HEAD)
    while last < len(words) and last - first < _MOST and words.open(last):
        form = forms[last]
        if words.capital(last):
            body = body or bool(form.classes & lexis.ORG_HEAD)
            last += 1
            continue
        joined = _joined(words, last, body)
        if joined is None:
            break
        last = joined
    return last


def _joined(words: Words, n: int, body: bool) -> int | None:
    """Where a run goes on after the small words at n; None if it does not."""
    forms = words.forms
    head = bool(forms[n - 1].classes & lexis.ORG_HEAD)
    form = forms[n]
    if form.classes & lexis.PARTICLE and not form.classes & lexis.ARTICLE:
        after = n + 1
        while after < len(words) and words.open(after) and forms[after].classes & lexis.PARTICLE:
            after += 1
        ambiguous = (
            form.classes & (lexis.JOINT | lexis.DETERMINER | lexis.PLACE_BEFORE)
            or len(form.key) < 3
        )
        given = forms[n - 1].classes & (lexis.GIVEN | lexis.TITLE)
        if (
            (given or not ambiguous)
            and after < len(words)
            and words.open(after)
            and words.capital(after)
        ):
            return after + 1
    if not body:
        return None
    after = n
    if form.classes & lexis.AND and not _one_more(words, n + 1):
        return None
    if head and words.capital(n - 1) and form.classes & lexis.GENITIVE:
        return _genitives(words, n)
    while after < len(words) and words.open(after) and not words.capital(after):
        joint = after > n and forms[after - 1].classes & lexis.JOINT
        inside = forms[after].classes & lexis.JOINT
        inside = inside or (
            joint and (forms[after].classes & lexis.ARTICLE or words.lexis.inflects)
        )
        if not inside and not forms[after].classes & lexis.FIELD:
            break
        after += 1
    if after >= len(words) or after == n or after - n > _SMALL_WORDS or not words.open(after):
        return after if after > n and forms[after - 1].classes & lexis.FIELD else None
    if not words.capital(after):
        return after if forms[after - 1].classes & lexis.FIELD else None
    if forms[after].classes & STOPS and not forms[after].classes & _BODY:
        return None
    return after + 1 if head or forms[n].classes & lexis.JOINT else None


def _one_more(words: Words, n: int) -> bool:
    """Does a word after "and" belong to the same name, and not begin the next body's?"""
    if n >= len(words) or not words.capital(n):
        return False
    return not words.forms[n].classes & lexis.ORG_HEAD or not words.lexis.inflects


def _genitives(words: Words, n: int) -> int:
    """The end of the small words after a head that say of what it is: "Ministry of defence"."""
    last = n + 1
    while last < len(words) and words.open(last) and last - n < _SMALL_WORDS:
        if words.capital(last) or not words.forms[last].classes & lexis.GENITIVE:
            break
        last += 1
    return last


def _pieces(words: Words, first: int, last: int, owners: Owners) -> Iterator[tuple[int, int]]:
    """A run without its titles and offices, and without the words at its ends that are no
    names."""
    forms = words.forms
    start = first
    body = any(form.classes & _BODY for form in forms[first + 1 : last]) and last - first > 2
    said = bool(before(words, first) & (lexis.SAY | STOPS))
    for n in range(first, last + 1):
        whole = body or (said and (n + 1 == last or not words.lexis.capital_nouns))
        stop = n < last and owners[n] is None and _parts(words, n, whole)
        if n == last or stop:
            yield from stripped(words, start, n)
            start = n + 1


def _parts(words: Words, n: int, body: bool) -> bool:
    """Does a word part names: a title, an office, a day or month, or a noun with a capital that is
    in no body's name?"""
    form = words.forms[n]
    if form.classes & lexis.CALENDAR:
        return True
    if form.classes & _BODY:
        return False
    noun = form.classes & lexis.NOUN and not form.classes & (lexis.GIVEN | lexis.FAMILY)
    if body:
        noun = 0
    if noun and n and words.open(n) and words.forms[n - 1].classes & lexis.GIVEN:
        noun = 0
    return bool(form.classes & STOPS or noun)


def stripped(words: Words, first: int, last: int) -> Iterator[tuple[int, int]]:
    """A stretch without what is no name at its ends."""
    while first < last and (not words.capital(first) or _no_name(words, first, last)):
        first += 1
    while (
        last > first
        and not words.capital(last - 1)
        and not words.forms[last - 1].classes & (lexis.FIELD | lexis.GENITIVE)
    ):
        last -= 1
    if first < last:
        yield first, last


def _no_name(words: Words, n: int, last: int) -> bool:
    """Is the word at the head of a run none of a name: a word of grammar, or one that only begins
    the sentence?"""
    form = words.forms[n]
    titled = n and words.open(n) and words.forms[n - 1].classes & lexis.TITLE
    article = form.classes & (lexis.ARTICLE | lexis.DETERMINER)
    if (article and not titled) or words.printed[n] == "I":
        return True
    if not words.first(n):
        plain = form.classes & lexis.COMMON and not form.classes & _BODY
        return words.lexis.capital_nouns and bool(plain)
    if form.classes & NO_NAME:
        return not form.classes & _BODY or n + 1 == last
    return not form.size and n + 1 < last and form.key in words.small


def _piece(words: Words, first: int, last: int, owners: Owners) -> Iterator[Mention]:
    body = _body(words, first, last)
    if body is not None:
        start, end = body
        name = printed(words, start, end)
        countries = {owner.country for owner in owners[start:end] if owner and owner.country}
        country = countries.pop() if len(countries) == 1 else None
        if not _is_known(owners, start, end):
            yield Mention(start, end, "organisation", "<name of a body>", name, None, country)
        for rest in ((first, start), (end, last)):
            if rest[0] < rest[1]:
                yield from _piece(words, *rest, owners)
        return
    holder = _holder(words, first, last)
    if holder is not None:
        yield from _piece(words, first, holder, owners)
        yield from _piece(words, holder, last, owners)
        return
    place = _place(words, first, last)
    if place is not None:
        if not _is_known(owners, *place):
            yield _with_word(words, *place, owners)
        return
    for start, end in _unknown(words, first, last, owners):
        found = named_by_rule(words, start, end, owners)
        if found is not None:
            yield found


def _with_word(words: Words, first: int, last: int, owners: Owners) -> Mention:
    """A name with a word of place; of a known place inside it the state."""
    inside = {owner.country for owner in owners[first:last] if owner and owner.country}
    rule = "<name with a word of place>"
    name = printed(words, first, last)
    country = inside.pop() if len(inside) == 1 else None
    return Mention(first, last, "place", rule, name, None, country, weak=True)


def _is_surname(words: Words, n: int, start: int, owners: Owners) -> bool:
    """Is a town's name rather a surname, after a given name?"""
    owner = owners[n]
    weak = owner is not None and owner.weak and owner.last - owner.first == 1
    return weak and n == start + 1 and bool(words.forms[start].classes & lexis.GIVEN)


def _is_known(owners: Owners, first: int, last: int) -> bool:
    """Does one known name take in all of a stretch?"""
    owner = owners[first]
    return owner is not None and owner.first <= first and owner.last >= last


def _body(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """The words of a body's name: up to a word with which such names end, or from one with which
    they begin."""
    forms = words.forms
    for n in range(first, last - 1):
        head = forms[n].classes & lexis.ORG_HEAD and words.capital(n)
        if head and (not words.capital(n + 1) or words.lexis.inflects):
            return first, _before_person(words, n + 1, last)
    if forms[last - 1].classes & lexis.ADJECTIVE and _goes_on(words, last, lexis.ORG_TAIL):
        said = _of_what(words, last + 1) and words.forms[last + 1].shape == lexis.SMALL
        return first, _genitives(words, last + 1) if said else last + 1
    if last - first < 2 or all(form.shape == lexis.CAPITALS for form in forms[first:last]):
        return None
    for n in range(last - 1, first, -1):
        if forms[n].classes & lexis.ORG_TAIL and words.capital(n):
            person = forms[first].classes & lexis.GIVEN and n - first > 2
            return None if person else (first, n + 1)
    return None


def _before_person(words: Words, first: int, last: int) -> int:
    """The end of a body's name, before the name of a person that follows it."""
    forms = words.forms
    for n in range(first, last - 1):
        joined = forms[n - 1].classes & (lexis.JOINT | lexis.PARTICLE | lexis.ORG_HEAD)
        if _in_full(words, n, last) and (words.lexis.inflects or not joined):
            return n
    return last


def _in_full(words: Words, n: int, last: int) -> bool:
    """Does a person's name in full begin at a word: a given name, and one that is nothing else?"""
    forms = words.forms
    given = forms[n].classes & lexis.GIVEN and not forms[n].classes & ~_PERSONAL
    return bool(given) and n + 1 < last and not forms[n + 1].classes & ~_PERSONAL


def _holder(words: Words, first: int, last: int) -> int | None:
    """Where the name of who holds an office begins, after the words that say of what it is
    ("Minister of Foreign Affairs Nadia Orvenne", "President of Orvania Karim Benov")."""
    forms = words.forms
    if forms[last - 1].classes & lexis.PLACE_TAIL:
        return None
    for n in range(first + 1, last - 1):
        if any(form.classes & _PERSONAL for form in forms[first:n]):
            return None
        joined = first and words.open(first) and forms[first - 1].classes & lexis.JOINT
        field = forms[n - 1].classes & (lexis.FIELD | lexis.COMMON | lexis.GENITIVE)
        if (joined or field) and _in_full(words, n, last):
            return n
    return None


def _place(words: Words, first: int, last: int) -> tuple[int, int] | None:
    forms = words.forms
    if forms[last - 1].classes & lexis.ADJECTIVE and _goes_on(words, last, lexis.PLACE_TAIL):
        return first, last + 1
    if _hyphened(words, last):
        return first, last + 1
    if last - first < 2 or last - first > 4:
        return None
    if forms[last - 1].classes & lexis.PLACE_TAIL:
        return first, last
    head = forms[first].classes & lexis.PLACE_HEAD and not forms[first].classes & lexis.TITLE
    if head and not forms[first + 1].classes & NO_NAME:
        return first, last
    return None


def _hyphened(words: Words, n: int) -> bool:
    """Is a small word of place joined to a name by a hyphen, as where names of streets are taken
    over ("Orva-street")?"""
    if n >= len(words) or not words.lexis.inflects or words.gap(n) not in _HYPHENS:
        return False
    return words.forms[n].shape == lexis.SMALL and bool(words.forms[n].classes & lexis.PLACE_TAIL)


def _goes_on(words: Words, n: int, classes: int) -> bool:
    """Does a name that begins with an adjective go on with a small word of a class, though no
    sentence begins with it?"""
    if n >= len(words) or not words.open(n) or words.capital(n):
        return False
    if not words.forms[n].classes & classes:
        return False
    return not words.first(n - 1) or _of_what(words, n + 1)


def _of_what(words: Words, n: int) -> bool:
    """Does a word say of what a body is: a small genitive, or a name in capitals?"""
    if n >= len(words) or not words.open(n) or not words.lexis.inflects:
        return False
    form = words.forms[n]
    return form.shape == lexis.CAPITALS or bool(form.classes & lexis.GENITIVE)


def _unknown(words: Words, first: int, last: int, owners: Owners) -> Iterator[tuple[int, int]]:
    """The stretches of a piece that no known name holds."""
    start = first
    for n in range(first, last + 1):
        if n == last or (owners[n] is not None and not _is_surname(words, n, start, owners)):
            if start < n:
                yield from stripped(words, start, n)
            start = n + 1
