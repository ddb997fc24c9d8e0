"""What people look at: the models, their history, their chat, one picture. Nothing here changes anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.errors import NotFound
from bot.locales import Say
from bot.messages import Address, Asked, Card, Person, Receipt, Shown
from bot.store import Store
from bot.store.lists import WHOLE, Leaf
from bot.store.rows import ImageRow, JobRow
from bot.usecases import cards, refusals
from bot.usecases.eyes import Eyes
from bot.usecases.leaves import history_card, list_card
from bot.usecases.preferences import Preferences
from bot.usecases.reach import Reach
from bot.usecases.sheets import MOTION, motion, put_together, sheet
from bot.usecases.speech import Speech
from engine.api.cards import ModelCard, PassedOver
from engine.api.names import Addons, find
from engine.api.ports import Engine


class Views:
    """Reads what there is and shows it as cards and files."""

    def __init__(self, engine: Engine, store: Store, reach: Reach, speech: Speech, eyes: Eyes) -> None:
        self._engine = engine
        self._store = store
        self._reach = reach
        self._speech = speech
        self._eyes = eyes
        self._preferences = Preferences(store.preferences)

    def models(self) -> Sequence[ModelCard]:
        """The models there are, the default first."""
        return self._engine.models()

    def addons(self) -> Addons:
        """The LoRAs and embeddings that prompts may name."""
        return self._engine.addons()

    def passed_over(self) -> Sequence[PassedOver]:
        """What lies among the models and can't draw, and why."""
        return self._engine.passed_over()

    async def result(self, job: JobRow) -> Card:
        """What came of a finished job, in its person's language; of a sweep, its contact sheet is put together."""
        await put_together(self.there(job), self._store)
        card = self._result(await self._speech.say_to(job.person), self.models(), job)
        files = await self._preferences.chosen("files", job.person, job.address) == "on"
        return replace(card, form=replace(card.form, files=files))

    async def over(self, job: JobRow) -> Card:
        """What is left to say where the result has come, in its person's language."""
        return cards.over_card(await self._speech.say_to(job.person), job)

    async def deleted(self, job: JobRow) -> Card:
        """What is left to say of pictures that are deleted, in their person's language."""
        return cards.deleted_card(await self._speech.say_to(job.person), job)

    def one(self, say: Say, job: JobRow, index: int) -> Card:
        """One picture of a job by itself; after all of a morph's frames, that. Raises NotFound."""
        if job.recipe.moving and index >= job.recipe.images and self.there(job).shown:
            return self._result(say, self.models(), job)
        image = _image(self.there(job), index)
        return cards.one_card(say, job, self._store.root, image.index, self.model(job))

    async def page(self, say: Say, person: str, number: int, chat: str | None = None) -> Card:
        """One page of a person's history; with a `chat`, of what they made there."""
        page = await self._store.history.page(person, number, chat)
        if page is None:
            return Card(text=say("history-empty" if chat is None else "history-empty-here"), private=True)
        page = replace(page, job=self.there(page.job))
        card = history_card(say, page, self._store.root, self.model(page.job), here=chat is not None)
        there = [image.index for image in page.job.shown]
        if page.index in there or (page.job.recipe.moving and there):
            return card
        return replace(card, text=f"{card.text}\n{refusals.error_text(say, NotFound.code, {})}", pictures=())

    def leaf(self, say: Say, leaf: Leaf, list_id: str, text: str) -> Card:
        """One page of a list."""
        leaf = replace(leaf, job=self.there(leaf.job))
        card = list_card(say, leaf, self._store.root, self.model(leaf.job), list_id, text)
        if leaf.job.shown and leaf.index in (WHOLE, *(image.index for image in leaf.job.shown)):
            return card
        return replace(card, text=f"{card.text}\n{refusals.error_text(say, NotFound.code, {})}", pictures=())

    def original(self, job: JobRow, index: int) -> Shown:
        """One of the job's pictures, or, after all of them, its contact sheet or animation. Raises NotFound."""
        if index >= MOTION and (moving := motion(job, self._store.root)):
            return moving
        if index >= job.recipe.images and (whole := sheet(job, self._store.root)):
            return whole
        return cards.shown(job, _image(self.there(job), index), self._store.root)

    async def picture(self, person: Person, number: int, index: int) -> Shown:
        """One of the person's own pictures, of their job with that number. Raises NotFound."""
        own = self.original(await self._reach.own(person, number), index)
        for picture in await self._eyes.pictures(person, [own]):
            return picture
        raise NotFound()

    async def chat(
        self, person: Person, before: str | None = None, limit: int = 30, at: Address | None = None
    ) -> list[Asked]:
        """A person's jobs from a chat, their own alone with us if none is named, as `Service.chat` says it."""
        say, models = await self._speech.say(person), self.models()
        account, place = (
            await self._store.accounts.key(person),
            (at.platform, at.chat) if at else (person.platform, person.id),
        )
        jobs = await self._store.history.recent(account, place, before, limit)
        now = [
            (j, await self._eyes.card(j.address, self._now(say, models, j))) for j in jobs if not j.deleted
        ]
        return [Asked(job.id, job.address, job.status, card) for job, card in now]

    async def shown(self, person: Person, message: Receipt) -> Card | None:
        """The card of a message that shows pictures of a job, as it is now; None for any other."""
        note = await self._store.messages.noted(message.platform, message.chat, message.messages[0])
        if note is None or note.kind != "picture" or note.job is None:
            return None
        job, receipt = await self._store.jobs.get(note.job), await self._store.deliveries.receipt(note.job)
        say, whole = await self._speech.say(person), receipt and receipt.covers(message)
        card = self._result(say, self.models(), job) if whole else self.one(say, job, note.index)
        return await self._eyes.card(Address(platform=message.platform, chat=message.chat), card)

    def _now(self, say: Say, models: Sequence[ModelCard], job: JobRow) -> Card:
        return self._result(say, models, job) if job.finished else cards.status_card(say, job)

    def model(self, job: JobRow) -> ModelCard | None:
        """What drew its pictures; None where that is not here any more."""
        return find(self.models(), job.recipe.model, formerly=True)

    def _result(self, say: Say, models: Sequence[ModelCard], job: JobRow) -> Card:
        model = find(models, job.recipe.model, formerly=True)
        return cards.result_card(say, self.there(job), self._store.root, model)

    def there(self, job: JobRow) -> JobRow:
        """The job as if pictures whose files are gone had been deleted."""
        gone = {i.index for i in job.shown if self._store.files.gone(i.file)}
        images = (replace(i, deleted=True) if i.index in gone else i for i in job.images)
        return replace(job, images=tuple(images)) if gone else job


def _image(job: JobRow, index: int) -> ImageRow:
    """The job's picture with that index. Raises NotFound where it is deleted or never was."""
    for image in job.shown:
        if image.index == index:
            return image
    raise NotFound()
