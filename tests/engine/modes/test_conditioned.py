"""What conditions a picture besides its words: each row's own, whoever else is in the lane."""

from __future__ import annotations

import torch

from engine.api.infotext import infotext
from tests.engine.bench import job, tiny
from tests.engine.modes.test_hooks import LEVELS, draw


@torch.inference_mode()
def test_clip_skip_changes_its_own_picture_and_no_other() -> None:
    model = tiny()
    plain, skipped = job("plain"), job("skipped", clip_skip=2)
    together = draw(model, plain, skipped, job("other", prompt="a cat " * 90, seed=3))
    for crowd, asked in zip(together, (plain, skipped), strict=False):
        (alone,) = draw(model, asked)
        assert (model.decode(crowd.latents) - model.decode(alone.latents)).abs().max() <= LEVELS
    assert not torch.allclose(together[0].latents, together[1].latents, atol=1e-3)


def test_a_picture_tells_its_clip_skip_as_the_ecosystem_does() -> None:
    assert ", Clip skip: 2, Size: " in str(infotext(job(clip_skip=2), 7))
    assert "Clip skip" not in str(infotext(job(), 7))
