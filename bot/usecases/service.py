"""The use cases: what people can do, on any platform."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path

from bot.access import Access
from bot.errors import NotFound
from bot.locales import Locales, Say
from bot.messages import Address, Asked, Card, Incoming, Made, Person, Press
from bot.payloads import decode
from bot.ports import Platform, Translator, Unavailable, Unreachable
from bot.store import Store
from bot.store.rows import JobRow
from bot.usecases import cards
from bot.usecases.commands import Commands
from bot.usecases.parsing import check_prompt, parse
from bot.usecases.presses import Presses
from bot.usecases.reception import Reception
from bot.usecases.runner import JobRunner
from bot.usecases.uploads import Intake
from engine.api.cards import ModelCard
from engine.api.errors import LukisError
from engine.api.parameters import Parameters
from engine.api.ports import Engine

log = logging.getLogger(__name__)


class ImagineService:
    """Everything a platform may ask for. Answers go out through the platforms' own `send` and `deliver`."""

    def __init__(
        self,
        engine: Engine,
        translator: Translator,
        store: Store,
        platforms: Mapping[str, Platform],
        locales: Locales,
        access: Access,
        intake: Intake,
        max_waiting: int,
    ) -> None:
        self._engine = engine
        self._translator = translator
        self._store = store
        self._platforms = platforms
        self._access = access
        self._commands = Commands(self, locales)
        self._presses = Presses(self, translator, store, platforms, access)
        self.locales = locales
        self.runner = JobRunner(engine, translator, store, platforms, locales)
        self.reception = Reception(engine, store, intake, max_waiting, self.runner)

    # what platforms call

    async def command(self, incoming: Incoming, name: str) -> bool:
        """Runs the command that a person calls `name`, in any language; False if there is none."""
        run = self._commands.find(name)
        if run is None:
            return False
        await self._guarded(incoming, lambda say: run(incoming, say))
        return True

    async def imagine(self, incoming: Incoming, prompt: str, parameters: Parameters) -> None:
        """Draws what a person asked for with typed options."""
        await self._guarded(
            incoming, lambda _: self.reception.accept(incoming, check_prompt(prompt), parameters)
        )

    async def message(self, incoming: Incoming) -> bool:
        """Takes words that are no command; False if they mean nothing to us."""
        shown = await self.reception.shown_by(incoming)
        if shown is None and incoming.group:
            return False
        await self._guarded(incoming, lambda say: self._meant(incoming, shown, say))
        return True

    async def press(self, press: Press) -> str | None:
        """Does what a button says; a short sentence for the person, or None."""
        say = await self.say(press.person)
        try:
            self._access.check(press.person, press.address, press.server)
            return await self._presses.do(press, decode(press.payload), say)
        except LukisError as error:
            return cards.error_text(say, error.code, error.facts)
        except (Unavailable, Unreachable) as error:
            log.warning("a button could not be answered: %s", error)
            return None
        except Exception:
            return cards.error_text(say, "unknown", {"incident": _incident("a button")})

    async def say(self, person: Person) -> Say:
        """Words in the person's chosen language, else their platform's."""
        return self.locales.say(await self.language(person))

    async def language(self, person: Person) -> str:
        """The language of ours in which the person is spoken to."""
        return self.locales.match(await self._store.people.meet(person))

    def commands(self, language: str) -> list[tuple[str, str]]:
        """Name and description of every command, for menus."""
        return self._commands.menu(language)

    def models(self) -> Sequence[ModelCard]:
        """The models there are, the default first."""
        return self._engine.models()

    async def picture(self, person: Person, job_id: str, index: int) -> Path:
        """The file of one of the person's own pictures. Raises NotFound."""
        job = await self._store.jobs.get(job_id)
        if job.person != person.key or not any(i.index == index for i in job.shown):
            raise NotFound()
        return self._store.files.path(job.images[index].file)

    async def gallery(self, person: Person, before: str | None = None, limit: int = 30) -> list[Made]:
        """Finished jobs with pictures, newest first; `before` is the last job of the page before."""
        jobs = await self._store.history.jobs(person.key, before, limit)
        return [cards.made(job, self._store.root) for job in jobs]

    async def chat(self, person: Person, before: str | None = None, limit: int = 30) -> list[Asked]:
        """A person's jobs but for deleted ones, newest first, each with the card it has now."""
        say = await self.say(person)
        jobs = await self._store.history.recent(person.key, before, limit)
        return [Asked(j.id, j.address, j.status, await self._now(j, say)) for j in jobs if not j.deleted]

    async def _now(self, job: JobRow, say: Say) -> Card:
        return await self.runner.card(job) if job.finished else cards.status_card(say, job)

    # what commands are made of

    async def imagine_text(self, incoming: Incoming) -> JobRow:
        """Accepts a prompt with flags."""
        names = [m.name for m in self.models()]
        own = self.locales.flags(await self.language(incoming.person))
        request = parse(incoming.text, self.locales.flags(), models=names, own=own)
        return await self.reception.accept(incoming, request.prompt, request.parameters)

    async def cancel_all(self, person: Person) -> int:
        """Stops all of a person's waiting and running jobs; how many there were."""
        ids = await self._store.jobs.unfinished_of(person.key)
        return sum([await self.runner.cancel(await self._store.jobs.get(i)) for i in ids])

    async def history_card(self, person: str, number: int, say: Say) -> Card:
        """One page of a person's history."""
        page = await self._store.history.page(person, number)
        if page is None:
            return Card(text=say("history-empty"), private=True)
        return cards.history_card(say, page, self._store.root)

    async def help_pressed(self, press: Press, topic: str) -> None:
        """Turns a help message to another topic."""
        card = self._commands.help(topic, await self.language(press.person))
        await self._platforms[press.address.platform].edit(press.message, card)

    async def choose_language(self, person: Person, language: str | None) -> Say:
        """Remembers the language that a person wants to be spoken to, None for their platform's; words in it."""
        await self._store.people.choose_language(person.key, language)
        return await self.say(person)

    async def answer(self, address: Address, card: Card) -> None:
        """Says something; a platform that can't take it now costs the answer, not the program."""
        async with self._store.deliveries.showing(address.platform, address.chat):
            try:
                receipt = await self._platforms[address.platform].send(address, card)
            except (Unavailable, Unreachable) as error:
                log.warning("an answer could not be given: %s", error)
                return
            if card.job and card.pictures:
                await self._store.deliveries.shows(card.job, receipt, [p.index for p in card.pictures])

    async def close(self, grace: float = 5.0) -> None:
        """Takes no new jobs, and gives what runs a short grace."""
        self.reception.closed = True
        await self.runner.settle(grace)

    # the rest

    async def _guarded(self, incoming: Incoming, work: Callable[[Say], Awaitable[object]]) -> None:
        """Lets in who may come in, does the work, and turns whatever goes wrong into one sentence."""
        say = await self.say(incoming.person)
        try:
            self._access.check(incoming.person, incoming.address, incoming.server)
            await work(say)
        except LukisError as error:
            await self.answer(incoming.address, cards.error_card(say, error))
        except Exception:
            facts = {"incident": _incident("a command")}
            await self.answer(
                incoming.address, Card(text=cards.error_text(say, "unknown", facts), private=True)
            )

    async def _meant(self, incoming: Incoming, shown: tuple[str, int, str] | None, say: Say) -> None:
        """Words in reply to a picture change it, those in reply to the question for English answer it."""
        if shown is None:
            await self.answer(
                incoming.address, Card(text=say("message-hint", example=say("imagine-example")))
            )
        elif shown[2] == "edit":
            await self._corrected(incoming, shown[0])
        else:
            await self.imagine_text(incoming)

    async def _corrected(self, incoming: Incoming, job_id: str) -> None:
        job = await self._store.jobs.get(job_id)
        await self._translator.correct(job.prompt, check_prompt(incoming.text), person=incoming.person.key)
        await self.reception.again(job, incoming.person, incoming.address, job.recipe)


def _incident(what: str) -> str:
    """Logs the exception at hand under an id that a person can quote."""
    incident = secrets.token_hex(4)
    log.exception("%s broke: incident %s", what, incident)
    return incident
