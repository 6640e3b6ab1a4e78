"""Every module has its test module in the same place, and every test module has its module."""

from __future__ import annotations

from pathlib import Path

from tests.support import REPOSITORY

EXEMPT = {"__init__.py", "__main__.py", "records.py", "errors.py"}  # the last two: nouns only


def violations(root: Path) -> list[str]:
    """Modules without tests, and tests without modules, under `root`."""
    source, tests = root / "src" / "onrecord", root / "tests"
    modules = {p.relative_to(source) for p in source.rglob("*.py") if p.name not in EXEMPT}
    expected = {module.with_name(f"test_{module.name}") for module in modules}
    rooms = {module.parts[0] for module in modules if len(module.parts) > 1}
    there = {p.relative_to(tests) for p in tests.rglob("test_*.py")}
    in_rooms = {test for test in there if test.parts[0] in rooms}
    return sorted(
        [f"tests/{test} is missing" for test in expected - there]
        + [f"tests/{test} tests no module" for test in in_rooms - expected]
    )


# Modules that came without a test of their own: this list may only become shorter.
OWED: list[str] = []


def test_tests_mirror_the_modules() -> None:
    assert sorted(violations(REPOSITORY)) == sorted(OWED)


def test_planted_violations_are_seen(tmp_path: Path) -> None:
    for name in (
        "src/onrecord/text/__init__.py",
        "src/onrecord/text/spans.py",
        "src/onrecord/text/lonely.py",
        "src/onrecord/pipeline.py",
        "tests/text/test_spans.py",
        "tests/text/test_gone.py",
        "tests/guards/test_free.py",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert violations(tmp_path) == [
        "tests/test_pipeline.py is missing",
        "tests/text/test_gone.py tests no module",
        "tests/text/test_lonely.py is missing",
    ]
