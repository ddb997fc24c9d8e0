"""The soak of `benchmarks.soak`, in short."""

from __future__ import annotations

import asyncio

from benchmarks.soak import FATES, SabotagedLibrary, soak
from tests.engine.bench import Shelf, Touchy, tiny
from tests.patience import PATIENCE


def test_a_hundred_mixed_requests_all_end_as_they_should() -> None:
    library = SabotagedLibrary(Shelf({"tiny": Touchy(tiny())}))
    marks = asyncio.run(asyncio.wait_for(soak(library, 100, most_steps=6), PATIENCE))
    ended, ends, _ = marks[-1]
    assert ended == ends.total() == 100
    assert {outcome.split(":")[0] for outcome in ends} == set(FATES)
