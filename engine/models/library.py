"""All models of one device: what there is, and a cache of those in memory."""

from __future__ import annotations

import gc
import logging
import threading
from collections import OrderedDict
from collections.abc import Collection
from pathlib import Path
from weakref import WeakSet, ref

import torch

from engine.api.cards import Listing, ModelCard, PassedOver
from engine.api.errors import BadModel, BadRequest, Fault, OutOfMemory, UnknownChoice
from engine.api.names import Addons
from engine.api.parameters import PARAMETERS
from engine.models.assembly import Workshop, assemble
from engine.models.estimators import Estimators
from engine.models.faults import is_out_of_memory, is_the_machines, problem_of
from engine.models.files.beside import Beside
from engine.models.files.catalogue import STARTER, Catalogue, Found, load_of
from engine.models.files.families import NotACheckpoint
from engine.models.files.header import BadHeader
from engine.models.files.hub import fetch_meanwhile
from engine.models.files.loads import LOADS, Load
from engine.models.files.names import is_repository
from engine.models.pipelines import load_pipeline
from engine.models.placement import MOVING, give_back, precision, weight_budget
from engine.models.ports import Enlarger, PipelineModel, UNetModel
from engine.models.upscalers import Upscalers

log = logging.getLogger(__name__)

Model = UNetModel | PipelineModel


class ModelLibrary:
    """The models of a folder, for one device.

    `cards` and `loaded` are cheap and may be asked from anywhere. `load` blocks: call it off the event loop, in any
    thread but the denoise thread; a second call for the same model waits for the first.

    A model that the cache lets go stays in memory until its last user drops it: hold models only while they have work.
    Implements `Library`.

    Attributes:
        moving: held while weights are built or moved. `load` takes it, and so do models that move parts of themselves
            between CPU and device inside `condition`, `predict`, `encode` or `decode`. Nobody else needs it, except
            code that moves or rebuilds modules itself: building one patches `torch.nn.Module` for the whole process,
            which strands tensors of any module moved meanwhile.
    """

    def __init__(
        self,
        models_dir: Path,
        default: str = "",
        device: str | torch.device = "cpu",
        budget: int = 0,
        compile: bool = False,
        embedded: Path = STARTER,
        hub: str | None = None,
        sees: Estimators | None = None,
    ) -> None:
        """Looks at nothing yet.

        Args:
            models_dir: where people put models; it need not exist.
            default: short name of the model that draws where none is asked for, or a hub repository
                ("org/name") that `prepare` downloads; the embedded one if empty.
            device: where models are loaded to.
            budget: bytes that all models' weights may take; 0 for what the device can spare.
            compile: whether UNets are compiled; their first pictures take minutes.
            embedded: folder of the model that is always there.
            hub: address of the hub that repositories come from; the usual one (or `HF_ENDPOINT`) if None.
            sees: networks that look at pictures, which take of the CPU's memory, too.
        """
        self.device = torch.device(device)
        self.moving = MOVING
        self._models_dir = models_dir
        self._hub = hub
        self._sees = sees if sees and self.device.type == "cpu" else Estimators()
        self._sees.on_growth(self._clear_up)
        self._repository = default if is_repository(default) else ""
        self._default = default
        self._catalogue = Catalogue(models_dir, embedded)
        self._budget = budget or weight_budget(self.device)
        self._shop = Workshop(
            self.device,
            self._budget,
            self.moving,
            Beside.of(models_dir, embedded),
            compile=compile,
            on_growth=self._clear_up,
        )
        self._upscalers = Upscalers(
            models_dir / "upscalers", self.device, self._budget, self.moving, on_growth=self._clear_up
        )
        self._models: OrderedDict[str, tuple[Found, Model]] = OrderedDict()
        self._living: WeakSet[Model] = WeakSet()
        self._coming = 0
        self._changing = threading.Lock()

    def prepare(self) -> threading.Thread | None:
        """Starts to download the default model if it is a hub repository's and not there yet.

        It appears among the `cards` when it is whole; until then the embedded model draws. The log tells how it
        ended. Returns the thread that does it, or None where there is nothing to do.
        """
        if not self._repository or self._catalogue.meant(self._default):
            return None
        asked = self._repository, self._models_dir, self._hub
        thread = threading.Thread(target=fetch_meanwhile, args=asked, name="download", daemon=True)
        thread.start()
        return thread

    def listing(self) -> Listing:
        """What there is now, the default model first."""
        return self._catalogue.listing(self._default)

    def cards(self) -> tuple[ModelCard, ...]:
        """The models that can be loaded, the default one first."""
        return self.listing().models

    def addons(self) -> Addons:
        """What there is beside the models: see `Addons`."""
        return self._shop.beside.addons(self._upscalers.addons())

    def upscaler(self, name: str) -> Enlarger:
        """See `Library.upscaler`."""
        return self._upscalers.load(name)

    def passed_over(self) -> tuple[PassedOver, ...]:
        """What lies in the folder and can't be loaded, and why."""
        return self.listing().passed_over

    @property
    def loaded(self) -> Collection[str]:
        """The models for which `load` would return at once."""
        return tuple(self._models)  # at once: another thread may load one

    def room(self, name: str, beside: Collection[str]) -> bool:
        """Whether the model fits the budget beside those that are in use or on their way, all others evicted."""
        used = sum(self._takes(other) for other in {*beside} - {name})
        return not used or used + self._takes(name) <= self._budget

    def load(self, name: str, beside: Collection[str] = ()) -> Model:
        """The model, read from disk if it is not in memory or has changed there.

        Lets go of the least recently used others as the budget demands, but of none of `beside`.

        Raises:
            UnknownChoice: there is no such model.
            BadModel: it can't be loaded, and why.
            OutOfMemory: it does not fit the device.
        """
        found = self._find(name)
        if cached := self._cached(found):
            return cached
        with self.moving:
            if cached := self._cached(found):
                return cached
            self._make_room(found, beside)
            self._coming = self._need(found)
            try:
                model = self._read(found)
            finally:
                self._coming = 0
            with self._changing:
                self._living.add(model)
                self._models[found.card.name] = (found, model)
            return model

    def evict(self, keep: Collection[str] = ()) -> None:
        """Lets go of every model but these, and of what works beside them, when memory is short."""
        self._forget()
        self._let_go([name for name in self._models if name not in keep])

    @property
    def bytes(self) -> int:
        """Of the weights of all models in memory, those included that were let go of while somebody draws with them."""
        with self._changing:
            return sum((model.bytes for model in self._living), self._sees.bytes + self._upscalers.bytes)

    @property
    def coming(self) -> int:
        """Bytes that the load under way will take; 0 without one."""
        return self._coming

    def _takes(self, name: str) -> int:
        """Bytes of the model's weights, in memory or once it is; 0 for one that `load` will say what is wrong with."""
        with self._changing:
            if name in self._models:
                return self._models[name][1].bytes
        try:
            return self._need(self._find(name))
        except BadRequest:
            return 0

    def _cached(self, found: Found) -> Model | None:
        with self._changing:
            known, model = self._models.get(found.card.name, (None, None))
            if known is not found:
                return None
            self._models.move_to_end(found.card.name)
            return model

    def _find(self, name: str) -> Found:
        found = self._catalogue.find(name)
        if found is None:
            raise UnknownChoice.among(
                [card.name for card in self.cards()], PARAMETERS["model"].flag, name, alike=0.0
            )
        if found.problem:
            raise self._bad(found, found.problem, found.fault)
        return found

    def _need(self, found: Found) -> int:
        """Bytes that the model's weights will take; 0 for files that can't be read, as loading will say."""
        try:
            return found.parameters * precision(self.device, found.card.family).unet.itemsize
        except (NotACheckpoint, BadHeader):
            return 0

    def _make_room(self, found: Found, beside: Collection[str]) -> None:
        """Lets go of what the new one replaces, then of the least recently used models until it fits the budget."""
        if found.card.name in self._models:
            self._let_go([found.card.name])
        need = self._need(found)
        if self.bytes + need > self._budget:
            self._forget()
        for name in [name for name in self._models if name not in beside]:
            if self.bytes + need > self._budget:
                log.info("%s makes room for %s.", name, found.card.name)
                self._let_go([name])

    def _clear_up(self) -> None:
        """Lets go of models that nobody draws with, the least recently used first, until all fit the budget."""
        for name in list(self._models):
            if self.bytes <= self._budget:
                return
            if self._drop(name):
                log.info("%s makes room for LoRAs, ControlNets, upscalers or networks that see.", name)
                self._let_go([name])

    def _forget(self) -> None:
        """Lets go of what works beside the models; what somebody works with goes when that is done."""
        self._upscalers.forget()
        self._sees.forget()

    def _drop(self, name: str) -> bool:
        """Forgets the model if nobody but this library holds it, and says whether it did."""
        with self._changing:
            if name not in self._models:
                return False
            found, model = self._models.pop(name)
            held = ref(model)
            del model
            if in_use := held():
                self._models[name] = (found, in_use)
                self._models.move_to_end(name, last=False)
            return in_use is None

    def _let_go(self, names: Collection[str]) -> None:
        """Of these models, and gives back what they took."""
        with self._changing:
            for name in names:
                self._models.pop(name, None)
        gc.collect()
        give_back(self.device)

    def _read(self, found: Found) -> Model:
        """Loads it. What can't be, by a fault of its own, is off the list until it changes on the disk."""
        load = load_of(found)
        try:
            with LOADS.at(load):
                if found.card.one_call:
                    return load_pipeline(found, self._shop)
                return assemble(found, self._shop)
        except BaseException as error:
            if is_out_of_memory(error):
                raise OutOfMemory from error
            if is_the_machines(error):
                raise
            raise self._strike(found, load, error) from error

    def _strike(self, found: Found, load: Load, error: BaseException) -> BadModel:
        """Takes a model off the list, says in the log who draws in its place, and returns what people hear."""
        log.warning("%s could not be loaded.", found.path.name, exc_info=error)
        problem = problem_of(error)
        self._catalogue.strike(found, load, str(problem), problem.fault)
        default = self._catalogue.meant(self._default)
        if default and found.path == default.path:
            first = next((card.name for card in self.cards()), "nobody")
            log.warning("%s was the default model: %s draws now.", self._default, first)
        return self._bad(found, str(problem), problem.fault)

    def _bad(self, found: Found, problem: str, fault: Fault | None) -> BadModel:
        return PassedOver(found.card.name, found.card.file, problem, fault).error(self.cards())
