"""What is said, where the verb stands second."""

from __future__ import annotations

import pytest

from onrecord.annotate.document import Document
from onrecord.annotate.quotations import read


@pytest.mark.parametrize(
    ("text", "rule", "source"),
    [
        ("Am Montag sagte Anna Rohde, dass es spät sei.", "clause", "Anna Rohde"),
        ("Anna Rohde hat gesagt, es sei spät.", "clause", "Anna Rohde"),
        ("Wie Anna Rohde mitteilte, ist es spät.", "as said", "Anna Rohde"),
        ("Es ist spät, so Anna Rohde.", "so", "Anna Rohde"),
        ("Nach Angaben der Polizei ist es spät.", "according", "der Polizei"),
        ("Der Polizei zufolge ist es spät.", "according", "Der Polizei"),
        ("Anna Rohde forderte ihn auf, das Haus zu verlassen.", "infinitive", "Anna Rohde"),
        ("Das Haus sei alt.", "mood", None),
    ],
)
def test_rules(text: str, rule: str, source: str | None) -> None:
    (found,) = read(Document(text=text, language="de"))
    assert found.rule == rule
    assert (text[slice(*found.source)] if found.source else None) == source


@pytest.mark.parametrize("text", ["Das Haus ist alt.", "Nach dem Regen kam die Sonne."])
def test_no_quotation(text: str) -> None:
    assert list(read(Document(text=text, language="de"))) == []
