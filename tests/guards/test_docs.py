"""What can be typed, what a record holds, and what data there is: all of it is documented, and
every link in the documentation leads somewhere."""

from __future__ import annotations

import argparse
import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args, get_type_hints

import msgspec
import pytest

from onrecord import records
from onrecord.cli import parser
from onrecord.crawl import quality
from onrecord.languages.schema import FILES, LanguageInfo, Phrase, Rule
from onrecord.pipeline import opened, rebuilding, selecting, tables, taking, verifying
from onrecord.sources.loader import sources
from onrecord.sources.schema import (
    ExpectTable,
    LabelTable,
    ListingSelectorTable,
    ListingTable,
    SelectorTable,
    SourceFile,
)
from onrecord.store import issues, sourced
from tests.support import REPOSITORY

DOCS = REPOSITORY / "docs"
REFERENCE = DOCS / "reference"
PRINTED = (
    records.Reading,
    records.Origin,
    records.Header,
    records.Place,
    records.Issuer,
    records.Participant,
    records.LanguageVersion,
    records.Evidence,
    records.Block,
    records.Turn,
    records.Exchange,
    records.Issue,
    records.Furniture,
)
STORED = (
    records.Asked,
    records.Capture,
    records.Statement,
    records.Version,
    records.Appearance,
    records.Link,
    taking.Result,
    verifying.Finding,
    verifying.Verified,
    rebuilding.Rebuilt,
    issues.Listed,
)
TABLES = (sourced.SourcedStatement, sourced.SourcedTurn)
VALUES = (
    records.Kind,
    records.Role,
    records.TurnKind,
    records.BlockKind,
    records.Severity,
)
STAGES = frozenset({"STAGE", "_STAGE", "stage"})
_LINK = re.compile(r"\]\(([^)\s#]+)(?:#[^)]*)?\)")
_TARGET = re.compile(r"\bmake ([a-z]+)\b(?=`|$|\s{2,})", re.MULTILINE)


def undocumented(names: Iterable[str], text: str) -> list[str]:
    """Names that do not stand in a text as code."""
    return sorted(name for name in set(names) if f"`{name}`" not in text)


def dead_links(root: Path) -> list[str]:
    """Relative links in the Markdown files under `root` that lead nowhere."""
    return [
        f"{path.relative_to(root)}: {target}"
        for path in sorted([*root.glob("*.md"), *(root / "docs").rglob("*.md")])
        for target in _LINK.findall(path.read_text("utf-8"))
        if "://" not in target and not (path.parent / target).exists()
    ]


def options(grammar: argparse.ArgumentParser) -> Iterator[str]:
    """All commands and long options of a grammar."""
    for action in grammar._actions:
        yield from (option for option in action.option_strings if option.startswith("--"))
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield command.prog
                yield from options(command)


def fields(structs: Iterable[type[msgspec.Struct]]) -> Iterator[str]:
    """Fields of records as they are printed."""
    for struct in structs:
        yield from struct.__struct_encode_fields__


def literals(source: Path, call: str, position: int, keyword: str) -> Iterator[str]:
    """What is literally passed to the calls of a name, by position or keyword."""
    for path in source.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", None) == call:
                named = [k.value for k in node.keywords if k.arg == keyword]
                for value in [*node.args[position : position + 1], *named]:
                    if isinstance(value, ast.Constant) and isinstance(value.value, str):
                        yield value.value


def assigned(source: Path, names: frozenset[str]) -> Iterator[str]:
    """Strings that modules and classes give to these names."""
    for path in source.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Assign):
                targets = [getattr(target, "id", None) for target in node.targets]
            elif isinstance(node, ast.AnnAssign):
                targets = [getattr(node.target, "id", None)]
            else:
                continue
            value = node.value
            if names & set(targets) and isinstance(value, ast.Constant) and value.value:
                yield str(value.value)


def page(name: str) -> str:
    return (REFERENCE / name).read_text("utf-8")


def test_commands_and_options() -> None:
    assert undocumented(options(parser()), page("cli.md")) == []


def test_fields_and_values_of_the_record() -> None:
    values = (value for names in VALUES for value in get_args(names))
    assert undocumented([*fields(PRINTED), *values], page("record.md")) == []


def test_fields_and_values_of_the_archive() -> None:
    values = get_args(taking.Outcome)
    assert undocumented([*fields(STORED), *values], page("archive.md")) == []


def test_what_a_program_may_ask() -> None:
    methods = [name for name in (*vars(opened.Archive), *vars(tables.Rows)) if name[0] != "_"]
    columns = (column.name for record in TABLES for column in tables.columns(record))
    chosen = get_type_hints(selecting.Chosen)
    assert undocumented([*methods, *columns, *chosen], page("python.md")) == []


def test_languages() -> None:
    folder = REPOSITORY / "src" / "onrecord" / "languages"
    tags = [path.parent.name for path in folder.glob("*/language.toml")]
    assert len(tags) >= 8
    lists = [name for names in FILES.values() for name in names]
    files = [f"{name}.toml" for name in FILES]
    form = fields((LanguageInfo, Rule, Phrase))
    assert undocumented([*tags, *lists, *files, *form], page("languages.md")) == []


def test_sources() -> None:
    tables = (SelectorTable, LabelTable, ListingTable, ListingSelectorTable, ExpectTable)
    form = fields((SourceFile, *tables))
    ids = [source.id for source in sources()]
    assert undocumented([*ids, *form], page("sources.md")) == []


def test_issues() -> None:
    source = REPOSITORY / "src" / "onrecord"
    stages = {*literals(source, "Issue", 0, "stage"), *assigned(source, STAGES)}
    assert {"quality", "fetch"} <= stages
    verdicts = {*literals(source, "NotAStatement", 0, "verdict"), *get_args(quality.Name)}
    assert undocumented([*stages, *verdicts], page("issues.md")) == []


def test_links_lead_somewhere() -> None:
    assert dead_links(REPOSITORY) == []


def test_make_targets_exist() -> None:
    rules = (REPOSITORY / "Makefile").read_text("utf-8")
    known = set(re.findall(r"^([a-z]+):", rules, re.MULTILINE))
    pages = [*REPOSITORY.glob("*.md"), *DOCS.rglob("*.md")]
    named = {target for path in pages for target in _TARGET.findall(path.read_text("utf-8"))}
    assert "test" in named
    assert named <= known


def test_planted_violations_are_seen(tmp_path: Path) -> None:
    assert undocumented(["--json", "--lang"], "`--json` tells --lang") == ["--lang"]
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text("[b](b.md) [c](../c.md#x) [d](https://d.example)")
    (tmp_path / "c.md").write_text("[a](docs/a.md)")
    assert dead_links(tmp_path) == ["docs/a.md: b.md"]
    (tmp_path / "a.py").write_text('Issue(stage="strange")\nNotAStatement("odd page", "m")')
    assert list(literals(tmp_path, "Issue", 0, "stage")) == ["strange"]
    assert list(literals(tmp_path, "NotAStatement", 0, "verdict")) == ["odd page"]
    (tmp_path / "b.py").write_text('STAGE = "x"\nclass E:\n    stage: str = "y"\n    other = "z"')
    assert sorted(assigned(tmp_path, STAGES)) == ["x", "y"]


@pytest.mark.parametrize("option", ["--json", "onrecord read", "onrecord check", "--no-sources"])
def test_the_grammar_is_walked(option: str) -> None:
    assert option in set(options(parser()))
