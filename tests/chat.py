"""A chat platform in memory, the people in it, and a small translator: what service tests talk to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.bootstrap import Lukis, assemble
from bot.fetching import Fetching
from bot.messages import Address, Attachment, Card, Incoming, Person, Press, Receipt
from bot.ports import Declined, Service, Step, Unavailable, Unreachable
from bot.settings import Settings
from bot.translating import Translation
from bot.usecases.service import ImagineService
from engine.api.ports import Engine
from tests.fakes import FakeEngine
from tests.patience import PATIENCE


@dataclass
class Message:
    """A message in the chat as people see it."""

    id: str
    chat: str
    card: Card
    answers: str | None = None
    history: list[Card] = field(default_factory=list)


class FakePlatform:
    """Keeps messages in a dictionary; can be down, slow or gone.

    Attributes:
        messages: what stands in the chats now, by id.
        delivered: keys of all deliveries that arrived, in order.
        down: raised by every call while it is set.
        declines: says what it does not take of a message to that address, or None where it takes all.
        seen: ids of messages with pictures that somebody has looked at.
        chiefs: ids of a chat's admins, by chat.
    """

    title = "Fake"
    undoes = False
    whispers = False
    largest = 100_000

    def __init__(self, name: str = "fake", newest: int = 0) -> None:
        """`newest` is the id of the newest message there ever was: what is said comes after it."""
        self.name = name
        self.messages: dict[str, Message] = {}
        self.delivered: list[str] = []
        self.down: Unavailable | Unreachable | None = None
        self.declines: Callable[[Address, Card], Step | None] = lambda address, card: None
        self.seen: set[str] = set()
        self.newest = newest
        self.chiefs: dict[str, Sequence[str]] = {}
        self._changed = asyncio.Condition()

    @property
    def connected(self) -> bool:
        return self.down is None

    async def run(self, service: Service) -> None:
        await asyncio.Event().wait()

    async def send(self, address: Address, card: Card) -> Receipt:
        await self._reach()
        self._take(address, card)
        ids = [await self._add(address, card) for _ in range(max(1, len(card.pictures)))]
        return Receipt(platform=self.name, chat=address.chat, messages=tuple(ids))

    async def edit(self, receipt: Receipt, card: Card) -> None:
        await self._reach()
        self._take(Address(platform=self.name, chat=receipt.chat), card)
        if message := self.messages.get(receipt.messages[-1]):
            message.history.append(card)
            message.card = card
            await self._notify()

    async def remove(self, receipt: Receipt, instead: Card) -> None:
        await self._reach()
        for message in receipt.messages:
            self.messages.pop(message, None)
        await self._notify()

    async def deliver(self, address: Address, status: Receipt | None, card: Card, key: str) -> Receipt:
        if status and not card.pictures:
            await self.edit(status, card)
            receipt = status
        else:
            receipt = await self.send(address, card)
        self.delivered.append(key)
        return receipt

    async def admins(self, chat: str) -> Sequence[str]:
        await self._reach()
        return self.chiefs.get(chat, ())

    async def governs(self, person: str, chat: str) -> bool:
        return person in await self.admins(chat)

    async def alone(self, person: str) -> Address:
        await self._reach()
        return Address(platform=self.name, chat=person)

    async def let_go(self, chat: str) -> bool:
        return False

    def pace(self, address: Address) -> float:
        return 0.0

    async def until(self, true: Callable[[Message], Any], seconds: float = PATIENCE) -> Message:
        """The newest message for which `true` holds, as soon as there is one."""

        def found() -> Message | None:
            return next((m for m in reversed(self.messages.values()) if true(m)), None)

        async with asyncio.timeout(seconds), self._changed:
            while (message := found()) is None:
                await self._changed.wait()
            return message

    async def _add(self, address: Address, card: Card) -> str:
        self.newest += 1
        message = Message(str(self.newest), address.chat, card, address.message, [card])
        self.messages[message.id] = message
        await self._notify()
        return message.id

    async def _reach(self) -> None:
        await asyncio.sleep(0)
        if self.down:
            raise self.down

    def _take(self, address: Address, card: Card) -> None:
        if step := self.declines(address, card):
            raise Declined(f"no {step}", step)

    async def _notify(self) -> None:
        async with self._changed:
            self._changed.notify_all()


@dataclass
class Someone:
    """A person with their verbs."""

    service: ImagineService
    platform: FakePlatform
    name: str = "alice"
    language: str | None = "en"
    chat: str = "room"
    admin: bool = False
    group: bool = False
    private: bool = False

    @property
    def person(self) -> Person:
        return Person(self.platform.name, self.name, self.name.title(), self.language)

    def incoming(
        self, text: str, reply_to: Message | None = None, image: bytes | None = None, event: int | None = None
    ) -> Incoming:
        async def read(most: int) -> bytes:
            assert image is not None
            return image

        return Incoming(
            self.person,
            Address(
                platform=self.platform.name,
                chat=self.chat,
                message="1",
                data=({} if event is None else {"event": event}) | ({"private": 1} if self.private else {}),
            ),
            text,
            (Attachment("picture", len(image), read),) if image is not None else (),
            reply_to.id if reply_to else None,
            self.group,
            admin=self.is_admin,
        )

    async def send(self, text: str, reply_to: Message | None = None, image: bytes | None = None) -> None:
        """Types: a command with a slash, or plain words."""
        if text.startswith("/"):
            name, _, rest = text[1:].partition(" ")
            await self.service.command(self.incoming(rest, reply_to, image), name)
        else:
            await self.service.message(self.incoming(text, reply_to, image))

    async def press(self, message: Message, label: str) -> str | None:
        """Presses the first button whose label has these words, whole ones before parts; the toast."""
        buttons = [b for row in message.card.buttons for b in row if label in b.label]
        buttons.sort(key=lambda b: f" {label} " not in f" {b.label} ")
        assert buttons, f"no button {label!r} on {message.card}"
        return await self.press_payload(message, buttons[0].payload)

    async def press_payload(self, message: Message, payload: str) -> str | None:
        receipt = Receipt(platform=self.platform.name, chat=self.chat, messages=(message.id,))
        address = Address(platform=self.platform.name, chat=self.chat, message=message.id)
        press = Press(self.person, address, payload, receipt, self.is_admin, group=self.group)
        return await self.service.press(press)

    async def is_admin(self) -> bool:
        return self.admin

    async def pictures(self, count: int = 1) -> Message:
        """The next message with pictures that has not been looked at yet."""
        seen = self.platform.seen
        message = await self.platform.until(lambda m: len(m.card.pictures) == count and m.id not in seen)
        seen.update(m.id for m in self.platform.messages.values() if m.card is message.card)
        await self.service.runner.finished(message.card.job or "")
        return message

    async def told(self, words: str) -> Message:
        """The next message that says these words."""
        return await self.platform.until(lambda m: words in m.card.text)


class FakeTranslator:
    """Knows what it was told; everything else is English."""

    def __init__(self, **known: str) -> None:
        self.known = known
        self.asked: list[str] = []
        self.corrections: dict[str, str] = {}
        self.hold: asyncio.Event | None = None

    async def translate(self, prompt: str, language: str | None = None, *, person: str = "") -> Translation:
        self.asked.append(prompt)
        if self.hold:
            await self.hold.wait()
        if prompt in self.corrections:
            return Translation(prompt, self.corrections[prompt], "ko", "translated", "person")
        if prompt in self.known:
            return Translation(prompt, self.known[prompt], "ko", "translated", "google")
        return Translation(prompt, prompt, "en", "unchanged")

    async def forget(self, texts: Collection[str]) -> None:
        for text in texts:
            self.corrections.pop(text, None)

    async def correct(self, prompt: str, english: str, *, person: str = "") -> None:
        self.corrections[prompt] = english


@dataclass
class Stage:
    """A running Lukis with a fake platform and engine."""

    lukis: Lukis
    platform: FakePlatform
    engine: FakeEngine
    translator: FakeTranslator

    def someone(self, name: str = "alice", **about: Any) -> Someone:
        return Someone(self.lukis.service, self.platform, name, **about)


@asynccontextmanager
async def stage(
    folder: Path,
    *,
    engine: Engine | None = None,
    platform: FakePlatform | None = None,
    translator: FakeTranslator | None = None,
    others: Sequence[FakePlatform] = (),
    fetching: Fetching | None = None,
    **settings: Any,
) -> AsyncIterator[Stage]:
    """Lukis over a data folder, perhaps on `others` too; leaving it is a clean stop without grace."""
    chosen = Settings.read(
        env_file=None, data_dir=folder, shutdown_grace=0, **({"samples": False} | settings)
    )
    engine, platform = engine or FakeEngine(), platform or FakePlatform()
    translator = translator or FakeTranslator()
    async with assemble(
        chosen, engine=engine, translator=translator, platforms=[platform, *others], fetching=fetching
    ) as lukis:
        running = asyncio.create_task(lukis.run())
        try:
            yield Stage(lukis, platform, engine, translator)  # type: ignore[arg-type]
        finally:
            running.cancel()
