"""The list of commands that Telegram shows when somebody types "/"."""

from __future__ import annotations

import asyncio
import logging
import re

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from bot.pauses import Pauses
from bot.platforms.telegram.errors import after, ours
from bot.platforms.telegram.render import cut
from bot.ports import Service, Unavailable

log = logging.getLogger(__name__)

_NAME = re.compile(r"[a-z0-9_]{1,32}")
_DESCRIPTION = 256
_LONGEST_PAUSE = 300.0


async def publish(bot: Bot, service: Service) -> None:
    """Sets the menu in every language; tries until Telegram has taken it."""
    default, *others = service.locales.languages
    for language in (None, *dict.fromkeys(o.split("-")[0] for o in others)):
        commands = [
            BotCommand(name, cut(description, _DESCRIPTION))
            for name, description in service.commands(language or default)
            if _NAME.fullmatch(name)
        ]
        if not await _set(bot, commands, language):
            return


async def _set(bot: Bot, commands: list[BotCommand], language: str | None) -> bool:
    pauses = Pauses(1.0, _LONGEST_PAUSE)
    while True:
        try:
            return await bot.set_my_commands(commands, language_code=language)
        except TelegramError as error:
            if not isinstance(ours(error), Unavailable):
                log.warning("Telegram did not take the list of commands: %s", error)
                return False
            await asyncio.sleep(pauses.next(after(error)))
