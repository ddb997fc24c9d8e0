"""Classifiers of pictures as small as can be, that call what is red unfit for everybody: as folders on the disk."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import torch
from diffusers.pipelines.stable_diffusion.safety_checker import StableDiffusionSafetyChecker
from transformers import CLIPConfig, CLIPVisionConfig, ViTConfig, ViTForImageClassification

SIDE = 16
LOOKS = {
    "do_resize": True,
    "do_rescale": True,
    "do_normalize": True,
    "rescale_factor": 1 / 255,
    "image_mean": [0.5, 0.5, 0.5],
    "image_std": [0.5, 0.5, 0.5],
}
SMALL = {
    "hidden_size": 16,
    "num_hidden_layers": 1,
    "num_attention_heads": 1,
    "intermediate_size": 16,
    "image_size": SIDE,
    "patch_size": SIDE,
}


def red_is(folder: Path, unfit: str = "nsfw", fit: str = "normal") -> Path:
    """A classifier that has learned which pictures are red, under such names."""
    model, names = _learned(), {0: fit, 1: unfit}
    model.config.id2label, model.config.label2id = names, {name: number for number, name in names.items()}
    model.save_pretrained(folder)
    looks = {"image_processor_type": "ViTImageProcessor", "size": {"height": SIDE, "width": SIDE}, **LOOKS}
    (folder / "preprocessor_config.json").write_text(json.dumps(looks))
    return folder


@cache
def _learned() -> ViTForImageClassification:
    torch.manual_seed(0)
    model = ViTForImageClassification(ViTConfig(**SMALL, num_labels=2))
    colours = torch.rand(256, 3)
    red = ((colours[:, 0] > 0.6) & (colours[:, 1:].max(1).values < 0.4)).long()
    seen = (colours[:, :, None, None].expand(-1, -1, SIDE, SIDE) - 0.5) / 0.5
    learning = torch.optim.Adam(model.parameters(), 0.02)
    for _ in range(60):
        learning.zero_grad()
        loss = torch.nn.functional.cross_entropy(model(seen).logits, red, torch.tensor([1.0, 6.0]))
        loss.backward()  # type: ignore[no-untyped-call]
        learning.step()
    return model


def with_a_check(folder: Path) -> Path:
    """A model's folder with a check of its own, as Stable Diffusion's have: unfit is what looks as red does."""
    torch.manual_seed(0)
    vision = CLIPVisionConfig(**SMALL, projection_dim=8)
    checker = StableDiffusionSafetyChecker(
        CLIPConfig(vision_config=vision.to_dict(), projection_dim=8)
    ).eval()
    red = torch.tensor([1.0, -1.0, -1.0])[None, :, None, None].expand(1, 3, SIDE, SIDE)
    with torch.no_grad():
        checker.concept_embeds.copy_(checker.visual_projection(checker.vision_model(red)[1]).expand(17, -1))
        checker.concept_embeds_weights.fill_(0.999)
    checker.save_pretrained(folder / "safety_checker")
    (folder / "feature_extractor").mkdir()
    looks = {
        "size": {"shortest_edge": SIDE},
        "crop_size": {"height": SIDE, "width": SIDE},
        "do_center_crop": True,
    }
    kind = {"image_processor_type": "CLIPImageProcessor", "do_convert_rgb": True}
    (folder / "feature_extractor/preprocessor_config.json").write_text(json.dumps({**kind, **looks, **LOOKS}))
    return folder
