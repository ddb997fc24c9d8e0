"""What Discord sends, in the words of `bot.messages`."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Any, cast

import aiohttp
import discord

from bot.messages import Address, Attachment, Incoming, Person
from bot.platforms.discord.plain import Names, known
from bot.ports import Unavailable
from bot.reading import PIECE, read_pieces
from engine.api.modes import REPLIED

log = logging.getLogger(__name__)

NAME = "discord"
TOKEN_SECONDS = 15 * 60 - 20
"""How long an interaction's token is used: Discord takes it for 15 minutes."""

_IMAGES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".avif", ".tif", ".tiff"})


def person(user: discord.abc.User, locale: discord.Locale | None = None) -> Person:
    """Who it is; messages do not tell a language."""
    return Person(NAME, str(user.id), user.display_name, locale.value if locale else None)


async def address(interaction: discord.Interaction, *, hidden: bool = False) -> Address:
    """Tells Discord within its 3 seconds that an answer will come, and where that answer goes.

    A command shows "thinking…", to the person alone if `hidden`; a button shows nothing.
    """
    user, message = interaction.user, interaction.message
    data: dict[str, str | int | float] = {
        "event": str(interaction.id),
        "person": str(user.id),
        "name": user.display_name,
    }
    try:
        response = await interaction.response.defer(thinking=message is None, ephemeral=hidden)
    except (discord.HTTPException, OSError, aiohttp.ClientError) as error:
        log.warning("an interaction was not deferred, its answer goes to the channel: %s", error)
    else:
        data["token"] = interaction.token
        data["until"] = interaction.created_at.timestamp() + TOKEN_SECONDS
        if message is None and response is not None and response.message_id:
            data["answer"] = response.message_id
        if hidden:
            data["hidden"] = 1
    chat = str(interaction.channel_id or 0)
    return Address(platform=NAME, chat=chat, message=str(message.id) if message else None, data=data)


def asked(interaction: discord.Interaction, to: Address, pictures: Sequence[Attachment] = ()) -> Incoming:
    """An interaction as something that a person sent."""
    return Incoming(
        person=person(interaction.user, interaction.locale),
        address=to,
        attachments=tuple(pictures),
        group=interaction.guild_id is not None or interaction.context.private_channel is True,
        server=str(interaction.guild_id or ""),
    )


async def is_admin(interaction: discord.Interaction) -> bool:
    """Whether the person may delete others' messages in that channel."""
    return interaction.guild_id is not None and interaction.permissions.manage_messages


def names(interaction: discord.Interaction, text: str) -> Names:
    """What those are called whom an interaction's words mention, as far as that came along."""
    people = [user for user in (interaction.user, interaction.client.user) if user]
    told = cast(Mapping[str, Any], interaction.data or {})
    return known(text, interaction.guild, people, told.get("resolved"))


def said(message: discord.Message, text: str) -> Incoming:
    """A message of a person's own; what it replies to may give the picture."""
    author, reference = message.author, message.reference
    replied = reference.resolved if reference else None
    earlier = replied if isinstance(replied, discord.Message) else None
    given = picture(earlier, REPLIED) if earlier else None
    return Incoming(
        person=person(author),
        address=Address(
            platform=NAME,
            chat=str(message.channel.id),
            message=str(message.id),
            data={"event": str(message.id), "person": str(author.id), "name": author.display_name},
        ),
        text=text,
        attachments=(*_pictures(message), *filter(None, [given])),
        reply_to=str(earlier.id) if earlier else None,
        group=not isinstance(message.channel, discord.DMChannel),
        server=str(message.guild.id) if message.guild else "",
    )


def picture(message: discord.Message, purpose: str = "") -> Attachment | None:
    """The first picture of a message: a file, a preview that Discord keeps of a link, or one that was passed on."""
    return next((replace(each, purpose=purpose) for each in _pictures(message)), None)


def _pictures(message: discord.Message | discord.MessageSnapshot) -> Iterator[Attachment]:
    for file in message.attachments:
        if (file.content_type or "").startswith("image/") or PurePath(
            file.filename
        ).suffix.lower() in _IMAGES:
            yield attachment(file)
    for embed in message.embeds:
        if url := embed.image.proxy_url or embed.thumbnail.proxy_url:
            yield _at(PurePath(url.partition("?")[0]).name, None, url)
    if isinstance(message, discord.Message):
        for snapshot in message.message_snapshots:
            yield from _pictures(snapshot)


def attachment(file: discord.Attachment, purpose: str = "") -> Attachment:
    """A file that lies with Discord; its address comes from Discord, never from a person."""
    return _at(file.filename, file.size, file.url, purpose)


def _at(name: str, size: int | None, url: str, purpose: str = "") -> Attachment:
    async def read(most: int) -> bytes:
        return await _fetch(url, most)

    return Attachment(name, size, read, purpose)


async def _fetch(url: str, most: int) -> bytes:
    """The file at an address.

    Raises:
        TooLong: it has more than `most` bytes.
        Unavailable: it can't be fetched: it is gone, the connection broke, or that is no address.
    """
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(60)) as session,
            session.get(url) as response,
        ):
            response.raise_for_status()
            return await read_pieces(response.content.iter_chunked(PIECE), most)
    except (OSError, ValueError, aiohttp.ClientError) as error:  # time-outs are OSErrors
        raise Unavailable(f"a file can't be fetched from Discord: {type(error).__name__}") from error


def without_mention(text: str, user: int) -> str:
    """The text without the bot's own name in it."""
    return re.sub(rf"<@!?{user}>", "", text).strip()
