"""The same picture again, from what its file says: read, told as a command, and drawn at the press of a button."""

from __future__ import annotations

import asyncio
import io
import json
from dataclasses import replace
from typing import Any

from PIL import Image

from bot.errors import NotFound
from bot.keeping import KeepingOptions
from bot.locales import Say
from bot.messages import Attachment, Button, Card, Incoming, Restored
from bot.payloads import encode
from bot.store import Store
from bot.store.rows import ImageRow, JobRow
from bot.usecases.actions import Pressed
from bot.usecases.answers import Answers
from bot.usecases.offering import offered
from bot.usecases.parsing import check_prompt
from bot.usecases.quotas import Quotas
from bot.usecases.reach import Reach
from bot.usecases.reception import Reception
from bot.usecases.repeats import Repeats
from bot.usecases.retold import Retold, retold, typed
from bot.usecases.sheets import valued
from bot.usecases.stock import Stock
from bot.usecases.uploads import Intake
from engine.api.infotext import LABELS, VAE_HASH, Infotext, hashed, read
from engine.api.modes import MASK, all_inputs
from engine.api.names import find
from engine.api.parameters import Parameters
from engine.api.ports import Engine

AT_ONCE = 2
"""Files that are looked at at a time: each is in memory whole."""


class Again:
    """Tells how pictures were made, and offers to make them again."""

    def __init__(
        self,
        engine: Engine,
        store: Store,
        reach: Reach,
        intake: Intake,
        stock: Stock,
        answers: Answers,
        reception: Reception,
        repeats: Repeats,
        keeping: KeepingOptions,
        quotas: Quotas,
    ) -> None:
        self._engine = engine
        self._store = store
        self._reach = reach
        self._intake = intake
        self._stock = stock
        self._answers = answers
        self._reception = reception
        self._repeats = repeats
        self._keeping = keeping
        self._quotas = quotas
        self._turns = asyncio.Semaphore(AT_ONCE)

    async def tell(self, incoming: Incoming, say: Say) -> None:
        """Says how the picture that came along, or is replied to, was made.

        Raises:
            LukisError: there is no picture that can be read.
        """
        replied = await self._reach.replied_to(incoming)
        if replied and replied.job and not _own(incoming):
            job = await self._reach.shown(replied)
            incoming = incoming.beside(job.address)
            if image := job.meant(replied.index):
                card = await self._ours(say, incoming, job, image)
            elif incoming.attachments:  # the chat has it still
                card = await self._theirs(say, incoming, incoming.attachments[0], of=job)
            else:
                raise NotFound()
        elif incoming.attachments:
            card = await self._theirs(say, incoming, incoming.attachments[0])
        else:
            notes = (*self._kept(say), *await self._left(say, incoming))
            card = Card(text=say("info-how"), notes=notes, refused=True)
        await self._answers.answer(incoming.address, card)

    async def restored(self, incoming: Incoming, say: Say) -> Restored | None:
        """What the file of the picture that came along asks for, where there is no other picture to start from; None
        where it says nothing.

        Raises:
            LukisError: there is no picture that can be read.
        """
        if not incoming.attachments:
            raise NotFound()
        said, mark = await self._said(say, incoming.attachments[0])
        if said is None:
            return None
        told = await self._retold(said)
        return Restored(told.prompt, typed(told.parameters), _notes(say, said, told, mark))

    async def draw(self, pressed: Pressed) -> None:
        """Draws what a message offers, for whoever pressed.

        Raises:
            NotFound: nothing was offered there under this id.
            NotYours: its person alone may draw it again.
            LukisError: it was not accepted, and why.
        """
        press, where = pressed.press, pressed.press.message
        kept = await self._store.offers.made(pressed.target, where.platform, where.chat)
        if kept is None:
            raise NotFound()
        asked: dict[str, Any] = json.loads(kept.asked)
        if of := asked.get("of") or asked.get("job"):
            await self._reach.check_again(press, await self._store.jobs.get(of))
        if "job" in asked:
            await self._same(pressed, asked["job"], asked["index"])
            return
        parameters = Parameters.model_validate(asked["parameters"])
        address = press.address.privately() if asked.get("private") else press.address
        await self._reception.accept(
            Incoming(press.person, address, group=press.group, server=press.server),
            asked["prompt"],
            parameters,
        )

    async def _same(self, pressed: Pressed, job_id: str, index: int) -> None:
        """A picture of ours once more, from the pictures that it was made from."""
        job = await self._store.jobs.get(job_id)
        image = next((image for image in job.shown if image.index == index), None)
        if image is None:
            raise NotFound()
        one, press = job.one(image.index), pressed.press
        await self._repeats.again(one, press.person, press.address, one.recipe)

    async def _ours(self, say: Say, incoming: Incoming, job: JobRow, image: ImageRow) -> Card:
        said = await asyncio.to_thread(_words, await self._store.files.read(image.file))
        if said is None:
            return _untold(say)
        told = await self._retold(said)
        if find(self._engine.models(), job.recipe.model, formerly=True):
            told = replace(told, source=False, model="")  # the job has what it was drawn from
            offer = await self._offer(incoming, {"job": job.id, "index": image.index})
        else:
            offer = await self._offer(incoming, _asked(told) | {"of": job.id})
        card = _card(say, said, told, offer)
        return replace(card, notes=(*card.notes, *self._kept(say)), private=job.address.private)

    async def _theirs(
        self, say: Say, incoming: Incoming, attachment: Attachment, of: JobRow | None = None
    ) -> Card:
        """A picture's file; `of` is the job that it is of, where that is known."""
        said, mark = await self._said(say, attachment)
        if said is None:
            return _untold(say, mark)
        told = await self._retold(said)
        known = {"of": of.id} if of else {}
        return _card(say, said, told, await self._offer(incoming, _asked(told) | known), mark)

    async def _said(self, say: Say, attachment: Attachment) -> tuple[Infotext | None, str]:
        """How a picture was made, None where its file does not say; and what there is to say of its mark."""
        async with self._turns:
            file = await self._intake.told(attachment)
        said = read(file.words)
        return said if said and said.prompt else None, say("again-marked") if file.marked else ""

    def _kept(self, say: Say) -> tuple[str, ...]:
        """How long pictures are kept, where that has an end."""
        days, size = self._keeping.days, self._keeping.budget_gb
        told = [say("info-days", days=days)] if days else []
        return (*told, say("info-budget", size=size)) if size else tuple(told)

    async def _left(self, say: Say, incoming: Incoming) -> tuple[str, ...]:
        """How much of what somebody may ask for there is used by now."""
        left = await self._quotas.left(incoming.person, incoming.address)
        return tuple(
            say(
                "quota-used",
                whose=each.whose,
                kind=say("quota-kind", what=each.what, span=each.span),
                used=round(used, 1),
                limit=each.most,
            )
            for each, used in left
        )

    async def _retold(self, said: Infotext) -> Retold:
        named = await self._stock.model(said.pairs.get("Model hash", ""))
        vae = await self._stock.vae(said.pairs.get(VAE_HASH, ""))
        return retold(said, self._engine.models(), self._engine.addons(), named, vae)

    async def _offer(self, incoming: Incoming, asked: dict[str, Any]) -> str:
        """Keeps what a button is to draw; its id."""
        return await offered(self._store, incoming.person, incoming.address, asked)


def _asked(told: Retold) -> dict[str, Any]:
    """What is asked for with the models that there are."""
    return {"prompt": check_prompt(told.prompt), "parameters": told.parameters.model_dump(mode="json")}


def _card(say: Say, said: Infotext, told: Retold, offer: str, mark: str = "") -> Card:
    """How a picture was made, as a command, with a button that does it; `mark` is what there is to say of one."""
    return Card(
        text=say("again-told", command=f"/imagine {told.command}"),
        notes=_notes(say, said, told, mark),
        buttons=((Button(say("button-again"), encode("draw", offer)),),),
        kind="offer",
    )


def _notes(say: Say, said: Infotext, told: Retold, mark: str) -> tuple[str, ...]:
    """What there is to say of how a picture was made beside what can be asked for."""
    program = said.pairs.get("Version", "")
    notes = [
        say("again-source") if told.source else "",
        say("again-given", pictures=given) if (given := _given(say, said)) else "",
        say("again-mask") if _by_hand(said) else "",
        say("again-model", model=told.model) if told.model else "",
        valued(say, "style", said.pairs[LABELS["style"]])
        if said.ours and LABELS["style"] in said.pairs
        else "",
        say("again-loras", names=", ".join(told.loras)) if told.loras else "",
        say("again-beyond", things=", ".join(told.beyond)) if told.beyond else "",
        ""
        if said.ours
        else say("again-alike", program=program)
        if program.isalpha()
        else say("again-alike-other"),
        mark,
    ]
    return tuple(filter(None, notes))


def _given(say: Say, said: Infotext) -> str:
    """The pictures that it was made from, each by what it was and its hash."""
    hashes = ((name, said.pairs.get(hashed(name))) for name in all_inputs())
    return ", ".join(f"{say(f'input-{name}')} {digits[:64]}" for name, digits in hashes if digits)


def _by_hand(said: Infotext) -> bool:
    """Whether a part of a picture was painted anew that no words say."""
    return hashed(MASK) in said.pairs and not {LABELS["region"], LABELS["only"]} & said.pairs.keys()


def _untold(say: Say, mark: str = "") -> Card:
    return Card(text=say("again-untold"), notes=(mark,) if mark else (), refused=True)


def _own(incoming: Incoming) -> bool:
    """Whether a picture came with the words themselves."""
    return any(attachment.purpose == "" for attachment in incoming.attachments)


def _words(png: bytes) -> Infotext | None:
    with Image.open(io.BytesIO(png)) as image:
        return read(image.info.get("parameters"))
