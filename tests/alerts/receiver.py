"""A receiver of webhooks to test against: it verifies each with a library that nobody here wrote,
and keeps what it took. What it answers can be told beforehand."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from standardwebhooks import Webhook

from tests.alerts.making import SECRET


def _moment(seconds: str) -> datetime:
    return datetime.fromtimestamp(int(seconds), UTC)


class Receiver(ThreadingHTTPServer):
    """What was taken, in order, and by id."""

    daemon_threads = True

    def __init__(self, secret: str = SECRET) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.secret = secret
        self.webhook = Webhook(secret)
        # The clock of tests is moved: how old a request may be is tested elsewhere.
        self.webhook._Webhook__verify_timestamp = _moment  # type: ignore[attr-defined]
        self.taken: list[dict[str, Any]] = []
        self.ids: list[str] = []
        self.answers: list[tuple[int, dict[str, str]]] = []
        self.asked = 0

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.server_port}/hook"


class _Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        """Takes what is signed."""
        body = self.rfile.read(int(self.headers["content-length"]))
        self.server.asked += 1
        status, headers = self.server.answers.pop(0) if self.server.answers else (204, {})
        if 200 <= status < 300:
            self.server.webhook.verify(body, dict(self.headers))
            self.server.taken.append(json.loads(body))
            self.server.ids.append(self.headers["webhook-id"])
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing is printed."""


@contextmanager
def receiving(secret: str = SECRET) -> Iterator[Receiver]:
    """A receiver that runs."""
    made = Receiver(secret)
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield made
    finally:
        made.shutdown()
        thread.join()
        made.server_close()
