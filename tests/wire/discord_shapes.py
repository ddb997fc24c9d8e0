"""Events of every type that the gateway has, as Discord sends them: recorded where our world knows them, else built."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

from discord.state import ConnectionState

from tests.wire.discord import DiscordServer
from tests.wire.discord_people import Channel, Someone
from tests.wire.discord_stage import painting

Body = dict[str, Any]

KINDS = sorted(
    name.removeprefix("parse_").upper() for name in dir(ConnectionState) if name.startswith("parse_")
)
"""All that discord.py reads."""

OURS = ("INTERACTION_CREATE", "MESSAGE_CREATE")
"""What we act on: it comes more often than the rest."""

NOT_FIELDS = ("READY", "RESUMED")
"""What begins a connection: without it there is none."""


class Shapes:
    """Makes events at random, after `record`."""

    def __init__(
        self, random: Random, discord: DiscordServer, channel: Channel, people: list[Someone]
    ) -> None:
        self._random = random
        self._discord = discord
        self._channel = channel
        self._people = people
        self._bodies: dict[str, list[Body]] = {}

    async def record(self) -> None:
        """Does everything once that people can do, and keeps what the gateway tells of it."""
        alice, bob = self._people
        channel = self._channel
        await alice.slash(channel, "imagine", prompt="a red fox", steps=3, image=("a.png", painting("red")))
        fox = await channel.result()
        await alice.suggested(channel, "sampler", "eu")
        await bob.press(channel, fox, "Reroll")
        photo = await bob.send(channel, "my cat", files=[("cat.jpg", painting("blue", "JPEG"))])
        await alice.submit(channel, await alice.menu(channel, "Imagine from this image", photo), "in snow")
        await alice.slash(channel, "history")
        await alice.send(channel, "make it blue", reply_to=fox)
        await alice.send(alice.private(), "/imagine a fox")
        await alice.private().result()
        for line in self._discord.gateway.told:
            event = json.loads(line)
            self._bodies.setdefault(event["t"], []).append(event["d"])
        for kind, body in self._built().items():
            self._bodies.setdefault(kind, []).append(body)
        assert set(KINDS) - set(NOT_FIELDS) <= set(self._bodies), set(KINDS) - set(self._bodies)

    def event(self) -> tuple[str, Body]:
        """An event of any type, most often of one that we act on; ids of what is new are new."""
        kinds = [kind for kind in self._bodies if kind not in NOT_FIELDS]
        kind = self._random.choice((*kinds, *(len(kinds) * OURS)))
        body = dict(self._random.choice(self._bodies[kind]))
        if kind in OURS:
            body["id"] = str(self._random.randrange(2**60, 2**61))
        return kind, body

    def _built(self) -> dict[str, Body]:
        """One event of each type that the world does not tell, of the same people and places."""
        text = (Path(__file__).parent / "discord_events.json").read_text("utf-8")
        ids = {"GUILD": self._channel.guild, "CHANNEL": self._channel.id, "PERSON": self._people[0].id}
        for name, number in {**ids, "BOT": self._discord.world.bot_user.id}.items():
            text = text.replace(f'"{name}"', f'"{number}"')
        built = {kind: group["body"] for group in json.loads(text) for kind in group["types"]}
        guild, message = self._bodies["GUILD_CREATE"][0], self._bodies["MESSAGE_CREATE"][0]
        channel = guild["channels"][0] | {"guild_id": guild["id"], "id": "18"}
        for change in ("CREATE", "UPDATE", "DELETE"):
            built[f"CHANNEL_{change}"] = channel
        return built | {"GUILD_UPDATE": guild, "MESSAGE_UPDATE": message}
