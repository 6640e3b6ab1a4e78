"""Makes the pictures of the documentation: bundled samples as the terminal shows them, as SVG.

python scripts/make_pictures.py
"""

from __future__ import annotations

import io
import os
import re
import sys
from pathlib import Path

import msgspec
from rich.console import Console

from onrecord.cli import terminal, view
from onrecord.crawl.inputs import expand
from onrecord.pipeline import Options, read
from onrecord.records import Reading

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
TURNS = 5
_FONT = re.compile(r"@font-face\s*\{.*?\}\s*", re.DOTALL)


def main() -> int:
    """Writes docs/images/read.svg."""
    os.chdir(ROOT)
    sample = "samples/geneva-news-conference.en.html"
    (reading,) = read(expand([sample]), Options())
    assert isinstance(reading, Reading)
    short = msgspec.structs.replace(reading, turns=chosen(reading))
    IMAGES.mkdir(parents=True, exist_ok=True)
    (IMAGES / "read.svg").write_text(picture(short, f"onrecord read {sample}"), "utf-8")
    return 0


def chosen(reading: Reading) -> tuple[msgspec.Struct, ...]:
    """The first questions with their answers: what fits a picture."""
    first = next(turn.n for turn in reading.turns if turn.kind == "question")
    return reading.turns[first : first + TURNS]


def picture(reading: Reading, title: str) -> str:
    """A reading as the terminal shows it; the picture fetches no font."""
    out = Console(
        file=io.StringIO(), record=True, force_terminal=True, width=terminal.WIDTH, highlight=False
    )
    view.show(reading, out)
    return _FONT.sub("", out.export_svg(title=title, unique_id="onrecord"))


if __name__ == "__main__":
    sys.exit(main())
