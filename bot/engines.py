"""The engine that the settings ask for: of this machine or of a cluster, made in the background."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from bot.extras import lacking
from bot.settings import BadSetting, ModelSettings, Settings
from engine.api.cards import ModelCard, PassedOver
from engine.api.names import Addons
from engine.api.ports import Engine
from engine.cluster.access import BadAccess, Credentials
from engine.cluster.here import maker
from engine.local.build import build
from engine.local.devices import NoDevice, check_devices, devices_here
from engine.models.files.beside import Beside
from engine.models.files.catalogue import STARTER, Catalogue
from engine.models.files.default import unfit
from engine.models.files.upscalers import UpscalerFolder
from engine.process.engine import ProcessEngine
from engine.starting import StartingEngine


def starting_engine(settings: Settings) -> Engine:
    """The engine that the settings name, made in the background: nobody waits for torch to be imported.

    Raises:
        BadSetting: its packages are not installed, there is no such model, or a cluster lets nobody in.
    """
    if sentence := lacking("engine"):
        raise BadSetting(f"The engine {sentence}")
    make: Callable[[Settings], Engine] = make_engine
    if settings.cluster.head:
        enter_cluster(settings)
        make = cluster_engine
    else:
        check_model(settings.models)
    shown = _shown(settings)
    return StartingEngine(lambda: make(settings), shown.cards, shown.passed_over, shown.addons)


def credentials_of(settings: Settings) -> Credentials:
    """What lets this machine into a cluster."""
    return Credentials(settings.cluster.key(settings.data_dir), settings.cluster.tls)


def enter_cluster(settings: Settings) -> None:
    """Puts into the environment what Ray reads there, of this process and of those that it starts.

    Raises:
        BadSetting: its packages are not installed, or the key or a certificate can't be used.
    """
    if sentence := lacking("cluster"):
        raise BadSetting(f"A cluster {sentence}")
    try:
        (credentials := credentials_of(settings)).check()
    except BadAccess as error:
        raise BadSetting(f"{error}.") from None
    os.environ.update(credentials.environment())


def cluster_engine(settings: Settings) -> Engine:
    """The engine that draws on a cluster's workers. Imports torch, which takes seconds: not on the event loop."""
    from engine.cluster.engine import ClusterEngine
    from engine.cluster.scaling import Bounds

    shown = _shown(settings)
    make = maker(settings.models.default or "", settings.pictures.watermark, settings.safety.model)
    bounds = Bounds(settings.cluster.least, settings.cluster.most)
    return ClusterEngine(settings.cluster.head, make, shown.cards, shown.addons, bounds=bounds)


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
