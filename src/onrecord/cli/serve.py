"""`onrecord serve`: the archive as pages and an API, for this machine unless told otherwise."""

from __future__ import annotations

import argparse
import socket

import uvicorn
from fastapi import FastAPI

from onrecord.archive.folder import chosen
from onrecord.cli import output
from onrecord.errors import ArchiveError
from onrecord.pipeline.indexing import refresh, refresh_meaning
from onrecord.web.app import application
from onrecord.web.settings import LOCAL_HOSTS, Settings

_EVERYWHERE = ("0.0.0.0", "::", "")
_BUSY = 64  # requests at a time
_WAITING = 128


def run(options: argparse.Namespace) -> int:
    """Serves an archive until it is stopped."""
    folder = chosen(options.archive)
    if not folder.records.is_file():
        raise ArchiveError(f"{folder.root}: no archive: add a statement to it, or name another")
    refresh(folder, output.say)
    if (folder.meaning / "vectors.sqlite").is_file():
        refresh_meaning(folder, output.say)
    listener = listening(options.host, options.port)
    output.say(f"serving {folder.root} at {address(listener)} (stop with Ctrl-C)")
    serve(application(folder, settings(options)), listener)
    return 0


def settings(options: argparse.Namespace) -> Settings:
    """The names that this server answers to: its own, and those that were given."""
    own = () if options.host in _EVERYWHERE else (options.host,)
    hosts = tuple(dict.fromkeys([*LOCAL_HOSTS, *own, *(options.host_name or ())]))
    return Settings(
        hosts=hosts,
        address=options.address,
        saving=_may(options, options.saving),
        correcting=_may(options, options.correcting),
    )


def _may(options: argparse.Namespace, said: bool | None) -> bool:
    """Whether visitors may write: as it was said; else only where it is served to this machine
    alone."""
    if said is not None:
        return said
    return options.host in LOCAL_HOSTS and not options.host_name and not options.address


def listening(host: str, port: int) -> socket.socket:
    """A socket at an address; at any free port for 0."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # By its protocol asyncio knows that small answers must not wait for acknowledgements.
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
        made.listen(_WAITING)
    except OSError as error:
        made.close()
        raise ArchiveError(
            f"{host}:{port}: cannot be served from ({error.strerror}): choose another --port"
        ) from error
    return made


def address(listener: socket.socket) -> str:
    """The address to open in a browser."""
    host, port = listener.getsockname()[:2]
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]", "::1": "[::1]"}.get(host, host)
    return f"http://{shown}:{port}/"


def serve(app: FastAPI, listener: socket.socket) -> None:
    """Answers until it is stopped."""
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        limit_concurrency=_BUSY,
        timeout_keep_alive=15,
        h11_max_incomplete_event_size=65_536,
    )
    uvicorn.Server(config).run(sockets=[listener])
