"""`onrecord corrections`: what readers say of annotations. It stands in `corrections.toml` beside
the archive; nothing in the records is changed."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from onrecord.archive.folder import Folder
from onrecord.cli import ledger_view, output
from onrecord.errors import OnrecordError
from onrecord.pipeline import correcting
from onrecord.store import acts, corrections
from onrecord.store.corrections import Verdict
from onrecord.store.standoff import Kept

_ANSWERS: dict[str, Verdict] = {"a": "accept", "r": "reject"}


def run(options: argparse.Namespace) -> int:
    """Does what is asked of the corrections."""
    with ledger_view.reading(options) as (folder, db):
        if options.action == "list":
            return _list(options, folder, db)
        if options.action == "rules":
            return _rules(options, folder)
        if options.action == "review":
            return _review(options, folder, db)
        kept = correcting.find(db, options.id)
        value = dict(_set(options.set)) if options.action == "amend" else {}
        _write(options, folder, db, kept, options.action, value)
    return 0


def _set(given: list[str]) -> Iterator[tuple[str, Any]]:
    for each in given:
        name, sign, text = each.partition("=")
        if not sign or not name:
            raise OnrecordError(f"{each!r}: give it as FIELD=VALUE")
        try:
            yield name, json.loads(text)
        except json.JSONDecodeError:
            yield name, text


def _write(
    options: argparse.Namespace,
    folder: Folder,
    db: Any,
    kept: Kept,
    verdict: Verdict,
    value: dict[str, Any],
) -> None:
    made = correcting.correction(
        db, kept, verdict, value, by=options.by, why=options.why,
        at=datetime.now(UTC).date().isoformat(),
    )  # fmt: skip
    corrections.append(folder.root / corrections.FILE, made)
    if options.json:
        output.write(made)
    else:
        output.say(f"{verdict}: {correcting.identified(kept)}, in {corrections.FILE}")


def _list(options: argparse.Namespace, folder: Folder, db: Any) -> int:
    for each in correcting.listed(db, corrections.listed(folder.root)):
        if options.json:
            output.write(each)
            continue
        said = each.correction
        where = ", ".join(each.annotations) or f"not found now (was in {said.statement})"
        print(output.safe(f"{said.verdict}  {where}"))
        print(output.safe(f"      \u201c{' '.join(said.quote.split())}\u201d"))
        told = [said.by, said.at, said.why, json.dumps(said.value) if said.value else None]
        print(output.safe("      " + "; ".join(filter(None, told))))
    return 0


def _rules(options: argparse.Namespace, folder: Folder) -> int:
    for one in correcting.judged(corrections.listed(folder.root)):
        if options.json:
            output.write(one)
        else:
            counts = f"{one.accepted} right, {one.rejected} wrong, {one.amended} amended"
            print(output.safe(f"{one.precision:.2f}  {one.layer}  {one.rule}  ({counts})"))
    return 0


def _review(options: argparse.Namespace, folder: Folder, db: Any) -> int:
    """Shows what was not judged yet, and takes an answer for each."""
    some = (
        act
        for act in acts.acts(db, [options.layer])
        if act.kept.correction is None and act.kept.rule.startswith(options.rule or "")
    )
    for act in islice(some, options.limit):
        value = {k: v for k, v in act.kept.value.items() if v not in (None, [], "")}
        print(output.safe(f"\n\u201c{act.kept.quote}\u201d"))
        print(output.safe(f"  {json.dumps(value, ensure_ascii=False)}"))
        print(output.safe(f"  {act.title or ''} {act.date or ''}; rule {act.kept.rule}"))
        print("  a: right, r: wrong, Enter: leave it, q: end > ", end="", flush=True)
        answer = sys.stdin.readline()
        if not answer or answer.strip() == "q":
            return 0
        verdict = _ANSWERS.get(answer.strip().lower())
        if verdict is not None:
            _write(options, folder, db, act.kept, verdict, {})
    return 0
