"""What `lukis doctor` asks of others: the platforms about us, and translators for a word."""

from __future__ import annotations

import asyncio
import errno
import time
from collections.abc import Iterator
from datetime import timedelta
from email.utils import parsedate_to_datetime
from typing import Any, NamedTuple

import aiohttp

from bot.bootstrap import platforms_of
from bot.home import InUse, only_one
from bot.locales import Say
from bot.ports import BadToken, Unavailable
from bot.settings import Settings
from bot.standing import Looks, Rights
from bot.translation.answers import NoAnswer, NoTranslation
from bot.translation.options import TranslationOptions
from bot.translation.providers import make_provider
from bot.translation.providers.base import Unavailable as Silent

PATIENCE = 20.0
"""Seconds that a platform may take to answer all that it is asked."""

FAR_OFF = 60.0
"""Seconds that a clock may be wrong: beyond that signatures, tokens and waits go wrong, too."""

WORD, SPOKEN = "apel merah", "id"
"""What translators are asked for, and in which language it is."""


class Wrong(Exception):
    """Something is; the message says what, and what puts it right."""


async def tokens(settings: Settings, say: Say) -> str:
    """Who the platforms say that we are, and which rights we lack where we are let in.

    Raises:
        Wrong: one takes no token, can't be reached, or keeps something from us.
    """
    asked = [one for one in platforms_of(settings) if isinstance(one, Looks)] if _any(settings) else []
    looks = await asyncio.gather(*(_look(one, settings, say) for one in asked))
    told = {one.title: look for one, look in zip(asked, looks, strict=True)}
    lines = list[str]()
    for title in settings.tokens():
        lines += told[title].lines if title in told else [say("doctor-token-missing", platform=title)]
    if any(look.wrong for look in looks):
        raise Wrong("\n".join(lines))
    return " · ".join(lines)


class _Look(NamedTuple):
    """What there is to say of a platform, and whether something is wrong."""

    lines: list[str]
    wrong: bool


async def _look(one: Looks, settings: Settings, say: Say) -> _Look:
    chats = [
        chat
        for name, _, chat in (each.partition(":") for each in settings.access.allowed)
        if name == one.name
    ]
    try:
        async with asyncio.timeout(PATIENCE):
            standing = await one.look(chats)
    except BadToken:
        setting, file = f"{one.name.upper()}_TOKEN", f"docs/{one.name}.md"
        return _Look([say("doctor-token-bad", platform=one.title, setting=setting, file=file)], True)
    except (Unavailable, TimeoutError):
        return _Look([say("doctor-token-silent", platform=one.title, address=one.address)], True)
    lacking = [
        line for chat, rights in standing.chats.items() for line in _chat(f"{one.name}:{chat}", rights, say)
    ]
    if it := standing.unheard:
        where: dict[str, Any] = {"platform": one.title, "address": it.address, "file": "docs/many-servers.md"}
        lacking.append(say("doctor-hook-fails", **where, why=it.why, waiting=it.waiting))
    works = say("doctor-token-works", platform=one.title, name=standing.name)
    return _Look([works, *lacking], bool(lacking))


def _chat(chat: str, rights: Rights, say: Say) -> Iterator[str]:
    if rights is None:
        yield say("doctor-chat-away", chat=chat, setting="ALLOWED")
    elif rights:
        yield say("doctor-chat-lacks", chat=chat, rights=", ".join(rights))


def _any(settings: Settings) -> bool:
    return any(settings.tokens().values())


async def clock(settings: Settings, say: Say) -> str:
    """How far our clock is from that of a platform.

    Raises:
        Wrong: too far.
    """
    for one in platforms_of(settings) if _any(settings) else []:
        if isinstance(one, Looks) and (off := await _off(one.address)) is not None:
            if off > FAR_OFF:
                raise Wrong(say("doctor-clock-wrong", platform=one.title, time=timedelta(seconds=round(off))))
            return say("doctor-clock-right", platform=one.title)
    return say("doctor-clock-unknown")


async def _off(address: str) -> float | None:
    """Seconds by which our clock is surely away from that of a server, however long its answer took; None where it
    does not tell."""
    asked = time.time()
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=PATIENCE)) as session,
            session.get(address, allow_redirects=False) as response,
        ):
            there = parsedate_to_datetime(response.headers["Date"]).timestamp()
    except (aiohttp.ClientError, OSError, KeyError, ValueError):
        return None
    return max(asked - there, there - time.time(), 0.0)


async def page(settings: Settings, say: Say) -> str:
    """Whether the local page can be served; a Lukis that runs on the folder may have it.

    Raises:
        Wrong: another program listens there.
    """
    web = settings.web
    if not web.on:
        return say("doctor-page-off")
    if not in_use(settings):
        try:
            server = await asyncio.start_server(lambda *_: None, web.host, web.port, start_serving=False)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise Wrong(say("doctor-page-nowhere", address=web.host, setting="WEB_HOST")) from error
            raise Wrong(say("doctor-page-taken", port=str(web.port), setting="WEB_PORT")) from error
        server.close()
    return settings.page


def in_use(settings: Settings) -> bool:
    """Whether a Lukis runs on the data folder."""
    try:
        with only_one(settings.data_dir):
            return False
    except InUse:
        return True


async def translators(settings: Settings, say: Say) -> str:
    """Which translators answer.

    Raises:
        Wrong: a prompt in another language would find none; or one lacks a setting.
    """
    options = settings.translation
    if not options.translators:
        return say("doctor-translators-off")
    names = options.translators
    outcomes = await asyncio.gather(*(_answers(name, options) for name in names))
    told = " · ".join(
        say("doctor-translator-works", name=name) if works else say("doctor-translator-silent", name=name)
        for name, works in zip(names, outcomes, strict=True)
    )
    if not any(outcomes):
        raise Wrong(f"{told}\n{say('doctor-translators-none', setting='TRANSLATORS', name='glossary')}")
    return told


async def _answers(name: str, options: TranslationOptions) -> bool:
    """Whether a translator has an answer, in the time that it has for a prompt once it is loaded.

    Raises:
        ValueError: it lacks a setting, or there is none of that name.
    """
    provider = make_provider(name, options)
    if options.local_only and not provider.local:
        return False
    try:
        await provider.warm()
        async with asyncio.timeout(options.timeout):
            return bool(await provider.translate(WORD, SPOKEN))
    except (Silent, NoAnswer, NoTranslation, TimeoutError):
        return False
    finally:
        await provider.close()
