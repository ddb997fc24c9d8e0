"""What a ControlNet for the starter learns from: things anywhere, their edges, and captions for some."""

from __future__ import annotations

import random

import numpy as np
import torch

from tools.starter.control import LEAST, Traced, broadened, hints, plain, scattered, traced, whole
from tools.starter.edges import f1, held
from tools.starter.judge import Judge
from tools.starter.scenes import ONE, Item, Scene, sample_scene


def test_things_stand_anywhere_and_their_edges_go_with_them() -> None:
    judge, rng = Judge(), random.Random(3)
    for scene in (sample_scene(rng) for _ in range(40)):
        aside = scattered(scene, rng)
        assert aside.background == scene.background and len(aside.items) == len(scene.items)
        for item in aside.items:
            assert LEAST <= item.size < ONE and 0 < item.x < 128 and 0 < item.y < 128
    left, right = (Scene("white", (Item("heart", "red", x, 64, 56),)) for x in (40, 90))
    edges = [traced(whole(judge.draw(scene))) for scene in (left, right)]
    assert f1(edges[0], edges[0]) == 1 and f1(*edges) < 0.3
    assert np.argwhere(edges[0])[:, 1].mean() < 25 < 40 < np.argwhere(edges[1])[:, 1].mean()
    night = Scene("night", left.items)
    assert f1(traced(whole(judge.draw(plain(night, rng)))), edges[0]) > 0.9  # the stars are gone


def test_a_flat_thing_has_one_colour() -> None:
    rainbow = Scene("white", (Item("rainbow", "blue", 64, 64, 92),))
    shares = []
    for flat in (False, True):
        _, counts = np.unique(
            whole(Judge().draw(rainbow, flat=flat)).reshape(-1, 3), axis=0, return_counts=True
        )
        shares.append(np.sort(counts)[-2:].sum() / counts.sum())
    assert shares[0] + 0.05 < shares[1], shares


def test_edges_alone_come_with_captions_only() -> None:
    edges, bare = (np.full((4, 64, 64), value, np.uint8) for value in (1, 0))
    data = Traced(torch.zeros(4, 48, 8, 8), edges, bare[:2], torch.ones(2, 77, 192), torch.zeros(77, 192))
    _, lines, states = data.batch(np.random.default_rng(1), 400)
    told, seen = states.mean((1, 2)) == 1, lines.amax((1, 2, 3)) > 0
    assert 0.4 < told.float().mean() < 0.6 and seen[~told].all()
    assert 0.4 < seen[told].float().mean() < 0.6


def test_broad_edges_cover_the_fine_ones() -> None:
    fine = hints(held(1, aside=False)[0].edges[None])
    broad = broadened(fine)
    assert (broad[fine > 0] > 0.9).all() and broad.mean() > 2 * fine.mean()
