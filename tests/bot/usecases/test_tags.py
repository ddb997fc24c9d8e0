"""What names add-ons in a prompt is looked at before anything is queued."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.chat import stage


@pytest.mark.parametrize(
    "words", ["a cat <lora:x:abc>", "a cat --no fog <lora:x:1:lbw=MIDD>", "a cat <loar:x:1>"]
)
async def test_a_tag_that_can_not_be_read_is_one_sentence_and_nothing_is_queued(
    tmp_path: Path, words: str
) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send(f"/imagine {words}")
        await alice.told("<lora:name:0.8>")
        assert not on.engine.jobs
        assert await on.lukis.store.jobs.unfinished(["fake"]) == []


async def test_a_comma_in_a_tag_reaches_the_engine_as_typed(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        await on.someone().send("/imagine a cat <lora:ink:0,8>")
        await on.someone().pictures()
    assert on.engine.jobs[0].prompt == "a cat <lora:ink:0,8>"
