"""The use cases: what people can do, on any platform."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from bot.about import work_for
from bot.aside import Aside
from bot.errors import NoStore, NotAllowed
from bot.locales import Say
from bot.look import Look
from bot.messages import Card, Incoming, Person, Press, Refusal, Restored
from bot.usecases import refusals
from bot.usecases.abouts import Abouts
from bot.usecases.actions import Actions
from bot.usecases.admins import Admins
from bot.usecases.again import Again
from bot.usecases.answers import Answers
from bot.usecases.asides import Asides
from bot.usecases.borrowed import Borrowed
from bot.usecases.broadcasts import Broadcasts
from bot.usecases.commands import Commands
from bot.usecases.deletions import Deletions
from bot.usecases.eyes import Eyes
from bot.usecases.galleries import Galleries
from bot.usecases.limits import Limits
from bot.usecases.moderation import Moderation
from bot.usecases.orders import Orders
from bot.usecases.parsing import check_prompt
from bot.usecases.presses import Presses
from bot.usecases.proposals import DRAWING, Proposals
from bot.usecases.quotas import Quotas, Who
from bot.usecases.reach import Reach
from bot.usecases.reports import Reports
from bot.usecases.resources import Resources
from bot.usecases.selves import Selves
from bot.usecases.shares import Shares
from bot.usecases.speech import Speech
from bot.usecases.views import Views
from bot.usecases.workshop import Workshop
from engine.api.errors import LukisError
from engine.api.events import Notice
from engine.api.parameters import Parameters
from engine.api.sweeping import NO_AXES, Axes

log = logging.getLogger(__name__)


class ImagineService:
    """The front door: what platforms may ask for, as `bot.ports.Service` says it. Everything else is behind it.

    Attributes:
        runner: runs what was accepted.
        reception: accepts.
        speech: knows the languages in which people are spoken to.
        promises: what platforms have still to answer.
        samples: what styles and models look like.
        sessions: who has signed in to the page.
    """

    def __init__(self, given: Resources) -> None:
        engine, store, platforms, access = given.engine, given.store, given.platforms, given.access
        self._access, self._moves, self.locales = access, store.moves, given.locales
        self._quotas = allowed = Quotas(store, given.quotas, given.max_waiting)
        self.promises, self.sessions = store.promises, store.sessions
        self.speech = speech = Speech(store.people, given.locales)
        self._reach = reach = Reach(store, access)
        eyes = Eyes(given.safety, store)
        self._answers = answers = Answers(platforms, store.messages, eyes)
        views = Views(engine, store, reach, speech, eyes)
        moderation, admins = Moderation(store, given.rules), Admins(access, platforms)
        shop = Workshop(given, reach, speech, answers, views, eyes, moderation, allowed)
        self.runner, self.reception = runner, reception = shop.runner, shop.reception
        self._booking, self._repeats = shop.booking, shop.repeats
        there = engine, store, reach, given.intake, given.stock
        self._again = again = Again(*there, answers, reception, shop.repeats, given.keeping, allowed)
        self._broadcasts = casts = Broadcasts(store, answers, platforms)
        self._deletions = gone = Deletions(store, platforms, answers, views)
        self._reports = reports = Reports(store, answers, speech, admins, gone, runner, moderation)
        limits = Limits(store, reach)
        self._drafting = shop.drafting
        orders = Orders(
            store, given.translator, answers, admins, moderation, casts, runner, reach, reports, limits
        )
        self._selves = selves = Selves(given, answers, speech, eyes, admins, runner)
        self.parcel = selves.exports.parcel
        self.sharing = Shares(store, given.safety, reach, views)
        self.samples = shop.room.samples
        galleries = Galleries(store, views, eyes, given.locales)
        self._asides = Asides(store, given.safety, galleries, answers, reception)
        borrowed = Borrowed(given, reach, speech, answers, views, again, shop)
        more = {**borrowed.commands, "start": self._asides.start}
        self._commands = told = Commands(
            answers, views, speech, reception, runner, access, again, orders, shop, selves, more
        )
        guide = told.help, told.models
        presses = Presses(
            store, answers, views, speech, shop.repeats, runner, gone, again, *guide, reports, shop
        )
        self._proposals = proposals = Proposals(
            store, given.locales, answers, reach, reception, runner, told.find
        )
        every = *presses.actions(), *proposals.actions(), *selves.actions()
        self._actions = Actions(every, reach)
        self._accounts = store.accounts
        self._telling: list[asyncio.Task[None]] = []
        self.answer, self.say, self.language = answers.answer, speech.say, speech.language
        self.models, self.addons, self.commands = views.models, views.addons, told.menu
        self.gallery = galleries.page
        self.about = Abouts(store, reach, speech, views, eyes).of
        self.chat, self.picture, self.shown = views.chat, views.picture, views.shown

    async def command(self, incoming: Incoming, name: str) -> bool:
        """Runs the command that a person calls `name`, in any language; False if there is none."""
        run = self._commands.find(name)
        if run is None:
            return False
        await self._guarded(incoming, run)
        return True

    async def imagine(
        self,
        incoming: Incoming,
        prompt: str,
        parameters: Parameters,
        axes: Axes = NO_AXES,
        notices: Sequence[Notice] = (),
    ) -> None:
        """Draws what a person asked for with typed options, as `bot.ports.Service` says it."""

        def words() -> str:
            return check_prompt(prompt) if prompt or not parameters.frames else ""

        with self._booking.saying(notices):
            await self._guarded(
                incoming, lambda who, _: self.reception.accept(who, words(), parameters, axes)
            )

    async def message(self, incoming: Incoming) -> bool:
        """Takes words that are no command; False if they mean nothing to us."""
        if incoming.group and not incoming.called and not await self._to_us(incoming):
            return False
        await self._guarded(incoming, self._meant)
        return True

    async def changed(self, incoming: Incoming, name: str = "") -> None:
        """Offers to draw what a message says whose words were others; `name` is that of its command, if it has one."""
        known = self._commands.means(name)
        if known in DRAWING if name else not incoming.group or await self._to_us(incoming):
            await self._guarded(incoming, lambda who, say: self._proposals.changed(who, say, known))

    async def joined(self, incoming: Incoming) -> None:
        """Says in a group to which somebody has added us what there is to know, in their language; not once more where
        we were before it had another id."""
        if await self._moves.former(incoming.address.platform, incoming.address.chat) is None:
            await self._guarded(
                incoming, lambda who, say: self.answer(who.address, Card(text=say("group-hello")))
            )

    async def aside(self, incoming: Incoming, before: str | None = None) -> Aside | None:
        """What somebody is shown who asks in passing, as `bot.ports.Service` says it."""
        with work_for(incoming.address.platform, incoming.person.key):
            try:
                who = await self._let_in(incoming)
                return await self._asides.of(who, await self.say(who.person), before)
            except LukisError:
                return None

    async def press(self, press: Press) -> str | None:
        """Does what a button says; a short sentence for the person, or None. A `Refusal` says that it was not done."""
        say = await self.say(press.person)
        with work_for(press.address.platform, press.person.key):
            try:
                return await self._actions.do(await self._let_in(press), say)
            except LukisError as error:
                return Refusal(refusals.error_text(say, error.code, error.facts))
            except Exception:
                return Refusal(refusals.error_text(say, "unknown", {"incident": _incident("a button")}))

    async def restored(self, incoming: Incoming) -> Restored | Refusal:
        """What the file of the picture that came along says of how it was made, or why that can't be told."""
        say = await self.say(incoming.person)
        with work_for(incoming.address.platform, incoming.person.key):
            try:
                found = await self._again.restored(await self._let_in(incoming), say)
                return found or Refusal(say("again-untold"))
            except LukisError as error:
                return Refusal(refusals.error_text(say, error.code, error.facts))
            except Exception:
                return Refusal(refusals.error_text(say, "unknown", {"incident": _incident("a picture")}))

    async def styles(self, person: Person) -> list[Look]:
        """Every style that a person may wear, for lists."""
        say = self.locales.say(await self.language(person))
        return await self.samples.looks(say, await self._accounts.key(person))

    async def begins(self, press: Press) -> str | None:
        """What the form begins with that a button opens for who may press it; None where it opens none."""
        with work_for(press.address.platform, press.person.identity):
            try:
                return await self._actions.begins(await self._let_in(press), await self.say(press.person))
            except LukisError:
                return None  # pressed without one, it says why

    async def moved(self, platform: str, chat: str, new: str) -> None:
        """Lets what is on its way to a chat follow it to its new id. Whoever was let in there still is."""
        await self._moves.moved(platform, chat, new)
        if self._access.lists(platform, chat):
            names = f"{platform}:{chat}", f"{platform}:{new}"
            log.warning("ALLOWED: the group %s is %s now. It stays let in; write its new id, too.", *names)

    async def resume(self) -> None:
        """Goes on with what an earlier run left, and tells admins and chats what they are to be told from now on."""
        await self.runner.resume()
        telling = self._reports, self._broadcasts, self._selves
        self._telling = [asyncio.create_task(each.run()) for each in telling]

    async def close(self, grace: float = 5.0) -> None:
        """Takes no new jobs, and gives what runs and what waits to be said a short grace."""
        self._booking.closed = True
        for task in self._telling:
            task.cancel()
        await asyncio.gather(*self._telling, return_exceptions=True)
        await asyncio.gather(
            self.runner.settle(grace), self._answers.close(grace), self._deletions.close(grace)
        )
        await self._answers.close()

    async def _guarded(self, incoming: Incoming, work: Callable[[Incoming, Say], Awaitable[object]]) -> None:
        """Lets in who may come in, does the work, and turns whatever goes wrong into one sentence."""
        say = await self.say(incoming.person)
        with work_for(incoming.address.platform, incoming.person.key):
            try:
                await work(await self._let_in(incoming), say)
            except LukisError as error:
                await self.answer(incoming.address, refusals.error_card(say, error))
            except Exception:
                facts = {"incident": _incident("a command")}
                text = refusals.error_text(say, "unknown", facts)
                await self.answer(incoming.address, Card(text=text, private=True, refused=True))

    async def _let_in(self, who: Who) -> Who:
        """Who comes in, with what they may ask for there. A group that the allow-list names by its id from before it
        moved is let in. Raises NotAllowed.
        """
        try:
            self._access.check(who.person, who.address, who.server)
        except NotAllowed:
            former = await self._moves.former(who.address.platform, who.address.chat)
            if former is None:
                raise
            before = who.address.model_copy(update={"chat": former})
            self._access.check(who.person, before, who.server)
        known = await self._quotas.known(who)
        account = await self._accounts.key(known.person)
        return replace(known, person=replace(known.person, account=account))

    async def _to_us(self, incoming: Incoming) -> bool:
        """Whether words among others are for us. Where nobody can tell, we don't join in."""
        try:
            return await self._reach.replied_to(incoming) is not None
        except NoStore:
            return False

    async def _meant(self, incoming: Incoming, say: Say) -> None:
        """Words with a picture or in reply to one change it, those in reply to the question for English answer it.

        A picture without words is asked how it was made; words to us by our name, without one, are drawn, and so are
        most of those that are said to us alone.
        """
        answered = await self._reach.replied_to(incoming)
        about = answered.job if answered else None
        if about and answered and answered.kind == "edit":
            job = await self._reach.shown(answered)
            english = check_prompt(incoming.text)
            await self._repeats.corrected(job, english, incoming.person, incoming.address)
        elif answered and answered.kind == "form":
            await self._drafting.draw(await self._drafting.replied(incoming), incoming)
        elif about or (incoming.text.strip() and (incoming.attachments or incoming.called)):
            await self.reception.accept_text(incoming)
        elif incoming.attachments:
            await self._again.tell(incoming, say)
        elif draft := await self._drafting.waiting(incoming):
            await self._drafting.draw(draft, incoming)
        elif incoming.called:
            text = say("called-how", example=say("imagine-example"))
            await self.answer(incoming.address, Card(text=text, refused=True))
        else:
            await self._proposals.take(incoming, say)


def _incident(what: str) -> str:
    """Logs the exception at hand under an id that a person can quote."""
    incident = secrets.token_hex(4)
    log.exception("%s broke: incident %s", what, incident)
    return incident
