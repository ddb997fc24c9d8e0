"""The composition root: the only file that names concrete translators and platforms (engines: `bot.engines`)."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.access import Access
from bot.connections import DiscordSettings
from bot.engines import look_for_devices, starting_engine
from bot.fetching import Fetching
from bot.home import settled_store, usable
from bot.locales import Locales
from bot.moderation.folder import RuleFolder
from bot.outside import seen_from_outside
from bot.ports import BadToken, Platform
from bot.proxies import on_the_way_to
from bot.quotas.file import QuotaFile
from bot.quotas.rules import BadQuotas
from bot.safety import Safety
from bot.settings import BadSetting, Settings
from bot.store import Store
from bot.styles.folder import StyleFolder
from bot.telling import Teller
from bot.translating import Translator
from bot.translation.build import build_translator
from bot.translation.cache import SqliteCache
from bot.translation.translator import PromptTranslator
from bot.usecases.keeping import Keeping
from bot.usecases.resources import Resources
from bot.usecases.service import ImagineService
from bot.usecases.uploads import Intake
from bot.watching import Parts
from engine.api.ports import Engine
from engine.models.files.stock import Stock

if TYPE_CHECKING:
    from bot.platforms.web.signin import Door

log = logging.getLogger("lukis")

RESTART_PAUSE = 10.0
"""Seconds before a platform that broke is started again."""


@dataclass(frozen=True)
class Lukis:
    """The program, put together. `metrics` is the port at which they are served, where they are."""

    settings: Settings
    engine: Engine
    service: ImagineService
    store: Store
    platforms: Sequence[Platform]
    metrics: int | None = None

    async def run(self) -> None:
        """Resumes what was left and serves all platforms until cancelled.

        Raises:
            BadSetting: no platform is left, because of bad tokens; or the database can't be read.
        """
        await self.resume()
        keeping = asyncio.create_task(Keeping(self.store, self.settings.keeping).run(), name="keeping")
        drawing = asyncio.create_task(self.service.samples.run(), name="samples")
        try:
            ends = await asyncio.gather(*(self._serve(platform) for platform in self.platforms))
        finally:
            keeping.cancel()
            drawing.cancel()
        raise BadSetting("\n".join(ends))

    async def resume(self) -> None:
        """Goes on with what an earlier run left. Raises BadSetting where the database can't be read."""
        with usable(self.store.root):
            await self.service.resume()

    async def _serve(self, platform: Platform) -> str:
        """Keeps one platform going; returns only when its token or setting is bad, and says so."""
        while True:
            try:
                await platform.run(self.service)
            except BadToken as error:
                sentence = f"{platform.name.upper()}_TOKEN: {error}"
                log.error(sentence)
                return sentence
            except BadSetting as error:
                log.error(str(error))
                return str(error)
            except Exception:
                log.exception("%s broke; it starts again in %.0f s", platform.title, RESTART_PAUSE)
            await asyncio.sleep(RESTART_PAUSE)


@asynccontextmanager
async def assemble(
    settings: Settings,
    *,
    engine: Engine | None = None,
    translator: Translator | None = None,
    platforms: Sequence[Platform] | None = None,
    fetching: Fetching | None = None,
) -> AsyncIterator[Lukis]:
    """Puts the program together; whatever is given takes the place of the real thing.

    Raises:
        BadSetting: a setting can't be used.
    """
    platforms = platforms_of(settings) if platforms is None else platforms
    rules, quotas = word_lists(settings), quota_file(settings)
    may, public = settings.access, settings.web.public is not None
    async with settled_store(settings) as store:
        painter = engine or starting_engine(settings)
        if not engine and not settings.cluster.head:
            await asyncio.to_thread(look_for_devices, settings.models)
        chosen = nullcontext(translator) if translator else open_translator(settings, store)
        async with (
            painter,
            chosen as chain,
            seen_from_outside(settings, Parts(painter, chain, store, platforms)) as parts,
        ):
            uploads, words = settings.pictures, settings.telling
            stock = Stock(settings.models.folder, settings.data_dir)
            intake = Intake(uploads.megabytes * 1_000_000, uploads.megapixels * 1_000_000)
            resources = Resources(
                engine=parts.engine,
                translator=parts.translator,
                store=parts.store,
                platforms={p.name: p for p in parts.platforms},
                locales=Locales.load(settings.language),
                access=Access(may.who == "open", frozenset(may.allowed), frozenset(may.admins), public),
                intake=intake,
                fetching=fetching or Fetching(uploads.fetch),
                describer=(describer := Teller("describe", words.describe, words.seconds)),
                expander=(expander := Teller("expand", words.expand, words.seconds)),
                stock=stock,
                max_waiting=may.max_waiting_jobs,
                safety=Safety.of(settings.safety),
                keeping=settings.keeping,
                rules=rules,
                quotas=quotas,
                styles=StyleFolder(styles_dir(settings)),
                page=settings.web.public if settings.web.on else None,
                samples=settings.samples,
            )
            service = ImagineService(resources)
            try:
                yield Lukis(settings, parts.engine, service, parts.store, parts.platforms, parts.port)
            finally:
                await service.close(grace=settings.shutdown_grace)
                intake.close()
                await asyncio.gather(describer.close(), expander.close())
                stock.close()


def word_lists(settings: Settings) -> RuleFolder:
    """The lists of words for all chats. Raises BadSetting where there is no such folder, but for the usual one."""
    folder, named = settings.moderation_dir, "moderation_dir" in settings.model_fields_set
    if not folder.is_dir() and (named or folder.exists()):
        raise BadSetting(f"MODERATION_DIR: {folder} is no folder.")
    return RuleFolder(folder)


def quota_file(settings: Settings) -> QuotaFile:
    """Who may ask for how much. Raises BadSetting where the file can't be used, or is named and not there."""
    file, named = settings.access.quotas, "quotas" in settings.access.model_fields_set
    quotas = QuotaFile(file)
    if not named and not file.exists():
        return quotas
    try:
        quotas.read()
    except OSError as error:
        raise BadSetting(f"QUOTAS: {file} can't be read: {error.strerror}.") from None
    except BadQuotas as bad:
        raise BadSetting(f"QUOTAS: {file}: {bad}.") from None
    return quotas


def styles_dir(settings: Settings) -> Path:
    """The operator's own styles. Raises BadSetting where there is no such folder, but for the usual one."""
    folder, named = settings.styles_dir, "styles_dir" in settings.model_fields_set
    if not folder.is_dir() and (named or folder.exists()):
        raise BadSetting(f"STYLES_DIR: {folder} is no folder.")
    return folder


@asynccontextmanager
async def open_translator(settings: Settings, store: Store) -> AsyncIterator[PromptTranslator]:
    """The chain of translators that the settings name; what it needs is loaded in the background.

    Raises:
        BadSetting: a translator is unknown or lacks its key.
    """
    chain = _chain(settings, store)
    warming = asyncio.create_task(chain.warm())
    try:
        yield chain
    finally:
        warming.cancel()
        await chain.close()


def _chain(settings: Settings, store: Store) -> PromptTranslator:
    """The chain of translators that the settings name.

    Raises:
        BadSetting: a translator is unknown or lacks its key.
    """
    options = settings.translation
    try:
        cache = SqliteCache(store.db, options.cache_size)
        return build_translator(options.translators, cache=cache, options=options)
    except ValueError as error:
        raise BadSetting(f"TRANSLATORS: {error}.") from error


def platforms_of(settings: Settings) -> list[Platform]:
    """Those that the settings ask for. Each library is imported only where it is needed.

    Raises:
        BadSetting: they ask for none.
    """
    platforms: list[Platform] = []
    if token := settings.telegram.token:
        platforms.append(_telegram(token.get_secret_value(), settings))
    if token := settings.discord.token:
        platforms.append(_discord(token.get_secret_value(), settings.discord))
    if settings.web.on:
        from bot.platforms.web.platform import WebPlatform

        page = settings.web
        platforms.append(
            WebPlatform(
                page.host,
                page.port,
                page.names,
                frames=page.frames,
                shared=page.shared,
                proxies=page.proxies,
                public=page.public,
                doors=_doors(settings) if page.public else (),
            )
        )
    if not platforms:
        raise BadSetting("WEB: it is off and there is no token: nothing to run.")
    return platforms


def _doors(settings: Settings) -> list[Door]:
    """The ways to sign in to the page, where people reach it."""
    from bot.platforms.web.miniapp import TelegramDoor
    from bot.platforms.web.oauth import DiscordDoor

    doors: list[Door] = []
    if token := settings.telegram.token:
        doors.append(TelegramDoor(token))
    told, public = settings.discord, settings.web.public
    if public and told.application and told.secret:
        doors.append(DiscordDoor(told.application, told.secret, public, told.api_url, _way_to_discord(told)))
    return doors


def _telegram(token: str, settings: Settings) -> Platform:
    from bot.platforms.telegram.platform import TelegramPlatform
    from bot.platforms.telegram.webhook import Hook

    told, page = settings.telegram, settings.web.public
    parts = told.webhook_host, told.webhook_port, told.webhook_certificate
    hook = Hook(told.webhook_url, *parts) if told.webhook_url else None
    proxy = (
        told.proxy.get_secret_value() if told.proxy else None
    )  # the library finds the environment's itself
    inside = page if page and page.startswith("https:") and settings.web.on else None
    return TelegramPlatform(token, told.api_url, hook=hook, proxy=proxy, page=inside)


def _discord(token: str, told: DiscordSettings) -> Platform:
    from bot.platforms.discord.platform import DiscordPlatform

    return DiscordPlatform(token, told.api_url, _way_to_discord(told))


def _way_to_discord(told: DiscordSettings) -> str | None:
    usual = None if told.api_url else on_the_way_to("discord.com")
    return told.proxy.get_secret_value() if told.proxy else usual
