"""Proxies on the way out."""

from __future__ import annotations

from typing import Any
from urllib.request import getproxies, proxy_bypass


def on_the_way_to(host: str) -> str | None:
    """The address of the proxy through which a host is reached over TLS; None where there is none."""
    known = getproxies()
    found = None if proxy_bypass(host) else known.get("https") or known.get("all")
    return f"http://{found}" if found and "://" not in found else found


def through(proxy: str | None) -> dict[str, Any]:
    """What aiohttp's session, and discord.py's client, take to go through a proxy; in a running loop."""
    if proxy is None or not proxy.startswith("socks"):
        return {"proxy": proxy}
    from aiohttp_socks import ProxyConnector

    address = proxy.partition("://")[2]
    return {"connector": ProxyConnector.from_url(f"socks5://{address}", rdns=True, limit=0)}
