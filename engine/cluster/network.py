"""Which address of this machine the others of a cluster are told, and whether it may be one at all.

Ray listens on every address that a machine has, whatever it is told. So a cluster runs in a network of its own, which
is asked for by name; and not on a machine that the internet reaches, unless somebody says that a firewall is there.
"""

from __future__ import annotations

import socket
from collections.abc import Mapping, Sequence
from ipaddress import ip_address, ip_network

Addresses = Mapping[str, Sequence[str]]
"""Addresses by interface: {"eth0": ["10.0.0.5"]}."""


class BadNetwork(Exception):
    """No address can be taken; one sentence says why, and what helps."""


def addresses_here() -> Addresses:
    """Those of the interfaces that are up."""
    import psutil

    up = {name for name, state in psutil.net_if_stats().items() if state.isup}
    families = (socket.AF_INET, socket.AF_INET6)
    return {
        name: [each.address.partition("%")[0] for each in found if each.family in families]
        for name, found in psutil.net_if_addrs().items()
        if name in up
    }


def address_in(network: str, firewalled: bool, here: Addresses) -> str:
    """The address of this machine in a network.

    Args:
        network: an interface, such as tailscale0, or a range of addresses, such as 10.0.0.0/8.
        firewalled: whether somebody says that a firewall keeps strangers out.
        here: this machine's addresses.

    Raises:
        BadNetwork: there is none, or this machine can be reached from the internet.
    """
    if not network:
        raise BadNetwork(
            f"say which private network the cluster is in, such as --network {_first(here)}; there are {_list(here)}"
        )
    found = [address for address in _meant(network, here) if ":" not in address]
    if not found:
        raise BadNetwork(f"this machine has no address in {network}; there are {_list(here)}")
    public = [each for addresses in here.values() for each in addresses if ip_address(each).is_global]
    if public and not firewalled:
        raise BadNetwork(
            f"this machine has a public address, {public[0]}, and Ray listens there, too: whoever gets through could "
            "run programs here. Put a firewall before it (docs/cluster.md says which ports), and say --firewalled"
        )
    return found[0]


def _meant(network: str, here: Addresses) -> Sequence[str]:
    if network in here:
        return here[network]
    try:
        meant = ip_network(network, strict=False)
    except ValueError:
        raise BadNetwork(f"“{network}” is no network of this machine; there are {_list(here)}") from None
    return [each for addresses in here.values() for each in addresses if ip_address(each) in meant]


def _private(here: Addresses) -> dict[str, str]:
    """The first address of each interface that others may reach."""
    firsts = {
        name: next((each for each in addresses if ":" not in each), "") for name, addresses in here.items()
    }
    return {name: each for name, each in firsts.items() if each and not ip_address(each).is_loopback}


def _first(here: Addresses) -> str:
    return next(
        (name for name, each in _private(here).items() if not ip_address(each).is_global), "tailscale0"
    )


def _list(here: Addresses) -> str:
    return (
        ", ".join(f"{name} ({each})" for name, each in _private(here).items())
        or "none but this machine's own"
    )
