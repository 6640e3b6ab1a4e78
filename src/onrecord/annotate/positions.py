"""The layer `position`: a stance toward an actor, an act, a document, a process or a principle.

The lexicon is `languages/*/positions.toml`. Thanks, greetings and facts without an evaluating word
are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.annotate import actors
from onrecord.annotate.clauses import MUTUAL, WE, clause
from onrecord.annotate.cues import Cue
from onrecord.annotate.document import Document
from onrecord.annotate.frames import Clause, room, rule, span_of
from onrecord.annotate.heads import in_title, owner
from onrecord.annotate.joins import alone
from onrecord.annotate.party import Party
from onrecord.annotate.politics import bare
from onrecord.annotate.predicates import finite
from onrecord.annotate.reading import Reading, Sentence, reading
from onrecord.annotate.roles import calls_on
from onrecord.annotate.sides import speaker
from onrecord.records import Annotation, Span

ANNOTATOR = "positions"
NONE = "no_position"
WISH = "wish"  # words after which an infinitive takes a stance ("I would like to warn")
_ASIDE = frozenset({NONE, WISH})
_VERBS = ("v", "own", "m", "d", "e")
_OPPOSITE = {"support": "oppose", "oppose": "support"}
THIRD = "he"  # of a cue: a form that "I" and "we" do not take
_WRITTEN = ("state-noun", "third")  # kinds of holders that a capital may tell to be a body
_SPEAKING = ("us", "me")
_HELD = ("v", "own", THIRD, MUTUAL, *WE)  # values of words whose subject holds the stance
_TIME = "time"  # of a subordinator: it opens a clause that tells when or where
_TARGET = 14
_NEXT = 4  # words from a duty to its infinitive
_OWNED = 2  # words from whose it is to what is his: "the Union's concerns"
_BEFORE = 4  # words before a duty that ends its clause
_OWN = 3  # words between two verbs of one stance of which each has what it is about
_GRAMMAR = (
    "auxiliary", "subordinator", "conjunction", "preposition", "determiner", "me", "us", "joint",
    "third", "linker",
)  # fmt: skip


def annotate(document: Document) -> Iterator[Annotation]:
    """The positions of a document, in order."""
    read = reading(document)
    if read.asking:
        return
    for sentence, parties in actors.named(read):
        yield from positions(read, sentence, parties)


def positions(read: Reading, sentence: Sentence, parties: Sequence[Party]) -> Iterator[Annotation]:
    """The positions of a sentence; one stance of a clause is told once."""
    if read.words[sentence.last - 1] == "?":
        return
    end, stance, said = sentence.first, "", range(0)
    found = read.acts("positions", sentence)
    wishes = frozenset(cue.last for cue in found if cue.list == WISH)
    for cue in found:
        if cue.list in _ASIDE or (cue.value == "v" and in_title(read, sentence, cue)):
            continue
        about = clause(read, sentence, cue, parties)
        told = _stance(cue, about, said)
        if (
            told is None
            or (cue.first < end and (told == stance or _named_only(read, sentence, cue)))
            or (read.fences and any(_aside(about, other) for other in found))
            or not _held(read, sentence, cue, about, cue.first in wishes)
            or _supposed(read, sentence, about)
        ):
            continue
        others = [c for c in found if c.value in _VERBS and _another(cue, c)]
        about = alone(read, sentence, about, others)
        end, stance, said = about.last, told, range(cue.first, cue.last)
        for part in _parts(read, sentence, about):
            yield _annotation(read, sentence, cue, part, told)


def _parts(read: Reading, sentence: Sentence, about: Clause) -> Iterator[Clause]:
    """A clause that calls for something; of two things with their own words ("to withdraw and to
    end") each."""
    cue = about.cue
    twice = (read.inflects and not read.drops) or (read.agrees and cue.value == "v")
    second = _second(read, sentence, about) if twice and cue.list == "call" else None
    yield about if second is None else about._replace(last=second)
    if second is not None:
        at = second + 2 + (read.words[second + 2] == "'")
        yield about._replace(first=at, cue=cue._replace(first=at - 1, last=at))


def _second(read: Reading, sentence: Sentence, about: Clause) -> int | None:
    """The conjunction before a second infinitive that the same word leads."""
    led: set[str] = set()
    for n in range(about.cue.last + 1, about.last):
        at = n - 1 - (read.words[n - 1] == "'")
        to = read.agrees and read.marked(sentence, at, "auxiliary") == "to"
        if not to and not read.ends(n, "infinitive"):
            continue
        if read.marked(sentence, at - 1, "conjunction") and read.words[at][:1] in led:
            return at - 1
        led.add(read.words[at][:1])
    return None


def _named_only(read: Reading, sentence: Sentence, cue: Cue) -> bool:
    """Is a judging word within another stance only part of what that one is about ("urge them to
    end their illegal occupation")?"""
    predicate = read.marked(sentence, cue.first, "auxiliary") is not None
    return read.agrees and cue.value == "i" and not predicate


def _another(cue: Cue, other: Cue) -> bool:
    """Does a verb take another stance, or the same one toward something else?"""
    apart = max(other.first - cue.last, cue.first - other.last) > _OWN
    return other.list != cue.list or apart


def _aside(about: Clause, other: Cue) -> bool:
    """Do words that are no position lead to a verb of their own clause?"""
    return other.list == NONE and other.first < about.cue.first and other.last > about.first


def _stance(cue: Cue, about: Clause, said: range) -> str | None:
    """The stance of words, turned round by a negation before them that the words told before do not
    hold."""
    negated = about.told.get("negated")
    if negated is None or negated in said or not 0 < cue.first - negated <= 3:
        return cue.list
    if cue.value == "i" and "be" not in about.told:
        return None
    return _OPPOSITE.get(cue.list)


def _supposed(read: Reading, sentence: Sentence, about: Clause) -> bool:
    """Does a supposition open the clause ("if it is a mistake")?"""
    at = about.told.get("hypothetical")
    if at is None or at >= about.cue.first:
        return False
    return bool(read.marked(sentence, at, "subordinator")) and about.first - at <= 1


def _held(read: Reading, sentence: Sentence, cue: Cue, about: Clause, wished: bool) -> bool:
    """Is there somebody who holds it? `wished`: is it said as a wish of who speaks?"""
    if room(read, about) < 1 and cue.value != "i" and not _closing(cue, about):
        return False
    if cue.value == "m" and _within(read, sentence, about):
        return False
    if cue.list == "call" and calls_on(read, sentence, about):
        return False
    if cue.value == "v" and about.passive and cue.last - cue.first == 1 and cue.list != "concern":
        return False
    if cue.value == "v" and not (wished or _told(read, sentence, cue, about)):
        return False
    single = cue.value == "v" and cue.last - cue.first == 1
    if single and not wished and bare(read, sentence, about):
        return False
    if cue.value in _HELD:
        holder = about.subject
        if holder is None or (holder.kind == "place" and _outside(read, sentence, cue, holder)):
            return False
        if cue.value == THIRD and holder.kind in _SPEAKING and holder.last - holder.first < 2:
            return False
        if wished or holder.own:
            return holder.own
        if about.told.get("must", cue.first) < cue.first:
            return False
        if owner(read, holder) and cue.first - holder.last > _OWNED:
            return False
        written = _office(holder) and not (read.agrees and holder.kind == "third")
        return holder.named or (about.first <= holder.first and written)
    if cue.value == "d" and (about.subject is None or about.subject.first < about.first):
        return False  # of whom it is said must stand in the clause
    if cue.value in ("d", "e") and not _leads(read, cue, about):
        return False
    if cue.value in ("m", "d", "e"):
        return about.subject is None or about.subject.kind != "me"
    return bool(speaker(read)) or read.document.country is None


def _within(read: Reading, sentence: Sentence, about: Clause) -> bool:
    """Does a duty stand in a clause that only tells when, where or which ("the steps we must
    take")?"""
    beside = read.marked(sentence, about.cue.first - 1, "us", "me") is not None
    before = (about.cue.first if beside else about.first) - 1 - beside
    if before < sentence.first or not read.agrees:
        return False
    if read.marked(sentence, before, "subordinator") == _TIME:
        return True
    noun = read.words[before].isalpha() and not sentence.marks.get(before)
    led = any(read.marked(sentence, n, "determiner") for n in range(before - 2, before))
    verb = any(n in read.verbs(sentence) for n in range(sentence.first, before))
    return beside and noun and led and verb


def _told(read: Reading, sentence: Sentence, cue: Cue, about: Clause) -> bool:
    """Does a verb tell what its subject does: finite, or as a participle behind a comma ("...,
    stressing the importance of")?"""
    before = cue.first - 1
    if read.inflects and before >= sentence.first:
        if read.ends(cue.first, "present"):
            return read.words[before] == ","
        noun = read.marked(sentence, before, "determiner") is not None
        if noun and not read.ends(cue.first, "participle"):
            return False
    return finite(read, sentence, about)


def _leads(read: Reading, cue: Cue, about: Clause) -> bool:
    """Does an infinitive follow a duty, and no noun ("they owe a debt")?"""
    after = range(cue.last, min(cue.last + _NEXT, about.last))
    return any(read.ends(n, "infinitive") for n in after)


def _closing(cue: Cue, about: Clause) -> bool:
    """Does a duty end its clause, after what is to be done ("nicht ... gehen dürfen")?"""
    return cue.value == "m" and cue.first - about.first >= _BEFORE


def _office(holder: Party) -> bool:
    """Is a holder a body of state that is written as a name ("the Government")?"""
    name = holder.members[0].name
    return holder.kind in _WRITTEN and name is not None and name.split()[-1][0].isupper()


def _outside(read: Reading, sentence: Sentence, cue: Cue, holder: Party) -> bool:
    """Does a relative clause stand between a holder and the words?"""
    between = range(holder.last, cue.first - 1)
    return any(read.marked(sentence, n, "subordinator") for n in between)


def _annotation(
    read: Reading, sentence: Sentence, cue: Cue, about: Clause, stance: str
) -> Annotation:
    span = span_of(read, about.first, about.last)
    target = _target(read, sentence, cue, about)
    holder = actors.told([about.subject]) if cue.value in _HELD and about.subject else []
    if not holder and about.reporter is not None and about.modality == "reported":
        holder = actors.told([about.reporter])
    if not holder:
        holder = [member.told() for member in speaker(read)]
    phrase = span_of(read, cue.first, cue.last)
    return Annotation(
        layer="position",
        span=span,
        quote=read.text[span.start : span.end],
        value={
            "holder": holder,
            "target": read.text[target.start : target.end] if target else None,
            "stance": stance,
            "phrase": read.text[phrase.start : phrase.end],
        },
        annotator=ANNOTATOR,
        rule=rule(read, cue, about.model),
        confidence=0.7,
    )


def _target(read: Reading, sentence: Sentence, cue: Cue, about: Clause) -> Span | None:
    """What the stance is about: what follows the cue, else what stands before it; nothing where
    these words name no thing."""
    words = (n for n in range(cue.last, about.last) if read.words[n][0].isalnum())
    first = next((n for n in words if not read.ends(n, "manner")), cue.last)
    last = next((n for n in range(first, about.last) if _breaks(read, n)), about.last)
    last = min(last, first + _TARGET)
    if any(read.words[n][0].isalnum() for n in range(first, last)):
        return _named(read, sentence, first, last)
    return _named(read, sentence, about.first, cue.first)


def _breaks(read: Reading, n: int) -> bool:
    """Does a word end what is named? A hyphen within a compound does not."""
    if read.words[n] == "-":
        return read.stops[n - 1] < read.starts[n]
    return read.words[n] in (",", ";")


def _named(read: Reading, sentence: Sentence, first: int, last: int) -> Span | None:
    """Words without the marks around them; nothing where none is more than a pronoun or a word
    of grammar."""
    while first < last and (
        not read.words[first][0].isalnum() or read.marked(sentence, first, "conjunction")
    ):
        first += 1
    while first < last and not read.words[last - 1][0].isalnum():
        last -= 1
    if all(read.marked(sentence, n, *_GRAMMAR) is not None for n in range(first, last)):
        return None
    return span_of(read, first, last)
