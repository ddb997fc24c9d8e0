"""The first answer to an interaction: Discord takes one, within 3 seconds, and perhaps without our hearing so."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TypeVar

import aiohttp
import discord
from discord.http import Route

from bot.platforms.discord.asked import Asked
from bot.platforms.discord.errors import ACKNOWLEDGED, in_our_words
from bot.ports import Unavailable, Unreachable

log = logging.getLogger(__name__)

T = TypeVar("T")

LONGEST_FIRST = 15.0
"""Seconds for a first answer: one that Discord has not heard by then came too late long ago."""

LONGEST_LOOK = 10.0
"""Seconds for finding out whether Discord has taken one."""


async def first(respond: Callable[[], Awaitable[T]]) -> T | None:
    """Answers an interaction. Where the connection breaks it does so again: then Discord says if it knows already.

    Returns:
        What Discord says of the answer; None where it had taken it before.

    Raises:
        Unavailable: nobody knows whether it has taken it.
        Unreachable: it has not and won't.
    """
    with in_our_words():
        async with asyncio.timeout(LONGEST_FIRST):
            try:
                return await _once(respond)
            except (OSError, aiohttp.ClientError):
                return await _once(respond)


async def _once(respond: Callable[[], Awaitable[T]]) -> T | None:
    try:
        return await respond()
    except discord.HTTPException as error:
        if error.code != ACKNOWLEDGED:
            raise
        return None


async def answered(respond: Callable[[], Awaitable[object]]) -> bool:
    """Whether Discord has taken a first answer that says it all: words for one person alone, or a form."""
    try:
        await first(respond)
    except (Unavailable, Unreachable) as error:
        log.warning("an interaction's answer goes another way: %s", error)
        return False
    return True


async def defer(interaction: discord.Interaction, asked: Asked) -> Asked:
    """Tells Discord that an answer will come; what was asked, with the ways that are open now.

    A command shows "thinking…", to the person alone if it is hidden; a button shows nothing.
    """
    hidden = "hidden" in asked.address.data
    promise = partial(interaction.response.defer, thinking=asked.what != "press", ephemeral=hidden)
    try:
        if response := await first(promise):
            return asked.answered_in(response.message_id)
    except Unreachable as error:
        log.warning("an interaction was not deferred, its answer goes another way: %s", error)
        return asked.without_token()
    except Unavailable as error:
        log.warning("an interaction may not have been deferred: %s", error)
    return await find(interaction.client, asked)


async def find(client: discord.Client, asked: Asked) -> Asked:
    """What was asked, with the ways that are open where we heard nothing: "thinking…" if it is there."""
    if asked.over():
        return asked.without_token()
    if asked.what == "press":
        return asked  # its token may be good: what Discord does not take by it goes another way
    token = asked.address.data["token"]
    path = "/webhooks/{application}/{token}/messages/@original"
    try:
        with in_our_words():
            async with asyncio.timeout(LONGEST_LOOK):
                message = await client.http.request(
                    Route("GET", path, application=client.application_id, token=token)
                )
    except Unavailable:
        return asked  # its token may be good: whatever is sent by it takes the place of "thinking…"
    except Unreachable:
        return asked.without_token()
    return asked.answered_in(int(message["id"]))
