"""Pairs that teach editing differ in what their words say, and a widened UNet begins as the one it was."""

from __future__ import annotations

import random
from collections import Counter

import torch
from diffusers import UNet2DConditionModel

from tools.starter.edit import widened
from tools.starter.edit_figures import colours, nights
from tools.starter.edits import KINDS, sample_edit
from tools.starter.save import HOME


def test_pairs_differ_in_one_thing_and_are_not_held_back() -> None:
    rng = random.Random(1)
    edits = [sample_edit(rng, kind=kind) for kind in KINDS for _ in range(60)]
    for edit in edits:
        assert not edit.held_out and edit.words and "{" not in edit.words
        before, after = edit.before, edit.after
        assert (before.background != after.background) == (edit.kind == "ground")
        more = Counter(after.items) - Counter(before.items)
        assert bool(more) == (edit.kind not in ("ground", "remove")), edit
        assert len(after.items) - len(before.items) == {"add": 1, "remove": -1}.get(edit.kind, 0)


def test_what_is_measured_is_held_back() -> None:
    for each in [*colours(20), *nights(20)]:
        assert each.with_choice(each.wanted).held_out
        assert each.wanted in each.choices


def test_a_widened_unet_heeds_no_picture_yet() -> None:
    unet = UNet2DConditionModel.from_pretrained(HOME / "unet", torch_dtype=torch.float32)
    x, seen, words = torch.randn(1, 48, 8, 8), torch.randn(1, 48, 8, 8), torch.randn(1, 77, 192)
    with torch.no_grad():
        plain = unet(x, 500, words).sample
        wide = widened(unet)(torch.cat([x, seen], 1), 500, words).sample
    assert torch.allclose(plain, wide, atol=1e-5)
