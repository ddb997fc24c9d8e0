"""What Discord says of us and of the channels that we are let into."""

from __future__ import annotations

from collections.abc import Sequence

import aiohttp
import discord

from bot.platforms.discord.client import PERMISSIONS, point_at
from bot.ports import BadToken, Unavailable
from bot.proxies import through
from bot.standing import Rights, Standing


async def standing(token: str, api_url: str | None, proxy: str | None, chats: Sequence[str]) -> Standing:
    """See `Looks.look`. An id that is neither a channel's nor a server's may be a person's: of that nothing is said."""
    point_at(api_url)
    async with discord.Client(intents=discord.Intents.none(), **through(proxy)) as client:
        try:
            await client.login(token)
            assert client.user
            found: dict[str, Rights] = {}
            for chat in filter(str.isdecimal, chats):
                found |= await _rights(client, chat)
            return Standing(client.user.name, found)
        except discord.LoginFailure:
            raise BadToken("Discord does not accept the token") from None
        except (OSError, aiohttp.ClientError, discord.DiscordException) as error:
            raise Unavailable(f"Discord can't be reached: {type(error).__name__}") from None


async def _rights(client: discord.Client, chat: str) -> dict[str, Rights]:
    """What we lack in a channel or a server; nothing where it is neither."""
    try:
        channel = await client.fetch_channel(int(chat))
    except discord.Forbidden:
        return {chat: None}
    except discord.NotFound:
        return await _server(client, chat)
    if not isinstance(channel, discord.abc.GuildChannel):
        return {}
    assert client.user
    guild = await client.fetch_guild(channel.guild.id)
    member, here = await guild.fetch_member(client.user.id), await guild.fetch_channel(int(chat))
    missing = PERMISSIONS & ~here.permissions_for(member)
    return {chat: tuple(name.replace("_", " ").title() for name, lacks in missing if lacks)}


async def _server(client: discord.Client, server: str) -> dict[str, Rights]:
    try:
        await client.fetch_guild(int(server), with_counts=False)
    except (discord.Forbidden, discord.NotFound):
        return {}
    return {server: ()}
