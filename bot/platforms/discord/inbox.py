"""Takes what people do on Discord to the service: commands, buttons, messages, and the words for a picture."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from functools import partial
from typing import Any, Literal

import discord
from pydantic import ValidationError

from bot.errors import NotFound
from bot.messages import Card, Person
from bot.platforms.discord import buttons, read
from bot.platforms.discord.asked import Asked, File
from bot.platforms.discord.forms import form, question
from bot.platforms.discord.options import request
from bot.platforms.discord.plain import fetched
from bot.platforms.discord.render import LONGEST, clip
from bot.platforms.discord.responses import answered, defer, find
from bot.platforms.discord.work import Work, at_least_now
from bot.ports import Service
from bot.usecases.buttons import ASKING
from bot.usecases.refusals import error_card
from engine.api.errors import LukisError
from engine.api.modes import REPLIED

log = logging.getLogger(__name__)

LONGEST_NOTE = 1.0
"""Seconds that noting may take, of the three that Discord waits for a promise."""

LONGEST_OPENING = 1.5
"""Seconds of them for what a form begins with; after that the button does without one."""


class Inbox:
    """What comes in. Everything is noted, answered at once with a promise, and by the service in its own time."""

    def __init__(
        self, service: Service, client: discord.Client, work: Work, proxy: str | None = None
    ) -> None:
        """`proxy` is on the way to the files that people send."""
        self._proxy = proxy
        self._service = service
        self._client = client
        self._work = work

    async def command(
        self,
        interaction: discord.Interaction,
        name: str,
        words: str = "",
        files: Sequence[File] = (),
        hidden: bool = True,
    ) -> None:
        """Any other command; its answer is for the person alone where that is `hidden`."""
        asked = read.asked(interaction, "command", words, name=name, files=files)
        await self._hear(asked.hidden() if hidden else asked, interaction)

    async def about(
        self,
        interaction: discord.Interaction,
        message: discord.Message,
        name: Literal["info", "upscale", "describe"] = "info",
    ) -> None:
        """A command about a message's picture: how it was made or what it shows, to one alone, or a larger one."""
        picture = read.picture(message, REPLIED)
        more = {"files": [picture] if picture else [], "reply_to": str(message.id)}
        asked = read.asked(interaction, "command", "", name=name, **more)
        try:
            if not self._is_ours(message):  # of which we know more than Discord does
                read.check(picture)
        except LukisError as error:
            with self._work.here():
                await self._refuse(interaction, asked, error)
            return
        await self._hear(asked if name == "upscale" else asked.hidden(), interaction)

    async def again(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Draws once more what a message of ours shows; of any other picture it tells how, with a button that does."""
        payload = buttons.carried(message, "reroll") if self._is_ours(message) else None
        if payload is None:
            await self.about(interaction, message)
            return
        asked = read.asked(interaction, "again", payload)
        place = asked.address.model_copy(update={"message": str(message.id)})
        await self._hear(asked.model_copy(update={"address": place}), interaction)

    def _is_ours(self, message: discord.Message) -> bool:
        return self._client.user is not None and message.author.id == self._client.user.id

    async def imagine(
        self,
        interaction: discord.Interaction,
        prompt: str | None,
        files: Mapping[str, discord.Attachment],
        options: Mapping[str, Any],
        private: bool = False,
    ) -> None:
        """`/imagine` with its options; `files` are the pictures, by what they are for. Where it is `private`, all that
        comes of it is for the person alone. Without a prompt, a form asks for it."""
        more = {
            "files": [read.attached(file, name) for name, file in files.items()],
            "options": {name: value for name, value in options.items() if value is not None},
        }
        asked = read.asked(interaction, "imagine" if prompt else "form", prompt or "", **more)
        asked = asked.privately() if private else asked
        await (self._imagine(asked, interaction) if prompt else self._ask(interaction, asked))

    async def menu(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Asks for the words before a message's picture is changed; notes what they will be for."""
        picture = read.picture(message, REPLIED)
        files = [picture] if picture else []
        asked = read.asked(interaction, "form", "", files=files, reply_to=str(message.id))
        await self._ask(interaction, asked, lambda: read.check(picture))

    async def _ask(
        self, interaction: discord.Interaction, asked: Asked, check: Callable[[], object] = bool
    ) -> None:
        """Shows the form for what was asked, once that is checked and noted."""
        event = str(interaction.id)
        with self._work.here():
            try:
                check()
                await self._forget_forms(interaction.created_at.timestamp())
                await self._service.promises.make(read.NAME, event, asked.model_dump_json())
            except LukisError as error:
                await self._refuse(interaction, asked, error)
                return
            await self._show_form(interaction, asked, event)

    async def submit(
        self, interaction: discord.Interaction, event: str, words: str, chosen: Mapping[str, str]
    ) -> None:
        """What somebody filled into a form that was shown in an event, perhaps by an earlier run."""
        asked = read.asked(interaction, "imagine", words)
        try:
            shown = await self._shown(asked.person, event, interaction.created_at.timestamp())
        except LukisError as error:
            with self._work.here():
                await self._refuse(interaction, asked, error)
            return
        options = {**shown.options, **chosen}
        about = {"files": shown.files, "reply_to": shown.reply_to, "options": options}
        asked = asked.model_copy(update=about)
        await self._imagine(asked.privately() if shown.address.private else asked, interaction)
        await self._service.promises.kept(read.NAME, event)

    async def _show_form(self, interaction: discord.Interaction, asked: Asked, event: str) -> None:
        say = await self._service.say(asked.person)
        models = None if asked.reply_to else self._service.models()
        if not await answered(partial(interaction.response.send_modal, form(say, event, models))):
            text = say("discord-no-form", menu=say("discord-menu"))
            await self._tell(asked, Card(text=text, private=True))

    async def _shown(self, person: Person, event: str, at: float) -> Asked:
        """What a form sent in at a time is for. Raises NotFound where it was not shown to this person, or was over."""
        noted = await self._service.promises.made(read.NAME, event)
        shown = _read(noted) if noted else None
        if shown is None or shown.what != "form" or shown.person.key != person.key or shown.over(at):
            raise NotFound()
        return shown

    async def _forget_forms(self, at: float) -> None:
        """Crosses out the forms that nobody has sent while they could be: Discord does not say who cancels one."""
        for event, noted in await self._service.promises.oldest(read.NAME):
            asked = _read(noted)
            if asked and asked.what == "form" and asked.over(at):
                await self._service.promises.kept(read.NAME, event)

    async def _refuse(self, interaction: discord.Interaction, asked: Asked, error: LukisError) -> None:
        """Answers with one sentence for the person alone."""
        card = error_card(await self._service.say(asked.person), error)
        words = clip(card.text, LONGEST)
        if not await answered(partial(interaction.response.send_message, words, ephemeral=True)):
            await self._tell(asked, card)

    async def _tell(self, asked: Asked, card: Card) -> None:
        """Says something to the person alone where the interaction itself takes no answer."""
        await self._service.answer(asked.without_token().address, card)

    async def press(self, interaction: discord.Interaction, payload: str) -> None:
        """A button; one that asks for words opens a form, for who may press it."""
        asked = read.asked(interaction, "press", payload)
        if payload.partition(":")[0] not in ASKING or not await self._opens(interaction, asked):
            await self._hear(asked, interaction)

    async def _opens(self, interaction: discord.Interaction, asked: Asked) -> bool:
        """Whether a button's form is open now."""
        with self._work.here(), suppress(TimeoutError):
            async with asyncio.timeout(LONGEST_OPENING):
                begins = await self._service.begins(asked.press())
                say = await self._service.say(asked.person)
            if begins is not None:
                made = question(say, asked.words, begins)
                return await answered(partial(interaction.response.send_modal, made))
        return False

    async def write(self, interaction: discord.Interaction, payload: str, words: str) -> None:
        """What somebody wrote in a button's form."""
        asked, on = read.asked(interaction, "words", words, name=payload), interaction.message
        await self._hear(asked.hidden() if on and on.flags.ephemeral else asked, interaction)

    async def message(self, message: discord.Message, me: discord.ClientUser) -> None:
        """A message, if it is to us."""
        came = read.said(message, me, self._proxy)
        if came is None:
            return
        name, _, rest = came.text.removeprefix("/").partition(" ")
        with self._work.here():
            if not came.text.startswith("/"):
                await self._service.message(came)
            elif not await self._service.command(replace(came, text=rest), name):
                await self._service.message(replace(came, text=""))  # which is no prompt

    async def keep_promises(self) -> None:
        """Goes on with what an earlier run was killed over before it was answered or became a job."""
        for event, text in await self._service.promises.left(read.NAME):
            self._work.start(self._keep(event, text), f"promise {event}")

    async def _keep(self, event: str, text: str) -> None:
        asked = _read(text)
        try:
            if asked is None:
                log.warning("a promise of an earlier version can't be read")
            elif asked.what == "form" and not asked.over():
                return  # somebody may still be writing in it
            elif asked.what == "imagine" or not asked.over():
                await self._answer(await find(self._client, asked))
        except Exception:
            log.exception("a promise of an earlier run can't be kept")
        await self._service.promises.kept(read.NAME, event)

    async def _imagine(self, asked: Asked, interaction: discord.Interaction) -> None:
        """A picture; if there will be none, the sentence that says why is for the person alone."""
        try:
            request(*asked.plainly(), self._service)
        except LukisError:
            asked = asked.hidden()
        await self._hear(asked, interaction)

    async def _hear(self, asked: Asked, interaction: discord.Interaction) -> None:
        """Notes what was asked, promises an answer, and gives it. Killed anywhere in between, the next start finds
        the note."""
        with self._work.here():
            async with self._promised(asked):
                await self._answer(await defer(interaction, asked))

    @asynccontextmanager
    async def _promised(self, asked: Asked) -> AsyncIterator[None]:
        """Notes a promise until the block ends in any way but the end of the program."""
        event, promises = asked.address.origin or "", self._service.promises
        with at_least_now():
            async with asyncio.timeout(LONGEST_NOTE):
                await promises.make(read.NAME, event, asked.model_dump_json())
        try:
            yield
        except Exception:
            await promises.kept(read.NAME, event)
            raise
        with at_least_now():
            await promises.kept(read.NAME, event)

    async def _answer(self, asked: Asked) -> None:
        """Has the service do it, and says to the person alone what it says of a button."""
        names = await fetched(asked.said, asked.names, self._client, asked.server)
        asked = asked.model_copy(update={"names": names})
        match asked.what:
            case "imagine":
                await self._draw(asked)
            case "command":
                await self._service.command(asked.incoming(self._proxy), asked.name)
            case "press" | "again" | "words":
                if said := await self._service.press(asked.press()):
                    await self._service.answer(asked.address, Card(text=said, private=True))

    async def _draw(self, asked: Asked) -> None:
        try:
            wanted = request(*asked.plainly(), self._service)
        except LukisError as error:
            say = await self._service.say(asked.person)
            await self._service.answer(asked.address, error_card(say, error))
            return
        await self._service.imagine(
            asked.incoming(self._proxy), wanted.prompt, wanted.parameters, wanted.axes, wanted.notices
        )


def _read(noted: str) -> Asked | None:
    """What was asked, as it was noted; None where another version did that in its own way."""
    try:
        return Asked.model_validate_json(noted)
    except ValidationError:
        return None
