"""The ports: what platforms call, and what the use cases ask of platforms (of translators: `bot.translating`)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, Protocol

from bot.aside import Aside
from bot.locales import Locales, Say
from bot.look import Look
from bot.messages import About, Address, Asked, Card, Incoming, Made, Person, Press, Receipt, Restored, Shown
from bot.promises import Promises
from bot.sharing import Sharing
from bot.vouching import Sessions
from engine.api.cards import ModelCard
from engine.api.events import Notice
from engine.api.names import Addons
from engine.api.parameters import Parameters
from engine.api.sweeping import NO_AXES, Axes


class Unavailable(Exception):
    """The platform can't take this now; trying again can help.

    Attributes:
        after: seconds to wait, None if it did not say.
        unsure: whether it may have taken it all the same: the connection broke after it was asked.
    """

    def __init__(self, reason: str, after: float | None = None, unsure: bool = False) -> None:
        super().__init__(reason)
        self.after = after
        self.unsure = unsure


class Unreachable(Exception):
    """The platform will never take this: the chat is gone, or the person has blocked the bot."""


Step = Literal["reply", "photo", "size", "picture"]
"""What a platform may decline, in the order in which it is done without: the answer to that message or topic, a
picture shown as a photo, a file of that size, any file."""


class Declined(Unreachable):
    """The platform will never take this in this form, and has taken nothing of it. Another form may do.

    Attributes:
        step: what it declines; "reply", the first, where it does not say what is wrong.
    """

    def __init__(self, reason: str, step: Step = "reply") -> None:
        super().__init__(reason)
        self.step: Step = step


class BadToken(Exception):
    """The platform does not accept the token; the other platforms go on."""


class Service(Protocol):
    """What platforms call. Answers come back through their own `send`, `edit` and `deliver`.

    Attributes:
        locales: the languages of the interface.
    """

    locales: Locales

    @property
    def sessions(self) -> Sessions:
        """Who has signed in to the page."""
        ...

    @property
    def sharing(self) -> Sharing:
        """Pictures that are shown by links."""
        ...

    @property
    def promises(self) -> Promises:
        """What a platform has still to answer."""
        ...

    async def command(self, incoming: Incoming, name: str) -> bool:
        """Runs the command that a person calls `name`, in any language; False if there is none."""
        ...

    async def imagine(
        self,
        incoming: Incoming,
        prompt: str,
        parameters: Parameters,
        axes: Axes = NO_AXES,
        notices: Sequence[Notice] = (),
    ) -> None:
        """Draws what a person asked for with typed options; those in `axes` with each of their values. `notices` say
        how the words were read."""
        ...

    async def message(self, incoming: Incoming) -> bool:
        """Takes words that are no command; False if they mean nothing to us."""
        ...

    async def parcel(self, secret: str) -> tuple[Path, str] | None:
        """The file that a link leads to which somebody was given, and its name; None where there is none any more."""
        ...

    async def changed(self, incoming: Incoming, name: str = "") -> None:
        """Offers to draw what a message says whose words were others; `name` is that of its command, if it has one."""
        ...

    async def joined(self, incoming: Incoming) -> None:
        """Says in a group to which somebody has added us what there is to know."""
        ...

    async def aside(self, incoming: Incoming, before: str | None = None) -> Aside | None:
        """What somebody is shown who asks in passing, from within another chat; None for who may not come in."""
        ...

    async def begins(self, press: Press) -> str | None:
        """What the form begins with that a button opens for who may press it; None where it opens none."""
        ...

    async def restored(self, incoming: Incoming) -> Restored | str:
        """What the file of the picture that came along says of how it was made, or why that can't be told."""
        ...

    async def press(self, press: Press) -> str | None:
        """Does what a button says; a short sentence for the person, or None. A `Refusal` says that it was not done."""
        ...

    async def moved(self, platform: str, chat: str, new: str) -> None:
        """Lets what is on its way to a chat follow it to its new id; the messages in the old one are gone."""
        ...

    async def answer(self, address: Address, card: Card) -> None:
        """Says something; a platform that can't take it now costs the answer, not the program."""
        ...

    async def say(self, person: Person) -> Say:
        """Words in the person's chosen language, else their platform's."""
        ...

    async def language(self, person: Person) -> str:
        """The language of ours in which the person is spoken to."""
        ...

    def commands(self, language: str) -> list[tuple[str, str]]:
        """Name and description of every command, for menus."""
        ...

    def models(self) -> Sequence[ModelCard]:
        """The models there are, the default first."""
        ...

    def addons(self) -> Addons:
        """What there is beside the models."""
        ...

    async def styles(self, person: Person) -> list[Look]:
        """Every style that a person may wear, for lists."""
        ...

    async def gallery(
        self, person: Person, before: str | None = None, limit: int = 30, stars: bool = False, words: str = ""
    ) -> list[Made]:
        """What the person has made and not deleted, newest first, or favourites alone, the last chosen first.

        `before` is the place of the last one of the page before; `words` look for some as those of `/history` do.
        """
        ...

    async def chat(
        self, person: Person, before: str | None = None, limit: int = 30, at: Address | None = None
    ) -> list[Asked]:
        """What the person has asked for in a chat, their own alone with us if none is named, and not deleted.

        The newest comes first, each has the card that it has now.
        """
        ...

    async def shown(self, person: Person, message: Receipt) -> Card | None:
        """The card of a message that shows pictures of a job, as it is now; None for any other.

        Raises:
            NotFound: what it showed is not there any more.
        """
        ...

    async def about(self, person: Person, number: int, index: int) -> About:
        """All that there is to say of one of the person's own pictures, as `picture` names it. Raises NotFound."""
        ...

    async def picture(self, person: Person, number: int, index: int) -> Shown:
        """One of the person's own pictures, of their job with that number. Raises NotFound."""
        ...


class Platform(Protocol):
    """A chat platform. Every method raises `Unavailable` or `Unreachable` and nothing else of the platform's.

    What it would take in another form it declines (`Declined`), and is asked again in that form: which forms there
    are, and their order, is the ladder's to know (`bot.usecases.ladder`).

    Attributes:
        name: as in `Address.platform`.
        title: as people write it: "Telegram".
        undoes: whether a message of deleted pictures stays for a moment, with a button that brings them back;
            where not, it goes at once.
        whispers: whether it can say something to one person alone where others read along.
        largest: how many bytes a file may have that it is sent.
    """

    name: str
    title: str
    undoes: bool
    whispers: bool
    largest: int

    @property
    def connected(self) -> bool:
        """Whether it hears people right now, as far as one can tell."""
        ...

    async def run(self, service: Service) -> None:
        """Connects, passes on what people send, and reconnects, until cancelled.

        Raises:
            BadToken: the token is wrong.
        """
        ...

    async def send(self, address: Address, card: Card) -> Receipt:
        """Answers with a new message."""
        ...

    async def edit(self, receipt: Receipt, card: Card) -> None:
        """Changes a message in place, pictures included. Gone ones are no error; those out of reach are."""
        ...

    async def remove(self, receipt: Receipt, instead: Card) -> None:
        """Deletes messages; those that the platform keeps become `instead`, a sentence.

        Those that are gone are no error; those out of reach are: they may come back.
        """
        ...

    async def deliver(self, address: Address, status: Receipt | None, card: Card, key: str) -> Receipt:
        """Answers with the result: turns the status message into it, or sends it beside.

        A status message that is not among the receipt's messages is removed once the result has been noted: a kill
        in between costs a status message that stays for a while, not a result that comes twice.

        Args:
            address: what is answered.
            status: the status message, if one could be shown.
            card: pictures, or the sentence that says why there are none.
            key: the same for every attempt at this delivery, for platforms that can tell repeats.
        """
        ...

    async def admins(self, chat: str) -> Sequence[str]:
        """The ids of a chat's own admins, as far as the platform tells them; nobody in a private chat."""
        ...

    async def governs(self, person: str, chat: str) -> bool:
        """Whether a person of that id may act on others' jobs in a chat, wherever they are now."""
        ...

    async def alone(self, person: str) -> Address:
        """Where a person of that id can be told something alone."""
        ...

    async def let_go(self, chat: str) -> bool:
        """Forgets what it has in memory of somebody's own chat; whether that was all that it shows, and is gone."""
        ...

    def pace(self, address: Address) -> float:
        """Seconds to leave between two edits in this chat."""
        ...
