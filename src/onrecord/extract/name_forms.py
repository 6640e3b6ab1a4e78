"""The fullest and plainest form in which a page prints a name: in the nominative of its labels,
with the first name of its text. A form that the page does not print is never made up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from onrecord.extract import persons
from onrecord.extract.page import Line
from onrecord.extract.persons import Person
from onrecord.languages.loader import Language

_FILE = "names"
_SURNAME = 3  # letters of a stem that tells whose name it is
_ENDING = 4  # letters of an ending
_HEAD = 60  # characters in which a label stands
_PARAGRAPHS = 6  # in which a text introduces the persons of its title
_SENTENCES = 800  # characters of these that are read
_AFTER = r"(?![\w-])"


def nominative(name: str, lines: Sequence[Line], language: Language) -> str:
    """The name in the form in which it opens a line of the page (a label), or, of a name with
    initials, in which the text has it, if the printed form is another case of it; else as printed.

    A proposal of the language's endings counts only if the page bears it out: no guess.
    """
    if not language.forms(_FILE, "case_ending"):
        return name
    head, _, last = name.rpartition(" ")
    if head and "." not in head:  # first names have endings of their own
        return name
    proposals = list(_proposals(last, language))
    heads = " ".join(line.text[:_HEAD] for line in lines if ":" in line.text[:_HEAD])
    fitting = {p for p in proposals if f"{p}:" in heads}
    if not fitting and "." in name:
        fitting = {p for p in proposals if _stands(f"{head} {p}".strip(), lines)}
    return name if len(fitting) != 1 else f"{head} {fitting.pop()}".strip()


def _stands(name: str, lines: Iterable[Line]) -> bool:
    whole = re.compile(re.escape(name) + _AFTER)
    return any(name in line.text and whole.search(line.text) for line in lines)


def _proposals(word: str, language: Language) -> Iterator[str]:
    endings = language.forms(_FILE, "case_ending")
    for size in range(1, _ENDING + 1):
        stem, ending = word[:-size], word[-size:]
        value = endings.value(ending)
        if len(stem) >= _SURNAME and value is not None:
            yield stem + str(value)


def introduced(
    names: Iterable[str], lines: Sequence[Line], language: Language
) -> dict[str, tuple[int, Person]]:
    """Those of surnames alone ("Linton") whom the first paragraphs name in full with an office:
    by surname, the line and the person. Of two persons of one surname neither is meant."""
    wanted = {persons.surname(name) for name in names if len(name.split()) == 1}
    found: dict[str, tuple[int, Person]] = {}
    several: set[str] = set()
    for n, person in _in_text(lines, language) if wanted else ():
        key, name = persons.surname(person.participant.name), person.participant.name
        if key not in wanted or len(name.split()) == 1:
            continue
        if key in found and found[key][1].participant.name != name:
            several.add(key)
        found.setdefault(key, (n, person))
    return {key: one for key, one in found.items() if key not in several}


def _in_text(lines: Sequence[Line], language: Language) -> Iterator[tuple[int, Person]]:
    body = [n for n, line in enumerate(lines) if line.part == "body" and line.text]
    for n in body[:_PARAGRAPHS]:
        for person in persons.of_text(lines[n].text[:_SENTENCES], language):
            yield n, person
