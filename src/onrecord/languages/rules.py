"""The one matcher: rules and lists of words, as data, against folded text.

It knows no language. A rule's name is the provenance of what it finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from onrecord.errors import DataError
from onrecord.languages.forms import firsts
from onrecord.languages.schema import Rule, Value
from onrecord.text.normalize import fold

PLACEHOLDER = re.compile(r"\{([a-z_]\w*)(?::([a-z_]+))?\}")
_FIELD = re.compile(r"\{([a-z_]\w*)\}")
_UNKNOWN = {"year": "XXXX"}
_SEEN, _SHORT = 5_000, 60  # what is remembered: so many words or phrases, of such a length


class Match(NamedTuple):
    """What a rule found: where, the rule's name, the value, and the values of its lists."""

    start: int
    end: int
    rule: str
    value: str
    parts: Mapping[str, Value]


class Forms:
    """A list of forms with their values; the first form that fits decides."""

    def __init__(self, forms: Mapping[str, Value], spaces: bool = True) -> None:
        self._forms = forms
        self._spaces = spaces
        self._seen: dict[str, Value | None] = {}

    def __bool__(self) -> bool:
        return bool(self._forms)

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms, as they are written."""
        return tuple(self._forms)

    @cached_property
    def _each(self) -> tuple[tuple[re.Pattern[str], Value], ...]:
        return tuple((_compiled(form), value) for form, value in self._forms.items())

    @cached_property
    def _any(self) -> re.Pattern[str]:
        union = "|".join(f"(?:{_folded(form)})" for form in self._forms) or r"(?!)"
        return _compiled(rf"(?<!\w)(?:{union})(?!\w)" if self._spaces else f"(?:{union})")

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return _compiled("|".join(f"(?:{_folded(form)})" for form in self._forms) or r"(?!)")

    def value(self, text: str) -> Value | None:
        """The value of the form that the whole text has, or `None`."""
        return self._of_folded(fold(text))

    def _of_folded(self, folded: str) -> Value | None:
        if folded in self._seen:
            return self._seen[folded]
        value = None
        if self._whole.fullmatch(folded):
            value = next((value for form, value in self._each if form.fullmatch(folded)), None)
        if len(self._seen) < _SEEN and len(folded) < _SHORT:
            self._seen[folded] = value
        return value

    def find(self, text: str) -> Iterator[tuple[int, int, Value]]:
        """Where forms stand in a text, as whole words: (start, end, value)."""
        folded = fold(text)
        for found in self._any.finditer(folded):
            value = self._of_folded(found[0])
            if value is not None:
                yield found.start(), found.end(), value

    def at(self, folded: str, start: int) -> tuple[int, Value] | None:
        """If a form stands at a place of a folded text: the form's end, and its value."""
        found = self._any.match(folded, start)
        value = self._of_folded(found[0]) if found else None
        return (found.end(), value) if found and value is not None else None

    @cached_property
    def firsts(self) -> frozenset[str] | None:
        """The words with which the forms begin; None where they cannot be listed."""
        heads = [firsts(_folded(form)) for form in self._forms]
        return frozenset().union(*heads) if all(heads) and self._spaces else None

    def opens(self, text: str) -> tuple[int, Value] | None:
        """If a text opens with a form: the form's end, and its value."""
        found = self._any.match(fold(text))
        value = self._of_folded(found[0]) if found else None
        return (found.end(), value) if found and value is not None else None


class RuleSet:
    """Rules with the lists that they name, compiled at first use."""

    def __init__(
        self, rules: Sequence[Rule], lists: Mapping[str, Mapping[str, Value]], spaces: bool
    ) -> None:
        self._rules = rules
        self._forms = {name: Forms(forms) for name, forms in lists.items()}
        self._lists = lists
        self._spaces = spaces

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._rules)

    @cached_property
    def _compiled(self) -> tuple[tuple[Rule, re.Pattern[str], Mapping[str, str]], ...]:
        return tuple((rule, *self._pattern(rule)) for rule in self._rules)

    def _pattern(self, rule: Rule) -> tuple[re.Pattern[str], dict[str, str]]:
        lists: dict[str, str] = {}

        def expand(found: re.Match[str]) -> str:
            group, name = found[1], found[2] or found[1]
            if name not in self._lists:
                raise DataError(f"rule {rule.name!r}: no list {name!r}")
            lists[group] = name
            return f"(?P<{group}>{'|'.join(map(_folded, self._lists[name]))})"

        body = PLACEHOLDER.sub(expand, rule.pattern)
        if rule.words:
            edge = r"\w" if self._spaces else r"\d"  # figures are whole without spaces too
            body = f"(?<!{edge})(?:{body})(?!{edge})"
        return _compiled(body), lists

    def find(self, text: str) -> Iterator[Match]:
        """All matches of all rules, rule by rule."""
        folded = fold(text)
        for rule, pattern, lists in self._compiled:
            for found in pattern.finditer(folded):
                yield self._match(rule, found, lists)

    def best(self, text: str) -> list[Match]:
        """Matches that do not overlap: the longer first, then the earlier rule; in text order."""
        order = {rule.name: n for n, rule in enumerate(self._rules)}
        ranked = sorted(self.find(text), key=lambda m: (m.start - m.end, order[m.rule], m.start))
        kept: list[Match] = []
        for match in ranked:
            if all(match.end <= k.start or k.end <= match.start for k in kept):
                kept.append(match)
        return sorted(kept)

    def _match(self, rule: Rule, found: re.Match[str], lists: Mapping[str, str]) -> Match:
        parts: dict[str, Value] = {}
        for group, printed in found.groupdict().items():
            if printed is None:
                continue
            value = self._forms[lists[group]].value(printed) if group in lists else printed
            parts[group] = printed if value is None or value is True else value
        return Match(*found.span(), rule.name, _filled(rule.value, parts), parts)


def _filled(template: str, parts: Mapping[str, Value]) -> str:
    """
    >>> _filled("DATE {year}-{month}-{day}", {"month": 3, "day": "6"})
    'DATE XXXX-03-06'
    """

    def part(found: re.Match[str]) -> str:
        value = parts.get(found[1])
        if value is None:
            return _UNKNOWN.get(found[1], "XX")
        text = str(value)
        return text.zfill(2) if text.isdecimal() else text

    return _FIELD.sub(part, template)


def _folded(form: str) -> str:
    """A pattern in the form that folded text has; escapes such as `\\S` stay as they are."""
    pieces = re.split(r"(\\.|\(\?P<\w+>)", form)
    return "".join(p if n % 2 else fold(p) for n, p in enumerate(pieces))


def _compiled(pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(_folded(pattern))
    except re.error as error:
        raise DataError(f"pattern {pattern!r}: {error}") from error
