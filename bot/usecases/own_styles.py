"""Styles that people keep of their pictures: `/style save dusk` in reply to one, `/style delete dusk`."""

from __future__ import annotations

import re

from pydantic import ValidationError

from bot.errors import NotFound
from bot.locales import Locales, Say
from bot.messages import Card, Incoming
from bot.store import Store
from bot.store.rows import ImageRow, JobRow
from bot.store.styles import MOST_OWN
from bot.styles.file import MEANT, StyleFile
from bot.usecases.answers import Answers
from bot.usecases.looks import around
from bot.usecases.reach import Reach
from bot.usecases.values import WORD, unquoted
from engine.api.asking import asked
from engine.api.names import short_name
from engine.api.parameters import PARAMETERS
from engine.api.styles import HERE, framed

_SHAPE = {"size", "format"}
"""What a picture has that no style of it is about."""


_NAME = re.compile(WORD)


class OwnStyles:
    """Keeps and forgets a person's own styles."""

    def __init__(self, store: Store, reach: Reach, locales: Locales, answers: Answers) -> None:
        self._store = store
        self._reach = reach
        self._answers = answers
        self._verbs = {
            word: do
            for tag in locales.languages
            for verb, do in (("save", self._save), ("delete", self._delete))
            for word in (verb, *locales.words(tag, f"style-{verb}-names"))
        }

    async def do(self, incoming: Incoming, say: Say) -> bool:
        """Does what the words ask for; False where they ask for nothing of the kind."""
        verb, _, rest = incoming.text.strip().partition(" ")
        run = self._verbs.get(verb.lower())
        if run is None:
            return False
        name = _NAME.match(rest.strip())
        words = rest.strip()[name.end() :].strip() if name else ""
        text = await run(incoming, say, unquoted(name[0]), words) if name else say("style-how")
        await self._answers.answer(incoming.address, Card(text=text, private=True))
        return True

    async def _save(self, incoming: Incoming, say: Say, name: str, words: str) -> str:
        """Keeps the look of a picture: the one replied to, else the person's newest there."""
        job, image = await self._meant(incoming)
        try:
            style = _of(job.one(image.index), name, words)
        except ValidationError:
            return say("style-unfit", name=name[:40])
        self._store.watch.check()
        if not await self._store.styles.keep(incoming.person.key, style):
            return say("style-full", limit=MOST_OWN)
        return say(
            "style-saved", flag=f"{PARAMETERS['style'].flag} {style.name}", frame=around(style.style.prompt)
        )

    async def _delete(self, incoming: Incoming, say: Say, name: str, words: str) -> str:
        done = await self._store.styles.drop(incoming.person.key, short_name(name))
        return say("style-deleted" if done else "style-none", name=short_name(name))

    async def _meant(self, incoming: Incoming) -> tuple[JobRow, ImageRow]:
        """The picture that is replied to, else the newest that the person has made there. Raises NotFound."""
        replied = await self._reach.replied_to(incoming)
        if replied and replied.job:
            job = await self._reach.shown(replied)
            if image := job.meant(replied.index):
                return job, image
            raise NotFound()
        chat = incoming.address.chat if incoming.group else None
        page = await self._store.history.page(incoming.person.key, 1, chat)
        if page is None:
            raise NotFound()
        return page.job, next(image for image in page.job.images if image.index == page.index)


def _of(job: JobRow, name: str, words: str) -> StyleFile:
    """The look of a picture: these words, else what stands in its prompt behind the first comma, in the style that it
    wears; how it was drawn; and what drew it. Raises ValidationError where that can be no style."""
    english = job.translation.english if job.translation else job.prompt
    frame = words or HERE + english[_subject(english) :]
    recipe = job.recipe
    kept = asked(recipe).model_dump(include={*MEANT} - _SHAPE, exclude_defaults=True)
    worn = recipe.style
    frame = frame if HERE in frame else f"{HERE}, {frame}"
    return StyleFile.model_validate(
        {
            "name": name,
            "prompt": framed(frame, worn.prompt if worn else ""),
            "negative": job.negative,
            "few": framed(frame, worn.few if worn else ""),
            "parameters": kept,
            "model": recipe.model,
        }
    )


def _subject(prompt: str) -> int:
    """Where what a prompt shows ends, as people mostly write: at the first comma that stands in no brackets."""
    depth = 0
    for place, sign in enumerate(prompt):
        depth += (sign in "([{<") - (sign in ")]}>")
        if sign in ",，、" and not depth:
            return place
    return len(prompt)
