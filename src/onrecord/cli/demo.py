"""`onrecord demo`: an archive of the samples, served, and what to try in it.

It keeps to a folder of its own, so that nothing is mixed with an archive that is there already.
With `ONRECORD_DEMO_ONCE=1` it looks at its first pages itself and ends.
"""

from __future__ import annotations

import argparse
import os
import socket
import sys
import threading
import urllib.request
import webbrowser
from collections import Counter
from pathlib import Path

import uvicorn

from onrecord.archive.folder import Folder
from onrecord.cli import output, serve
from onrecord.cli.words import counted
from onrecord.errors import ArchiveError
from onrecord.pipeline.adding import add
from onrecord.pipeline.indexing import indexed, refresh, refresh_meaning
from onrecord.pipeline.offering import offers
from onrecord.pipeline.opening import writing
from onrecord.records import Asked
from onrecord.web.app import application

ARCHIVE = Path("out") / "demo"
ONCE = "ONRECORD_DEMO_ONCE"
_NOTES = {".md", ".py", ".toml"}  # what stands beside the samples and is none
_PAGES = (
    "",
    "search?q=dam&lang=en",
    "search.json?q=dam",
    "search?q=who+pays+for+the+dam&mode=meaning",
    "browse",
    "issues",
)
_TRY = """
  {address}
      search for   dam                            every turn with the word, and what it answers
                   "sign a treaty"                exactly these words; then press Cite
                   speaker:halvarik kind:answer   all answers of one person
                   who pays for the dam           by meaning: in whatever language it was said
  {address}browse
      open the joint news conference of 12 September 2023; switch to Russian; press j, k, n, ?
  {address}dossier/place/ch-geneva
      who speaks of Geneva, when, and in which words of five languages; each bar leads to its turns
  {address}issues
      what could not be read, and why

Add a page of your own, in another terminal, and search again:
  onrecord add https://... --archive {archive}
"""


def run(options: argparse.Namespace) -> int:
    """Makes the archive if it is not there, serves it, and says what to try."""
    folder = Folder(Path(options.archive) if options.archive else ARCHIVE)
    _fill(folder, Path(options.samples))
    refresh(folder, output.say)
    refresh_meaning(folder, output.say)
    listener = serve.listening(options.host, options.port)
    app = application(folder, serve.settings(options))
    address = serve.address(listener)
    if os.environ.get(ONCE) == "1":
        return _once(uvicorn.Server(uvicorn.Config(app, log_level="warning")), listener, address)
    print(_TRY.format(address=address, archive=folder.root), flush=True)
    print("Stop with Ctrl-C.", flush=True)
    if sys.stdout.isatty() and os.environ.get("DISPLAY", os.name != "posix"):
        webbrowser.open(address)
    serve.serve(app, listener)
    return 0


def _fill(folder: Folder, samples: Path) -> None:
    """Adds the samples; what is there already is not added again."""
    if not samples.exists():
        raise ArchiveError(f"{samples}: not there: name a file or folder to add")
    found = sorted(samples.iterdir()) if samples.is_dir() else [samples]
    chosen = [str(each) for each in found if each.is_file() and each.suffix not in _NOTES]
    done: Counter[str] = Counter()
    with writing(folder, say=output.say) as session, indexed(session) as follow:
        for result in add(session, offers(chosen, Asked()), follow):
            done[result.outcome] += 1
    added = counted(done["added"] + done["version"], "statement")
    told = f"{added} added, {done['unchanged']} there already"
    output.say(f"{folder.root}: {told}, {counted(done['failed'], 'page')} that are none")


def _once(server: uvicorn.Server, listener: socket.socket, address: str) -> int:
    """Looks at the first pages, and ends."""
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    wrong = 0
    for page in _PAGES:
        with urllib.request.urlopen(address + page, timeout=30) as answer:
            wrong += answer.status != 200
            print(f"{answer.status} {address}{page}", flush=True)
    server.should_exit = True
    thread.join(timeout=10)
    return 1 if wrong else 0
