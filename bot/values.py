"""Kinds of value that settings have: each says in one sentence why it can't be used."""

from __future__ import annotations

import re
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, SecretStr

from bot.environment import COMMAS
from bot.extras import lacking
from bot.locales import Locales


def _id(value: str) -> str:
    if not re.fullmatch(r"[a-z]{1,20}:-?[\w-]{1,64}", value, re.ASCII):
        raise ValueError(f"“{value}” is no id; write it with its platform, such as telegram:123")
    return value


def _language(value: str) -> str:
    if Locales.load().find(value) is None:
        raise ValueError(f"I don't speak “{value}”; I speak {', '.join(sorted(Locales.load().languages))}")
    return value


def _address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]\S*", value):
        raise ValueError(f"“{value}” is no address; write it whole, such as http://127.0.0.1:8081")
    return value


def _proxy(value: SecretStr) -> SecretStr:
    """The address is kept out of what is said of it: it may hold a password."""
    address = value.get_secret_value()
    if not re.fullmatch(r"(https?|socks5h?)://[^\s/]\S*", address):
        raise ValueError("it is no proxy; write it whole, such as http://proxy.example:3128")
    if address.startswith("socks") and (sentence := lacking("socks")):
        raise ValueError(f"a SOCKS proxy {sentence}")
    return value


def _host(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9._-]+|[0-9A-Fa-f:.]+(%\w+)?", value, re.ASCII):
        raise ValueError(
            f"“{value}” is no address to listen on; 127.0.0.1 is for this machine, 0.0.0.0 for all"
        )
    return value


def _name(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9.-]+", value):
        raise ValueError(
            f"“{value}” is no name; write it without http:// and port, such as paint.example.org"
        )
    return value


def _site(value: str) -> str:
    if not re.fullmatch(r"https?://(\*\.)?[A-Za-z0-9.-]+(:\d{1,5})?", value, re.ASCII):
        raise ValueError(
            f"“{value}” is no site; write it with https:// and no path, such as https://notes.example.org"
        )
    return value


def _public(value: str) -> str:
    """Browsers give cookies to a frame over TLS alone; on this machine one may try things out without."""
    site = value.rstrip("/")
    if not re.fullmatch(
        r"https://[A-Za-z0-9.-]+(:\d{1,5})?|http://(localhost|127\.0\.0\.1)(:\d{1,5})?", site, re.ASCII
    ):
        raise ValueError(
            f"“{value}” is no address for people elsewhere; write it with https:// and no path, "
            "such as https://paint.example.org"
        )
    return site.lower()


def _network(value: str) -> str:
    try:
        ip_network(value)
    except ValueError:
        raise ValueError(
            f"“{value}” is no address of a proxy; write it as 10.0.0.7, or a network as 10.0.0.0/24"
        ) from None
    return value


def _device(value: str) -> str:
    if not re.fullmatch(r"cpu|mps|(cuda|xpu)(:(0|[1-9][0-9]{0,2}))?", value):
        raise ValueError(f"“{value}” is no device; there are cpu, cuda, cuda:1, mps and xpu")
    return value


Device = Annotated[str, AfterValidator(_device)]
"""What torch calls it."""


def _at_home(value: Path) -> Path:
    try:
        return value.expanduser()
    except RuntimeError:
        raise ValueError(f"“{value.parts[0]}” is nobody's home here") from None


Folder = Annotated[Path, AfterValidator(_at_home)]
"""A folder; `~` is the home of whoever runs the program."""


Url = Annotated[str, AfterValidator(_address)]
PublicUrl = Annotated[str, AfterValidator(_public)]
"""By which the page is reached from anywhere: no slash at its end."""
Proxy = Annotated[SecretStr, AfterValidator(_proxy)]
"""The address of a proxy, with what lets one in, if need be."""
Host = Annotated[str, AfterValidator(_host)]
"""Where something listens."""
Language = Annotated[str, AfterValidator(_language)]
HostNames = Annotated[tuple[Annotated[str, AfterValidator(_name)], ...], COMMAS]
Sites = Annotated[tuple[Annotated[str, AfterValidator(_site)], ...], COMMAS]
Id = Annotated[str, AfterValidator(_id)]
"""Of a person, a chat or a server, with its platform."""

Ids = Annotated[tuple[Id, ...], COMMAS]
Networks = Annotated[tuple[Annotated[str, AfterValidator(_network)], ...], COMMAS]
Devices = Annotated[tuple[Device, ...], COMMAS]
