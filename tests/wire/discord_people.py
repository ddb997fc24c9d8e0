"""People on the loopback Discord: they type commands, press buttons, send and reply, and look at messages."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, TypeVar

from simcord import interactions as payloads
from simcord.backend import serializers
from simcord.backend.models import AllowedMentions, Interaction, Message
from simcord.components import walk_components

from tests.patience import PATIENCE
from tests.wire.discord import DiscordServer

T = TypeVar("T")
COMMAND, COMPONENT, AUTOCOMPLETE, MODAL = 2, 3, 4, 5
"""The kinds of interaction, as Discord numbers them."""

HUMAN = 0.2
"""Seconds that people need at least to answer what they see."""


@dataclass
class Channel:
    """A text channel of a server, or a private chat where `guild` is None."""

    discord: DiscordServer
    id: int
    guild: int | None

    @property
    def messages(self) -> list[Message]:
        """What stands in it, oldest first."""
        return sorted(self.discord.world.messages.get(self.id, {}).values(), key=lambda m: m.id)

    @property
    def said(self) -> list[Message]:
        """What the bot said in it."""
        return [m for m in self.messages if m.author_id == self.discord.world.bot_user.id]

    async def until(self, found: Callable[[], T | None], patience: float = PATIENCE) -> T:
        """Waits for something to be true and returns it."""
        return await self.discord.until(found, patience)

    async def status(self, words: str = "Painting") -> Message:
        """The message that says how far a picture is, once it says these words."""
        return await self.until(lambda: next((m for m in self.messages if words in m.content), None))

    async def result(self, pictures: int = 1, after: int = 0, patience: float = PATIENCE) -> Message:
        """The next finished message with that many pictures after message `after`."""
        found = await self.until(
            lambda: next((m for m in self.said if m.id > after and len(pictures_of(m)) == pictures), None),
            patience,
        )
        await asyncio.sleep(HUMAN)
        return found


def town(discord: DiscordServer, *names: str, shard: int = 0) -> tuple[Channel, list[Someone]]:
    """A server of that shard, with a channel and people in it."""
    guild = discord.world.create_guild("Town", shard_id=shard, shard_count=discord.gateway.shards)
    channel = Channel(discord, discord.world.create_channel(guild.id, "general").id, guild.id)
    people = [Someone(discord, discord.world.make_user(name).id) for name in names]
    for someone in people:
        discord.world.add_member(guild.id, someone.id)
    return channel, people


@dataclass
class Someone:
    """A person with a Discord account; one who `brings` the bot has it there by way of their account alone."""

    discord: DiscordServer
    id: int
    locale: str = "en-US"
    brings: bool = False

    def private(self) -> Channel:
        """Their private chat with the bot."""
        return Channel(self.discord, self.discord.world.get_dm_channel(self.id).id, None)

    async def slash(self, channel: Channel, name: str, **options: Any) -> Interaction:
        """Types a command; Discord checks options as it does."""
        interaction = await self.slash_unanswered(channel, name, **options)
        await channel.until(lambda: interaction.responded)
        return interaction

    async def slash_unanswered(self, channel: Channel, name: str, **options: Any) -> Interaction:
        """The same without waiting for the bot to answer in any way."""
        command = await channel.until(lambda: self.discord.world.find_command(name, channel.guild))
        actor: Any = SimpleNamespace(_env=SimpleNamespace(backend=self.discord.world), id=self.id)
        built, resolved = payloads.build_options(actor, name, command, options, channel_id=channel.id)
        data = {"id": command["id"], "name": name, "type": 1, "options": built, "resolved": resolved}
        return await self._interact(COMMAND, channel, data, wait=False)

    async def suggested(self, channel: Channel, option: str, typed: str) -> list[str]:
        """Types into an option of /imagine; the suggestions."""
        command = await channel.until(lambda: self.discord.world.find_command("imagine", channel.guild))
        options = [{"name": option, "type": 3, "value": typed, "focused": True}]
        data = {"id": command["id"], "name": "imagine", "type": 1, "options": options}
        interaction = await self._interact(AUTOCOMPLETE, channel, data)
        return [choice["name"] for choice in interaction.autocomplete_choices or []]

    async def menu(self, channel: Channel, name: str, message: Message, *, wait: bool = True) -> Interaction:
        """Chooses a command in a message's menu."""
        command = await channel.until(lambda: self.discord.world.find_command(name, channel.guild, type=3))
        shown = {str(message.id): dict(serializers.message_payload(self.discord.world, message))}
        target = {"target_id": str(message.id), "resolved": {"messages": shown}}
        data = {"id": command["id"], "name": name, "type": 3, **target}
        return await self._interact(COMMAND, channel, data, wait=wait)

    async def submit(
        self,
        channel: Channel,
        shown: Interaction,
        words: str,
        *,
        on: Message | None = None,
        wait: bool = True,
    ) -> Interaction:
        """Fills in the one field of a modal, which a button `on` a message may have opened."""
        assert shown.modal is not None
        (label,) = shown.modal["components"]
        return await self.fill(channel, shown, {label["component"]["custom_id"]: words}, on=on, wait=wait)

    async def fill(
        self,
        channel: Channel,
        shown: Interaction,
        filled: Mapping[str, str | list[str]],
        *,
        on: Message | None = None,
        wait: bool = True,
    ) -> Interaction:
        """Fills in fields of a modal by what they carry: words, or what is chosen."""
        assert shown.modal is not None
        fields = [label["component"] for label in shown.modal["components"]]
        components = [
            {"type": 18, "id": 2 * i, "component": {**_filled(field, filled), "id": 2 * i + 1}}
            for i, field in enumerate(fields, 1)
        ]
        data = {"custom_id": shown.modal["custom_id"], "components": components}
        extra = {"message": dict(serializers.message_payload(self.discord.world, on))} if on else None
        return await self._interact(MODAL, channel, data, extra, wait=wait)

    async def press(self, channel: Channel, message: Message, label: str) -> Interaction:
        """Presses the button whose label has these words."""
        found = [b for b in buttons_of(message) if label in b["label"]]
        assert len(found) == 1, f"{label!r} in {[b['label'] for b in buttons_of(message)]}"
        return await self.press_payload(channel, message, found[0]["custom_id"])

    async def press_payload(
        self, channel: Channel, message: Message, custom_id: str, *, wait: bool = True
    ) -> Interaction:
        """Presses a button by what it carries."""
        extra = {"message": dict(serializers.message_payload(self.discord.world, message))}
        data = {"custom_id": custom_id, "component_type": 2}
        return await self._interact(COMPONENT, channel, data, extra, message.id, wait=wait)

    async def send(
        self,
        channel: Channel,
        text: str,
        reply_to: Message | None = None,
        files: Sequence[tuple[str, bytes]] = (),
        *,
        ping: bool = True,
    ) -> Message:
        """Sends a message, perhaps in reply and with its author pinged."""
        world = self.discord.world
        reference = {"message_id": str(reply_to.id), "channel_id": str(channel.id)} if reply_to else None
        return world.create_message(
            channel.id,
            self.id,
            text,
            attachments=world.store_attachments(channel.id, files),
            reference=reference,
            allowed_mentions=AllowedMentions(everyone=False, users=None, roles=None, replied_user=ping),
        )

    async def _interact(
        self,
        kind: int,
        channel: Channel,
        data: dict[str, Any],
        extra: dict[str, Any] | None = None,
        source: int | None = None,
        *,
        wait: bool = True,
    ) -> Interaction:
        """Sends an interaction; returns once the bot has answered it in some way, if it should `wait` for that."""
        await self.discord.gateway.connected()
        record, payload = payloads.base_payload(
            self.discord.world,
            type=kind,
            channel_id=channel.id,
            guild_id=channel.guild,
            user_id=self.id,
            data=data,
        )
        record.source_message_id = source
        record.initial_response_deadline = self.discord.world.iso_after(
            PATIENCE
        )  # 3 s, but for busy test machines
        payload |= {"locale": self.locale, **(extra or {})}
        if self.brings:
            payload["authorizing_integration_owners"] = {"1": str(self.id)}
        for attachment in data.get("resolved", {}).get("attachments", {}).values():
            attachment["size"] = attachment["size"] if self.discord.claims is None else self.discord.claims
        self.discord.world.emit("INTERACTION_CREATE", payload)
        if wait:
            await channel.until(lambda: record.responded)
        return record


def _filled(field: dict[str, Any], filled: Mapping[str, str | list[str]]) -> dict[str, Any]:
    """A field of a modal as Discord sends it back."""
    value = "value" if field["type"] == 4 else "values"
    name = field["custom_id"]
    return {"type": field["type"], "custom_id": name, value: filled.get(name, "" if value == "value" else [])}


def buttons_of(message: Message) -> list[dict[str, Any]]:
    """All buttons, in order."""
    return [each for each in walk_components(message.components) if each["type"] == 2]


def words_of(message: Message) -> str:
    """All that it says, its content or what is laid out in it."""
    laid_out = [each["content"] for each in walk_components(message.components) if each["type"] == 10]
    return "\n".join([message.content, *laid_out])


def pictures_of(message: Message) -> list[dict[str, Any]]:
    """The pictures of a finished message: previews do not count."""
    return [a for a in message.attachments if a["filename"] != "preview.jpg"]
