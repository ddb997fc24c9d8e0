"""What lies in the models folder beside the models: what prompts may name, and the networks that lead or look. Needs no
torch."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from engine.api.names import Addon, Addons
from engine.models.files.adapters import AdapterFolder
from engine.models.files.controls import ControlFolder
from engine.models.files.hypernets import HypernetFolder
from engine.models.files.shelf import AddonFolder
from engine.models.files.vaes import VaeFolder


@dataclass(frozen=True)
class Beside:
    """Its folders; any thread may ask them."""

    loras: AddonFolder
    embeddings: AddonFolder
    controls: ControlFolder
    hypernets: HypernetFolder
    adapters: AdapterFolder
    vaes: VaeFolder

    @classmethod
    def of(cls, models_dir: Path, starter: Path) -> Self:
        """Those of a models folder, and what the starter brings; none need exist."""
        return cls(
            loras=AddonFolder(models_dir / "loras"),
            embeddings=AddonFolder(models_dir / "embeddings"),
            controls=ControlFolder(models_dir / "controlnets", starter / "controlnets"),
            hypernets=HypernetFolder(models_dir / "hypernetworks"),
            adapters=AdapterFolder(models_dir / "ipadapters"),
            vaes=VaeFolder(models_dir / "vae"),
        )

    def addons(self, upscalers: tuple[Addon, ...]) -> Addons:
        """All of it that there is now, with what makes pictures larger."""
        return Addons(
            self.loras.addons(),
            self.embeddings.addons(),
            self.controls.nets(),
            upscalers,
            hypernets=self.hypernets.addons(),
            adapters=self.adapters.adapters(),
            vaes=self.vaes.addons(),
        )
