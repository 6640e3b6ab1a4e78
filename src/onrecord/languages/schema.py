"""The form of a language's data files, and how strictly they are read.

A folder `languages/<bcp47>/` holds `language.toml` and files of words, one a subject. Each file has

    [list.month]                    # a form (regular expression over folded text) and its value
    "январ[ья]" = 1

    [examples.month]                # required for every list that no rule of the file uses
    match = { "января" = 1 }        # whole texts that the list matches, with the value
    not   = ["январский"]

    [[rule]]
    name     = "<day> <month> <year>"
    pattern  = '{day}\\s+{month}\\s+{year}'     # {x} is list x; {y:x} list x under the name y
    value    = "DATE {year}-{month}-{day}"
    examples = { "6 марта 2024" = "DATE 2024-03-06" }
    not      = ["36 марта 2024"]

Forms and patterns are matched against folded text (`text.normalize.fold`): small letters, `-` for
every dash, `"` and `'` for quotation marks, `е` for `ё`. A rule matches whole words only, unless
`words = false`. A key that is not listed here is an error.

What is said in many words, in any order, is a phrase: a pattern over words instead of characters
(`languages/phrases.py` says how it is written and matched). Phrases stand with the rules:

    [[phrase]]
    name     = "<number> <unit> ago"
    words    = "{num} {unit} {ago}"
    value    = "shift=past {num} unit={unit}"
    kind     = "date"                           # what it is to the phrases of higher levels
    level    = 2
    language = "en"                             # in whose words the examples are; else the file's
    examples = { "three years ago" = "shift=past n=3 unit=Y" }
    not      = ["three years"]
"""

from __future__ import annotations

from typing import Literal

import msgspec

Value = str | int | bool

# The files that a language may have, and the lists that Python code asks for by name.
FILES: dict[str, frozenset[str]] = {
    "speakers": frozenset(
        {
            "questioner",
            "answerer",
            "moderator",
            "interpreter",
            "audience",
            "office",
            "honorific",
            "no_label",
            "stage_note",
            "relayed",
            "outlet_cue",
            "name_particle",
            "first_person",
            "asker",
            "closing",
            "attribution",
            "outlet_word",
        }
    ),
    "times": frozenset(
        {
            "published_cue",
            "updated_cue",
            "said_cue",
            "month",
            "weekday",
            "capital",
            "past_cue",
            "future_cue",
            "since_cue",
            "until_cue",
            "perfect",
            "clause_cue",
            "owned",
        }
    ),
    "titles": frozenset({"place_cue", "body", "meeting_cue", "call_cue", "author_cue"}),
    "entities": frozenset(
        {
            "say",
            "place_before",
            "place_head",
            "place_tail",
            "org_head",
            "org_tail",
            "side",
            "common",
            "calendar",
            "title",
            "counterpart",
            "article",
            "joint",
            "nearer",
            "inside",
            "place_after",
            "place_of",
            "who",
            "determiner",
            "noun_end",
            "name_end",
            "adjective_end",
            "case_ending",
            "currency",
            "scene",
            "whole",
            "genitive_end",
        }
    ),
    "quotations": frozenset(
        {
            "say",
            "think",
            "act",
            "noun",
            "according",
            "according_after",
            "that",
            "subject",
            "relative",
            "auxiliary",
            "stop",
            "adjunct",
            "addressee",
            "reported_mood",
            "particle",
            "coordinator",
            "infinitive",
            "pronoun",
            "possessive",
            "before_noun",
            "passive",
            "agent",
            "joint",
            "evidence",
            "apart",
            "as_said",
            "between",
            "speech",
        }
    ),
    "responses": frozenset(
        {
            "declines",
            "unknown",
            "hedge",
            "returns",
            "reply",
            "counter",
            "negation",
            "question",
            "person",
            "common",
            "asked",
            "given",
        }
    ),
    "names": frozenset(
        {"office", "premodifier", "connector", "field", "particle", "name_stop", "case_ending"}
    ),
    "notices": frozenset(
        {
            "block_page",
            "cookie_wall",
            "script_needed",
            "missing_page",
            "furniture",
            "opener",
            "truncated",
        }
    ),
    "clauses": frozenset(
        {
            "auxiliary",
            "subordinator",
            "conjunction",
            "preposition",
            "placing",
            "adverb",
            "beside",
            "clitic",
            "office",
            "elsewhere",
            "agent",
            "company",
            "visiting",
            "determiner",
            "me",
            "us",
            "joint",
            "several",
            "third",
            "actor",
            "deed",
            "saying",
            "questioner",
            "linker",
            "nominative",
            "relative",
            "genitive",
            "ending",
        }
    ),
    "events": frozenset(
        {
            "agree",
            "consult",
            "support",
            "concede",
            "cooperate",
            "aid",
            "retreat",
            "request",
            "accuse",
            "reject",
            "threaten",
            "protest",
            "sanction",
            "mobilize",
            "coerce",
            "assault",
            "no_event",
        }
    ),
    "scheduled": frozenset({"meeting", "held"}),
    "modes": frozenset(
        {
            "consult",
            "retreat",
            "request",
            "accuse",
            "threaten",
            "protest",
            "sanction",
            "mobilize",
            "coerce",
            "assault",
        }
    ),
    "commitments": frozenset(
        {
            "pledge",
            "vague",
            "item",
            "measure",
            "agreement",
            "intention",
            "obligation",
            "demand",
            "no_commitment",
            "belief",
            "talk",
            "follow_up",
            "outcome",
        }
    ),
    "beneficiaries": frozenset({"for", "to", "giving", "group", "of", "owner", "ending"}),
    "dues": frozenset({"tie", "bare", "within", "range"}),
    "conditions": frozenset({"condition", "no_condition"}),
    "positions": frozenset(
        {"support", "oppose", "concern", "call", "neutral", "no_position", "wish"}
    ),
    "outcomes": frozenset({"kept", "broken", "postponed", "superseded", "answered", "no_outcome"}),
    "figures": frozenset({"magnitude"}),
    "strength": frozenset(
        {
            "obligation",
            "commitment",
            "censure",
            "demand",
            "approval",
            "negation",
            "implicit",
        }
    ),
}


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a language tells who acts, as `language.toml` says it under `clauses`. `agrees`: a verb
    has an ending for one subject only; `inflects`: endings tell participles, infinitives and the
    future; `drops`: a verb needs no pronoun; `inverts`: a subject may stand right after its verb;
    `fences`: commas fence clauses off, the verb stands second or last, and cases tell the subject.
    """

    agrees: bool = False
    inflects: bool = False
    drops: bool = False
    inverts: bool = False
    fences: bool = False


class LanguageInfo(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`language.toml`. `spaces`: are words written with spaces between them? `date_order`: how
    01/02/2019 is read, by country (`*`: any other): `dmy`, `mdy`, or nothing where both are usual.
    """

    name: str
    script: str
    parent: str | None = None
    spaces: bool = True
    direction: str = "ltr"
    quotes: tuple[str, ...] = ()
    date_order: dict[str, Literal["dmy", "mdy"]] = {}
    clauses: Grammar = Grammar()


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"not_": "not"}):
    """One rule: what it sees, what that means, and how to check it."""

    name: str
    pattern: str
    value: str
    examples: dict[str, str]
    not_: tuple[str, ...]
    words: bool = True


class Phrase(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"not_": "not"}):
    """A pattern over words: what it sees, what that means, and how to check it. A phrase of a
    lower level is one word, of its kind, to those of higher levels. `whole`: may it stand alone?
    `language`: in whose words its examples are, if not in those of its file."""

    name: str
    words: str
    value: str
    kind: str
    examples: dict[str, str]
    not_: tuple[str, ...]
    level: int = 1
    whole: bool = True
    language: str | None = None


class ListExamples(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"not_": "not"}):
    """Whole texts that a list matches with their values, and texts that it does not match."""

    match: dict[str, Value]
    not_: tuple[str, ...]


class WordFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of words."""

    list: dict[str, dict[str, Value]] = {}
    examples: dict[str, ListExamples] = {}
    rule: tuple[Rule, ...] = ()
    phrase: tuple[Phrase, ...] = ()
