"""What goes out to chats besides results: noted as what it is, tried a few times, and logged where it can't be said."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from functools import partial
from typing import Any

from bot.errors import NoStore, NotFound
from bot.messages import Address, Card, Receipt
from bot.pauses import Pauses
from bot.ports import Platform, Unavailable, Unreachable
from bot.store.messages import MessageStore
from bot.usecases.eyes import Eyes
from bot.usecases.ladder import hand_over

log = logging.getLogger(__name__)

ATTEMPTS = 5
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 8.0
"""Seconds between attempts where the platform does not say how long to wait; each pause doubles the last."""

PATIENCE = 60.0
"""Seconds; where a platform wants a longer pause, the answer would come when nobody waits for it any more."""

MOST_WAITING = 100
"""Answers that wait for their next attempt; with one more, the chat for which most of them wait loses its oldest."""

Work = Callable[[], Awaitable[object]]
About = tuple[str, str, object]
"""What an answer is about: its platform, its chat, and the messages that it changes, or itself."""


class Answers:
    """Sends cards and changes them. Results go their own way, with `Courier`: they are tried until they arrive.

    What a platform can't take now is tried again in the background, a few times, so that nobody waits for it. An
    answer whose connection broke after it had gone out may have arrived: Telegram can't tell, nor can Discord where
    an interaction is answered. Such an answer is sent once more and no second time. The same help twice costs a
    glance; none at all leaves a person without a word.
    """

    def __init__(self, platforms: Mapping[str, Platform], messages: MessageStore, eyes: Eyes) -> None:
        self._platforms = platforms
        self._messages = messages
        self._eyes = eyes
        self._waiting: dict[About, asyncio.Task[None]] = {}

    async def answer(self, address: Address, card: Card) -> None:
        """Says something: now or soon, where the platform can take it at all.

        Raises:
            NotFound: a file that was to be shown went away in this moment.
        """
        await self._try(
            partial(self.send, address, card), (address.platform, address.chat, object()), once=True
        )

    async def turn(self, message: Receipt, card: Card, otherwise: Address) -> None:
        """Lets a message show something else, now or soon; where that is refused, a new message to `otherwise` does."""
        await self._try(partial(self._turn, message, card, otherwise), _about(message))

    async def remove(self, messages: Receipt, instead: Card) -> None:
        """Takes messages away, now or soon; those that their platform keeps say something else instead."""
        await self._try(partial(self._remove, messages, instead), _about(messages))

    async def send(self, address: Address, card: Card) -> Receipt:
        """Says something. Raises Unavailable and Unreachable."""
        send, seen = self._platforms[address.platform].send, await self._eyes.card(address, card)
        async with self._messages.showing(address.platform, address.chat):
            receipt, taken = await hand_over(send, address, seen)
            await self._note(receipt, taken)
        return receipt

    async def edit(self, message: Receipt, card: Card) -> Card:
        """Changes a message; the card as it was taken. Raises Unavailable and Unreachable."""
        platform = self._platforms[message.platform]
        where = Address(platform=message.platform, chat=message.chat, data=message.data)
        seen = await self._eyes.card(where, card)
        _, taken = await hand_over(lambda _, lower: platform.edit(message, lower), where, seen)
        return taken

    @property
    def waiting(self) -> int:
        """How many answers wait for another attempt."""
        return len(self._waiting)

    async def close(self, grace: float = 0.0) -> None:
        """Gives up what still waits for another attempt after `grace` seconds."""
        waiting = list(self._waiting.values())
        if waiting:
            await asyncio.wait(waiting, timeout=grace)
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)

    def whispers(self, address: Address) -> bool:
        """Whether one person alone can be told something there, though others read along."""
        return self._platforms[address.platform].whispers

    def pace(self, address: Address) -> float:
        """Seconds to leave between two edits in this chat."""
        return self._platforms[address.platform].pace(address)

    async def _turn(self, message: Receipt, card: Card, otherwise: Address) -> None:
        try:
            async with self._messages.showing(message.platform, message.chat):
                await self._note(message, await self.edit(message, card))
        except Unreachable as error:
            log.info("a message can't be changed, a new one is sent: %s", error)
            await self.answer(otherwise, card)

    async def _remove(self, messages: Receipt, instead: Card) -> None:
        await self._platforms[messages.platform].remove(messages, instead)
        await self._messages.forget(messages)

    async def _note(self, receipt: Receipt, card: Card) -> None:
        """What is out is out: a note that can't be kept costs nobody a second message."""
        try:
            await self._messages.note(receipt, card)
        except Exception:
            log.exception("a message could not be noted")

    async def _try(self, work: Work, about: About, once: bool = False) -> None:
        """The first attempt; what may work later goes on in the background.

        What is done to a message takes the place of whatever still waits to be done to it. `once` is for what must
        not be repeated where it may have been done.
        """
        self._give_up(about)
        try:
            await work()
        except Unavailable as error:
            self._later(about, self._again(work, error, repeatable=not once))
        except Unreachable as error:
            log.warning("an answer could not be given: %s", error)
        except FileNotFoundError as error:
            raise NotFound() from error

    def _later(self, about: About, again: Coroutine[Any, Any, None]) -> None:
        self._give_up(about)
        if len(self._waiting) >= MOST_WAITING:
            log.warning("%d answers wait; one is given up", len(self._waiting))
            ((crowded, _),) = Counter(other[:2] for other in self._waiting).most_common(1)
            self._give_up(next(other for other in self._waiting if other[:2] == crowded))
        self._waiting[about] = asyncio.create_task(again, name="an answer that waits")
        self._waiting[about].add_done_callback(lambda task: self._done(about, task))

    def _give_up(self, about: About) -> None:
        if task := self._waiting.pop(about, None):
            task.cancel()

    def _done(self, about: About, task: asyncio.Task[None]) -> None:
        if self._waiting.get(about) is task:
            del self._waiting[about]

    async def _again(self, work: Work, error: Unavailable, repeatable: bool) -> None:
        """Tries until it works, `ATTEMPTS` in all; what may have arrived is tried once more unless it is repeatable."""
        pauses = Pauses(FIRST_PAUSE, LONGEST_PAUSE)
        doubtful = 0
        for _ in range(ATTEMPTS - 1):
            doubtful += error.unsure and not repeatable
            pause = pauses.next(error.after)
            if doubtful > 1 or pause > PATIENCE:
                break
            await asyncio.sleep(pause)
            try:
                await work()
                return
            except Unavailable as again:
                error = again
            except (Unreachable, FileNotFoundError, NoStore) as refused:
                log.warning("an answer could not be given: %s", refused)
                return
            except Exception:
                log.exception("an answer could not be given")
                return
        log.warning("an answer could not be given: %s", error)


def _about(messages: Receipt) -> About:
    return messages.platform, messages.chat, messages.messages
