"""/describe and /expand with real, tiny models in processes of their own; and what becomes of bad ones."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

import pytest

from bot.errors import NoWords
from bot.telling import Teller
from tests.chat import FakeTranslator, stage
from tests.tellers import WORDS, captioner, language_model
from tests.wire.hostile import png


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("models")
    return captioner(folder / "captioner"), language_model(folder / "language")


async def test_a_picture_is_described_and_a_description_drawn(
    tmp_path: Path, models: tuple[Path, Path]
) -> None:
    async with stage(tmp_path, describe_model=str(models[0]), words_seconds=600) as on:
        alice = on.someone()
        await alice.send("/describe")
        assert (await alice.told("Reply to a picture")).card.refused
        await alice.send("/describe", image=png())
        told = await alice.told("As I see it")
        lines = told.card.text.splitlines()[1:]
        assert 1 <= len(lines) <= 4 and set(lines[0].split()[1:]) <= {*WORDS, "[UNK]"}
        await alice.press(told, "1")
        drawn = await alice.pictures()
        assert drawn.card.prompt == lines[0].partition(" ")[2]
        await alice.send("/describe", reply_to=drawn)
        await on.platform.until(lambda m: m.card.kind == "offer" and m.id != told.id)
        assert len(on.engine.jobs) == 1


async def test_a_prompt_is_made_rich_and_shown_before_it_is_used(
    tmp_path: Path, models: tuple[Path, Path]
) -> None:
    translator = FakeTranslator(여우="red fox")
    async with stage(tmp_path, translator=translator, expand_model=str(models[1]), words_seconds=600) as on:
        alice = on.someone()
        await alice.send("/expand 여우 --steps 3")
        told = await alice.told("Richer:")
        rich = told.card.text.splitlines()[1]
        assert rich.startswith("red fox ") and set(rich.split()) <= {*WORDS, "[UNK]"}
        assert not on.engine.jobs
        await alice.press(told, "Use it")
        assert (await alice.pictures()).card.prompt == rich
        await alice.press(told, "My own words")
        assert (await alice.pictures()).card.prompt == "여우"
    assert [job.recipe.steps for job in on.engine.jobs] == [3, 3]


async def test_without_a_model_that_is_said_and_a_file_tells_what_it_can(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/expand a fox")
        assert "EXPAND_MODEL" in (await alice.told("Nobody has set up")).card.text
        await alice.send("/imagine a fox")
        fox = await alice.pictures()
        await alice.send("/describe", reply_to=fox)
        await alice.told("/imagine a fox")


async def test_what_can_not_be_loaded_has_no_words_and_the_next_wish_starts_anew(tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    teller = Teller("expand", str(tmp_path / "nothing"), 600)
    for _ in range(2):
        with pytest.raises(NoWords):
            await teller.told(text="a fox")
    await teller.close()


async def test_one_that_is_killed_or_takes_too_long_ends(models: tuple[Path, Path]) -> None:
    slow = Teller("expand", str(models[1]), 0.01)
    with pytest.raises(NoWords):
        await slow.told(text="a fox")
    assert slow._process is None
    teller = Teller("expand", str(models[1]), 600)
    process = await teller._started()
    process.send_signal(signal.SIGSTOP)  # so that it has not answered when it is killed
    asked = asyncio.create_task(teller.told(text="red fox"))
    await asyncio.sleep(0.1)
    process.kill()
    with pytest.raises(NoWords):
        await asked
    assert (await teller.told(text="red fox"))[0].startswith("red fox ")
    await teller.close()
