"""The composition root: the only file that names concrete engines, translators and platforms."""

from __future__ import annotations

import asyncio
import fcntl
import logging
import sqlite3
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from bot.access import Access
from bot.locales import Locales
from bot.ports import BadToken, Platform, Translator
from bot.settings import BadSetting, Settings
from bot.store import Store, open_store
from bot.translation.build import build_translator
from bot.translation.cache import SqliteCache
from bot.translation.options import TranslationOptions
from bot.translation.translator import PromptTranslator
from bot.usecases.service import ImagineService
from bot.usecases.uploads import Intake
from engine.api.ports import Engine
from engine.models.files.catalogue import STARTER, Catalogue
from engine.starting import StartingEngine

log = logging.getLogger("lukis")

RESTART_PAUSE = 10.0
"""Seconds before a platform that broke is started again."""


@dataclass(frozen=True)
class Lukis:
    """The program, put together."""

    settings: Settings
    service: ImagineService
    store: Store
    platforms: Sequence[Platform]

    async def run(self) -> None:
        """Resumes what was left and serves all platforms until cancelled.

        Raises:
            BadSetting: no platform is left, because of bad tokens.
        """
        await self.service.runner.resume()
        ends = await asyncio.gather(*(self._serve(platform) for platform in self.platforms))
        raise BadSetting("\n".join(ends))

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
) -> AsyncIterator[Lukis]:
    """Puts the program together; whatever is given takes the place of the real thing.

    Raises:
        BadSetting: a setting can't be used.
    """
    platforms = _platforms(settings) if platforms is None else platforms
    async with _store(settings) as store:
        painter = starting_engine(settings) if engine is None else engine
        chosen = nullcontext(translator) if translator else open_translator(settings, store)
        async with painter, chosen as chain:
            service = ImagineService(
                painter,
                chain,
                store,
                {p.name: p for p in platforms},
                Locales.load(settings.language),
                Access(settings.access == "open", frozenset(settings.allowed), frozenset(settings.admins)),
                Intake(settings.max_upload_mb * 1_000_000, settings.max_upload_megapixels * 1_000_000),
                settings.max_waiting_jobs,
            )
            try:
                yield Lukis(settings, service, store, platforms)
            finally:
                await service.close(grace=settings.shutdown_grace)


@asynccontextmanager
async def _store(settings: Settings) -> AsyncIterator[Store]:
    async with AsyncExitStack() as stack:
        try:
            store = await stack.enter_async_context(open_store(settings.data_dir))
        except (OSError, sqlite3.Error) as error:
            raise BadSetting(f"DATA_DIR: {settings.data_dir} can't be used: {error}.") from error
        yield store


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Holds the data folder, so that no second program resumes the same jobs.

    Raises:
        BadSetting: another one holds it, or it can't be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / ".lock").open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise BadSetting(f"DATA_DIR: another Lukis is running on {folder}.") from None
            yield
    except OSError as error:
        raise BadSetting(f"DATA_DIR: {folder} can't be written: {error.strerror}.") from error


def starting_engine(settings: Settings) -> Engine:
    """The engine of this machine, made in the background: nobody waits for torch to be imported."""
    catalogue = Catalogue(settings.models_dir, STARTER)
    return StartingEngine(lambda: make_engine(settings), lambda: catalogue.cards(settings.model or ""))


def make_engine(settings: Settings) -> Engine:
    """The engine of this machine. Imports torch, which takes seconds: not on the event loop."""
    import torch

    from engine.local.engine import LocalEngine
    from engine.models.library import ModelLibrary

    gpus = tuple(f"cuda:{i}" for i in range(torch.cuda.device_count()))
    devices = settings.devices or gpus or ("cpu",)
    budget = int((settings.memory_budget_gb or 0) * 2**30)
    libraries = [
        ModelLibrary(settings.models_dir, settings.model or "", device, budget) for device in devices
    ]
    libraries[0].prepare()  # a model from a hub comes in the background
    return LocalEngine(*libraries)


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
    options = TranslationOptions(
        timeout=settings.translation_timeout,
        local_only=settings.translation_local_only,
        libretranslate_url=settings.libretranslate_url,
        libretranslate_key=settings.libretranslate_api_key,
        apertium_url=settings.apertium_url,
        translation_model=settings.translation_model,
        translation_device=settings.translation_device,
        deepl_key=settings.deepl_api_key,
        microsoft_key=settings.microsoft_api_key,
        microsoft_region=settings.microsoft_region,
        papago_id=settings.papago_client_id,
        papago_secret=settings.papago_client_secret,
        yandex_key=settings.yandex_api_key,
        yandex_folder=settings.yandex_folder_id,
        mymemory_email=settings.mymemory_email,
    )
    try:
        cache = SqliteCache(store.db, settings.translation_cache_size)
        return build_translator(settings.translators, cache=cache, options=options)
    except ValueError as error:
        raise BadSetting(f"TRANSLATORS: {error}.") from error


def _platforms(settings: Settings) -> list[Platform]:
    """Those that the settings ask for. Each library is imported only where it is needed."""
    platforms: list[Platform] = []
    if settings.telegram_token:
        from bot.platforms.telegram.platform import TelegramPlatform

        platforms.append(
            TelegramPlatform(settings.telegram_token.get_secret_value(), settings.telegram_api_url)
        )
    if settings.discord_token:
        from bot.platforms.discord.platform import DiscordPlatform

        platforms.append(DiscordPlatform(settings.discord_token.get_secret_value(), settings.discord_api_url))
    if settings.web:
        from bot.platforms.web.platform import WebPlatform

        platforms.append(WebPlatform(settings.web_host, settings.web_port, settings.web_names))
    if not platforms:
        raise BadSetting("WEB: it is off and there is no token: nothing to run.")
    return platforms
