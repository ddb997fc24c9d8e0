"""Precision by device, and what stays on it when memory is short."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from engine.models.library import ModelLibrary
from engine.models.placement import GIB, precision, where

CPU, CUDA, MPS = torch.device("cpu"), torch.device("cuda"), torch.device("mps")
FULL, HALF, BRAIN = torch.float32, torch.float16, torch.bfloat16


@pytest.mark.parametrize(
    ("device", "family", "capability", "unet", "vae"),
    [
        (CPU, "sd1", None, FULL, FULL),
        (CPU, "sdxl", None, FULL, FULL),
        (CUDA, "sd1", (9, 0), BRAIN, HALF),
        (CUDA, "sdxl", (9, 0), BRAIN, BRAIN),
        (CUDA, "sdxl", (7, 5), HALF, FULL),
        (CUDA, "sd1", (7, 5), HALF, HALF),
        (CUDA, "flux", (8, 6), BRAIN, BRAIN),
        (MPS, "sdxl", None, HALF, FULL),
    ],
)
def test_precision(
    device: torch.device,
    family: str,
    capability: tuple[int, int] | None,
    unet: torch.dtype,
    vae: torch.dtype,
) -> None:
    found = precision(device, family, capability)
    assert (found.unet, found.vae) == (unet, vae)


SD1, XL = (860 * 2, 207 * 2), (2567 * 2, 902 * 2)
"""Megabytes in half precision: the UNet, and what else there is."""


@pytest.mark.parametrize(
    ("model", "card", "life"),
    [
        (SD1, 6, "resident"),
        (SD1, 4, "resident"),
        (XL, 24, "resident"),
        (XL, 8, "visiting"),
        (XL, 6, "streamed"),
    ],
)
def test_what_fits_a_card(model: tuple[int, int], card: int, life: str) -> None:
    """With two gigabytes and a twentieth left for the work, as `weight_budget` does."""
    budget = max(card * GIB - 2 * GIB - card * GIB // 20, card * GIB // 2)
    assert where(model[0] * 10**6, model[1] * 10**6, budget) == life


def test_an_accelerator_attends_by_kernels_that_need_no_plan_for_each_shape(
    tmp_path: Path,
) -> None:
    torch.backends.cuda.enable_cudnn_sdp(True)
    ModelLibrary(tmp_path, budget=GIB)
    assert torch.backends.cuda.cudnn_sdp_enabled()  # type: ignore[no-untyped-call]
    ModelLibrary(tmp_path, device="cuda", budget=GIB)
    assert not torch.backends.cuda.cudnn_sdp_enabled()  # type: ignore[no-untyped-call]
