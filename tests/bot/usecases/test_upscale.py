"""Pictures made larger: by buttons, by the command and by its flag, each from the picture as it was delivered."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from bot.locales import Locales
from bot.messages import Address
from bot.store.rows import JobRow
from bot.usecases.cards import status_card
from engine.api.cards import Defaults, ModelCard, Range
from engine.api.events import Progress, Queued, Started
from engine.api.infotext import infotext, read
from engine.api.modes import MODES, REPLIED
from engine.api.names import Addon, Addons
from engine.api.parameters import Parameters, Size
from engine.api.recipe import resolve
from engine.api.sizes import Source
from tests.chat import FakeTranslator, stage
from tests.fakes import FAKE_CARD, FakeEngine
from tests.wire.telegram import TelegramServer
from tests.wire.telegram_people import painting
from tests.wire.telegram_stage import lukis_on


@pytest.mark.parametrize("times", [2, 4])
async def test_a_button_makes_a_picture_larger_with_its_own_words_and_seed(
    tmp_path: Path, times: int
) -> None:
    async with stage(tmp_path, translator=FakeTranslator(여우="a fox")) as on:
        alice = on.someone()
        await alice.send("/imagine 여우 --seed 7 --steps 30 --n 2 --no dogs")
        await alice.press(await alice.pictures(2), "🖼 2")
        second = await alice.pictures()
        await alice.press(second, f"Upscale ×{times}")
        large = await alice.pictures()
    first, job = on.engine.jobs
    was = second.card.pictures[0]
    assert (job.mode, job.prompt, job.recipe.negative) == ("upscale", "a fox", "dogs")
    assert (job.recipe.seed, job.recipe.steps, job.recipe.count) == (8, 30, 1)
    assert job.recipe.delivered == (was.width * times, was.height * times)
    assert job.recipe.upscale == times
    with Image.open(io.BytesIO(job.inputs[REPLIED])) as given:
        assert given.size == (was.width, was.height)
    assert f"upscale {times}" in "".join(large.card.notes)
    assert first.recipe.upscale == 1


@pytest.mark.parametrize(
    ("words", "times"),
    [
        ("/upscale", 2),
        ("/upscale 4", 4),
        ("/upscale x3", 3),
        ("/upscale ×2 --steps 40", 2),
        ("--upscale 3", 3),
    ],
)
async def test_the_command_in_reply_to_a_picture(tmp_path: Path, words: str, times: int) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --seed 7")
        fox = await alice.pictures()
        await alice.send(words, reply_to=fox)
        large = await alice.pictures()
        await alice.press(large, "Reroll")
        await alice.pictures()
    _, job, again = on.engine.jobs
    assert (job.mode, job.prompt, job.recipe.upscale, job.recipe.seed) == ("upscale", "a fox", times, 7)
    assert (again.prompt, again.recipe.delivered) == ("a fox", job.recipe.delivered)
    assert again.recipe.seed != 7
    assert again.inputs == job.inputs
    if "steps" in words:
        assert job.recipe.steps == 40


async def test_flags_alone_in_reply_to_a_large_picture_draw_it_as_large_again(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox")
        await alice.send("/upscale", reply_to=await alice.pictures())
        await alice.send("--strength 0.5", reply_to=await alice.pictures())
        await alice.pictures()
    _, job, again = on.engine.jobs
    assert (again.mode, again.recipe.strength, again.inputs) == ("upscale", 0.5, job.inputs)
    assert again.recipe.delivered == job.recipe.delivered


async def test_a_picture_that_would_be_too_large_is_one_sentence_and_has_no_such_button(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --size 2048x1024")
        fox = await alice.pictures()
        labels = [button.label for row in fox.card.buttons for button in row]
        assert "🔍 Upscale ×2" in labels
        assert "🔍 Upscale ×4" not in labels
        await alice.send("/upscale 4", reply_to=fox)
        await alice.told("8192×4096 pixels. I can go up to 16 megapixels")
    assert len(on.engine.jobs) == 1


@pytest.mark.parametrize("words", ["/upscale 9", "/upscale 1", "/upscale --upscale lots"])
async def test_another_factor_is_one_sentence(tmp_path: Path, words: str) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox")
        await alice.send(words, reply_to=await alice.pictures())
        await alice.told("2")
    assert len(on.engine.jobs) == 1


def test_size_and_time_are_said_before_it_begins() -> None:
    source = Source(Size(1024, 512), size=Size(1024, 512))
    recipe = resolve(Parameters(upscale=2), ModelCard(name="m"), MODES["upscale"], source=source)
    say, job = (
        Locales.load().say("en"),
        JobRow("j", "p", Address(platform="test", chat="c"), "upscale", "a fox", recipe),
    )
    said = [status_card(say, job, each).text for each in (Queued(2, 60, 90.0), Started(90.0), Progress(1, 4))]
    assert said[0] == "🔍 Enlarging to 2048×1024: about 2 minutes\n⏳ Number 2 in line: about 60 seconds."
    assert said[1].startswith("🔍 Enlarging to 2048×1024: about 2 minutes\n")
    assert said[2].startswith("🔍 Enlarging to 2048×1024\n")


async def test_how_a_large_picture_was_made_can_be_changed(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox")
        fox = await alice.pictures()
        await alice.send("/upscale --upscaler plain", reply_to=fox)
        plain = await alice.pictures()
        assert plain.card.notes[0] == "size 256×256 · upscale 2 · upscaler plain"
        await alice.send("--strength 0.4", reply_to=plain)
        await alice.pictures()
        await alice.send("/upscale --upscaler nope", reply_to=fox)
        await alice.told("There are: model, plain")
    _, first, second = on.engine.jobs
    assert (first.recipe.upscaler, first.recipe.upscale) == ("plain", 2)
    assert (second.mode, second.recipe.upscaler, second.recipe.strength) == ("upscale", "", 0.4)


async def test_the_first_upscaler_of_the_folder_is_what_buttons_mean(tmp_path: Path) -> None:
    there = Addon("broken", "Broken.safetensors", reason="it is a poem"), Addon("crisp"), Addon("soft")
    async with stage(tmp_path, engine=FakeEngine(addons=Addons(upscalers=there))) as on:
        alice = on.someone()
        await alice.send("/models")
        await alice.told("Upscalers, --upscaler crisp: crisp, soft")
        await alice.send("/imagine a fox")
        fox = await alice.pictures()
        await alice.press(fox, "Upscale ×4")
        large = await alice.pictures()
        assert "upscaler crisp" in large.card.notes[0]
        for words in ("/upscale --upscaler Soft", "/upscale --strength 0.3", "/upscale --upscaler model"):
            await alice.send(words, reply_to=fox)
            await alice.pictures()
        await alice.send("/upscale --upscaler broken", reply_to=fox)
        await alice.told("broken")
        await alice.send("/upscale --upscaler nope", reply_to=fox)
        await alice.told("There are: crisp, soft, model, plain")
    assert [job.recipe.upscaler for job in on.engine.jobs] == ["", "crisp", "soft", "", ""]


async def test_an_upscaler_that_draws_has_steps_of_its_own_and_the_pictures_words(tmp_path: Path) -> None:
    there = (
        Addon("broken", reason="it is cut", fault="damaged"),
        Addon("sd", kind="x4"),
        Addon("two", kind="latent"),
    )
    few = FAKE_CARD.model_copy(
        update={
            "limits": {"steps": Range(least=1, most=4)},
            "defaults": Defaults(steps=2),
            "draws": ("apple",),
            "examples": ("an apple",),
        }
    )
    async with stage(tmp_path, engine=FakeEngine((few,), addons=Addons(upscalers=there))) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --seed 7 --no dogs")
        fox = await alice.pictures()
        assert "an apple" in fox.card.notes[-1] and few.name in fox.card.notes[-2]
        await alice.press(fox, "Upscale ×2")
        large = await alice.pictures()
        told = (
            "/upscale 4 --upscaler two --noise-level 0 --cfg 3",
            "/upscale --upscaler sd --noise-level 5 --steps 9",
        )
        drawn = []
        for words in told:
            await alice.send(words, reply_to=fox)
            drawn.append(await alice.pictures())
        two, last = drawn
        for words in ("--steps 12", "--upscaler plain", "--upscaler two"):
            await alice.send(words, reply_to=last)
            await alice.pictures()
        await alice.send("/upscale --upscaler broken", reply_to=fox)
        await alice.told("The model broken can't be used: its file is damaged")
        await alice.send("/upscale --noise-level 351 --upscaler sd", reply_to=fox)
        await alice.told("350")
        noise, none = " --noise-level 99", "puts no noise on a picture: leave out --noise-level"
        for what in ("two", "plain", "model"):
            await alice.send(f"/upscale --upscaler {what}{noise}", reply_to=fox)
            await alice.told(f"{what} {none}")
        before = {*on.platform.messages}
        await alice.send(noise, reply_to=two)
        await alice.platform.until(lambda m: m.id not in before and f"two {none}" in m.card.text)
    _, *jobs = on.engine.jobs
    assert {(job.mode, job.prompt, job.recipe.negative, job.recipe.seed) for job in jobs} == {
        ("upscale", "a fox", "dogs", 7)
    }
    assert [(j.recipe.upscaler, j.recipe.noise_level, j.recipe.steps, j.recipe.cfg) for j in jobs] == [
        ("sd", 20, 30, 9),
        ("two", 0, 20, 3),
        ("sd", 5, 9, 9),
        ("sd", 5, 12, 9),
        ("plain", None, 2, few.defaults.cfg),
        ("two", 0, 20, 1),
    ]
    assert large.card.notes == (
        "seed 7 · 256×256 · 30 steps · cfg 9 · upscale 2 · upscaler sd · noise level 20",
    ), "nothing of the model, which did not draw it"
    said = read(str(infotext(jobs[0], 7)))
    assert said and said.prompt == "a fox" and said.size == jobs[0].recipe.delivered
    wanted = {"Steps": "30", "CFG scale": "9", "Upscaler": "sd", "Noise level": "20"}
    assert wanted.items() <= said.pairs.items()
    assert not {"Enlarged", "Sampler", "Schedule type", "Model"} & said.pairs.keys()


async def test_without_a_picture_it_says_how(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/upscale")
        await alice.told("Reply to a picture with /upscale")
        await alice.send("/imagine a fox --upscale 2")
        await alice.told("needs a picture")
    assert on.engine.jobs == []


async def test_a_file_of_ours_keeps_its_words_and_its_noise(tmp_path: Path) -> None:
    made = PngInfo()
    made.add_text(
        "parameters",
        "a fox <lora:gone:1>\nNegative prompt: dogs\nSteps: 33, Sampler: Euler, CFG scale: 3, Seed: 7, Size: 128x128, "
        "Model: starter, Denoising strength: 0.1, Upscale: 2, Upscaler: plain, Version: Lukis",
    )
    file = io.BytesIO()
    Image.new("RGB", (64, 64), "red").save(file, "PNG", pnginfo=made)
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/upscale 3 --steps 9", image=file.getvalue())
        await alice.pictures()
        await alice.send("/info", image=file.getvalue())
        told = await alice.told("a fox")
    (job,) = on.engine.jobs
    recipe = job.recipe
    assert (job.mode, job.prompt, recipe.negative, recipe.seed) == ("upscale", "a fox", "dogs", 7)
    assert (recipe.sampler, recipe.cfg, recipe.upscale) == ("euler", 3, 3)
    assert (recipe.steps, recipe.strength) != (33, 0.1)
    assert "--upscale 2 --upscaler plain" in told.card.text and "--size" not in told.card.text
    assert any("in reply to that one" in note for note in told.card.notes)


async def test_on_telegram_anybodys_photo_by_the_command(tmp_path: Path) -> None:
    async with TelegramServer() as telegram, lukis_on(telegram, tmp_path) as on:
        alice = telegram.person("Alice")
        await alice.send("/upscale 2", photo=painting("red"))
        large = await alice.expect_photo()
        assert "upscale 2" in large.text
        await alice.press(large, "Upscale ×2")
        await alice.expect_photo()
    first, second = on.engine.jobs
    assert (first.mode, first.prompt, second.mode) == ("upscale", "", "upscale")
    assert first.recipe.delivered
    assert second.recipe.delivered == tuple(side * 2 for side in first.recipe.delivered)
