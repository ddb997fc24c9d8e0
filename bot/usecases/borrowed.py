"""Commands that people know from elsewhere: a prompt made shorter, pictures blended, one's own picture shown again."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping

from bot.locales import Say
from bot.messages import Card, Incoming
from bot.usecases import cards
from bot.usecases.again import Again
from bot.usecases.answers import Answers
from bot.usecases.blending import Blending
from bot.usecases.links import Links
from bot.usecases.offering import offer_button
from bot.usecases.pasted import understood
from bot.usecases.reach import Reach
from bot.usecases.resources import Resources
from bot.usecases.shortening import shortened
from bot.usecases.speech import Speech
from bot.usecases.views import Views
from bot.usecases.wordy import Wordy
from bot.usecases.workshop import Workshop

_NUMBER = re.compile(r"#? ?(\d{1,9})")
_ID = re.compile(r"[0-9a-f]{16}")


class Borrowed:
    """What these commands do."""

    def __init__(
        self,
        given: Resources,
        reach: Reach,
        speech: Speech,
        answers: Answers,
        views: Views,
        again: Again,
        shop: Workshop,
    ) -> None:
        self._engine = given.engine
        self._store = given.store
        self._translator = given.translator
        self._reach = reach
        self._speech = speech
        self._answers = answers
        self._views = views
        wordy = Wordy(given, reach, speech, answers, again, shop.booking)
        blending = Blending(shop.reception, reach, Links(given.fetching), given.intake, answers)
        self.commands: Mapping[str, Callable[[Incoming, Say], Awaitable[None]]] = {
            "shorten": self._shorten,
            "blend": blending.blend,
            "show": self._show,
            "describe": wordy.describe,
            "expand": wordy.expand,
        }

    async def _shorten(self, incoming: Incoming, say: Say) -> None:
        """Says which words count, and offers shorter versions. Raises LukisError where the words can't be read."""
        if not incoming.text.strip():
            await self._refuse(incoming, say("shorten-how", command="/shorten"))
            return
        asked = understood(incoming.text, self._speech.locales.flags(), self._engine)
        language = await self._speech.language(incoming.person)
        english = await self._translator.translate(asked.prompt, language, person=incoming.person.key)
        short = shortened(english.english)
        drawn = asked.parameters.model_copy(update={"raw": True})
        by = self._store, incoming.person, incoming.address
        buttons = [
            await offer_button(*by, say("button-version", number=n), words, drawn)
            for n, words in enumerate(short.versions, 1)
        ]
        told = say("shorten-told", words=", ".join(short.matters)) if buttons else say("shorten-short")
        lines = [f"{n}. {words}" for n, words in enumerate(short.versions, 1)]
        card = Card(
            text="\n".join([told, *lines]), buttons=(tuple(buttons),) if buttons else (), kind="offer"
        )
        await self._answers.answer(incoming.address, card)

    async def _show(self, incoming: Incoming, say: Say) -> None:
        """One's own job again, by its number or its id. Raises NotFound."""
        asked = incoming.text.strip().lower()
        if number := _NUMBER.fullmatch(asked):
            job = await self._reach.own(incoming.person, int(number[1]))
        elif _ID.fullmatch(asked):
            job = await self._reach.own_of(incoming.person, asked)
        else:
            await self._refuse(incoming, say("show-how", command="/show"))
            return
        card = await self._views.result(job) if job.finished else cards.status_card(say, job)
        await self._answers.answer(incoming.address, card)

    async def _refuse(self, incoming: Incoming, text: str) -> None:
        await self._answers.answer(incoming.address, Card(text=text, refused=True))
