"""Places where people try what they may: a group, a server and a page over their wires, with the same verbs."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Protocol

import aiohttp
import discord as discord_py
import pytest

from bot.bootstrap import Lukis
from bot.platforms.telegram import inbox, pace
from bot.platforms.web.guard import Rate, person_of
from tests.bot.pictures.made_elsewhere import ELSEWHERE
from tests.fakes import FakeEngine
from tests.patience import PATIENCE
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import Channel, Someone, town, words_of
from tests.wire.discord_stage import running
from tests.wire.telegram import TelegramServer
from tests.wire.telegram_people import Group, Person
from tests.wire.telegram_stage import lukis_on
from tests.wire.web import Browser, browser, house

WHO = {
    "its person": "alice",
    "its person elsewhere": "alice",
    "chat member": "bob",
    "chat admin": "carol",
    "Lukis admin": "root",
    "Lukis admin elsewhere": "root",
    "somebody elsewhere": "dave",
    "not on the allow-list": "mallory",
}
"""Who is what to a picture of Alice's in the place. Dave is in charge of a place of his own; Mallory is here, too."""

NAMES = tuple(dict.fromkeys(WHO.values()))
GIVEN = ELSEWHERE["InvokeAI"]()
MANAGE = discord_py.Permissions(manage_messages=True).value


class Ground(Protocol):
    """What can be done there.

    Attributes:
        lukis: what runs.
        people: the columns of the table that there are.
        in_charge: whether chats have admins of their own.
        without: commands that nobody finds there.
    """

    lukis: Lukis
    engine: FakeEngine
    people: tuple[str, ...]
    in_charge: bool
    without: tuple[str, ...]

    async def say(self, who: str, words: str, picture: bytes | None = None) -> str:
        """Somebody says something where they are; the first words of the answer."""

    async def press(self, who: str, message: str, payload: str) -> str:
        """Somebody presses a button of any payload on a message where they are; what is said to them, if anything."""

    def chat(self, who: str) -> str:
        """Where somebody is."""

    def key(self, who: str) -> str:
        """What they are called by us."""


class OnTelegram:
    """Alice's group, Dave's group, and private chats."""

    people: tuple[str, ...] = tuple(WHO)
    in_charge = True
    without: tuple[str, ...] = ()

    def __init__(self, telegram: TelegramServer) -> None:
        self.persons = {name: telegram.person(name.title()) for name in NAMES}
        here = [self.persons[name] for name in ("root", "alice", "bob", "carol", "mallory")]
        self.group = telegram.group("Painters", *here)
        self.group.chat.members[self.persons["root"].id] = "member"
        self.group.make_admin(self.persons["carol"])
        self.other = telegram.group("Others", self.persons["dave"])
        self.lukis: Any = None
        self.engine: Any = None

    def _where(self, who: str) -> Group | None:
        if who == "somebody elsewhere":
            return self.other
        return None if who.endswith("elsewhere") else self.group

    def _seen(self, who: str) -> tuple[Person, Any]:
        there = self._where(who)
        return self.persons[WHO[who]], there.chat if there else self.persons[WHO[who]].chat

    def chat(self, who: str) -> str:
        return str(self._seen(who)[1].id)

    def key(self, who: str) -> str:
        return f"telegram:{self.persons[WHO[who]].id}"

    async def say(self, who: str, words: str, picture: bytes | None = None) -> str:
        person = self.persons[WHO[who]]
        given = ("given.png", picture) if picture else None
        asked = await person.send(words, to=self._where(who), document=given)
        return (await person.expect(answering=asked)).texts[0]

    async def press(self, who: str, message: str, payload: str) -> str:
        person, chat = self._seen(who)
        found = next(m for m in chat.log if m.id == int(message))
        return await person.press_payload(found, payload) or ""


class OnDiscord:
    """Alice's server, Dave's server, and private chats."""

    people: tuple[str, ...] = tuple(WHO)
    in_charge = True
    without: tuple[str, ...] = ("start",)

    def __init__(self, discord: DiscordServer) -> None:
        self.channel, people = town(discord, "alice", "bob", "carol", "root", "mallory")
        self.other, (dave,) = town(discord, "dave")
        self.persons: dict[str, Someone] = dict(
            zip(("alice", "bob", "carol", "root", "mallory"), people, strict=True)
        )
        self.persons["dave"] = dave
        for channel, name in ((self.channel, "carol"), (self.other, "dave")):
            assert channel.guild
            role = discord.world.create_role(channel.guild, "mods", permissions=MANAGE)
            discord.world.add_member_role(channel.guild, self.persons[name].id, role.id)
        self.discord = discord
        self.lukis: Any = None
        self.engine: Any = None

    def _where(self, who: str) -> Channel:
        if who == "somebody elsewhere":
            return self.other
        return self.persons[WHO[who]].private() if who.endswith("elsewhere") else self.channel

    def chat(self, who: str) -> str:
        return str(self._where(who).id)

    def key(self, who: str) -> str:
        return f"discord:{self.persons[WHO[who]].id}"

    async def say(self, who: str, words: str, picture: bytes | None = None) -> str:
        """By a slash command, its words in the option that takes them."""
        person, channel = self.persons[WHO[who]], self._where(who)
        name, _, rest = words.removeprefix("/").partition(" ")
        option = {"imagine": "prompt", "morph": "prompt", "moderate": "order", "language": "language"}.get(
            name
        )
        options: dict[str, Any] = {option: rest} if option and rest else {}
        if picture:
            options["image" if name == "imagine" else "file"] = ("given.png", picture)
        before = {m.id for m in channel.said}
        await person.slash(channel, name, **options)

        def answer() -> Any:  # first it says no more than that one will come
            new = (m for m in channel.said if m.id not in before)
            return next((m for m in new if words_of(m).strip("…\n") or m.attachments), None)

        said = await channel.until(answer)
        await self._answered()
        return words_of(said)

    async def press(self, who: str, message: str, payload: str) -> str:
        person, channel = self.persons[WHO[who]], self._where(who)
        found = next(m for m in channel.messages if m.id == int(message))
        before = {m.id for m in channel.said}
        button = {"type": 2, "style": 2, "label": "?", "custom_id": f"lukis:{payload}"}
        kept, found.components = found.components, [{"type": 1, "components": [button]}]
        await person.press_payload(channel, found, f"lukis:{payload}")
        if any(button in row["components"] for row in found.components):
            found.components = kept
        await self._answered()
        return next((words_of(m) for m in channel.said if m.id not in before), "")

    async def _answered(self) -> None:
        """Returns once nothing is promised any more."""
        left = self.lukis.store.promises.oldest
        for _ in range(int(PATIENCE * 100)):
            if not await left("discord"):
                return
            await asyncio.sleep(0.01)
        raise AssertionError(await left("discord"))


class OnThePage:
    """Browsers: each is a person with a chat of its own; one of them is in `ADMINS`."""

    in_charge = False
    without: tuple[str, ...] = ()
    people: tuple[str, ...] = ("its person", "Lukis admin elsewhere", "somebody elsewhere")

    def __init__(self) -> None:
        self.browsers: dict[str, Browser] = {}
        self.lukis: Any = None
        self.engine: Any = None

    def chat(self, who: str) -> str:
        (cookie,) = self.browsers[WHO[who]].jar
        return person_of(cookie.value, None).id

    def key(self, who: str) -> str:
        return f"web:{self.chat(who)}"

    async def say(self, who: str, words: str, picture: bytes | None = None) -> str:
        tab = self.browsers[WHO[who]]
        before = {*tab.messages}
        await tab.send(words, picture=picture)
        said = await tab.until(lambda m: m["id"] not in before and not m.get("mine"))
        return str(said.get("text", ""))

    async def press(self, who: str, message: str, payload: str) -> str:
        tab = self.browsers[WHO[who]]
        told = await tab.press(tab.messages.get(message) or {"id": message}, payload=payload)
        return told.get("toast") or ""


@asynccontextmanager
async def on_telegram(folder: Path) -> AsyncIterator[Ground]:
    async with TelegramServer() as telegram:
        ground = OnTelegram(telegram)
        ids = {name: f"telegram:{person.id}" for name, person in ground.persons.items()}
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(
                inbox, "_GLASS", PATIENCE
            )  # a button's answer comes with it, however busy the machine
            patch.setattr(pace, "GROUP", 0.0)  # nobody waits for Telegram, which takes 20 messages a minute
            async with lukis_on(telegram, folder, **_access(ids)) as on:
                ground.lukis, ground.engine = on.lukis, on.engine
                yield ground


@asynccontextmanager
async def on_discord(folder: Path) -> AsyncIterator[Ground]:
    async with DiscordServer() as discord:
        ground, engine = OnDiscord(discord), FakeEngine()
        ids = {name: f"discord:{person.id}" for name, person in ground.persons.items()}
        async with running(discord, folder, engine, **_access(ids)) as lukis:
            ground.lukis, ground.engine = lukis, engine
            yield ground


@asynccontextmanager
async def on_the_page(folder: Path) -> AsyncIterator[Ground]:
    ground, jar = OnThePage(), aiohttp.CookieJar(unsafe=True)
    async with house(folder) as at, browser(at, jar=jar):
        (cookie,) = jar
    admin = f"web:{person_of(cookie.value, None).id}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Rate, "allow", lambda rate, person: True)  # people who try all there is are quick
        async with (
            house(folder, admins=(admin,)) as at,
            browser(at) as alice,
            browser(at) as dave,
            browser(at, jar=jar) as root,
        ):
            ground.browsers = {"alice": alice, "dave": dave, "root": root}
            ground.lukis, ground.engine = at.lukis, at.engine
            yield ground


def _access(ids: dict[str, str]) -> dict[str, Any]:
    let_in = tuple(key for name, key in ids.items() if name not in ("root", "mallory"))
    return {"access": "allowlist", "allowed": let_in, "admins": (ids["root"],)}


GROUNDS: dict[str, Callable[[Path], Any]] = {
    "telegram": on_telegram,
    "discord": on_discord,
    "web": on_the_page,
}
