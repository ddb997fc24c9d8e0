"""How Telegram sends updates to a webhook: those of a chat one after the other, each until it has been taken."""

from __future__ import annotations

import asyncio
import time
from typing import Any

from aiohttp import ClientError, ClientSession

from tests.wire.telegram_world import ApiError, Body, Hook, World, bad, number_of

Params = dict[str, Any]
Files = dict[str, tuple[str, bytes]]

PAUSE = 0.05
"""Seconds from one attempt to the next: Telegram lets a second pass at first, later more."""

FOR_EVER = 1e6


class Hooking:
    """The methods of the Bot API about where updates go."""

    def __init__(self, world: World) -> None:
        self.world = world

    def setwebhook(self, params: Params, files: Files) -> bool:
        if params["url"].partition(":")[2].startswith("//nowhere"):
            raise bad("bad webhook: Failed to resolve host: Name or service not known")
        told = {name: params[name] for name in ("url", "secret_token", "max_connections") if name in params}
        self.world.hook = Hook(**told, certificate="certificate" in params)
        self.world.allowed = params.get("allowed_updates", self.world.allowed)
        return True

    def deletewebhook(self, params: Params, files: Files) -> bool:
        self.world.hook = Hook()
        return True

    def getwebhookinfo(self, params: Params, files: Files) -> Body:
        hook = self.world.hook
        failed = {"last_error_date": hook.failed, "last_error_message": hook.why} if hook.failed else {}
        waiting = len(self.world.updates)
        told = {"has_custom_certificate": hook.certificate, "pending_update_count": waiting, **failed}
        return {"url": hook.url, **told}


def may_ask(world: World) -> None:
    """Raises what Telegram answers to who asks for updates that are sent elsewhere."""
    if world.hook.url:
        says = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        raise ApiError(409, f"Conflict: {says}")


async def send(world: World) -> None:
    """Sends what there is to wherever it is to go, until cancelled."""
    busy: set[str] = set()

    async def one(session: ClientSession, update: Body) -> None:
        await _send(world, session, update)
        busy.discard(_queue(update))
        await world.touch()

    def due() -> Body | None:
        free = world.hook.url and len(busy) < int(world.hook.max_connections)
        return next((u for u in world.updates if _queue(u) not in busy), None) if free else None

    async with ClientSession() as session, asyncio.TaskGroup() as group:
        while True:
            if update := await world.until(due, FOR_EVER):
                busy.add(_queue(update))
                group.create_task(one(session, update))


async def _send(world: World, session: ClientSession, update: Body) -> None:
    """One attempt."""
    hook = world.hook
    headers = {"X-Telegram-Bot-Api-Secret-Token": hook.secret_token} if hook.secret_token else {}
    try:
        if hook.url not in world.proxied:
            raise ClientError
        async with session.post(world.proxied[hook.url], json=update, headers=headers) as answer:
            if answer.ok:
                world.updates = [u for u in world.updates if number_of(u) != number_of(update)]
                return
            _note(hook, f"Wrong response from the webhook: {answer.status} {answer.reason}")
    except ClientError:
        _note(hook, "Connection refused")
    await asyncio.sleep(PAUSE)


def _note(hook: Hook, why: str) -> None:
    hook.failed, hook.why = int(time.time()), why


def _queue(update: Body) -> str:
    """What an update waits for: the one before it in the same chat, or of the same person's presses."""
    if query := update.get("callback_query"):
        return f"presses of {query['from']['id']}"
    return str([part.get("chat") for part in update.values() if isinstance(part, dict)])
