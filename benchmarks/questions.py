"""What the store is asked while a chat waits, in the words of the use cases."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from random import Random
from typing import get_args

from bot.errors import OverQuota
from bot.messages import Address, Card, Person, Receipt
from bot.quotas import windows
from bot.quotas.windows import Allowance
from bot.store import Store
from bot.store.age import Old
from bot.store.drafts import Draft
from bot.store.lists import Listing, Sought
from bot.store.moderation import EVERYWHERE, Act, Place, What, banning
from bot.store.posts import Post
from bot.store.reports import Report
from bot.store.rows import ImageRow, JobRow
from bot.styles.file import StyleFile
from bot.translating import Translation
from bot.translation.cache import SqliteCache
from bot.vouching import Vouched
from engine.api.recipe import Recipe

_RECIPE = Recipe(model="starter", width=512, height=512, steps=20, cfg=7, sampler="euler", seed=1)
_ENGLISH = Translation("rubah", "a fox", "id", "translated", "google")
_NO_LIMIT = 2**31

ALLOWANCES = tuple(
    Allowance(50, what, span, whose)
    for what in get_args(windows.What)
    for span in get_args(windows.Span)
    for whose in get_args(windows.Whose)
)
"""Of every kind; they are used up long since."""

MUCH = tuple(replace(each, most=10.0**6) for each in ALLOWANCES)


@dataclass
class Asker:
    """A person in front of the store, and what they may ask about.

    Attributes:
        person: who they are.
        chat: a group where they made pictures.
        total: their pictures.
        total_there: those made in the group.
        jobs: some of their jobs that have pictures.
        numbers: what these jobs are called in the page's addresses.
        messages: chat and id of some messages that show them.
    """

    store: Store
    cache: SqliteCache
    person: Person
    chat: str
    total: int
    total_there: int
    jobs: list[str]
    numbers: list[int]
    messages: list[tuple[str, str]]
    random: Random = field(default_factory=Random)
    begun: list[str] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The person's."""
        return self.person.key

    @property
    def place(self) -> Place:
        """The group."""
        return self.person.platform, self.chat

    def act(self, what: What) -> Act:
        """Something that they do there as an admin."""
        return Act(self.person, self.place, what)

    def any_page(self) -> int:
        """The number of any of their pictures."""
        return self.random.randint(1, self.total)

    def any_page_there(self) -> int:
        """The number of any of their pictures in the group."""
        return self.random.randint(1, self.total_there)

    def any_job(self) -> str:
        """Any of the jobs."""
        return self.random.choice(self.jobs)

    def any_number(self) -> int:
        """The number of any of the jobs."""
        return self.random.choice(self.numbers)

    def any_message(self) -> tuple[str, str, str]:
        """Platform, chat and id of any of the messages."""
        return self.person.platform, *self.random.choice(self.messages)

    def any_word(self) -> str:
        """A word that nobody has translated yet."""
        return f"rubah {self.random.random()}"

    def receipt(self) -> Receipt:
        """A new message of ours."""
        return Receipt(platform=self.person.platform, chat=self.chat, messages=(self.any_word(),))

    def listing(self) -> Listing:
        """Their favourites there."""
        return Listing(self.key, *self.place, Sought(stars=True))

    def new_job(self) -> JobRow:
        """An `/imagine` of theirs in the group."""
        address = Address(platform=self.person.platform, chat=self.chat, data={"event": self.any_word()})
        return JobRow(self.random.randbytes(8).hex(), self.key, address, "text", "rubah", _RECIPE)

    async def room_for(self, job: JobRow) -> bool:
        """Whether a job fits into what somebody may ask for."""
        try:
            return await self.store.jobs.admits(job, _NO_LIMIT, ALLOWANCES)
        except OverQuota:
            return False

    def begin_job(self) -> JobRow:
        """Another one, which is remembered as the one begun last."""
        job = self.new_job()
        self.begun.append(job.id)
        return job

    def end_job(self) -> str:
        """The job begun last; it ends."""
        self.ended.append(self.begun.pop())
        return self.ended[-1]


Question = Callable[[Asker], Awaitable[object]]

READS: dict[str, Question] = {
    "what a link leads to": lambda a: a.store.parcels.handed_out("nothing"),
    "what a link shows": lambda a: a.store.shares.shared("nothing"),
    "until when a picture is shared": lambda a: a.store.shares.until(a.any_job(), 0),
    "who has signed in": lambda a: a.store.sessions.who("nobody"),
    "/history": lambda a: a.store.history.page(a.key, 1),
    "/history, any page": lambda a: a.store.history.page(a.key, a.any_page()),
    "/history, the last page": lambda a: a.store.history.page(a.key, a.total),
    "/history in a group": lambda a: a.store.history.page(a.key, 1, a.chat),
    "/history in a group, any page": lambda a: a.store.history.page(a.key, a.any_page_there(), a.chat),
    "the gallery": lambda a: a.store.history.jobs(a.key, None, 30),
    "the gallery, any page": lambda a: a.store.history.jobs(a.key, a.any_job(), 30),
    "what is to be packed": lambda a: a.store.history.after(a.key, a.any_number(), 30),
    "the page's chat": lambda a: a.store.history.recent(a.key, a.place, None, 40),
    "/favourites": lambda a: a.store.favourites.leaf(a.key, None),
    "/favourites, any page": lambda a: a.store.favourites.leaf(a.key, a.any_number()),
    "/favourites in a group": lambda a: a.store.favourites.leaf(a.key, None, a.place),
    "favourites in the gallery": lambda a: a.store.favourites.own(a.key, None, 24),
    "words among favourites": lambda a: a.store.favourites.own(a.key, None, 24, Sought()),
    "which are favourites": lambda a: a.store.favourites.among(a.key, a.jobs),
    "/history and a word": lambda a: a.store.search.leaf(a.key, Sought(), None),
    "words in the gallery": lambda a: a.store.search.jobs(a.key, Sought(), None, 24),
    "a list's page": lambda a: a.store.lists.made(a.listing().id),
    "a button's job": lambda a: a.store.jobs.get(a.any_job()),
    "what came of a picture": lambda a: a.store.jobs.made_of(a.key, a.any_job(), 12),
    "a picture of the page's": lambda a: a.store.jobs.numbered(a.key, a.any_number()),
    "room for a job": lambda a: a.store.jobs.admits(a.new_job(), _NO_LIMIT),
    "room for a job among others": lambda a: a.room_for(a.new_job()),
    "what is left": lambda a: a.store.quotas.used(ALLOWANCES, a.key, a.place, time.time()),
    "what admins allow": lambda a: a.store.quotas.allowed(a.key, a.place),
    "the limits in a chat": lambda a: a.store.quotas.limits(a.place),
    "waiting jobs": lambda a: a.store.jobs.unfinished_of(a.key),
    "a result's messages": lambda a: a.store.deliveries.receipt(a.any_job()),
    "messages with its pictures": lambda a: a.store.messages.showing_any(a.any_job(), [0], 8),
    "status messages that stand": lambda a: a.store.messages.statuses(a.any_job()),
    "whether a result arrived": lambda a: a.store.deliveries.over(a.any_job()),
    "what a message is": lambda a: a.store.messages.noted(*a.any_message()),
    "what a chat was called before": lambda a: a.store.moves.former(a.person.platform, a.chat),
    "a promise": lambda a: a.store.promises.made(a.person.platform, a.key),
    "the oldest promises": lambda a: a.store.promises.oldest(a.person.platform),
    "the oldest pictures": lambda a: a.store.age.oldest(),
    "whether they went by themselves": lambda a: a.store.age.cleared(a.any_job()),
    "a person's styles": lambda a: a.store.styles.own(a.key),
    "a form": lambda a: a.store.drafts.draft("id"),
    "the form of a message": lambda a: a.store.drafts.of_message(a.person.platform, a.chat, "1"),
    "the newest form": lambda a: a.store.drafts.newest(a.key, a.person.platform, a.chat),
    "the language of whoever only looks": lambda a: a.store.people.spoken(a.person),
    "what is preferred": lambda a: a.store.preferences.of(a.key, "chat:fake:room"),
    "what a message asked for": lambda a: a.store.jobs.asked_by(
        a.key, Address(platform=a.person.platform, chat=a.chat, message="1")
    ),
    "an offer": lambda a: a.store.offers.made("id", a.person.platform, a.chat),
    "a chat's lists": lambda a: a.store.moderation.lines(a.place),
    "what admins did": lambda a: a.store.moderation.log(EVERYWHERE, 1, 12),
    "what admins did in a chat": lambda a: a.store.moderation.log(a.place, 1, 12),
    "who uses how much": lambda a: a.store.moderation.most(EVERYWHERE, 0),
    "who uses how much in a chat": lambda a: a.store.moderation.most(a.place, 0),
    "a report": lambda a: a.store.reports.get(a.any_job()),
    "reports that nobody has heard of": lambda a: a.store.reports.untold(),
    "a person's open reports": lambda a: a.store.reports.open_of(a.key),
    "open reports by lists of a person's words": lambda a: a.store.reports.open_about(a.key),
    "open reports": lambda a: a.store.reports.open(EVERYWHERE, 5),
    "open reports of a chat": lambda a: a.store.reports.open(a.place, 5),
    "messages with a report": lambda a: a.store.messages.reports(a.any_job()),
    "the next post": lambda a: a.store.posts.next(a.person.platform),
    "waiting jobs in a chat": lambda a: a.store.jobs.unfinished_of(a.key, a.place),
    "whose rows are a person's": lambda a: a.store.accounts.key(a.person),
    "whose rows somebody has by their name": lambda a: a.store.accounts.known(a.person.identity),
    "the next farewell": lambda a: a.store.forgetting.next(a.person.platform),
    "who belongs together": lambda a: a.store.accounts.members(a.key),
    "a person's language": lambda a: a.store.people.language(a.key),
    "a remembered translation": lambda a: a.cache.get(a.any_word(), "id", ["google"]),
    "a person's own English": lambda a: a.cache.correction(a.any_word(), a.key),
}
"""What only reads."""

WRITES: dict[str, Question] = {
    "give a link": lambda a: a.store.parcels.hand_out(a.key, "exports/1.zip", "lukis-1.zip", 60.0),
    "take links back": lambda a: a.store.parcels.take_back(a.key),
    "share a picture": lambda a: a.store.shares.share(a.any_job(), 0, 60.0),
    "share it no more": lambda a: a.store.shares.end(a.any_job(), 0),
    "signing in": lambda a: a.store.sessions.begin(Vouched(a.person, a.any_word())),
    "signing out": lambda a: a.store.sessions.end(a.any_word()),
    "meet": lambda a: a.store.people.meet(replace(a.person, name=a.any_word())),
    "choose a language": lambda a: a.store.people.choose_language(a.key, "id"),
    "give a code": lambda a: a.store.accounts.offer(a.person, "code", 600.0),
    "keep a style": lambda a: a.store.styles.keep(a.key, StyleFile(name="dusk", prompt="{prompt} at dusk")),
    "forget a style": lambda a: a.store.styles.drop(a.key, "dusk"),
    "promise an answer": lambda a: a.store.promises.make(a.person.platform, a.key, "{}"),
    "keep a form": lambda a: a.store.drafts.keep(Draft(a.any_word(), a.key, a.person.platform, a.chat)),
    "prefer something": lambda a: a.store.preferences.put(a.key, {"steps": a.random.random()}),
    "prefer it no more": lambda a: a.store.preferences.forget(a.key, "steps"),
    "a form has its words": lambda a: a.store.drafts.said("id"),
    "offer something": lambda a: a.store.offers.make(a.any_word(), a.person.platform, a.chat, "{}", a.key),
    "take an offer": lambda a: a.store.offers.taken(a.any_word(), a.person.platform, a.chat),
    "make it a favourite": lambda a: a.store.favourites.toggle(a.key, a.any_job(), [0]),
    "make a list": lambda a: a.store.lists.make(a.listing()),
    "keep the promise": lambda a: a.store.promises.kept(a.person.platform, a.key),
    "accept a job": lambda a: a.store.jobs.add(a.begin_job(), _NO_LIMIT, MUCH),
    "note its status message": lambda a: a.store.jobs.set_status(a.begun[-1], a.receipt()),
    "note its English": lambda a: a.store.jobs.set_translation(a.begun[-1], _ENGLISH, ""),
    "hide it": lambda a: a.store.jobs.hide(a.begun[-1]),
    "note that it runs": lambda a: a.store.jobs.set_running(a.begun[-1]),
    "end it": lambda a: a.store.jobs.finish(a.end_job(), "done", [ImageRow(0, 1, 512, 512, "x.png")]),
    "hand it over": lambda a: a.store.deliveries.sending(a.ended[-1]),
    "wait with it": lambda a: a.store.deliveries.waiting(a.ended[-1]),
    "hand it over again": lambda a: a.store.deliveries.sending(a.ended[-1]),
    "note that it arrived": lambda a: a.store.deliveries.sent(
        a.ended[-1], a.receipt(), Card(job=a.ended[-1])
    ),
    "give it up": lambda a: a.store.deliveries.unreachable(a.ended[-1]),
    "note what a message is": lambda a: a.store.messages.note(a.receipt(), Card(job=a.ended[-1])),
    "forget a message": lambda a: a.store.messages.forget(a.receipt()),
    "report it": lambda a: a.store.reports.make(Report(a.ended[-1], 0, a.key, "")),
    "tell of it": lambda a: a.store.reports.told(a.ended[-1]),
    "settle that": lambda a: a.store.reports.close(a.ended[-1], a.act("ban"), banning(a.any_word(), a.place)),
    "put a line into a list": lambda a: a.store.moderation.add(a.act("add"), "block", "fox"),
    "take it out": lambda a: a.store.moderation.drop(a.act("drop"), "fox"),
    "ban": lambda a: a.store.moderation.ban(a.act("ban"), "fake:eve"),
    "unban": lambda a: a.store.moderation.unban(a.act("unban"), "fake:eve"),
    "limit": lambda a: a.store.quotas.limit(a.act("limit"), "fake:eve", 5, "day"),
    "unlimit": lambda a: a.store.quotas.unlimit(a.act("unlimit"), "fake:eve"),
    "pause": lambda a: a.store.moderation.pause(a.act("pause")),
    "resume": lambda a: a.store.moderation.resume(a.act("resume")),
    "say something": lambda a: a.store.moderation.note(a.act("say")),
    "hand a post over": lambda a: a.store.posts.sending(Post(1, "fake", "room", "")),
    "note what became of it": lambda a: a.store.posts.ended(Post(1, "fake", "room", ""), "sent"),
    "delete it": lambda a: a.store.history.delete(a.ended[-1]),
    "undo that": lambda a: a.store.history.restore(a.ended[-1], [0]),
    "delete it for good": lambda a: a.store.history.delete(a.ended.pop(), [0]),
    "clear it for its age": lambda a: a.store.age.clear([Old(a.any_job(), 0.0, ())]),
    "remember a translation": lambda a: a.cache.put(a.any_word(), "id", "google", "a fox"),
    "remember a person's own English": lambda a: a.cache.correct(a.any_word(), "a fox", a.key),
}
"""What writes: the life of a job, in this order, and what people choose."""
