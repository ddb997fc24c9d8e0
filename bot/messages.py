"""What goes between people and the use cases, the same on every platform."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Literal, Self

from bot.addresses import Address as Address
from bot.addresses import Receipt as Receipt
from bot.people import Name as Name
from bot.people import Person as Person
from bot.sound import sound, spelt
from bot.toasts import Refusal as Refusal
from bot.toasts import Starred as Starred
from bot.toasts import Undoable as Undoable


async def _nobody() -> bool:
    return False


@dataclass(frozen=True)
class Attachment:
    """A file that came along. `size` is what the platform claims, in bytes, or None; `read` fetches it.

    `read` takes the most bytes it may return and raises `TooLong` instead of fetching more. `purpose` is the
    name of the input that it is (`engine.api.modes`), or "" for the next one that is free.
    """

    name: str
    size: int | None
    read: Callable[[int], Awaitable[bytes]]
    purpose: str = ""


@dataclass(frozen=True)
class Incoming:
    """What a person sent.

    Attributes:
        text: the words; for a command, those after its name.
        attachments: pictures sent along, then the one in the message replied to. They are read in this order.
        reply_to: id of the message replied to, or None; the service knows if it is one of our pictures.
        group: whether others read along.
        server: the Discord server or "", for the allow-list.
        called: whether it is said to us by our name.
        forwarded: whether somebody else said it, and it is passed on.
        admin: asks whether the person is in charge of this chat; only when that matters.
    """

    person: Person
    address: Address
    text: str = ""
    attachments: tuple[Attachment, ...] = ()
    reply_to: str | None = None
    group: bool = False
    server: str = ""
    called: bool = False
    forwarded: bool = False
    admin: Callable[[], Awaitable[bool]] = _nobody

    def __post_init__(self) -> None:
        put = partial(object.__setattr__, self)
        put("text", sound(self.text))
        put("reply_to", self.reply_to and spelt(self.reply_to))

    def beside(self, other: Address) -> Self:
        """The same, answered as `Address.beside` says it."""
        return replace(self, address=self.address.beside(other))


@dataclass(frozen=True)
class Press:
    """A button pressed.

    Attributes:
        payload: as it came back, hostile until decoded.
        message: carries the button; without messages where the platform has buttons that none carries.
        admin: asks whether the person may act on others' jobs in this chat; only when that matters.
        server, group: as in `Incoming`.
        text: what was written in the form that the button opened, None where none was.
    """

    person: Person
    address: Address
    payload: str
    message: Receipt
    admin: Callable[[], Awaitable[bool]] = _nobody
    server: str = ""
    group: bool = False
    text: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", None if self.text is None else sound(self.text))


@dataclass(frozen=True)
class Button:
    """A button on a message. `payload` is at most 64 bytes: an action and a job's id, never state. What it `fills` in
    goes into the person's next words where a platform can do that; elsewhere pressing it answers with that."""

    label: str
    payload: str
    fills: str = ""


@dataclass(frozen=True)
class Entry:
    """Something to choose on a card: what it is called, a line about it, and the button that chooses it."""

    title: str
    note: str
    button: Button


@dataclass(frozen=True)
class Shown:
    """A picture on a card: `file` is its PNG, `index` its place among its job's pictures.

    `name` is what the file is called when somebody keeps it; `job` says which of its person's jobs it is from, by its
    number: for others that tells nothing. One that is `fit` is for everybody; a `spoiler` hides until tapped.
    """

    file: Path
    width: int
    height: int
    seed: int
    index: int = 0
    name: str = ""
    job: int = 0
    fit: bool = True
    spoiler: bool = False


Jobless = Literal["words", "help", "language", "models", "offer", "account", "settings", "form"]
Kind = Literal[Jobless, "status", "picture", "sentence", "page", "list", "original", "edit", "report"]
"""What a message of ours is: words alone, the guide, the question for a language, what there is to draw with, what
somebody prefers, a form for a picture; a job's status, its pictures (or words that say where they are), the sentence
why there are none, a page of the history, one of another list, a picture's file, the question for English of one's
own, an offer to draw something, a question about one's account, a report of it to admins."""

LEAFED: tuple[Kind, ...] = ("page", "list")
"""Those that are turned to other pictures in place, by whose they are."""


@dataclass(frozen=True)
class Form:
    """How pictures go out.

    Attributes:
        files: as files, where the platform tells them from photos.
        side: as JPEGs whose longer side has at most so many pixels; None for as they are.
        quality: of such a JPEG, 1 to 95.
    """

    files: bool = False
    side: int | None = None
    quality: int = 92


@dataclass(frozen=True)
class Otherwise:
    """What is said of pictures that don't come as they are: smaller, elsewhere (`words`), or not at all (`held`)."""

    smaller: str
    words: str
    held: str = ""


@dataclass(frozen=True)
class Made:
    """A job that has pictures, as galleries show it; `created` is in seconds since 1970.

    `place` says where the gallery goes on after it, `stars` which of its pictures are favourites.
    """

    job: str
    prompt: str
    created: float
    pictures: tuple[Shown, ...]
    place: str = ""
    stars: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Fact:
    """One thing that there is to say of a picture. `name` is the same in every language; `value` is as it is shown, a
    moment in seconds since 1970."""

    name: str
    label: str
    value: str


@dataclass(frozen=True)
class About:
    """What there is to say of one picture, and what of its person's own it came from and became.

    `before` is the very picture it came from, where known; `shared` when its last link ends, seconds since 1970.
    """

    facts: tuple[Fact, ...]
    parent: Made | None = None
    before: Shown | None = None
    children: tuple[Made, ...] = ()
    shared: float | None = None


@dataclass(frozen=True)
class Restored:
    """How a picture was made, as its file says: words, what is typed for each option, what there is to say."""

    words: str
    flags: Mapping[str, str]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Card:
    """One message as the use cases think of it; each platform draws it in its own way and escapes all of it.

    Attributes:
        text: what Lukis says: one or more plain sentences, lines kept.
        prompt: the person's own words, a quote that platforms may cut; `notes` are short lines under it (seed, size).
        pictures: shown as photos (an album where there are several).
        parts: the pictures that the one shown was put together from: for platforms that can't show them at a press.
        moving: the same pictures as an animation (`bot.pictures.moving`), which goes out together with the one shown.
        document: a file to send as it is, uncompressed; its `file_name`, `fit` and `spoiler` are as a picture has them.
        buttons, progress: rows of them; 0 to 1 while drawing, else None.
        entries: what some of its buttons choose, for platforms that can put each beside a line about it.
        preview: a small JPEG for platforms that can show it live; it stays until there is a newer one.
        private: for the person's eyes alone where the platform can do that.
        job, kind: the job that it is about, or None; what it is, which says what buttons may do to it.
        index: which of its job's pictures it is about where it shows none.
        draft: what is chosen by its buttons, of a form; or None.
        ask: invites a reply to this very message (the platform may open its reply box).
        refused: says why what was asked is not done: its words may be mended and sent again.
        form: how its pictures and its document go out.
        otherwise: what is said where they can't go out as asked, or None.
    """

    text: str = ""
    prompt: str = ""
    notes: tuple[str, ...] = ()
    pictures: tuple[Shown, ...] = ()
    parts: tuple[Shown, ...] = ()
    moving: Shown | None = None
    document: Path | None = None
    file_name: str = ""
    fit: bool = True
    spoiler: bool = False
    buttons: tuple[tuple[Button, ...], ...] = ()
    entries: tuple[Entry, ...] = ()
    progress: float | None = None
    preview: bytes | None = None
    private: bool = False
    job: str | None = None
    kind: Kind = "words"
    index: int = 0
    draft: str | None = None
    ask: bool = False
    refused: bool = False
    form: Form = Form()
    otherwise: Otherwise | None = None

    @property
    def indexes(self) -> tuple[int, ...]:
        """Which of its job's pictures it shows, in order; the one that it is about where it shows none."""
        return tuple(picture.index for picture in self.pictures) or (self.index,)


@dataclass(frozen=True)
class Asked:
    """A job as a chat tells it: where it was asked for, its status message, and the card that it has now."""

    job: str
    address: Address
    status: Receipt | None
    card: Card
