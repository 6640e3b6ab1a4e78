"""What two accounts name, and which figures they give: both, or one alone. Each with the words of
its first place on each side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.compare.figures import Figure, figures
from onrecord.compare.topics import Passage
from onrecord.gazetteer.transliteration import same_person
from onrecord.languages.loader import language
from onrecord.records import Annotation, Record, Span

_KINDS = ("state", "person", "organisation", "place", "agreement")
_LEAST = 13  # smaller numbers are often written in words, or said otherwise


class Named(Record, frozen=True, kw_only=True):
    """Something that is named. `entity`: its id, if it is known; an empty side does not name it."""

    kind: str
    name: str
    entity: str | None
    a: Passage | None
    b: Passage | None


class Number(Record, frozen=True, kw_only=True):
    """A figure; an empty side does not give it."""

    a: Passage | None
    b: Passage | None


def named(a: Sequence[Annotation], b: Sequence[Annotation]) -> tuple[Named, ...]:
    """What is named, by both first; states before people, organisations, places, agreements. What
    the gazetteer does not know is told of people alone: other names may be words."""
    one, two = _first(a), _first(b)
    left = dict(two)
    made: list[Named] = []
    for key, found in one.items():
        other = left.pop(key, None) or _alike(found, left)
        made.append(_named(found, found, other))
    made += (_named(found, None, found) for found in left.values())
    order = {kind: n for n, kind in enumerate(_KINDS)}
    return tuple(sorted(made, key=lambda each: (not (each.a and each.b), order[each.kind])))


def _first(annotations: Iterable[Annotation]) -> dict[str, Annotation]:
    """The first place of each thing that is named; a person by one part of the name is the one who
    was named before."""
    found: dict[str, Annotation] = {}
    for each in sorted(annotations, key=lambda one: one.span):
        kind, entity = each.value.get("kind"), each.value.get("entity")
        if each.layer != "entity" or kind not in _KINDS or not (entity or kind == "person"):
            continue
        key = str(entity or each.value["name"])
        if not any(_is(each, other) for other in found.values()):
            found.setdefault(key, each)
    return _whole(found)


def _whole(found: dict[str, Annotation]) -> dict[str, Annotation]:
    """Without those whose name is a part of a longer one."""
    names = {key: str(each.value["name"]).split() for key, each in found.items()}
    return {
        key: each
        for key, each in found.items()
        if not any(
            _is(each, other) and len(names[key]) < len(names[k])
            for k, other in found.items()
            if k != key
        )
    }


def _is(a: Annotation, b: Annotation) -> bool:
    """Are both names of one person, as far as their words tell?"""
    if "person" not in (a.value["kind"], b.value["kind"]) or a.value["kind"] != b.value["kind"]:
        return False
    if a.value.get("entity") and b.value.get("entity"):
        return bool(a.value["entity"] == b.value["entity"])
    return same_person(str(a.value["name"]), str(b.value["name"]))


def _alike(found: Annotation, left: dict[str, Annotation]) -> Annotation | None:
    """A person of the other side whose name is the same in another spelling."""
    for key, each in left.items():
        if _is(found, each):
            return left.pop(key)
    return None


def _named(found: Annotation, a: Annotation | None, b: Annotation | None) -> Named:
    return Named(
        kind=str(found.value["kind"]),
        name=str(found.value["name"]),
        entity=found.value.get("entity"),
        a=_passage(a),
        b=_passage(b),
    )


def _passage(found: Annotation | None) -> Passage | None:
    return None if found is None else Passage(span=found.span, quote=found.quote, turn=None)


def numbers(
    a: tuple[str, str | None, Sequence[Annotation]],
    b: tuple[str, str | None, Sequence[Annotation]],
) -> tuple[Number, ...]:
    """The figures of two texts with their languages and annotations, those of both first; those of
    dates and small ones left out."""
    one, two = list(_figures(*a)), list(_figures(*b))
    both, only_a = [], []
    for figure in one:
        other = next((each for each in two if each.values & figure.values), None)
        if other is None:
            only_a.append(Number(a=_quoted(a[0], figure.span), b=None))
        else:
            two.remove(other)
            both.append(Number(a=_quoted(a[0], figure.span), b=_quoted(b[0], other.span)))
    return (*both, *only_a, *(Number(a=None, b=_quoted(b[0], each.span)) for each in two))


def _figures(text: str, tag: str | None, found: Sequence[Annotation]) -> Iterator[Figure]:
    """The telling figures of a text, each once."""
    times = [each.span for each in found if each.layer == "time"]
    seen: set[frozenset[float]] = set()
    for figure in figures(text, 0, language(tag)):
        dated = any(t.start <= figure.span.start and figure.span.end <= t.end for t in times)
        if not dated and max(figure.values) >= _LEAST and figure.values not in seen:
            seen.add(figure.values)
            yield figure


def _quoted(text: str, span: Span) -> Passage:
    return Passage(span=span, quote=text[span.start : span.end], turn=None)


class Act(Record, frozen=True, kw_only=True):
    """A commitment or position: the words, what it is (`pledge`, `oppose`), who holds it, and what
    it is about. `topic`: the place of the topic of both in whose sentence it stands."""

    layer: str
    type: str
    holder: str | None
    about: str | None
    said: Passage
    topic: int | None


def acts(
    found: Iterable[Annotation], places: Mapping[Span, int], turns: Mapping[int, int | None]
) -> tuple[Act, ...]:
    """The commitments and positions of a side, in order. `places`: sentences of topics of both;
    `turns`: the turn that a span begins in, by its start."""
    return tuple(
        Act(
            layer=each.layer,
            type=str(each.value.get("stance") or each.value.get("strength")),
            holder=_party(each.value.get("holder") or each.value.get("actor")),
            about=each.value.get("target") or each.value.get("action"),
            said=Passage(span=each.span, quote=each.quote, turn=turns.get(each.span.start)),
            topic=next(
                (n for span, n in places.items() if span.start <= each.span.start < span.end), None
            ),
        )
        for each in sorted(found, key=lambda one: one.span)
        if each.layer in ("commitment", "position")
    )


def _party(given: object) -> str | None:
    """The first of those who hold or act, by name."""
    if isinstance(given, Sequence) and given and isinstance(given[0], Mapping):
        named = given[0].get("name") or given[0].get("entity")
        return str(named) if named else None
    return None
