"""A part of a picture named in words: it is shown before anything is painted, and painted when that is wanted."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from bot.pictures.veil import MARK, veiled
from bot.usecases.buttons import FOUND, SINGLE
from engine.api.errors import NotInPicture
from engine.api.infotext import infotext
from engine.api.jobs import Job
from tests.chat import FakeTranslator, stage
from tests.fakes import FakeEngine
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import town
from tests.wire.discord_stage import running
from tests.wire.telegram import TelegramServer
from tests.wire.telegram_people import painting
from tests.wire.telegram_stage import lukis_on
from tests.wire.web import browser, house


def mask_of(job: Job) -> NDArray[np.bool_]:
    assert (job.mode, {*job.inputs}) == ("inpaint", {"image", "mask"})
    with Image.open(io.BytesIO(job.inputs["mask"])) as mask:
        return np.asarray(mask.convert("L")) > 127


async def test_what_was_found_is_shown_turned_around_used_and_kept_by_what_comes_of_it(
    tmp_path: Path,
) -> None:
    async with (
        TelegramServer() as telegram,
        lukis_on(telegram, tmp_path, translator=FakeTranslator(topi="the hat")) as on,
    ):
        alice = telegram.person("Alice")
        await alice.send("/imagine a fox --seed 7")
        fox = await alice.expect_photo()
        await alice.reply(fox, 'a crown --only "topi" --steps 9 --n 2')
        found = await alice.expect_photo()
        assert "I think “topi” is here" in found.text
        assert "Looked for, in English: the hat" in found.text
        assert [*found.buttons] == ["✅ Use it", "🔁 Other part", "✋ Cancel"]
        assert [job.mode for job in on.engine.jobs] == ["text", "find"]
        await alice.press(found, "Other part")
        other = await alice.expect_photo()
        await alice.press(other, "Use it")
        _, buttons = await alice.expect_album(2)
        await alice.press(buttons, "Reroll")
        await alice.expect_album(2)
        await alice.reply(found, "a helmet")
        await alice.expect_album(2)
        await alice.press(other, "Cancel")
        await alice.expect_gone(other)
        await alice.reply(buttons, "/info")
        told = await alice.expect_text("/imagine")
    _, find, turned, used, rerolled, helmeted = on.engine.jobs
    assert (find.prompt, find.recipe.only, find.recipe.invert) == ("a fox", "the hat", False)
    assert (find.recipe.steps, find.recipe.images) == (5, 1)
    assert turned.recipe.invert and turned.inputs == find.inputs
    assert mask_of(used)[:, 64:].all() and not mask_of(used)[:, :64].any()
    assert used.recipe.only == "the hat" and used.recipe.steps == 9 and used.recipe.count == 2
    assert "crown" in used.prompt and "topi" not in used.prompt
    hashes = [hashlib.sha256(used.inputs[name]).hexdigest()[:10] for name in ("image", "mask")]
    pairs = infotext(used, 7).pairs
    assert [pairs["Reference hash"], pairs["Mask hash"], pairs["Only"]] == [*hashes, "the hat"]
    assert f"Picture {hashes[0]}, Mask {hashes[1]}" in told.text
    assert rerolled.inputs == used.inputs and rerolled.recipe.only == "the hat"
    assert (mask_of(helmeted) == ~mask_of(used)).all() and "helmet" in helmeted.prompt


async def test_what_is_looked_for_is_translated_unless_it_is_to_stay_as_typed(tmp_path: Path) -> None:
    translator = FakeTranslator(topi="the hat", rubah="a fox", syal="the scarf")
    async with stage(tmp_path, translator=translator) as on:
        alice = on.someone()
        await alice.send("/imagine rubah --raw")
        fox = await alice.pictures()
        file = fox.card.pictures[0].file.read_bytes()
        await alice.send("--only topi", reply_to=fox)
        assert "Looked for, in English: the hat" in (await alice.pictures()).card.notes
        await alice.send("--only topi --raw", reply_to=fox)
        found = await alice.pictures()
        assert found.card.notes == ()
        await alice.press(found, "Other part")
        await alice.press(await alice.pictures(), "Use it")
        await alice.pictures()
        await alice.send("/imagine --only topi", image=file)
        await alice.pictures()
        await alice.send("--only syal --raw", reply_to=found)
        await alice.pictures()
        await alice.send("--only syal", reply_to=found)
        await alice.pictures()
    _, *found_, used, of_file, typed, told = on.engine.jobs
    assert [job.recipe.only for job in found_] == ["the hat", "topi", "topi"]
    assert (used.prompt, used.recipe.only, used.recipe.invert) == ("rubah", "topi", True)
    assert [job.recipe.only for job in (of_file, typed, told)] == ["the hat", "syal", "the scarf"]


@pytest.mark.parametrize("words", ["", "a crown "])
async def test_what_is_not_there_is_one_sentence_and_so_is_a_part_said_twice(
    tmp_path: Path, words: str
) -> None:
    engine = FakeEngine(fault=lambda job: NotInPicture() if job.mode == "find" else None)
    async with stage(tmp_path, engine=engine) as on:
        alice = on.someone()
        await alice.send("/imagine a fox")
        fox = await alice.pictures()
        await alice.send(f"{words}--only the hat", reply_to=fox)
        await on.platform.until(lambda m: m.card.text == "I can't find “the hat” in this picture.")
        jobs = len(engine.jobs)
        await alice.send(f"{words}--mask left --only the hat", reply_to=fox)
        await on.platform.until(lambda m: "in one way only" in m.card.text)
    assert len(engine.jobs) == jobs == 2


async def test_words_in_reply_to_what_was_found_mean_all_that_they_say(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox")
        await alice.send("a crown --only the hat", reply_to=await alice.pictures())
        found = await alice.pictures()
        before = len(on.engine.jobs)
        for flags, said in (
            ("--upscale 2", "to a part of a picture"),
            ("--extend left=64", "to a part of a picture"),
            ("--mask left", "in one way only"),
            ("--only the hat --mask left", "in one way only"),
            ("--frames 3", "to a part of a picture"),
            ("a wolf --frames 3", "to a part of a picture"),
            ("--only the hat --upscale 2", "to a part of a picture"),
            ("--steps " + ",".join(map(str, range(1, 60))), "pictures"),
        ):
            count = len(on.platform.messages)
            await alice.send(flags, reply_to=found)
            (answer,) = [*on.platform.messages.values()][count:]
            assert said in answer.card.text
        shown = {action for row in SINGLE for action, _ in row} | {"show", "raw", "edit"}
        for action in shown - {action for action, _ in FOUND}:
            assert (
                await alice.press_payload(found, f"{action}:{found.card.job}") == "That is not here any more."
            )
        assert len(on.engine.jobs) == before
        for words in ("a {red,blue} hat --steps 5,6", "--invert", "a helmet"):
            await alice.send(words, reply_to=found)
            await alice.pictures()
    swept, inverted, helmet = on.engine.jobs[before:]
    assert (swept.recipe.images, len(swept.recipe.sweep), inverted.recipe.images) == (4, 4, 1)
    assert (mask_of(inverted) == ~mask_of(helmet)).all() and (mask_of(swept) == mask_of(helmet)).all()
    assert "helmet" in helmet.prompt


async def test_a_picture_of_ones_own_with_flags_alone(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        for flags in ("--only the hat", "--extend left=64", "--mask left", "--zoom 1.5"):
            await alice.send(f"/imagine {flags}", image=painting("red"))
            await alice.pictures()
    assert [job.mode for job in on.engine.jobs] == ["find", "outpaint", "inpaint", "outpaint"]
    assert on.engine.jobs[0].prompt == ""


async def test_tags_in_a_picture_s_words_are_nothing_to_look_for(tmp_path: Path) -> None:
    told, file = PngInfo(), io.BytesIO()
    told.add_text("parameters", "a fox <lora:gone:0.8> in snow <hypernet:too:1>\nSteps: 20, Seed: 3")
    Image.new("RGB", (64, 64), "orange").save(file, "PNG", pnginfo=told)
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine --only the fox", image=file.getvalue())
        await alice.pictures()
    (find,) = on.engine.jobs
    assert (find.mode, find.prompt) == ("find", "a fox in snow")


def test_the_picture_shows_through_its_mask() -> None:
    def png(image: Image.Image) -> bytes:
        buffer = io.BytesIO()
        image.save(buffer, "PNG")
        return buffer.getvalue()

    mask = Image.new("L", (256, 128))
    mask.paste(255, (0, 0, 128, 128))
    with Image.open(
        io.BytesIO(veiled(png(Image.new("RGB", (512, 256), (200, 200, 200))), png(mask)))
    ) as image:
        pixels = np.asarray(image)
    assert pixels.shape == (128, 256, 3)
    assert (pixels[:, 140:] == 120).all()  # what stays is dimmed
    inside = {tuple(map(int, colour)) for colour in pixels[:, :120].reshape(-1, 3)}
    assert len(inside) == 2 and (200, 200, 200) in inside  # stripes of the mark's colour
    assert max(inside - {(200, 200, 200)})[1] == round((200 + MARK[1]) / 2)
    assert (pixels[:, 128] == 255).all()  # and a rim around it


async def test_on_discord_and_on_the_page_it_is_the_same(tmp_path: Path) -> None:
    engine, another = FakeEngine(), FakeEngine()
    async with DiscordServer() as discord:
        channel, (alice,) = town(discord, "alice")
        async with running(discord, tmp_path / "discord", engine):
            fox = {"image": ("a.png", painting("red"))}
            await alice.slash(channel, "imagine", prompt="a crown --only the hat", **fox)
            found = await channel.result()
            assert "I think “the hat” is here" in found.content
            await alice.press(channel, found, "Use it")
            await channel.until(lambda: any("only the hat" in m.content for m in channel.messages))
    async with house(tmp_path / "page", engine=another) as at, browser(at) as bob:
        await bob.send("a crown --only the hat", pictures={"image": painting("red")})
        shown = await bob.said("I think “the hat” is here")
        await bob.press(shown, "Use it")
        await bob.until(lambda m: any("only the hat" in note for note in m.get("notes", ())))
        listed = (await bob.get("/gallery"))["entries"]
        assert [len(entry["pictures"]) for entry in listed] == [1]  # the picture, and no mask
    assert [job.mode for job in (*engine.jobs, *another.jobs)] == ["find", "inpaint"] * 2
    assert mask_of(engine.jobs[1]).any() and (mask_of(engine.jobs[1]) == mask_of(another.jobs[1])).all()
