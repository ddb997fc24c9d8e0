"""What goes out to chats: every message is noted as what it is, and what can't be said is logged, not raised."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from bot.errors import NotFound
from bot.messages import Address, Card, Receipt
from bot.ports import Platform, Unavailable, Unreachable
from bot.store.messages import MessageStore

log = logging.getLogger(__name__)


class Answers:
    """Sends cards and changes them. Results go their own way, with `Courier`: they are tried until they arrive."""

    def __init__(self, platforms: Mapping[str, Platform], messages: MessageStore) -> None:
        self._platforms = platforms
        self._messages = messages

    async def answer(self, address: Address, card: Card) -> None:
        """Says something; a platform that can't take it now costs the answer, not the program.

        Raises:
            NotFound: a file that was to be shown went away in this moment.
        """
        with _mended():
            await self.send(address, card)

    async def turn(self, message: Receipt, card: Card) -> None:
        """Lets a message show something else, as far as its platform can do that now."""
        with _mended():
            async with self._messages.showing(message.platform, message.chat):
                await self.edit(message, card)
                await self._note(message, card)

    async def remove(self, messages: Receipt) -> None:
        """Takes messages away, as far as their platform can do that now."""
        with _mended():
            await self._platforms[messages.platform].remove(messages)

    async def send(self, address: Address, card: Card) -> Receipt:
        """Says something. Raises Unavailable and Unreachable."""
        async with self._messages.showing(address.platform, address.chat):
            receipt = await self._platforms[address.platform].send(address, card)
            await self._note(receipt, card)
        return receipt

    async def edit(self, message: Receipt, card: Card) -> None:
        """Changes a message that stays what it is. Raises Unavailable and Unreachable."""
        await self._platforms[message.platform].edit(message, card)

    async def _note(self, receipt: Receipt, card: Card) -> None:
        """What is out is out: a note that can't be kept costs nobody a second message."""
        try:
            await self._messages.note(receipt, card)
        except Exception:
            log.exception("a message could not be noted")

    def pace(self, address: Address) -> float:
        """Seconds to leave between two edits in this chat."""
        return self._platforms[address.platform].pace(address)


@contextmanager
def _mended() -> Iterator[None]:
    try:
        yield
    except (Unavailable, Unreachable) as error:
        log.warning("an answer could not be given: %s", error)
    except FileNotFoundError as error:
        raise NotFound() from error
