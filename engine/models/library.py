"""All models of one device: what there is, and a cache of those in memory."""

from __future__ import annotations

import difflib
import logging
import threading
from collections import OrderedDict
from contextlib import nullcontext
from pathlib import Path

import torch

from engine.api.cards import ModelCard
from engine.api.errors import BadModel, UnknownChoice
from engine.api.parameters import PARAMETERS
from engine.denoise.conditioning import Conditioner
from engine.models.base import PipelineModel, UNetModel
from engine.models.catalogue import Catalogue, Found
from engine.models.families import NotACheckpoint
from engine.models.header import BadHeader
from engine.models.loading import load_folder
from engine.models.unet import Parts, UNetFamily

log = logging.getLogger(__name__)

STARTER = Path(__file__).parents[1] / "starter"

Model = UNetModel | PipelineModel


class ModelLibrary:
    """The models of a folder, for one device.

    `cards` and `loaded` are cheap and may be asked from anywhere. `load` blocks: call it off the event loop,
    in any thread but the denoise thread; a second call for the same model waits for the first.

    Attributes:
        moving: held while weights are built or moved. `load` takes it, and so do models that move parts of
            themselves between CPU and device inside `condition`, `predict`, `encode` or `decode`. Nobody else
            needs it, except code that moves or rebuilds modules itself: building a module patches
            `torch.nn.Module` for the whole process, which strands tensors of any module moved meanwhile.
    """

    def __init__(
        self,
        models_dir: Path,
        default: str = "",
        device: str | torch.device = "cpu",
        embedded: Path = STARTER,
    ) -> None:
        """Looks at nothing yet.

        Args:
            models_dir: where people put models; it need not exist.
            default: short name of the model that draws where none is asked for; the embedded one if empty.
            device: where models are loaded to.
            embedded: folder of the model that is always there.
        """
        self.device = torch.device(device)
        self.moving = threading.RLock()
        self._catalogue = Catalogue(models_dir, embedded)
        self._default = default
        self._models: OrderedDict[str, Model] = OrderedDict()

    def cards(self) -> tuple[ModelCard, ...]:
        """The models that can be loaded, the default one first."""
        cards = [found.card for found in self._catalogue.scan().values() if not found.problem]
        return tuple(sorted(cards, key=lambda card: card.name != self._default))

    def loaded(self, name: str) -> bool:
        """Whether `load` would return at once."""
        return name in self._models

    def load(self, name: str) -> Model:
        """The model, read from disk if it is not in memory.

        Raises:
            UnknownChoice: there is no such model.
            BadModel: it can't be loaded, and why.
        """
        found = self._find(name)
        with self.moving:
            if name not in self._models:
                self._models[name] = self._read(found)
            self._models.move_to_end(name)
            return self._models[name]

    def _find(self, name: str) -> Found:
        entries = self._catalogue.scan()
        if name not in entries:
            names = [card.name for card in self.cards()]
            nearest = difflib.get_close_matches(name.lower(), names, 1, 0.0)
            raise UnknownChoice(
                flag=PARAMETERS["model"].flag,
                value=name,
                nearest=nearest[0] if nearest else "",
                choices=", ".join(names),
            )
        if entries[name].problem:
            raise BadModel(model=name, reason=entries[name].problem)
        return entries[name]

    def _read(self, found: Found) -> Model:
        try:
            checkpoint = load_folder(found, torch.float32)
        except (NotACheckpoint, BadHeader) as problem:
            raise BadModel(model=found.card.name, reason=str(problem)) from problem
        for part in (checkpoint.unet, checkpoint.vae, *(e.module for e in checkpoint.encoders)):
            part.to(self.device)
        parts = Parts(
            checkpoint.unet,
            checkpoint.vae,
            Conditioner(checkpoint.encoders),
            checkpoint.scheduler_config,
            lambda rows: nullcontext(),
        )
        return UNetFamily(found.card, parts)
