"""Acts for the tests of the ledger: passages that were never said."""

from __future__ import annotations

from typing import Any

from onrecord.records import Span
from onrecord.store.acts import Act, Asked, Named
from onrecord.store.corrections import Correction
from onrecord.store.standoff import Kept

NO = {"name": "we", "iso": "NO", "entity": "state/no"}
SE = {"name": "Sweden", "iso": "SE", "entity": "state/se"}
FI = {"name": "Finland", "iso": "FI", "entity": "state/fi"}


def act(
    layer: str,
    quote: str,
    value: dict[str, Any],
    *,
    statement: str = "no_mfa/a",
    date: str | None = "2024-05-02",
    start: int = 0,
    rule: str = "r",
    country: str | None = "NO",
    language: str = "en",
    speaker: str | None = "Ann Lee",
    turn: int = 0,
    title: str | None = "A briefing",
    correction: Correction | None = None,
    entities: tuple[Named, ...] = (),
) -> Act:
    """An act."""
    span = Span(start, start + len(quote))
    kept = Kept(
        id=f"{statement}{start}{layer}", version=f"{statement}@1", turn=turn, layer=layer,
        span=span, quote=quote, value=value, annotator="tests", rule=rule, confidence=0.7,
        correction=correction,
    )  # fmt: skip
    return Act(
        kept=kept, statement=statement, version=1, title=title, date=date, language=language,
        country=country, issuer=None, source="no_mfa", url=None, speaker=speaker, role="official",
        entities=entities,
    )  # fmt: skip


def promise(quote: str, due: str | None = None, **more: Any) -> Act:
    """A pledge of Norway."""
    fields = {k: more.pop(k) for k in ("strength", "actor", "status") if k in more}
    value = {"actor": [NO], "action": quote, "strength": "pledge", "due": due, "status": "open"}
    return act("commitment", quote, value | fields, **more)


def outcome(quote: str, what: str, phrase: str, **more: Any) -> Act:
    """What is said to have become of something."""
    value = {"outcome": what, "actors": [], "phrase": phrase, "date": more.pop("day", None)}
    value["back"] = more.pop("back", False)
    return act("outcome", quote, value, rule=f"{what}: {phrase}", **more)


def event(quote: str, kind: str = "CONSULT", **more: Any) -> Act:
    """An event."""
    names = ("actors", "recipients", "date_of", "place", "modality")
    given = {name: more.pop(name) for name in names if name in more}
    value = {
        "type": kind, "actors": given.get("actors", [NO]),
        "recipients": given.get("recipients", [SE]), "date": given.get("date_of"),
        "place": given.get("place"), "modality": given.get("modality", "asserted"),
        "source": None,
    }  # fmt: skip
    more.setdefault("rule", f"{kind.lower()}: x")
    return act("event", quote, value, **more)


def position(stance: str, formula: str, target: str, holder: Any = NO, **more: Any) -> Act:
    """A stance."""
    quote = f"We {formula} {target}"
    value = {"holder": [holder], "target": target, "stance": stance, "phrase": formula}
    return act("position", quote, value, **more)


def asked(words: str, exchange: int = 0, statement: str = "no_mfa/a", answer: int = 2) -> Asked:
    """A question."""
    return Asked(
        statement=statement, exchange=exchange, turn=1, words=words, whole=True, asker=None,
        outlet="Northern Wire", answer=answer, speaker="Ann Lee", about=("state/se",),
    )  # fmt: skip


def wrong() -> Correction:
    """A rejection."""
    return Correction(
        statement="no_mfa/a", layer="commitment", span=Span(0, 1), quote="x", verdict="reject"
    )
