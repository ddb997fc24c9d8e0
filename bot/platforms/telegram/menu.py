"""What Telegram shows beside the box for words: the list of commands, and a button that opens the page."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from telegram import Bot, BotCommand, MenuButton, MenuButtonDefault, MenuButtonWebApp, WebAppInfo
from telegram.error import TelegramError

from bot.pauses import Pauses
from bot.platforms.telegram.errors import after, ours
from bot.platforms.telegram.render import cut
from bot.platforms.telegram.requests import ask
from bot.ports import Service, Unavailable

log = logging.getLogger(__name__)

_NAME = re.compile(r"[a-z0-9_]{1,32}")
_DESCRIPTION = 256
_LONGEST_PAUSE = 300.0
_OPENS = "Lukis"
"""What the button says that opens the page: the same in every language, by which ours is known."""


async def publish(bot: Bot, service: Service, page: str | None = None) -> None:
    """Sets the menu in every language, and the button for the page; tries until Telegram has taken it."""
    await _list(bot, service)
    await _insist(lambda: _offer(bot, page))


async def _offer(bot: Bot, page: str | None) -> bool:
    """Lets the button in private chats open the page; without one, takes away what an earlier run has put there."""
    there = await ask(bot, "getChatMenuButton")
    ours = isinstance(there, dict) and there.get("type") == "web_app" and there.get("text") == _OPENS
    opens = ours and isinstance(there["web_app"], dict) and there["web_app"].get("url")
    button: MenuButton = MenuButtonWebApp(_OPENS, WebAppInfo(page)) if page else MenuButtonDefault()
    if page != opens if page else ours:
        await bot.set_chat_menu_button(menu_button=button)
    return True


async def _list(bot: Bot, service: Service) -> None:
    default, *others = service.locales.languages
    for language in (None, *dict.fromkeys(o.split("-")[0] for o in others)):
        commands = [
            BotCommand(name, cut(description, _DESCRIPTION))
            for name, description in service.commands(language or default)
            if _NAME.fullmatch(name)
        ]
        if not await _insist(partial(bot.set_my_commands, commands, language_code=language)):
            return


async def _insist(call: Callable[[], Awaitable[Any]]) -> bool:
    """Whether Telegram has taken it in the end."""
    pauses = Pauses(1.0, _LONGEST_PAUSE)
    while True:
        try:
            return bool(await call())
        except TelegramError as error:
            if not isinstance(ours(error), Unavailable):
                log.warning("Telegram did not take the menu: %s", error)
                return False
            await asyncio.sleep(pauses.next(after(error)))
