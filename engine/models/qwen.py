"""What Qwen-Image-Edit takes besides its pipeline: eyes for pictures alone, and a VAE of films of one frame."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from transformers import AutoTokenizer, Qwen2VLImageProcessorPil, Qwen2VLProcessor


class Eyes(Qwen2VLProcessor):  # type: ignore[misc]
    """Shows the text encoder words and pictures. For films, which nobody shows it, it would need torchvision."""

    def check_argument_for_proper_class(self, argument_name: str, argument: Any) -> Any:
        """As it is everywhere, where there is something to check."""
        if argument is not None:
            return super().check_argument_for_proper_class(argument_name, argument)
        return None


def eyes(folder: Path) -> Eyes:
    """Reads what lies in a model's folder. Whatever transformers raises comes as it is."""
    pictures = Qwen2VLImageProcessorPil.from_pretrained(folder / "processor", local_files_only=True)
    return Eyes(
        pictures,
        AutoTokenizer.from_pretrained(folder / "tokenizer", local_files_only=True, trust_remote_code=False),
    )


class Frames:
    """A VAE of films as one of pictures."""

    def __init__(self, vae: Any) -> None:
        """Latents are denoised by the mean and deviation of each channel that its config tells."""
        self._vae = vae
        self._mean, self._deviation = (
            torch.tensor(told, device=vae.device).view(1, -1, 1, 1)
            for told in (vae.config.latents_mean, vae.config.latents_std)
        )

    @torch.no_grad()
    def encode(self, pixels: Tensor) -> Tensor:
        """Pixels `[n, 3, H, W]` in -1..1 to latents as they are denoised, the mean of those possible."""
        film = pixels[:, :, None].to(self._vae.device, self._vae.dtype)
        latents: Tensor = self._vae.encode(film).latent_dist.mode()[:, :, 0].float()
        return (latents - self._mean) / self._deviation

    @torch.no_grad()
    def decode(self, latents: Tensor) -> Tensor:
        """Such latents to pixels `[n, 3, H, W]` in 0..1, on the CPU."""
        raw = latents.float().to(self._vae.device) * self._deviation + self._mean
        pixels: Tensor = self._vae.decode(raw[:, :, None].to(self._vae.dtype)).sample[:, :, 0]
        return (pixels.float().cpu() / 2 + 0.5).clamp(0, 1)
