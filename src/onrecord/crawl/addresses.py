"""Which network addresses may be asked: public ones, and those that the user lists. It resolves
nothing and connects to nothing."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# Prefixes in which an IPv6 address carries an IPv4 one that a gateway asks (RFC 6052, RFC 3056).
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_NAT64_LOCAL = ipaddress.ip_network("64:ff9b:1::/48")
_COMPATIBLE = ipaddress.ip_network("::/96")
_RELAY = ipaddress.ip_network("192.88.99.0/24")
# What some versions of the standard library take for public (IANA special-purpose registries).
_SPECIAL = tuple(
    ipaddress.ip_network(network)
    for network in ("192.0.0.0/24", "2001::/23", "2001:db8::/32", "3fff::/20")
)
_UNICAST = ipaddress.ip_network("2000::/3")  # the only public part of IPv6
_ISATAP = 0x5EFE  # RFC 5214: the middle of the address, before the IPv4 one
_METADATA = ipaddress.ip_address("168.63.129.16")  # of a cloud, at a public address


def refusal(address: str, allow: Sequence[str] = ()) -> str | None:
    """Why an address must not be asked; `None` if it may. `allow`: addresses and networks that may
    be asked whatever they are.

    >>> refusal("93.184.216.34"), refusal("127.0.0.1"), refusal("::ffff:10.0.0.1")
    (None, 'a loopback address', 'a private address')
    >>> refusal("10.1.2.3", allow=["10.0.0.0/8"]) is None
    True
    """
    parsed = _parsed(address)
    if parsed is None:
        return "no address"
    inner = [parsed, *_carried(parsed)]
    if any(_listed(each, allow) for each in inner):
        return None
    reasons = [reason for each in reversed(inner) if (reason := _reason(each))]
    return reasons[0] if reasons else None


def _parsed(address: str) -> Address | None:
    try:
        return ipaddress.ip_address(address.partition("%")[0].strip("[]"))
    except ValueError:
        return None


def _carried(address: Address) -> list[Address]:
    """The IPv4 addresses that an IPv6 address stands for."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    found: list[Address] = []
    if address.ipv4_mapped:
        found.append(address.ipv4_mapped)
    if address.sixtofour:
        found.append(address.sixtofour)
    if address.teredo:
        found += address.teredo
    if (int(address) >> 32) & 0xFDFFFFFF == _ISATAP:
        found.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    if address in _NAT64 or (address in _COMPATIBLE and int(address) > 1):
        found.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return found


def _reason(address: Address) -> str | None:
    kinds = (
        (address.is_unspecified, "an unspecified address"),
        (address.is_loopback, "a loopback address"),
        (address.is_link_local, "a link-local address, as of a cloud's metadata"),
        (address == _METADATA, "a cloud's metadata address"),
        (address.is_multicast, "a multicast address"),
        (isinstance(address, ipaddress.IPv6Address) and address.is_site_local, "a site's address"),
        (address in _NAT64_LOCAL if address.version == 6 else address in _RELAY, "a gateway"),
        (_mapped(address), None),
        (address.is_private, "a private address"),
        (address.is_reserved, "a reserved address"),
        (any(address in network for network in _SPECIAL), "an address with a special purpose"),
        (address.version == 6 and address not in _UNICAST, "no public address"),
        (not address.is_global, "no public address"),
    )
    return next((reason for holds, reason in kinds if holds), None)


def _mapped(address: Address) -> bool:
    """What it carries decides, not the prefix."""
    if isinstance(address, ipaddress.IPv4Address):
        return False
    return bool(address.ipv4_mapped or address in _NAT64)


def _listed(address: Address, allow: Sequence[str]) -> bool:
    for entry in allow:
        try:
            if address in ipaddress.ip_network(entry, strict=False):
                return True
        except (ValueError, TypeError):
            continue  # a host name; or the other kind of address
    return False
