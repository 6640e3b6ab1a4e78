"""Only public addresses, and those that the user lists, may be asked."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.crawl.addresses import refusal


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "192.0.2.1",
        "192.168.1.1",
        "192.88.99.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "::127.0.0.1",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2001:0:a00:1::f5ff:fffe",
        "2001:db8::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
        "nonsense",
        "",
    ],
)
def test_refused(address: str) -> None:
    assert refusal(address)


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808", "[2606:4700::1]"],
)
def test_public(address: str) -> None:
    assert refusal(address) is None


def test_what_the_user_lists_is_allowed_and_nothing_else() -> None:
    allow = ["wiki.intranet", "10.1.0.0/16", "::1"]
    assert refusal("10.1.2.3", allow) is None
    assert refusal("::1", allow) is None
    assert refusal("::ffff:10.1.2.3", allow) is None
    assert refusal("10.2.0.1", allow) == "a private address"


@given(st.ip_addresses(v=4))
def test_an_address_in_a_tunnel_is_judged_as_itself(address: ipaddress.IPv4Address) -> None:
    refused = refusal(str(address)) is not None
    assert (refusal(f"::ffff:{address}") is not None) == refused
    if refused:
        assert refusal(f"64:ff9b::{address}")
