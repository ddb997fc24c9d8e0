"""Commands that people know from elsewhere: a prompt made shorter, pictures blended, one's own picture shown or drawn
again."""

from __future__ import annotations

import re
import secrets
from collections.abc import Awaitable, Callable, Mapping

from bot.errors import NotFound
from bot.locales import Say
from bot.messages import Card, Incoming
from bot.store.rows import JobRow
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
from engine.api.values import SEEDS

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
        self._repeats = shop.repeats
        wordy = Wordy(given, reach, speech, answers, again, shop.booking)
        blending = Blending(shop.reception, reach, Links(given.fetching), given.intake, answers)
        self.commands: Mapping[str, Callable[[Incoming, Say], Awaitable[None]]] = {
            "shorten": self._shorten,
            "blend": blending.blend,
            "show": self._show,
            "again": self._once_more,
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
        """One's own job again, as it is. Raises NotFound."""
        if job := await self._own(incoming):
            if await self._kept_from_others(incoming, job, say("account-private", command="/show")):
                return
            card = await self._views.result(job) if job.finished else cards.status_card(say, job)
            await self._answers.answer(incoming.address.beside(job.address), card)
        else:
            await self._refuse(incoming, say("show-how", command="/show"))

    async def _once_more(self, incoming: Incoming, say: Say) -> None:
        """A picture that is replied to, or one's own job, drawn with another seed. Raises NotFound, NotYours and what
        `Repeats.again` does."""
        if job := await self._own(incoming) or await self._replied(incoming):
            if await self._kept_from_others(incoming, job, say("account-private", command="/again")):
                return
            if job.lost or await self._reach.taken_back(job):
                raise NotFound()
            recipe = job.recipe.reseeded(secrets.randbelow(SEEDS))
            await self._repeats.again(job, incoming.person, incoming.address, recipe)
        else:
            await self._refuse(incoming, say("again-how", command="/again"))

    async def _kept_from_others(self, incoming: Incoming, job: JobRow, text: str) -> bool:
        """Whether a job for its person's eyes alone can't be answered here, among others; then that is said."""
        here = incoming.address
        if not job.address.private or not incoming.group or self._answers.whispers(here):
            return False
        await self._refuse(incoming, text)
        return True

    async def _own(self, incoming: Incoming) -> JobRow | None:
        """One's own job by its number or its id; None where neither is said. Raises NotFound."""
        asked = incoming.text.strip().lower()
        if number := _NUMBER.fullmatch(asked):
            return await self._reach.own(incoming.person, int(number[1]))
        return await self._reach.own_of(incoming.person, asked) if _ID.fullmatch(asked) else None

    async def _replied(self, incoming: Incoming) -> JobRow | None:
        """The job of the picture that is replied to, where it is shown; of an album's single picture, that one."""
        replied = await self._reach.replied_to(incoming, whole=True)
        if not replied or not replied.job:
            return None
        job = await self._reach.shown(replied)
        await self._reach.check_again(incoming, job)
        return job.one(replied.index) if 0 <= replied.index < job.recipe.images else job

    async def _refuse(self, incoming: Incoming, text: str) -> None:
        await self._answers.answer(incoming.address, Card(text=text, refused=True))
