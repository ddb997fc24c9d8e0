"""What Discord sends, in the words of `bot.messages`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import PurePath
from typing import Any, cast

import discord
from pydantic import TypeAdapter

from bot.errors import NotAPicture, Unseen
from bot.messages import Address, Attachment, Incoming, Person
from bot.pictures.formats import is_picture
from bot.platforms.discord.asked import Asked, File, What
from bot.platforms.discord.plain import known, plain
from engine.api.errors import NoImage
from engine.api.modes import REPLIED

NAME = "discord"
TOKEN_SECONDS = 15 * 60 - 20
"""How long an interaction's token is used: Discord takes it for 15 minutes."""

_SAYING = (discord.MessageType.default, discord.MessageType.reply)
_PERSON = TypeAdapter(Person)


def person(user: discord.abc.User, locale: discord.Locale | None = None) -> Person:
    """Who it is, with their roles in the server where they speak; messages do not tell a language."""
    told = {"platform": NAME, "id": str(user.id), "name": user.display_name, "roles": tuple(_roles(user))}
    return _PERSON.validate_python(told | {"language": locale.value if locale else None})


def _roles(user: discord.abc.User) -> Iterator[str]:
    """Each role as quotas may name it: by its id, and by the server's id and its name."""
    for role in user.roles if isinstance(user, discord.Member) else ():
        if not role.is_default():
            yield from (str(role.id), f"{role.guild.id}:{role.name}")


def asked(
    interaction: discord.Interaction,
    what: What,
    words: str,
    **more: Any,
) -> Asked:
    """What a person asked for. Raises ValidationError where that can't be read."""
    made = Asked(
        what=what,
        person=person(interaction.user, interaction.locale),
        address=_address(interaction),
        words=words,
        group=_among_others(interaction),
        admin=interaction.guild_id is not None and interaction.permissions.manage_messages,
        server=str(interaction.guild_id or ""),
        **more,
    )
    return made.model_copy(update={"names": _names(interaction, made.said)})


def _address(interaction: discord.Interaction) -> Address:
    """Where the answer goes."""
    user, message = interaction.user, interaction.message
    data: dict[str, str | int | float] = {
        "event": str(interaction.id),
        "person": str(user.id),
        "name": user.display_name,
        "token": interaction.token,
        "until": interaction.created_at.timestamp() + TOKEN_SECONDS,
    }
    data |= _within(interaction.channel) | ({} if _among_others(interaction) else {"own": 1})
    if _is_away(interaction):
        data["closes"] = data["until"]
    chat = str(interaction.channel_id or 0)
    return Address(platform=NAME, chat=chat, message=str(message.id) if message else None, data=data)


def _within(channel: object) -> dict[str, str]:
    """The channel that a thread is in, whose rules hold in it; nothing for all else."""
    return {"within": str(channel.parent_id)} if isinstance(channel, discord.Thread) else {}


def _among_others(interaction: discord.Interaction) -> bool:
    return interaction.guild_id is not None or interaction.context.private_channel is True


def _is_away(interaction: discord.Interaction) -> bool:
    """Whether the bot is there by way of a person's account alone: nothing but their interaction lets it in."""
    from_person = interaction.is_user_integration() and not interaction.is_guild_integration()
    return interaction.context.private_channel is True or (interaction.guild_id is not None and from_person)


def _names(interaction: discord.Interaction, text: str) -> dict[str, str]:
    """What those are called whom an interaction's words mention, as far as that came along."""
    people = [user for user in (interaction.user, interaction.client.user) if user]
    told = cast(Mapping[str, Any], interaction.data or {})
    return known(text, interaction.guild, people, told.get("resolved"))


def said(
    message: discord.Message, me: discord.abc.User | discord.ClientUser, proxy: str | None
) -> Incoming | None:
    """What a person says to us: alone, by our name, or in reply to one of ours; None for all else, which is none of our
    business.

    What it replies to may give the picture; files are fetched by way of `proxy`. Raises ValidationError where that
    can't be read.
    """
    author, earlier = message.author, _replied_to(message)
    group = not isinstance(message.channel, discord.DMChannel)
    named = me in message.mentions
    called, ours = named and is_called(message.content, me.id), earlier and earlier.author.id == me.id
    to_us = message.guild is None or called or (named and ours)
    if author.bot or message.type not in _SAYING or not to_us:
        return None
    text = without_mention(message.content, me.id)
    files, replied = given(message), picture(earlier, REPLIED) if earlier else None
    if replied and (replied.picture or not files):
        files.append(replied)
    if not text and message.id == message.channel.id:  # a post of a forum begins with it
        text = str(getattr(message.channel, "name", ""))
    attached = [file.attachment(proxy) for file in files]
    if earlier and not attached and not ours and _is_hidden(earlier):
        attached.append(Attachment("", None, _unseen, REPLIED))
    return Incoming(
        person=person(author),
        address=Address(
            platform=NAME,
            chat=str(message.channel.id),
            message=str(message.id),
            data={
                "event": str(message.id),
                "person": str(author.id),
                "name": author.display_name,
                **_within(message.channel),
                **({} if group else {"own": 1}),
            },
        ),
        text=plain(text, known(text, message.guild, message.mentions)),
        attachments=tuple(attached),
        reply_to=str(earlier.id) if earlier else None,
        group=group,
        server=str(message.guild.id) if message.guild else "",
        called=called,
        admin=partial(_manages, message),
    )


async def _manages(message: discord.Message) -> bool:
    """Whether who speaks may act on others' messages in that channel."""
    author, channel = message.author, message.channel
    if not isinstance(author, discord.Member) or isinstance(
        channel, discord.DMChannel | discord.GroupChannel
    ):
        return False
    try:
        return channel.permissions_for(author).manage_messages
    except discord.ClientException:  # a thread of a channel that we don't see
        return False


def _replied_to(message: discord.Message) -> discord.Message | None:
    replied = message.reference.resolved if message.reference else None
    return replied if isinstance(replied, discord.Message) else None


def _is_hidden(message: discord.Message) -> bool:
    """Whether Discord keeps from us what a message says: it shows us that of others only where they speak to us."""
    return not (message.content or list(_files(message)))


async def _unseen(_: int) -> bytes:
    raise Unseen()


def picture(message: discord.Message, purpose: str = "") -> File | None:
    """The first of what a message gives."""
    return next((each.model_copy(update={"purpose": purpose}) for each in given(message)), None)


def check(picture: File | None) -> None:
    """Raises NoImage and NotAPicture where a message has no picture."""
    if picture is None:
        raise NoImage()
    if not picture.picture:
        raise NotAPicture()


def given(message: discord.Message) -> list[File]:
    """The pictures of a message: files, stickers, previews that Discord keeps of links, and what was passed on.

    Where there are none, the first file that can't be one, so that it is not passed over silently.
    """
    found = list(_files(message))
    return [file for file in found if file.picture] or found[:1]


def _files(message: discord.Message | discord.MessageSnapshot) -> Iterator[File]:
    yield from map(attached, message.attachments)
    for sticker in message.stickers:
        still = sticker.format is not discord.StickerFormatType.lottie
        yield File(name=sticker.name, size=None, url=sticker.url, picture=still)
    for embed in message.embeds:
        if url := embed.image.proxy_url or embed.thumbnail.proxy_url:
            yield File(name=PurePath(url.partition("?")[0]).name, size=None, url=url)
    if isinstance(message, discord.Message):
        for snapshot in message.message_snapshots:
            yield from _files(snapshot)


def attached(file: discord.Attachment, purpose: str = "") -> File:
    """A file that came along."""
    kind = file.content_type or ""
    untold = kind in ("", "application/octet-stream") and not PurePath(file.filename).suffix
    image = kind.startswith("image/") or is_picture(file.filename) or untold
    return File(name=file.filename, size=file.size, url=file.url, purpose=purpose, picture=image)


def is_called(text: str, user: int) -> bool:
    """Whether a text begins or ends with the bot's name: who has it in the middle speaks about it."""
    return re.search(rf"^\s*<@!?{user}>|<@!?{user}>\s*$", text) is not None


def without_mention(text: str, user: int) -> str:
    """The text without the bot's own name in it."""
    return re.sub(rf"<@!?{user}>", "", text).strip()
