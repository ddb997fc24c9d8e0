"""Kills between two steps of a job: the process stops exactly there, once a job, and goes on at the next start."""

from __future__ import annotations

import signal
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.patience import PATIENCE
from tests.process import Forked
from tests.wire.telegram import TelegramServer
from tests.wire.telegram_people import Person


@dataclass(frozen=True)
class Window:
    """A moment in a job's life.

    Attributes:
        about: what has been done, and what has not.
        dies: where the process does, as `Forked` takes it.
        told: whether Telegram has taken a result that nobody could note: it comes twice, for Telegram can't tell.
        posted: whether it has taken a status message that nobody could note: it stays until its Cancel is pressed.
    """

    about: str
    dies: str
    told: bool = False
    posted: bool = False


_JOBS = "bot.store.jobs:JobStore"
_TELEGRAM = "bot.platforms.telegram.platform:TelegramPlatform"

WINDOWS = (
    Window("accepted, nothing said", f"after {_JOBS}.add once"),
    Window("status message posted, not noted", f"after {_TELEGRAM}.send once", posted=True),
    Window("status message noted, not kept with its job", "after bot.store.messages:MessageStore.note once"),
    Window("drawing", f"after {_JOBS}.set_running+{_JOBS}.set_status once"),
    Window("pictures written, state not", f"before {_JOBS}.finish once"),
    Window("state committed, not delivered", f"after {_JOBS}.finish once"),
    Window("about to be handed over", "after bot.store.deliveries:DeliveryStore.sending once"),
    Window("handed over, not noted", f"after {_TELEGRAM}.deliver once", told=True),
    Window("noted, status message not cleared", "after bot.store.deliveries:DeliveryStore.sent once"),
    Window("status message cleared, not forgotten", "before bot.store.messages:MessageStore.forget once"),
)


@dataclass
class Toll:
    """What came of so many kills: commands accepted, without a picture, with more than one, with a status left."""

    kills: int
    accepted: int
    lost: int
    doubled: int
    left: int

    def __str__(self) -> str:
        return f"{self.kills} | {self.accepted} | {self.lost} | {self.doubled} | {self.left}"


async def toll(window: Window, folder: Path, kills: int) -> Toll:
    """Kills the program that often in the window, each time over another person's job, the last one being over."""
    async with TelegramServer() as server:
        settings: dict[str, Any] = {"telegram_token": server.token, "telegram_api_url": server.url}
        people: list[Person] = []
        for i in range(kills + 1):
            last = i == kills
            process = Forked(folder, "run", dies="" if last else window.dies, **settings)
            await server.world.until(lambda: all(_over(person, window) for person in people[-1:]), PATIENCE)
            if last:
                await process.ready()
            else:
                people.append(server.person(f"p{i}"))
                await people[-1].send("/imagine a red circle --steps 1")
            code = await process.end(signal.SIGTERM if last else None)
            assert code == (0 if last else -signal.SIGKILL), process.out + process.err
        photos = [sum(m.is_photo and not m.deleted for m in person.chat.log) for person in people]
        return Toll(
            kills,
            accepted=sum(not m.from_bot for person in people for m in person.chat.log),
            lost=photos.count(0),
            doubled=sum(n > 1 for n in photos),
            left=sum(bool(_left(person)) for person in people),
        )


def _left(person: Person) -> list[Any]:
    return [m for m in person.chat.log if m.from_bot and not m.deleted and not m.is_photo]


def _over(person: Person, window: Window) -> bool:
    return any(m.is_photo for m in person.chat.log) and len(_left(person)) <= window.posted
