"""What somebody asks in passing, from within another chat: their own pictures to show there, and a way to draw one."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from bot.aside import Aside
from bot.errors import NotFound
from bot.locales import Say
from bot.messages import Card, Incoming, Made, Person
from bot.safety import Safety
from bot.store import Store
from bot.usecases.answers import Answers
from bot.usecases.galleries import Galleries
from bot.usecases.reception import Reception

BEGINS = "draw-"
"""What a start begins with that draws the words of an aside."""

LONGEST_LABEL = 40
"""Characters of the words on what draws them."""

PAGE = 20
"""Jobs that are looked at for one answer."""

MOST = 50
"""Pictures in an answer; one job may have more by itself."""


class Asides:
    """Nothing is drawn where nobody has opened a chat with us: what an aside asks for begins in one's own."""

    def __init__(
        self, store: Store, safety: Safety, galleries: Galleries, answers: Answers, reception: Reception
    ) -> None:
        self._store = store
        self._safety = safety
        self._galleries = galleries
        self._answers = answers
        self._reception = reception

    async def of(self, incoming: Incoming, say: Say, before: str | None = None) -> Aside:
        """What there is to show of what somebody has made, by their words: the newest where they say none. Only what
        everybody may see, and what is on their platform already. `before` is where an earlier answer ended."""
        person, words = incoming.person, incoming.text.strip()
        made = await self._galleries.page(person, before, PAGE, words=words)
        looked = _first([self._open(each) for each in made])
        there = [(each, await self._store.deliveries.receipt(each.job)) for each in looked]
        shown = tuple((each, receipt) for each, receipt in there if receipt)
        more = looked[-1].place if len(looked) < len(made) or len(made) == PAGE else ""
        if not words or before:
            return Aside(shown, more, say("aside-open"), "open")
        asked = json.dumps({"text": words}, ensure_ascii=False)
        offer = secrets.token_hex(8)
        await self._store.offers.make(offer, *_home(person), asked, person.key)
        label = words if len(words) <= LONGEST_LABEL else f"{words[: LONGEST_LABEL - 1]}…"
        return Aside(shown, more, say("aside-draw", words=label), f"{BEGINS}{offer}")

    def _open(self, made: Made) -> Made:
        """A job with those of its pictures alone that may be seen wherever they come: nobody can tell where that is."""
        fit = (p for p in made.pictures if not p.spoiler and (p.fit or self._safety.off))
        return replace(made, pictures=tuple(fit))

    async def start(self, incoming: Incoming, say: Say) -> None:
        """Draws what an aside of this person's asked for, or says hello. Raises NotFound where it is too long ago."""
        if not incoming.text.startswith(BEGINS):
            text = say("welcome", example=say("imagine-example"))
            await self._answers.answer(incoming.address, Card(text=text))
            return
        offer = await self._store.offers.made(incoming.text.removeprefix(BEGINS), *_home(incoming.person))
        if offer is None or incoming.group:
            raise NotFound()
        await self._reception.accept_text(replace(incoming, text=json.loads(offer.asked)["text"]))


def _first(made: Sequence[Made]) -> Sequence[Made]:
    """As many jobs as an answer has room for, one at least."""
    pictures = accumulate(len(each.pictures) for each in made)
    return made[: max(1, sum(count <= MOST for count in pictures))]


def _home(person: Person) -> tuple[str, str]:
    """A place of a person's own, where nothing else is offered."""
    return person.platform, f"aside:{person.id}"
