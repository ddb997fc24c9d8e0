"""Sends, edits and deletes messages by whatever way is open: an interaction's token, the channel, a private message.

An interaction's token answers for 15 minutes, also where the bot may not write. After that the channel gets an
ordinary message that mentions the person; where the bot may not write there, the person gets it privately. What is
for one person's eyes never goes to the channel: once its token is over, it goes to the person privately or nowhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from typing import Any

import discord

from bot.messages import LEAFED, Address, Receipt
from bot.platforms.discord.errors import UNKNOWN_MESSAGE, gone, refused, token_refused
from bot.platforms.discord.uploads import Draft

Data = dict[str, str | int | float]
"""An address' `data`: nothing where nobody is answered, else `event`, `person`, `name`; of an interaction also `token`
and its end `until` (in seconds since 1970), `answer` (the message that says "thinking…") and `hidden` (that message is
for one person alone); `private` and `closes` are as `Address` says. A receipt's has `named` where the message begins
with the person's name."""


class Outbox:
    """All of it raises discord.py's own errors."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client
        # Tokens whose "thinking…" has become an answer, with their ends.
        self._answered: dict[str, float] = {}

    async def send(self, address: Address, draft: Draft, key: str | None = None) -> Receipt:
        """A new message; `key` tells repeated attempts."""
        if hook := self._hook(address.data):
            try:
                return await self._answer(hook, address, draft)
            except discord.HTTPException as error:
                if not token_refused(error):
                    raise
        return await self._post(address, draft, key)

    async def edit(self, receipt: Receipt, draft: Draft) -> bool:
        """Changes a message in place; False where it is gone."""
        message = int(receipt.messages[-1])
        person = str(receipt.data["person"]) if "named" in receipt.data else ""
        return await self._either(
            receipt,
            message,
            lambda hook: hook.edit_message(message, **draft.changes()),
            lambda partial: partial.edit(**draft.changes(_mention(person)), **_ping(person)),
        )

    async def turn(self, status: Receipt, draft: Draft) -> bool:
        """Makes the result of a status message; False where a new message has to say it.

        That is so where the status can't be changed, and once its interaction is over: nobody would notice.
        """
        if hook := self._hook(status.data):
            return await _went(hook.edit_message(int(status.messages[-1]), **draft.changes()))
        if "token" in status.data:
            return False
        try:
            return await self.edit(status, draft)
        except discord.HTTPException as error:
            if not refused(error):
                raise
            return False

    async def remove(self, receipt: Receipt) -> None:
        """Deletes messages. Where some stay, such as in a thread that is archived, it raises after the last."""
        refusal: discord.HTTPException | None = None
        for message in map(int, receipt.messages):
            try:
                await self._remove(receipt, message)
            except discord.HTTPException as error:
                refusal = error
        if refusal:
            raise refusal

    async def _remove(self, receipt: Receipt, message: int) -> None:
        await self._either(
            receipt, message, lambda hook: hook.delete_message(message), lambda partial: partial.delete()
        )

    async def _either(
        self,
        receipt: Receipt,
        message: int,
        by_token: Callable[[discord.Webhook], Awaitable[object]],
        in_channel: Callable[[discord.PartialMessage], Awaitable[object]],
    ) -> bool:
        """Does something to a message, by its interaction or in its channel; False where it is gone.

        The channel does not know what one person alone sees: of that the interaction has the last word.
        """
        refusal: discord.HTTPException | None = None
        if hook := self._hook(receipt.data):
            try:
                await by_token(hook)
                return True
            except discord.HTTPException as error:
                if not token_refused(error):
                    raise
                refusal = error
        try:
            await in_channel(self._channel(receipt.chat).get_partial_message(message))
        except discord.HTTPException as error:
            if not gone(error):
                raise
            if refusal and refusal.status in (400, 403):
                raise refusal from None
            return False
        return True

    def _hook(self, data: Data) -> discord.Webhook | None:
        """The way through an interaction's token while it lasts."""
        application = self._client.application_id
        if (
            "token" not in data
            or application is None
            or float(data["until"]) < discord.utils.utcnow().timestamp()
        ):
            return None
        hook = discord.Webhook.partial(application, str(data["token"]), client=self._client)
        hook.type = discord.WebhookType.application
        hook.proxy = self._client.http.proxy  # which discord.py forgets
        return hook

    def _channel(self, chat: str) -> discord.PartialMessageable:
        return self._client.get_partial_messageable(int(chat))

    async def _answer(self, hook: discord.Webhook, address: Address, draft: Draft) -> Receipt:
        """In the place of "thinking…" the first time, then as further messages."""
        data = address.data
        placeholder = 0 if data["token"] in self._answered else int(data.get("answer", 0))
        hidden = _hidden(address, draft)
        if placeholder and hidden and not data.get("hidden"):
            await self._withdraw(hook, placeholder)
            placeholder = 0
        message = placeholder and await self._fill(hook, placeholder, address, draft)
        if not message:
            sent = await hook.send(wait=True, ephemeral=hidden, **draft.parts())
            message = sent.id
        self._remember(data)
        return self._receipt(address, address.chat, message)

    @staticmethod
    async def _withdraw(hook: discord.Webhook, placeholder: int) -> None:
        """Takes away a "thinking…" that all can see, before words for one person.

        Whatever is sent while it stands takes its place and is as public as it: it has to be ended first.
        """
        if await _went(hook.edit_message(placeholder, content="…")):
            await _went(hook.delete_message(placeholder))

    async def _fill(self, hook: discord.Webhook, placeholder: int, address: Address, draft: Draft) -> int:
        """The id of the answer; 0 if somebody deleted it."""
        try:
            await hook.edit_message(placeholder, **draft.changes())
        except discord.NotFound as error:
            if error.code != UNKNOWN_MESSAGE:
                raise
            return 0
        return placeholder

    def _remember(self, data: Data) -> None:
        now = discord.utils.utcnow().timestamp()
        self._answered = {token: until for token, until in self._answered.items() if until > now}
        self._answered[str(data["token"])] = float(data["until"])

    async def _post(self, address: Address, draft: Draft, key: str | None) -> Receipt:
        """An ordinary message: in the channel, or privately where it has to be or the bot may not write there."""
        if _hidden(address, draft):
            return await self._post_privately(address, draft, key)
        channel, mention = self._channel(address.chat), str(address.data.get("person", ""))
        if not _interaction(address):
            mention = ""  # it is in reply to the person's own message, which says whom it is for
        try:
            message = await self._send(channel, draft, mention, address.message, key)
        except discord.HTTPException as error:
            if not refused(error) or "person" not in address.data:
                raise
            return await self._post_privately(address, draft, key)
        return self._receipt(address, address.chat, message.id, **({"named": 1} if mention else {}))

    async def _post_privately(self, address: Address, draft: Draft, key: str | None) -> Receipt:
        private = await self._client.create_dm(discord.Object(int(address.data["person"])))
        reply_to = address.message if str(private.id) == address.chat else None
        message = await self._send(self._channel(str(private.id)), draft, "", reply_to, key)
        return self._receipt(address, str(private.id), message.id)

    async def _send(
        self,
        channel: discord.PartialMessageable,
        draft: Draft,
        person: str,
        reply_to: str | None,
        key: str | None,
    ) -> discord.Message:
        extra: dict[str, Any] = _ping(person) | ({"nonce": _nonce(key)} if key else {})
        if reply_to:
            extra["reference"] = discord.MessageReference(
                message_id=int(reply_to), channel_id=channel.id, fail_if_not_exists=False
            )
        return await channel.send(**draft.parts(_mention(person)), **extra)

    @staticmethod
    def _receipt(address: Address, chat: str, message: int, **more: int) -> Receipt:
        gone = ("event", "answer", "hidden", *(("token", "until") if "named" in more else ()))
        data = {name: v for name, v in address.data.items() if name not in gone}
        return Receipt(platform=address.platform, chat=chat, messages=(str(message),), data=data | more)


def _hidden(address: Address, draft: Draft) -> bool:
    """Whether it is for one person's eyes: a history always, short answers to words that all could read never."""
    if draft.card.kind in LEAFED or address.private or address.data.get("hidden"):
        return True
    return draft.card.private and _interaction(address)


def _interaction(address: Address) -> bool:
    """Whether a command or a button is answered; what people send as a message can be replied to."""
    return "token" in address.data or address.origin not in (None, address.message)


def _mention(person: str) -> str:
    return f"<@{person}>" if person else ""


def _ping(person: str) -> dict[str, Any]:
    """Lets a message notify that person, and nobody else whatever it says."""
    if not person:
        return {}
    people = [discord.Object(int(person))]
    return {"allowed_mentions": discord.AllowedMentions(everyone=False, roles=False, users=people)}


def _nonce(key: str) -> str:
    """At most 25 characters, by which Discord tells a repeated attempt."""
    return hashlib.blake2s(key.encode(), digest_size=12).hexdigest()


async def _went(request: Awaitable[object]) -> bool:
    """Whether it went well; False where the message or the right to touch it is missing."""
    try:
        await request
    except discord.HTTPException as error:
        if not token_refused(error):
            raise
        return False
    return True
