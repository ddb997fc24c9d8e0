"""Takes what people do on Discord to the service: commands, buttons, messages, and the words for a picture."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeGuard

import discord
from discord import ui

from bot.locales import Say
from bot.messages import Attachment, Press, Receipt
from bot.platforms.discord import read
from bot.platforms.discord.errors import in_our_words
from bot.platforms.discord.options import request
from bot.platforms.discord.plain import Names, fetched, known, plain
from bot.platforms.discord.render import LONGEST, clip
from bot.ports import Service, Unavailable, Unreachable
from bot.usecases.cards import error_card
from engine.api.errors import LukisError, NoImage
from engine.api.modes import REPLIED

log = logging.getLogger(__name__)

LONGEST_WORDS = 4000
"""That a modal takes."""


class Inbox:
    """What comes in. Everything is answered at once with a promise, and by the service in its own time."""

    def __init__(self, service: Service) -> None:
        self._service = service

    async def command(self, interaction: discord.Interaction, name: str, words: str = "") -> None:
        """Any other command; its answer is for the person alone."""
        to = await read.address(interaction, hidden=True)
        words = plain(words, await fetched(words, read.names(interaction, words), interaction))
        await self._service.command(replace(read.asked(interaction, to), text=words), name)

    async def imagine(
        self,
        interaction: discord.Interaction,
        prompt: str,
        files: Mapping[str, discord.Attachment],
        options: Mapping[str, Any],
    ) -> None:
        """`/imagine` with its options; `files` are the pictures, by what they are for."""
        pictures = [read.attachment(file, name) for name, file in files.items()]
        await self._imagine(interaction, prompt, options, pictures)

    async def menu(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Asks for the words before a message's picture is changed."""
        say = await self._service.say(read.person(interaction.user, interaction.locale))
        picture = read.picture(message, REPLIED)
        if picture is None:
            text = clip(error_card(say, NoImage()).text, LONGEST)
            await interaction.response.send_message(text, ephemeral=True)
            return

        async def submitted(again: discord.Interaction, words: str) -> None:
            await self._imagine(again, words, {}, [picture], str(message.id))

        await interaction.response.send_modal(_Words(say, submitted))

    async def press(self, interaction: discord.Interaction, payload: str) -> None:
        """A button."""
        to = await read.address(interaction)
        press = Press(
            person=read.person(interaction.user, interaction.locale),
            address=to,
            payload=payload,
            message=Receipt(platform=to.platform, chat=to.chat, messages=(to.message or "0",), data=to.data),
            admin=partial(read.is_admin, interaction),
            server=str(interaction.guild_id or ""),
        )
        if (toast := await self._service.press(press)) and "token" in to.data:
            await _whisper(interaction, toast)

    async def message(self, message: discord.Message, me: discord.abc.User) -> None:
        """A message: to us alone, or in reply to one of ours. Others are none of our business."""
        if message.author.bot or message.type not in (discord.MessageType.default, discord.MessageType.reply):
            return
        replied = message.reference.resolved if message.reference else None
        to_us = isinstance(replied, discord.Message) and replied.author.id == me.id and me in message.mentions
        if not to_us and message.guild is not None:
            return
        text = read.without_mention(message.content, me.id)
        came = read.said(message, plain(text, known(text, message.guild, message.mentions)))
        name, _, rest = came.text.removeprefix("/").partition(" ")
        if came.text.startswith("/") and await self._service.command(replace(came, text=rest), name):
            return
        await self._service.message(came)

    async def _imagine(
        self,
        interaction: discord.Interaction,
        prompt: str,
        options: Mapping[str, Any],
        pictures: Sequence[Attachment],
        reply_to: str | None = None,
    ) -> None:
        said = " ".join(filter(_is_text, (prompt, *options.values())))
        names = read.names(interaction, said)
        to = await read.address(interaction, hidden=not self._understood(prompt, options, names))
        names = await fetched(said, names, interaction)
        try:
            asked = request(*_plainly(prompt, options, names), self._service)
        except LukisError as error:
            say = await self._service.say(read.person(interaction.user, interaction.locale))
            await self._service.answer(to, error_card(say, error))
            return
        came = replace(read.asked(interaction, to, pictures), reply_to=reply_to)
        await self._service.imagine(came, asked.prompt, asked.parameters)

    def _understood(self, prompt: str, options: Mapping[str, Any], names: Names) -> bool:
        """Whether there will be a picture; a sentence that says why not is for the person alone."""
        try:
            request(*_plainly(prompt, options, names), self._service)
        except LukisError:
            return False
        return True


def _is_text(value: Any) -> TypeGuard[str]:
    return isinstance(value, str)


def _plainly(prompt: str, options: Mapping[str, Any], names: Names) -> tuple[str, dict[str, Any]]:
    """What a person typed, in plain words."""
    return plain(prompt, names), {n: plain(v, names) if _is_text(v) else v for n, v in options.items()}


async def _whisper(interaction: discord.Interaction, words: str) -> None:
    """Says something to one person; a word that does not arrive is no loss."""
    try:
        with in_our_words():
            await interaction.followup.send(clip(words, LONGEST), ephemeral=True)
    except (Unavailable, Unreachable) as error:
        log.info("a word did not arrive: %s", error)


class _Words(ui.Modal):
    """Asks what a picture should become."""

    def __init__(self, say: Say, submitted: Callable[[discord.Interaction, str], Awaitable[None]]) -> None:
        super().__init__(title=say("discord-menu")[:45], timeout=read.TOKEN_SECONDS)
        self._submitted = submitted
        self._words: ui.TextInput[_Words] = ui.TextInput(
            custom_id="words",
            style=discord.TextStyle.paragraph,
            placeholder=say("imagine-example")[:100],
            max_length=LONGEST_WORDS,
        )
        self.add_item(ui.Label(text=say("discord-prompt-help")[:45], component=self._words))

    async def on_submit(self, interaction: discord.Interaction) -> None:
        await self._submitted(interaction, self._words.value)
