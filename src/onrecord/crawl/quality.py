"""Is what was captured a statement, or a page that stands in its way?

A block page, a log-in page, a cookie wall, an empty shell that a script would fill, a page that
says that it is not there, a body that breaks off. Judged by how little else there is: the same
words in a statement of some length, or beside other sentences, do not count. The words stand in
`languages/*/notices.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import islice
from typing import Literal, NamedTuple, get_args

from onrecord.languages.loader import Language, everything
from onrecord.languages.loader import language as language_of
from onrecord.languages.rules import Forms
from onrecord.languages.schema import Value
from onrecord.records import Record

Name = Literal[
    "block page",
    "challenge",
    "login page",
    "cookie wall",
    "script shell",
    "missing page",
    "error page",
    "server page",
    "empty body",
    "truncated",
    "other language",
]

BLOCKING: frozenset[Name] = frozenset(
    {"block page", "challenge"}
)  # somebody stands before the page

FIRES = 0.5  # the score from which a page is no statement

_LONGEST = 200  # words; a longer text is a text
_ENOUGH = 15  # characters of a long word: so many a word are looked at
_LONGEST_CONSENT = 400
_LONGEST_EMPTY = 1000  # of a page without a text of its own
_SHORT = 80  # up to so many words a page is as short as such pages are
_FEW = 5  # words that are no text at all
_SHELL = 60
_SHELL_SCRIPTS = 2
_WHOLE = 0.7  # of a line that is little but the notice
_WHOLE_LINE = 90
_TITLED = 0.55
_COVERED = 0.6
_ELSEWHERE = 0.7  # what a score is worth where the title is about something else
_FURTHER = 0.1
_NOSCRIPTS = 5
_END = 4000  # characters in which the end of a page is looked at
_OPENING = 3  # words of a sentence with which a notice may begin
_GLANCE = 40  # sentences
_HEADS = 2  # sentences at the head of a page: its title, and one
_PASSWORD = 0.3
_TAIL = 3
_STOPS = ("\n", ".", "!", "?", "。", "！", "？")
_LISTS = ("block_page", "missing_page", "script_needed", "cookie_wall")
_NAMES: dict[Value, Name] = {name: name for name in get_args(Name)}

_WORD = re.compile(r"[\u3040-\u9fff]|\w+")
_SENTENCE = re.compile(r"[^\n.!?。！？]+[.!?。！？]*")
_ENDS = (".", "!", "?", "…", ":", ";", "。", "！", "？", "”", '"', "»", ")", "]", "*", "#", "/")
_TAG = re.compile(r"<(/?)(article|main|div|section|table|ul|ol|body|html)\b", re.IGNORECASE)
_TITLE = re.compile(r"<title[^<>]*>([^<]{0,300})", re.IGNORECASE)
_HEAD = 20_000  # characters in which a page's title is looked for
_PARTS = re.compile(r"\s+[|\u2013\u2014\u00b7\u00bb-]\s+")  # of a title: its own, the site's
_CUT_TAG = re.compile(r"<[a-zA-Z/!][^<>]*$")
_CUT_ENTITY = re.compile(r"&#?\w{1,8}$")
_MARKUP = re.compile(r"<[^<>]*>")


class Traits(Record, frozen=True, kw_only=True):
    """What the HTML itself shows: its title, its scripts, the words for browsers without scripts, a
    field for a password, and how it ends: `cut` in the middle of a tag or entity; `unclosed`: how
    many elements are open at the end of a page that has no end tag."""

    title: str = ""
    scripts: int = 0
    noscript: str = ""
    password: bool = False
    cut: bool = False
    unclosed: int = 0


class Verdict(Record, frozen=True, kw_only=True):
    """What the page is instead of a statement. `score`: from 0, a statement, to 1."""

    name: Name
    score: float
    reasons: tuple[str, ...]

    @property
    def message(self) -> str:
        """What is said to the reader of an issue."""
        return f"{self.name} ({self.score:.2f}): {'; '.join(self.reasons)}"


def traits(html: str) -> Traits:
    """The traits of an HTML page.

    >>> traits("<html><body><div id=root></div><script></script>").unclosed
    2
    >>> traits("<p>We agreed on <a hre").cut
    True
    """
    tail = html[-_END:].rstrip()
    titled = _TITLE.search(html[:_HEAD])
    return Traits(
        title=" ".join(unescape(titled[1]).split()) if titled else "",
        scripts=html.count("<script") + html.count("<SCRIPT"),
        noscript=_noscript(html),
        password='"password"' in html or "'password'" in html,
        cut=_CUT_TAG.search(tail) is not None or _CUT_ENTITY.search(tail) is not None,
        unclosed=_unclosed(html, tail.lower()),
    )


def _noscript(html: str) -> str:
    """The words in the first few `<noscript>` elements."""
    said: list[str] = []
    end = 0
    for _ in range(_NOSCRIPTS):
        start = html.find("<noscript", end)
        end = html.find("</noscript", start)
        if start < 0 or end < 0:
            break
        said.append(_MARKUP.sub(" ", html[start:end][:2000]))
    return " ".join(" ".join(said).split())


def judge(
    *,
    text: str,
    title: str | None = None,
    furniture: str = "",
    language: str | None = None,
    page: Traits | None = None,
) -> Verdict | None:
    """The verdict, or `None` for what may be a statement. `text`: header and body as read, lines
    apart; `furniture`: the rest of the page's text; `language`: of the text, if known; `page`:
    traits of the HTML, if it is HTML.

    >>> judge(text="Access denied\\nYou do not have permission to access this page.").name
    'block page'
    >>> judge(text="Access to the border was denied to the mission, the Minister regretted.")
    """
    page = page or Traits()
    words = _count(text[: _ENOUGH * _LONGEST])
    if words <= _FEW:
        return _of_nothing(f"{text}\n{furniture}", title, page)
    found = _of_words(text, title, words, page, _languages(language)) if words <= _LONGEST else None
    return found or _truncated(text, page)


def _count(text: str) -> int:
    """Words, as far as it matters how many they are."""
    return len(_WORD.findall(text[: 10 * _LONGEST_EMPTY]))


def _languages(tag: str | None) -> tuple[Language, ...]:
    """Servers speak English to everybody."""
    if tag is None:
        return (everything(),)
    spoken, english = language_of(tag), language_of("en")
    return (spoken,) if spoken is english else (spoken, english)


def _of_nothing(said: str, title: str | None, page: Traits) -> Verdict:
    """A page without text of its own: what its other words say it is."""
    words = _count(said)
    found = (
        _of_words(said, title, words, page, _languages(None)) if words <= _LONGEST_EMPTY else None
    )
    if found is not None:
        return found
    if _shows(page.noscript, "script_needed"):
        reasons = ("no text", f"for browsers without scripts: {page.noscript[:80]!r}")
        return Verdict(name="script shell", score=1.0, reasons=reasons)
    if page.scripts >= _SHELL_SCRIPTS and words <= _SHELL:
        reasons = ("no text", f"{page.scripts} scripts")
        return Verdict(name="script shell", score=0.8, reasons=reasons)
    return Verdict(name="empty body", score=0.9, reasons=("no text of its own",))


def _of_words(
    text: str, title: str | None, words: int, page: Traits, spoken: Sequence[Language]
) -> Verdict | None:
    """What the notices in a short text say it is."""
    titles = [*_PARTS.split(page.title), title or ""]
    body = [*_sentences(text)]
    notices = _notices([*(part for part in titles if part), *body], spoken)
    if not notices:
        return None
    total = sum(map(len, body)) or 1
    heads = {*titles, *body[:_HEADS]}
    verdicts = (
        _verdict(name, found, set(body), heads, total, words, title, page)
        for name, found in notices.items()
    )
    return max((v for v in verdicts if v.score >= FIRES), key=lambda v: v.score, default=None)


class _Said(NamedTuple):
    """A sentence with notices of one kind: their words, and whether it is little else."""

    sentence: str
    quotes: tuple[str, ...]
    whole: bool


def _notices(sentences: Sequence[str], spoken: Sequence[Language]) -> dict[Name, list[_Said]]:
    """The notices of each kind."""
    found: dict[Name, list[_Said]] = {}
    for language in spoken:
        forms = language.forms("notices", *_LISTS)
        if not _opens(sentences, forms):
            continue
        for sentence in dict.fromkeys(sentences):
            for name, spans in _spans(sentence, forms).items():
                quotes = tuple(sentence[start:end].lower() for start, end in spans)
                said = sum(map(len, quotes)) >= _WHOLE * len(sentence)
                whole = said and len(sentence) <= _WHOLE_LINE
                found.setdefault(name, []).append(_Said(sentence, quotes, whole))
    return found


def _spans(sentence: str, forms: Forms) -> dict[Name, list[tuple[int, int]]]:
    """Where notices stand in a sentence."""
    spans: dict[Name, list[tuple[int, int]]] = {}
    for start, end, value in forms.find(sentence):
        spans.setdefault(_NAMES[value], []).append((start, end))
    return spans


def _opens(sentences: Sequence[str], forms: Forms) -> bool:
    """Does any sentence open with a notice? A glance: most texts have none."""
    for sentence in islice(sentences, _GLANCE):
        rest = sentence
        for _ in range(_OPENING):
            if forms.opens(rest) is not None:
                return True
            rest = rest.partition(" ")[2]
    return False


def _verdict(
    name: Name,
    found: Sequence[_Said],
    body: set[str],
    heads: set[str],
    total: int,
    words: int,
    title: str | None,
    page: Traits,
) -> Verdict:
    """Scored by whether a whole line at the head is the notice, how much of the text stands in
    sentences with one, and how many there are. Consent must be asked for in several phrases."""
    covered = min(1.0, sum(map(len, {s.sentence for s in found if s.sentence in body})) / total)
    quotes = sorted({quote for said in found for quote in said.quotes})
    if name == "cookie wall":
        score = covered + _FURTHER * (len(quotes) - 2) if len(quotes) > 1 else 0.0
        longest = _LONGEST_CONSENT
    else:
        score = _COVERED * covered + _FURTHER * (len(quotes) - 1)
        whole = any(said.whole and said.sentence in heads for said in found)
        about = title is not None and not (len(quotes) > 1 and covered >= _WHOLE)
        score = score + _TITLED if whole else _ELSEWHERE * score if about else score
        longest = _LONGEST
    reasons = (*(f"says {quote!r}" for quote in quotes[:4]), f"{words} words")
    if name == "login page":  # a link to it stands on many pages
        score += _PASSWORD if page.password else -_PASSWORD
        reasons = (*reasons, "a field for a password") if page.password else reasons
    brevity = min(1.0, max(0.0, (longest - words) / (longest - _SHORT)))
    return Verdict(name=name, score=round(min(1.0, score) * brevity, 2), reasons=reasons)


def other_language(found: str | None, expected: Sequence[str], confidence: float) -> Verdict | None:
    """The verdict on a page that comes in another language than those that were asked for, as sites
    do whose translation is not there. `confidence`: how sure it is that `found` is its language.

    >>> other_language("en", ["fr"], 0.95).message
    "other language (0.95): in 'en', where 'fr' was asked for"
    >>> other_language("fr-CA", ["de", "fr"], 1.0), other_language(None, ["fr"], 1.0)
    (None, None)
    """
    if not found or not expected:
        return None
    if any(found.partition("-")[0] == each.partition("-")[0] for each in expected):
        return None
    wanted = ", ".join(repr(each) for each in expected)
    reasons = (f"in {found!r}, where {wanted} was asked for",)
    score = round(min(1.0, confidence), 2)
    return Verdict(name="other language", score=score, reasons=reasons) if score >= FIRES else None


def _truncated(text: str, page: Traits) -> Verdict | None:
    """The page breaks off: in a tag, in a sentence, or with words to pay or sign in for more."""
    last = text.rstrip()[-1:]
    if page.cut:
        reasons = ("ends in the middle of a tag or entity",)
        return Verdict(name="truncated", score=0.95, reasons=reasons)
    if page.unclosed and last not in _ENDS:
        reasons = (f"ends in a sentence with {page.unclosed} elements open",)
        return Verdict(name="truncated", score=0.9, reasons=reasons)
    for line in text.rstrip().split("\n")[-_TAIL:]:
        if len(line) <= _WHOLE_LINE and _shows(line, "truncated"):
            return Verdict(name="truncated", score=0.7, reasons=(f"ends with {line!r}",))
    return None


def _shows(text: str, notice: str) -> bool:
    return any(True for _ in everything().forms("notices", notice).find(text))


def _sentences(text: str) -> Iterator[str]:
    for found in _SENTENCE.finditer(text):
        sentence = found[0].strip()
        if sentence:
            yield sentence


def _unclosed(html: str, tail: str) -> int:
    """Elements that need an end tag and have none, in a page that begins as a whole document and
    does not end as one."""
    if "<html" not in html[:2000].lower() or "</html" in tail or "</body" in tail:
        return 0
    open_now: dict[str, int] = {}
    for slash, name in _TAG.findall(html):
        tag = name.lower()
        open_now[tag] = max(0, open_now.get(tag, 0) + (-1 if slash else 1))
    return sum(open_now.values())
