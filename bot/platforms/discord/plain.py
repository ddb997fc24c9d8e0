"""Prompts without Discord's own marks: emoji, mentions, times and commands as the words that people read there."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Iterable, Mapping
from typing import Any

import discord

from bot.platforms.discord.errors import in_our_words
from bot.ports import Unavailable, Unreachable

log = logging.getLogger(__name__)

Names = Mapping[str, str]
"""What a mention's sign and id ("@1", "&2", "#3": person, role, channel) are called."""

_MARK = re.compile(
    r"<(?:a?:(?P<emoji>\w+):\d+"
    r"|(?P<mention>@[!&]?|#)(?P<id>\d+)"
    r"|/(?P<command>[^<>:\n]{1,100}):\d+"
    r"|t:-?\d+(?::[A-Za-z])?|id:[\w-]+|sound:\d+:\d+)>"
)
_SYNTAX = re.compile(r"[<>()\[\]{}|\\\"“”„«»「」]|(?<!\S)[-‐‑‒–—―−﹣－/]+")
"""What would be weights, quotes, flags or a command."""

MOST_NESTED = 8
"""Words that stand for marks may make a new one with what is around them, so often at most: `<<:a:1>:b:2>`."""

MOST_FETCHED, FETCHING = 5, 2.0
"""People whose names are asked for, and the seconds that this may take."""


def plain(text: str, names: Names) -> str:
    """The text with every mark as the word that people see in its place, or nothing where there is none.

    None is left, not even one that those words make.

    >>> plain("a <:cat_wave:123> for <@5>", {"@5": "Alice"})
    'a cat wave for Alice'
    """

    def word(match: re.Match[str]) -> str:
        said, (start, end) = _word(match, names), match.span()
        left, right = match.string[start - 1 : start], match.string[end : end + 1]
        before = " " if left.isalnum() or left in ("<", ">") else ""
        after = " " if right.isalnum() else ""
        return before + said + after if said else before or after

    words, count = _MARK.subn(word, text)
    if not count:
        return text
    for _ in range(MOST_NESTED):
        words, count = _MARK.subn(word, words)
    if count:
        words = re.sub("[<>]", " ", words)
    return re.sub(r"[ \t]{2,}", " ", words).strip()


def _word(match: re.Match[str], names: Names) -> str:
    if match["emoji"]:
        return match["emoji"].replace("_", " ").strip()
    if match["command"]:
        return match["command"].strip()
    if match["id"]:
        return _harmless(names.get(match["mention"].replace("@!", "@").replace("@&", "&") + match["id"], ""))
    return ""


def _harmless(name: str) -> str:
    """A name that somebody gave themselves, without what would be a flag or a weight in a prompt."""
    return " ".join(_SYNTAX.sub(" ", name).split())


def known(
    text: str,
    guild: discord.Guild | None,
    people: Iterable[discord.abc.User | discord.ClientUser],
    resolved: Mapping[str, Any] | None = None,
) -> dict[str, str]:
    """The names that are at hand.

    Args:
        text: what mentions them.
        guild: the server, which knows its roles and channels.
        people: who came along.
        resolved: what came along with an interaction, as Discord's API writes it.
    """
    names = {f"@{user.id}": str(user.display_name) for user in people}
    for match in _MARK.finditer(text):
        place: Any = None
        if guild and match["mention"] == "@&":
            place = guild.get_role(int(match["id"]))
        elif guild and match["mention"] == "#":
            place = guild.get_channel_or_thread(int(match["id"]))
        if place:
            names[match["mention"].replace("@&", "&") + match["id"]] = str(place.name)
    return names | _told(resolved or {})


def _told(resolved: Mapping[str, Any]) -> dict[str, str]:
    users, members = resolved.get("users") or {}, resolved.get("members") or {}
    names = {f"@{i}": user.get("global_name") or user.get("username") for i, user in users.items()}
    names |= {f"@{i}": member["nick"] for i, member in members.items() if member.get("nick")}
    for sign, kind in (("&", "roles"), ("#", "channels")):
        names |= {f"{sign}{i}": place.get("name") for i, place in (resolved.get(kind) or {}).items()}
    return {mention: str(name) for mention, name in names.items() if name}


async def fetched(text: str, names: Names, client: discord.Client, server: str) -> dict[str, str]:
    """Those names and the ones of the people whom the text mentions besides, as far as Discord tells them soon."""
    ids = {m["id"] for m in _MARK.finditer(text) if m["mention"] in ("@", "@!")}
    found = dict(names)
    try:
        async with asyncio.timeout(FETCHING):
            for person in [i for i in sorted(ids) if f"@{i}" not in names][:MOST_FETCHED]:
                found[f"@{person}"] = await _name(client, server, int(person))
    except TimeoutError:
        log.info("Discord does not tell soon who is mentioned")
    return found


async def _name(client: discord.Client, server: str, person: int) -> str:
    """What a person is called on that server, else anywhere; nothing where Discord does not say."""
    guild = client.get_guild(int(server)) if server else None
    try:
        with in_our_words():
            return (await (guild.fetch_member(person) if guild else client.fetch_user(person))).display_name
    except (Unavailable, Unreachable) as error:
        log.info("Discord does not tell who is mentioned: %s", error)
        return ""
