"""A picture chosen step by step: the form that `/imagine` alone opens, and Edit, which opens it filled."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from bot.errors import EmptyPrompt, NotFound, NotYours
from bot.locales import Say
from bot.messages import LEAFED, Button, Card, Incoming, Kind, Press
from bot.payloads import encode
from bot.store import Store
from bot.store.drafts import Draft
from bot.store.rows import JobRow
from bot.usecases.actions import Action, Pressed
from bot.usecases.answers import Answers
from bot.usecases.buttons import in_rows
from bot.usecases.defaults import SETTABLE, checked, over, settable
from bot.usecases.given import Replied
from bot.usecases.offered import offers
from bot.usecases.reach import Reach
from bot.usecases.reception import Reception
from bot.usecases.repeats import Repeats
from bot.usecases.settings_cards import marked, named, value_rows
from bot.usecases.speech import Speech
from bot.usecases.views import Views
from engine.api.parameters import PARAMETERS, Parameters, Size
from engine.api.styles import Style

LASTS = 3600.0
"""Seconds for which words alone, in private, are those of a form."""

_FORM: frozenset[Kind] = frozenset({"form"})
_PICTURES: frozenset[Kind] = frozenset({"picture", *LEAFED})


class Drafting:
    """Opens forms, turns their pages and draws what was chosen. All of it is in the store, and its person's alone."""

    def __init__(
        self,
        store: Store,
        answers: Answers,
        views: Views,
        speech: Speech,
        reach: Reach,
        reception: Reception,
        repeats: Repeats,
    ) -> None:
        self._store = store
        self._answers = answers
        self._views = views
        self._speech = speech
        self._reach = reach
        self._reception = reception
        self._repeats = repeats

    def actions(self) -> Iterable[Action]:
        """The buttons of forms, and the one that opens a filled one."""
        yield Action("remix", self._edit, _PICTURES, shown=True)
        yield Action("form", self._turn, _FORM)
        yield Action("fill", self._choose, _FORM)
        yield Action("paint", self._paint, _FORM)

    async def open(self, incoming: Incoming, say: Say) -> None:
        """Asks for everything that a picture can have, its words last."""
        draft = await self._begin(incoming)
        await self._answers.answer(incoming.address, await self._form(say, draft))

    async def waiting(self, incoming: Incoming) -> Draft | None:
        """The form whose words these are: the next ones that are said in private."""
        address = incoming.address
        draft = await self._store.drafts.newest(incoming.person.key, address.platform, address.chat)
        fresh = draft and draft.waits and time.time() - draft.made < LASTS and not incoming.group
        alone = incoming.text.strip() and not incoming.attachments and incoming.reply_to is None
        alone = alone and not incoming.forwarded
        return draft if fresh and alone else None

    async def replied(self, incoming: Incoming) -> Draft:
        """The form that somebody replies to. Raises NotFound and NotYours."""
        where = incoming.address.platform, incoming.address.chat, incoming.reply_to or ""
        return _own(await self._store.drafts.of_message(*where), incoming)

    async def draw(self, draft: Draft, incoming: Incoming) -> JobRow:
        """Draws words with what was chosen before; their own flags go before that. Raises as `Reception.accept`: then
        it still waits for words."""
        job = await self._accept(draft, incoming)
        await self._store.drafts.said(draft.id)
        return job

    async def _accept(self, draft: Draft, incoming: Incoming) -> JobRow:
        asked = await self._reception.understood(incoming)
        said = {name: getattr(asked.parameters, name) for name in asked.parameters.model_fields_set}
        wanted = Parameters().model_copy(update=over(checked(draft.values), said))
        if draft.job is None:
            return await self._reception.accept_request(incoming, replace(asked, parameters=wanted))
        replied = await self._edited(draft)
        if not asked.prompt and not wanted.model_fields_set:  # nothing of it is to be otherwise
            await self._reach.check_again(incoming, replied.job)
            return await self._repeats.again(
                replied.job.one(replied.image.index),
                incoming.person,
                incoming.address,
                replied.job.one(replied.image.index).recipe.reseeded(secrets.randbelow(2**32)),
            )
        return await self._reception.accept_anew(incoming, replied, replace(asked, parameters=wanted))

    async def _begin(self, who: Incoming | Press, job: str | None = None, index: int = 0) -> Draft:
        place = who.address.platform, who.address.chat
        draft = Draft(secrets.token_hex(6), who.person.key, *place, made=time.time(), job=job, index=index)
        await self._store.drafts.keep(draft)
        return draft

    async def _edit(self, pressed: Pressed) -> None:
        """The form with a picture's words and parameters."""
        draft = await self._begin(pressed.press, pressed.job.id, pressed.image.index)
        await self._answers.answer(pressed.press.address, await self._form(pressed.say, draft))

    async def _edited(self, draft: Draft) -> Replied:
        """The picture that is edited. Raises NotFound where that is gone."""
        job = await self._store.jobs.get(draft.job or "")
        image = next((each for each in job.shown if each.index == draft.index), None)
        if image is None or await self._reach.taken_back(job):
            raise NotFound()
        return Replied(job, image, alone=True)

    async def _drafted(self, pressed: Pressed) -> tuple[Draft, str, str]:
        """The form that a button is on, and what else its payload says. Raises NotFound and NotYours."""
        target, _, rest = pressed.target.partition("-")
        name, _, value = rest.partition("-")
        return _own(await self._store.drafts.draft(target), pressed.press), name, value

    async def _turn(self, pressed: Pressed) -> None:
        draft, name, _ = await self._drafted(pressed)
        card = await self._form(pressed.say, draft)
        if name in SETTABLE:
            card = await self._values(pressed, draft, name)
        await self._answers.turn(pressed.press.message, card, pressed.press.address)

    async def _choose(self, pressed: Pressed) -> None:
        """Chooses a value; without one, goes back to what holds anyway."""
        draft, name, value = await self._drafted(pressed)
        if name not in SETTABLE:
            raise NotFound()
        values = {other: kept for other, kept in draft.values.items() if other != name}
        if value:
            told = offers(pressed.say, PARAMETERS[name], self._views.models())
            chosen = next((each.value for each in told if marked(each.value) == value), None)
            if chosen is None:  # a model that has gone since
                raise NotFound()
            values = over(values, {name: chosen})
        draft = replace(draft, values=values)
        await self._store.drafts.keep(draft)
        await self._answers.turn(
            pressed.press.message, await self._form(pressed.say, draft), pressed.press.address
        )

    async def _paint(self, pressed: Pressed) -> None:
        """Draws the edited picture with its own words."""
        draft, press = (await self._drafted(pressed))[0], pressed.press
        if draft.job is None:
            raise EmptyPrompt()
        incoming = Incoming(
            press.person, press.address, group=press.group, server=press.server, admin=press.admin
        )
        await self.draw(draft, incoming)

    async def _known(self, draft: Draft) -> Mapping[str, Any]:
        """What the picture would be drawn with: what was chosen over what the edited one was drawn with."""
        chosen = checked(draft.values)
        return over(values_of(await self._edited(draft)) if draft.job else {}, chosen)

    async def _form(self, say: Say, draft: Draft) -> Card:
        known, edited = await self._known(draft), await self._edited(draft) if draft.job else None
        buttons = (
            Button(
                named(say, each, known[each.name]) if each.name in known else say(f"parameter-{each.name}"),
                encode("form", f"{draft.id}-{each.name}"),
            )
            for each in settable()
            if not each.words.rare and offers(say, each, self._views.models())
        )
        rows = in_rows(buttons, 2)
        if edited is None:
            text = say("imagine-how", example=say("imagine-example"))
            return Card(text=text, notes=(say("form-how"),), buttons=rows, kind="form", draft=draft.id)
        rows += ((Button(say("form-paint"), encode("paint", draft.id)),),)
        prompt = edited.job.one(edited.image.index).prompt
        return Card(text=say("form-edit"), prompt=prompt, buttons=rows, kind="form", draft=draft.id)

    async def _values(self, pressed: Pressed, draft: Draft, name: str) -> Card:
        say, parameter, now = pressed.say, PARAMETERS[name], (await self._known(draft)).get(name)
        target, back = f"{draft.id}-{name}", encode("form", draft.id)
        rows = value_rows(
            say,
            parameter,
            now,
            self._views.models(),
            pressed.index or 1,
            encode("form", target),
            encode("fill", target),
            back,
        )
        head = named(say, parameter, now) if now is not None else say(f"parameter-{name}")
        text = f"{head}\n{say(f'parameter-{name}-help')}"
        return Card(text=text, buttons=rows, kind="form", draft=draft.id)


def _own(draft: Draft | None, who: Incoming | Press) -> Draft:
    """The form, for its person. Raises NotFound and NotYours."""
    if draft is None:
        raise NotFound()
    if draft.person != who.person.key:
        raise NotYours()
    return draft


def values_of(replied: Replied) -> dict[str, Any]:
    """What a picture was drawn with, by parameter."""
    recipe, image = replied.job.one(replied.image.index).recipe, replied.image
    told = {name: getattr(recipe, name) for name in ("steps", "cfg", "sampler", "model", "format", "seed")}
    style = {"style": Style(recipe.style.name)} if recipe.style else {}
    return told | style | {"size": Size(image.width, image.height)}
