"""/describe and /expand: words for a picture, and better words for a prompt; shown before anything is drawn of them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.locales import Say
from bot.messages import Card, Incoming
from bot.store.rows import JobRow
from bot.usecases.again import Again
from bot.usecases.answers import Answers
from bot.usecases.booking import Booking
from bot.usecases.links import Links
from bot.usecases.offering import offer_button
from bot.usecases.pasted import understood
from bot.usecases.reach import Reach
from bot.usecases.resources import Resources
from bot.usecases.speech import Speech
from engine.api.parameters import Parameters


class Wordy:
    """Asks models for words."""

    def __init__(
        self, given: Resources, reach: Reach, speech: Speech, answers: Answers, again: Again, booking: Booking
    ) -> None:
        self._given = given
        self._reach = reach
        self._speech = speech
        self._answers = answers
        self._again = again
        self._booking = booking
        self._links = Links(given.fetching)

    async def describe(self, incoming: Incoming, say: Say) -> None:
        """Up to four descriptions of the picture that came or is replied to, each with a button that draws it; where
        no model does that, what its file says. Raises LukisError."""
        incoming, _ = self._links.taken(incoming, incoming.text)
        note = await self._reach.replied_to(incoming)
        job = await self._reach.shown(note) if note and note.job else None
        incoming = incoming.beside(job.address) if job else incoming
        if not incoming.attachments and not job:
            await self._say(incoming, say("describe-how", command="/describe"), refused=True)
        elif not self._given.describer.name:
            await self._again.tell(incoming, say)
        else:
            png = await self._picture(incoming, job, note.index if note else 0)
            words = await self._given.describer.told(png=png)
            await self._offer(incoming, say, say("describe-told"), words, Parameters(raw=True))

    async def _picture(self, incoming: Incoming, job: JobRow | None, index: int) -> bytes:
        own = [each for each in incoming.attachments if not job or each.purpose == ""]
        if own:
            return (await self._given.intake.take(own[0])).png
        if job and (image := job.meant(index)):
            return await self._given.store.files.read(image.file)
        return (await self._given.intake.take(incoming.attachments[0])).png

    async def expand(self, incoming: Incoming, say: Say) -> None:
        """The prompt made rich, and one's own words, each with a button that draws it. Raises LukisError."""
        if not incoming.text.strip() or not self._given.expander.name:
            key = "expand-how" if self._given.expander.name else "expand-off"
            await self._say(incoming, say(key, command="/expand", setting="EXPAND_MODEL"), refused=True)
            return
        asked = understood(incoming.text, self._speech.locales.flags(), self._given.engine)
        await self._booking.check(incoming.address, asked.prompt)
        language = await self._speech.language(incoming.person)
        english = await self._given.translator.translate(asked.prompt, language, person=incoming.person.key)
        words = await self._given.expander.told(text=english.english)
        await self._booking.check(incoming.address, words[0])
        rich = asked.parameters.model_copy(update={"raw": True})
        by = self._given.store, incoming.person, incoming.address
        buttons = [
            await offer_button(*by, say("button-use-it"), words[0], rich),
            await offer_button(*by, say("button-own-words"), asked.prompt, asked.parameters),
        ]
        card = Card(text=f"{say('expand-told')}\n{words[0]}", buttons=(tuple(buttons),), kind="offer")
        await self._answers.answer(incoming.address, card)

    async def _offer(
        self, incoming: Incoming, say: Say, told: str, words: Sequence[str], drawn: Parameters
    ) -> None:
        """Words by their numbers, each with a button that draws it. Raises Blocked where a list says so."""
        store, person, address = self._given.store, incoming.person, incoming.address
        for each in words:
            await self._booking.check(address, each)
        buttons = [
            await offer_button(store, person, address, say("button-version", number=n), each, drawn)
            for n, each in enumerate(words, 1)
        ]
        lines = [f"{n}. {each}" for n, each in enumerate(words, 1)]
        card = Card(text="\n".join([told, *lines]), buttons=(tuple(buttons),), kind="offer")
        await self._answers.answer(address, card)

    async def _say(self, incoming: Incoming, text: str, refused: bool) -> None:
        await self._answers.answer(incoming.address, Card(text=text, refused=refused))
