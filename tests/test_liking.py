"""A picture in the likeness of another one, wherever people type, and what they hear where that can't be."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

from PIL import Image

from bot.usecases.retold import retold
from engine.api.infotext import read
from engine.api.jobs import Job
from engine.api.likes import NO_ENCODER
from engine.api.names import Addons, IPAdapter
from tests.chat import stage
from tests.fakes import FAKE_CARD, NAMED, FakeEngine
from tests.wire.discord import DiscordServer
from tests.wire.discord_people import town
from tests.wire.discord_stage import running
from tests.wire.telegram import TelegramServer
from tests.wire.telegram_people import painting
from tests.wire.telegram_stage import lukis_on
from tests.wire.web import browser, house

THERE = (
    IPAdapter("plus", "plus.safetensors", whole=False, context=768),
    IPAdapter("ip-adapter_sd15", "ip-adapter_sd15.safetensors", context=768),
    IPAdapter("ip-adapter_sdxl", "ip-adapter_sdxl.safetensors", context=2048),
    IPAdapter("blind", "blind.safetensors", context=768, reason=NO_ENCODER, fault="part"),
    IPAdapter("faceid", "faceid.bin", reason="it is a pickle", fault="pickle"),
)


def engine(addons: Addons = NAMED, there: tuple[IPAdapter, ...] = THERE) -> FakeEngine:
    card = FAKE_CARD.model_copy(update={"context": 768})
    return FakeEngine((card,), addons=replace(addons, adapters=there))


def shown(jobs: list[Job]) -> list[tuple[str, str, float, str, set[str]]]:
    return [(j.mode, j.prompt, j.recipe.like_weight, j.recipe.like_by, {*j.inputs}) for j in jobs]


async def test_on_telegram_in_reply_with_a_photo_both_and_again_otherwise(tmp_path: Path) -> None:
    async with TelegramServer() as telegram, lukis_on(telegram, tmp_path, engine=engine()) as on:
        alice = telegram.person("Alice")
        await alice.send("/imagine a fox")
        fox = await alice.expect_photo()
        await alice.reply(fox, "a robot --like")
        robot = await alice.expect_photo()
        assert "likeness 0.6" in robot.text and "ip-adapter ip-adapter_sd15" in robot.text
        await alice.reply(robot, "--like-weight 0.2")
        await alice.expect_photo()
        await alice.reply(fox, "--like")
        await alice.expect_photo()
        await alice.send("/imagine a lake --like --like-by plus", photo=painting("blue"))
        await alice.expect_photo()
        await alice.reply(fox, "in oil --like --strength 0.5", photo=painting("red"))
        await alice.expect_photo()
        await alice.send("/imagine a lake --like --like-weight 0,0.5,1", photo=painting("blue"))
        await alice.expect_photo()
    assert shown(on.engine.jobs)[1:] == [
        ("like", "a robot", 0.6, "ip-adapter_sd15", {"like"}),
        ("like", "a robot", 0.2, "ip-adapter_sd15", {"like"}),
        ("like", "a fox", 0.6, "ip-adapter_sd15", {"like"}),
        ("like", "a lake", 0.6, "plus", {"like"}),
        ("restyle", "a fox, in oil", 0.6, "ip-adapter_sd15", {"image", "like"}),
        ("like", "a lake", 0.0, "ip-adapter_sd15", {"like"}),
    ]
    fox_job, robot_job, *_, sheet = on.engine.jobs
    assert robot_job.recipe.seed == on.engine.jobs[2].recipe.seed != fox_job.recipe.seed
    assert on.engine.jobs[1].inputs == on.engine.jobs[2].inputs  # the very same picture
    assert [each.like_weight for each in sheet.recipe.each()] == [0.0, 0.5, 1.0]


async def test_on_discord_by_its_option_and_on_the_page_by_its_field(tmp_path: Path) -> None:
    told, here = engine(), engine()
    async with DiscordServer() as discord:
        channel, (alice,) = town(discord, "alice")
        async with running(discord, tmp_path / "discord", told):
            own = {"like": ("a.png", painting("red"))}
            await alice.slash(channel, "imagine", prompt="a lake --like-weight 0.4", **own)
            result = await channel.result()
            assert "likeness 0.4" in result.content
    async with house(tmp_path / "page", engine=here) as at, browser(at) as alice_at:
        await alice_at.send("a fox")
        fox = await alice_at.painted("a fox")
        await alice_at.send("a robot --like", reply=fox["pictures"][0]["message"])
        robot = await alice_at.painted("a robot")
        assert any("likeness 0.6" in note for note in robot["notes"])
        offered = {each["name"]: each["alone"] for each in alice_at.started["inputs"]}
        assert (offered["image"], offered["like"], offered["mask"]) == (True, True, False)
    async with house(tmp_path / "bare", engine=FakeEngine()) as at, browser(at) as nobody_at:
        assert "like" not in {each["name"] for each in nobody_at.started["inputs"]}
    assert shown([*told.jobs, *here.jobs[1:]]) == [
        ("like", "a lake", 0.4, "ip-adapter_sd15", {"like"}),
        ("like", "a robot", 0.6, "ip-adapter_sd15", {"like"}),
    ]


async def test_what_can_not_be_is_one_sentence_and_nothing_waits(tmp_path: Path) -> None:
    async with stage(tmp_path / "some", engine=engine()) as on:
        alice = on.someone()
        for words, told in (
            ("/imagine a fox --like", "picture"),
            ("/imagine a fox --like --like-by nobody", "ip-adapter_sd15"),
            ("/imagine a fox --like --like-by ip-adapter_sdxl", "another kind of model"),
            ("/imagine a fox --like --like-by blind", "image_encoder"),
            ("/imagine a fox --like --like-by faceid", "safetensors"),
            ("/imagine a fox --like --like-weight 3", "like-weight"),
        ):
            await alice.send(words, image=None if words.endswith("--like") else painting("red"))
            await alice.told(told)
        await alice.send("/models")
        listed = (await alice.told("IP-Adapter")).card.text
        assert "plus, ip-adapter_sd15, ip-adapter_sdxl" in listed and "faceid" not in listed
    nobody = engine(there=THERE[2:3])
    async with stage(tmp_path / "none", engine=nobody) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --like", image=painting("red"))
        await alice.told("There is no IP-Adapter for starter here")
    assert nobody.jobs == []


async def test_what_is_made_of_one_keeps_what_it_is_like_and_its_file_says_what_it_lacks(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path, engine=engine()) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --like --like-weight 0.3 --seed 7", image=painting("blue"))
        fox = await alice.pictures()
        for button in ("Reroll", "Vary (subtle)", "Reroll"):
            await alice.press(fox, button)
            fox = await alice.pictures()
        await alice.send("a dog", reply_to=fox)
        await alice.pictures()
        first, again, varied, anew, changed = on.engine.jobs
        assert shown(on.engine.jobs)[:4] == [("like", "a fox", 0.3, "ip-adapter_sd15", {"like"})] * 4
        assert first.inputs == again.inputs == varied.inputs == anew.inputs
        assert varied.recipe.variations and not again.recipe.variations
        assert (changed.mode, {*changed.inputs}, changed.recipe.like_by) == ("image", {"image"}, "")
        files = [each.read_bytes() for each in tmp_path.rglob("*.png")]
        (drawn, *_) = (each for each in files if b"Likeness: 0.3" in each)
        said = read(Image.open(io.BytesIO(drawn)).info["parameters"])
    assert said and said.pairs["IP-Adapter"] == "ip-adapter_sd15"
    told = retold(said, on.engine.models(), on.engine.addons())
    assert told.source and told.prompt == "a fox" and "like" not in told.parameters.given
    assert "--like --like-weight 0.3 --like-by ip-adapter_sd15" in told.command
