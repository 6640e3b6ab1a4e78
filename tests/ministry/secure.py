"""TLS for the ministry: a certificate authority of its own, made when a test asks for it, and
HTTP/2 in its plainest form."""

from __future__ import annotations

import asyncio
import shutil
import ssl
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import ConnectionTerminated, RequestReceived

from tests.ministry.site import Answer, Asked

Answering = Callable[[Asked], Answer]


def authority(folder: Path, names: Sequence[str]) -> tuple[ssl.SSLContext, ssl.SSLContext] | None:
    """A server's context with a certificate for the names, and a client's that trusts its issuer;
    `None` where there is no openssl."""
    openssl = shutil.which("openssl")
    if openssl is None:
        return None
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    listed = ",".join(f"DNS:{name}" for name in names)
    made = (
        f"req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=test -keyout {key} -out {certificate}"
    )
    names_of = ["-addext", f"subjectAltName={listed}"]
    subprocess.run([openssl, *made.split(), *names_of], check=True, capture_output=True)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(certificate, key)
    server.set_alpn_protocols(["h2", "http/1.1"])
    return server, ssl.create_default_context(cafile=str(certificate))


async def speak_h2(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, answering: Answering
) -> None:
    """Answers the requests of one HTTP/2 connection until it ends."""
    connection = H2Connection(H2Configuration(client_side=False, header_encoding="utf-8"))
    connection.initiate_connection()
    writer.write(connection.data_to_send())
    while data := await reader.read(65_535):
        for event in connection.receive_data(data):
            if isinstance(event, RequestReceived):
                _answered(connection, event, answering)
            elif isinstance(event, ConnectionTerminated):
                return
        writer.write(connection.data_to_send())
        await writer.drain()


def _answered(connection: H2Connection, event: RequestReceived, answering: Answering) -> None:
    headers = {str(name): str(value) for name, value in event.headers or ()}
    host = headers[":authority"]
    base = f"{headers[':scheme']}://{host}"
    answer = answering(Asked(host.partition(":")[0], headers[":path"], headers, base))
    sent = [(":status", str(answer.status))]
    sent += [(name.lower(), value) for name, value in answer.headers]
    assert event.stream_id is not None
    connection.send_headers(event.stream_id, sent)
    connection.send_data(event.stream_id, answer.body[:16_000], end_stream=True)
