"""The composition root: the only file that names concrete engines, translators and platforms."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from bot.access import Access
from bot.extras import lacking
from bot.home import settled_store, usable
from bot.locales import Locales
from bot.outside import seen_from_outside
from bot.ports import BadToken, Platform, Translator
from bot.safety import Safety
from bot.settings import BadSetting, ModelSettings, Settings
from bot.store import Store
from bot.translation.build import build_translator
from bot.translation.cache import SqliteCache
from bot.translation.translator import PromptTranslator
from bot.usecases.keeping import Keeping
from bot.usecases.service import ImagineService
from bot.usecases.uploads import Intake
from bot.watching import Parts
from engine.api.cards import ModelCard, PassedOver
from engine.api.names import Addons
from engine.api.ports import Engine
from engine.local.build import build
from engine.local.devices import NoDevice, check_devices, devices_here
from engine.models.files.beside import Beside
from engine.models.files.catalogue import STARTER, Catalogue
from engine.models.files.default import unfit
from engine.models.files.stock import Stock
from engine.models.files.upscalers import UpscalerFolder
from engine.process.engine import ProcessEngine
from engine.starting import StartingEngine

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
        try:
            ends = await asyncio.gather(*(self._serve(platform) for platform in self.platforms))
        finally:
            keeping.cancel()
        raise BadSetting("\n".join(ends))

    async def resume(self) -> None:
        """Goes on with what an earlier run left. Raises BadSetting where the database can't be read."""
        with usable(self.store.root):
            await self.service.runner.resume()

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
    platforms = platforms_of(settings) if platforms is None else platforms
    may = settings.access
    async with settled_store(settings) as store:
        painter = engine or starting_engine(settings)
        if not engine:
            await asyncio.to_thread(look_for_devices, settings.models)
        chosen = nullcontext(translator) if translator else open_translator(settings, store)
        async with (
            painter,
            chosen as chain,
            seen_from_outside(settings, Parts(painter, chain, store, platforms)) as parts,
        ):
            uploads = settings.pictures
            stock = Stock(settings.models.folder, settings.data_dir)
            intake = Intake(uploads.megabytes * 1_000_000, uploads.megapixels * 1_000_000)
            service = ImagineService(
                parts.engine,
                parts.translator,
                parts.store,
                {p.name: p for p in parts.platforms},
                Locales.load(settings.language),
                Access(may.who == "open", frozenset(may.allowed), frozenset(may.admins)),
                intake,
                stock,
                may.max_waiting_jobs,
                Safety.of(settings.safety),
                settings.keeping,
            )
            try:
                yield Lukis(settings, parts.engine, service, parts.store, parts.platforms, parts.port)
            finally:
                await service.close(grace=settings.shutdown_grace)
                intake.close()
                stock.close()


def starting_engine(settings: Settings) -> Engine:
    """The engine of this machine, made in the background: nobody waits for torch to be imported.

    Raises:
        BadSetting: its packages are not installed, or there is no such model.
    """
    if sentence := lacking("engine"):
        raise BadSetting(f"The engine {sentence}")
    check_model(settings.models)
    shown = _shown(settings)
    return StartingEngine(lambda: make_engine(settings), shown.cards, shown.passed_over, shown.addons)


def check_model(models: ModelSettings) -> None:
    """Raises BadSetting where the folder is none, or the default model can't be used, nor come from a hub."""
    if models.folder.exists() and not models.folder.is_dir():
        raise BadSetting(f"MODELS_DIR: {models.folder} is no folder.")
    if models.default and (sentence := unfit(models.default, models.folder)):
        raise BadSetting(f"MODEL: {sentence}")


def look_for_devices(models: ModelSettings) -> None:
    """Takes seconds where any are named: not on the event loop. Raises BadSetting where this machine lacks one."""
    try:
        check_devices(models.devices)
    except NoDevice as error:
        raise BadSetting(f"DEVICES: {error}.") from None


def try_models(models: ModelSettings) -> Catalogue:
    """The models that were put together on trial, and why others could not be. Takes seconds a model."""
    from engine.models.trial import tried

    return tried(models.folder)


def try_safety(settings: Settings) -> None:
    """Lets the safety check look at a picture, as it would at those of the default model. Takes seconds.

    Raises:
        NoCheck: there is none that works, and why.
    """
    from PIL import Image

    from engine.models.safety import classifier, own_check

    found = Catalogue(settings.models.folder, STARTER).meant(settings.models.default or "")
    check = classifier(name) if (name := settings.safety.model) else own_check(found)
    check(Image.new("RGB", (512, 512), "grey"))


def make_engine(settings: Settings) -> Engine:
    """The engine of this machine. Imports torch, which takes seconds: not on the event loop."""
    gpus = tuple(device for device in devices_here() if device.startswith("cuda"))
    return engine_on(settings.models.devices or gpus or ("cpu",), settings)


def engine_on(devices: Sequence[str], settings: Settings) -> Engine:
    """The engine that draws on these devices.

    An accelerator's faults outlast every thread, so each is used in a process of its own.
    """
    from engine.process.several import SeveralEngines

    models = settings.models
    budget = int((models.memory_budget_gb or 0) * 2**30)
    make = partial(
        build,
        models.folder,
        models.default or "",
        budget,
        watermark=settings.pictures.watermark,
        safety=settings.safety.model,
    )
    if set(devices) == {"cpu"}:
        return make(*devices)
    shown = _shown(settings)
    engines = [
        ProcessEngine(
            partial(make, device, fetches=number == 0),
            shown.cards,
            passed_over=shown.passed_over,
            addons=shown.addons,
        )
        for number, device in enumerate(devices)
    ]
    return SeveralEngines(*engines) if len(engines) > 1 else engines[0]


class _Shown(NamedTuple):
    """What the models folder holds, for as long as no engine tells."""

    cards: Callable[[], Sequence[ModelCard]]
    passed_over: Callable[[], Sequence[PassedOver]]
    addons: Callable[[], Addons]


def _shown(settings: Settings) -> _Shown:
    catalogue = Catalogue(settings.models.folder, STARTER)
    beside = Beside.of(settings.models.folder, STARTER)
    upscalers = UpscalerFolder(settings.models.folder / "upscalers")
    return _Shown(
        lambda: catalogue.cards(settings.models.default or ""),
        lambda: catalogue.passed_over(settings.models.default or ""),
        lambda: beside.addons(upscalers.addons()),
    )


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
    if settings.telegram.token:
        from bot.platforms.telegram.platform import TelegramPlatform

        platforms.append(
            TelegramPlatform(settings.telegram.token.get_secret_value(), settings.telegram.api_url)
        )
    if settings.discord.token:
        from bot.platforms.discord.platform import DiscordPlatform

        platforms.append(DiscordPlatform(settings.discord.token.get_secret_value(), settings.discord.api_url))
    if settings.web.on:
        from bot.platforms.web.platform import WebPlatform

        page = settings.web
        platforms.append(
            WebPlatform(page.host, page.port, page.names, frames=page.frames, shared=page.shared)
        )
    if not platforms:
        raise BadSetting("WEB: it is off and there is no token: nothing to run.")
    return platforms
