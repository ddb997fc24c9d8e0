"""What a person asked for by a command, a button or a form, as data: noted before it is answered, read after a kill."""

from __future__ import annotations

import time
from typing import Any, Literal

import aiohttp
from pydantic import BaseModel, ConfigDict, StrictBool, StrictFloat, StrictInt, StrictStr

from bot.errors import NotAPicture
from bot.messages import Address, Attachment, Incoming, Person, Press, Receipt
from bot.platforms.discord.plain import plain
from bot.ports import Unavailable
from bot.proxies import through
from bot.reading import PIECE, read_pieces


class File(BaseModel):
    """A file that lies with Discord; its address comes from Discord, never from a person.

    `picture` is whether it can be one.
    """

    model_config = ConfigDict(frozen=True)

    name: str
    size: int | None
    url: str
    purpose: str = ""
    picture: bool = True

    def attachment(self, proxy: str | None) -> Attachment:
        """The same as something that came along, to be fetched by way of that proxy."""

        async def read(most: int) -> bytes:
            if not self.picture:
                raise NotAPicture()
            return await _fetch(self.url, most, proxy)

        return Attachment(self.name, self.size, read, self.purpose)


What = Literal["imagine", "command", "press", "again", "words", "form"]


class Asked(BaseModel):
    """An interaction.

    Attributes:
        what: a picture, another command, what a button says (on a message's menu: again; with the words of its form:
            words), or the form that asks for a picture's words.
        name: the other command's, or the payload of a form's button.
        words: the prompt, the words after the command's name, or the button's payload.
        options: those of a picture that were chosen.
        names: of whom the words mention, as `plain` takes them.
        files: the pictures, by what they are for.
        admin: whether the person may act on others' jobs in that chat.
    """

    model_config = ConfigDict(frozen=True)

    what: What
    person: Person
    address: Address
    name: str = ""
    words: str = ""
    options: dict[str, StrictStr | StrictBool | StrictInt | StrictFloat] = {}
    names: dict[str, str] = {}
    files: tuple[File, ...] = ()
    reply_to: str | None = None
    group: bool = False
    admin: bool = False
    server: str = ""

    @property
    def said(self) -> str:
        """Everything that the person typed."""
        return " ".join([self.words, *(v for v in self.options.values() if isinstance(v, str))])

    def hidden(self) -> Asked:
        """The same with an answer for the person alone."""
        return self._to(self.address.data | {"hidden": 1})

    def privately(self) -> Asked:
        """The same for the person alone, with all that comes of it."""
        return self._to(self.address.privately().data).hidden()

    def answered_in(self, message: int | None) -> Asked:
        """The same with the message that says "thinking…" until it is the answer; a button has none."""
        if message is None or self.what == "press":
            return self
        return self._to(self.address.data | {"answer": message})

    def without_token(self) -> Asked:
        """The same with an answer by another way than the interaction's own."""
        return self._to({n: v for n, v in self.address.data.items() if n not in ("token", "until")})

    def _to(self, data: dict[str, str | int | float]) -> Asked:
        return self.model_copy(update={"address": self.address.model_copy(update={"data": data})})

    def over(self, at: float | None = None) -> bool:
        """Whether the time for an answer in its place has passed, now or at a time in seconds since 1970."""
        return float(self.address.data.get("until", 0)) < (time.time() if at is None else at)

    def plainly(self) -> tuple[str, dict[str, Any]]:
        """Words and options without Discord's marks."""
        options = {n: plain(v, self.names) if isinstance(v, str) else v for n, v in self.options.items()}
        return plain(self.words, self.names), options

    def incoming(self, proxy: str | None) -> Incoming:
        """The same as something that a person sent; files are fetched by way of that proxy."""
        return Incoming(
            person=self.person,
            address=self.address,
            text=self.words
            if self.name == "moderate"
            else plain(self.words, self.names),  # mentions have ids
            attachments=tuple(file.attachment(proxy) for file in self.files),
            reply_to=self.reply_to,
            group=self.group,
            server=self.server,
            admin=self._is_admin,
        )

    def press(self) -> Press:
        """The same as a button pressed."""
        to, written = self.address, self.what == "words"
        message = Receipt(platform=to.platform, chat=to.chat, messages=(to.message or "0",), data=to.data)
        payload, text = (self.name, plain(self.words, self.names)) if written else (self.words, None)
        return Press(self.person, to, payload, message, self._is_admin, self.server, self.group, text)

    async def _is_admin(self) -> bool:
        return self.admin


async def _fetch(url: str, most: int, proxy: str | None) -> bytes:
    """The file at an address.

    Raises:
        TooLong: it has more than `most` bytes.
        Unavailable: it can't be fetched: it is gone, the connection broke, or that is no address.
    """
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(60), **through(proxy)) as session,
            session.get(url) as response,
        ):
            response.raise_for_status()
            return await read_pieces(response.content.iter_chunked(PIECE), most)
    except (OSError, ValueError, aiohttp.ClientError) as error:  # time-outs are OSErrors
        raise Unavailable(f"a file can't be fetched from Discord: {type(error).__name__}") from error
