"""What the one who serves may choose, and the limits that hold for everybody."""

from __future__ import annotations

from onrecord.records import Record

LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")


class Settings(Record, frozen=True, kw_only=True):
    """`hosts`: the names under which this server may be asked for; `address`: what links in
    citations and feeds begin with, if not the address that was asked for; `saving`: visitors may
    save searches; `correcting`: they may say of annotations that they are right or wrong."""

    hosts: tuple[str, ...] = LOCAL_HOSTS
    address: str | None = None
    language: str = "en"
    saving: bool = False
    correcting: bool = False
    longest_address: int = 8_192
    largest_body: int = 65_536


# Pages of results: what one may ask for at most.
SIZES = (10, 20, 50, 100)
SIZE = 20
DEEPEST = 100_000
