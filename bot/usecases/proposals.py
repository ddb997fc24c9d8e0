"""What is drawn only once somebody taps: words that may be no prompt, and a message's words that have changed."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from typing import Any

from bot.errors import EmptyPrompt, NotFound, NotYours
from bot.locales import Locales, Say
from bot.messages import Address, Attachment, Button, Card, Incoming, Kind
from bot.payloads import encode
from bot.store import Store
from bot.store.rows import JobRow
from bot.usecases.actions import Action, Pressed
from bot.usecases.answers import Answers
from bot.usecases.reach import Reach
from bot.usecases.reception import Reception
from bot.usecases.runner import JobRunner
from engine.api.errors import LukisError

DRAWING = ("imagine", "morph", "upscale", "blend")
"""The commands whose words are drawn."""

LONGEST_GREETING = 40
"""Characters of a text that may be a greeting."""

_OFFER: frozenset[Kind] = frozenset({"offer"})

Find = Callable[[str], Callable[[Incoming, Say], Awaitable[None]] | None]
"""What the command of a name does."""


class Proposals:
    """Offers to draw what a message says, once a message: whatever it says by then is drawn at the tap."""

    def __init__(
        self,
        store: Store,
        locales: Locales,
        answers: Answers,
        reach: Reach,
        reception: Reception,
        runner: JobRunner,
        find: Find,
    ) -> None:
        self._store = store
        self._answers = answers
        self._reach = reach
        self._reception = reception
        self._runner = runner
        self._find = find
        told = (locales.words(tag, "greeting-names") for tag in locales.languages)
        self._greetings = frozenset(_bare(greeting) for greetings in told for greeting in greetings)

    def actions(self) -> Iterable[Action]:
        """The button that draws it, for whoever said it."""
        yield Action("anew", self._draw, _OFFER)

    async def take(self, incoming: Incoming, say: Say) -> None:
        """Words alone are a prompt. What may be none is drawn at a tap: what somebody passes on, says in reply to what
        is no picture, or greets with; a link alone, or signs.

        Raises:
            LukisError: it was not accepted, and why.
        """
        hint, asked = say("message-hint", example=say("imagine-example")), None
        with suppress(EmptyPrompt):
            asked = await self._reception.understood(incoming)
        if asked is None or not asked.prompt:
            await self._answers.answer(incoming.address, Card(text=hint, refused=True))
        elif incoming.forwarded:
            await self._offer(incoming, say, Card(text=say("forwarded-offer")))
        elif incoming.reply_to or self._unsure(incoming.text.strip()):
            await self._offer(incoming, say, Card(text=hint))
        else:
            await self._reception.accept_request(incoming, asked)

    async def changed(self, incoming: Incoming, say: Say, command: str = "") -> None:
        """Offers to draw what a message says now; what it was asked for before is replaced by that."""
        words, before = incoming.text.strip(), await self._before(incoming)
        answered = await self._reach.replied_to(incoming)
        if not words or (before and before.prompt == words):
            return
        if answered and answered.kind in ("form", "edit"):
            return  # which are no prompts by themselves
        anew = (command or not incoming.group) and not incoming.attachments  # of which none was kept
        if before or anew:
            await self._offer(incoming, say, Card(text=say("changed-offer")), command or "imagine")

    async def _offer(self, incoming: Incoming, say: Say, card: Card, command: str = "imagine") -> None:
        """Offers to draw what a message says; where that is offered already, what it says by now takes its place."""
        self._store.watch.check()
        address = incoming.address
        offer, event = _named(address), address.origin
        kept = await self._store.offers.made(offer, address.platform, address.chat)
        told = {
            "text": incoming.text,
            "command": command,
            "message": address.message,
            "reply": incoming.reply_to,
            "pictures": bool(incoming.attachments),
            "event": event,
        }
        await self._store.offers.make(
            offer, address.platform, address.chat, json.dumps(told, ensure_ascii=False), incoming.person.key
        )
        if (
            kept is None or json.loads(kept.asked)["event"] == event
        ):  # it came again: perhaps nothing was said
            button = Button(say("form-paint"), encode("anew", offer))
            await self._answers.answer(address, replace(card, buttons=((button,),), kind="offer"))

    async def _draw(self, pressed: Pressed) -> None:
        """Draws what was offered, in place of what the message asked for before, and takes the offer away.

        Raises:
            NotFound: it has been drawn.
            NotYours: somebody else said it.
            LukisError: it was not accepted, and why.
        """
        press, where = pressed.press, pressed.press.message
        place = where.platform, where.chat
        kept = await self._store.offers.made(pressed.target, *place)
        if kept is None:
            raise NotFound()
        if kept.person != press.person.key:
            raise NotYours()
        asked: dict[str, Any] = json.loads(kept.asked)
        incoming = Incoming(
            press.person,
            press.address.model_copy(update={"message": asked["message"]}),
            asked["text"],
            reply_to=asked["reply"],
            group=press.group,
            server=press.server,
            admin=press.admin,
        )
        await self._reception.understood(incoming)  # else what it takes the place of would be lost
        if not await self._store.offers.taken(pressed.target, *place):
            raise NotFound()
        try:
            await self._replace(incoming, pressed.say, asked)
        except LukisError:
            await self._store.offers.make(pressed.target, *place, kept.asked, kept.person)
            raise
        await self._answers.remove(where, Card(text=pressed.say("offer-drawn")))

    async def _replace(self, incoming: Incoming, say: Say, asked: dict[str, Any]) -> None:
        before = await self._before(incoming)
        if before and asked["pictures"]:
            incoming = replace(incoming, attachments=tuple(self._pictures(before)))
        if before:
            await self._runner.cancel(before)
        if (run := self._find(asked["command"])) is None:
            raise NotFound()
        await run(incoming, say)

    async def _before(self, incoming: Incoming) -> JobRow | None:
        """The last job that this message asked for."""
        return await self._store.jobs.asked_by(incoming.person.key, incoming.address)

    def _pictures(self, job: JobRow) -> Iterable[Attachment]:
        """What came along with what a job was asked for, as it was kept."""
        for name, file in job.inputs.items():

            async def read(most: int, file: str = file) -> bytes:
                return await self._store.files.read(file)

            yield Attachment(name, None, read, name)

    def _unsure(self, words: str) -> bool:
        """Whether it may well be no prompt: no letter, or a Latin one alone, a link, or what people greet with."""
        letters = [sign for sign in words if sign.isalpha()]
        if not letters or (len(letters) == 1 and letters[0].isascii()):
            return True
        link = "://" in words and len(words.split()) == 1
        return link or (len(words) <= LONGEST_GREETING and _bare(words) in self._greetings)


def _named(address: Address) -> str:
    """What an offer is called that is about a message: each has one."""
    told = json.dumps([address.platform, address.chat, address.message])
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _bare(words: str) -> str:
    """A greeting however it is typed: without marks, signs and cases, and letters drawn out.

    >>> _bare("Hellooo!! 👋")
    'hello'
    """
    plain = unicodedata.normalize("NFKC", words).casefold()
    kept = "".join(sign if sign.isalpha() or unicodedata.category(sign)[0] == "M" else " " for sign in plain)
    words = " ".join(kept.split())
    short = words.rstrip(words[-1:])
    return short + words[-1] if len(words) - len(short) > 2 else words
