"""A whole evening on Telegram as somebody spends it who reads no English: only by what stands on the buttons."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

from PIL import Image

from tests.evenings import Tongue, drawn, in_each, nothing_left, reads_well, same
from tests.wire.discord_people import Someone, town
from tests.wire.everywhere import Everywhere, everywhere
from tests.wire.telegram_people import Person
from tests.wire.telegram_world import Message


@in_each
async def test_a_whole_evening(tmp_path: Path, tongue: Tongue) -> None:
    async with everywhere(tmp_path) as at:
        me = at.telegram.person(tongue.name, tongue.tag)
        try:
            await lives(at, tongue, me)
        finally:
            toasts = [each for each in at.telegram.world.toasts.values() if each]
            reads_well(
                tongue, [t for m in me.chat.log if m.from_bot for t in (*m.texts[-1:], *m.buttons)] + toasts
            )


async def lives(at: Everywhere, tongue: Tongue, me: Person) -> None:
    fox = await fills_in_the_form(at, tongue, me)
    await varies_and_likes(at, tongue, me, fox)
    await takes_a_style(at, tongue, me)
    await settles(at, tongue, me)
    await is_one_with(at, tongue, me)
    await finds_and_takes_along(at, tongue, me)
    await is_forgotten(at, tongue, me, fox)


async def fills_in_the_form(at: Everywhere, tongue: Tongue, me: Person) -> Message:
    await me.send("/imagine")
    form = await me.expect_text(tongue.say("form-how").split(".")[0].split("。")[0].split("।")[0])
    await me.press(form, tongue.say("parameter-ratio"))
    await me.press(form, "3:2")
    assert any("3:2" in label for label in form.buttons)
    asked = await me.send(tongue.fox)
    fox = await me.expect_photo(answering=asked)
    assert fox.quote == tongue.fox and fox.image().width > fox.image().height
    assert same(fox.image(), Image.open(drawn(at)[-1]))
    return fox


async def varies_and_likes(at: Everywhere, tongue: Tongue, me: Person, fox: Message) -> None:
    await me.press(fox, tongue.say("button-subtle"))
    other = await me.expect_photo(answering=fox)
    assert tongue.say("parameter-vary").lower() in other.text.lower() and not same(other.image(), fox.image())
    assert await me.press(other, tongue.say("button-star")) == tongue.say("toast-starred")
    await me.send("/favourites")
    page = await me.expect(lambda m: m.is_photo and tongue.say("favourites-page") in m.text)
    assert same(page.image(), other.image())


async def takes_a_style(at: Everywhere, tongue: Tongue, me: Person) -> None:
    await me.send("/style")
    page = await me.expect(lambda m: tongue.say("style-watercolor") in m.buttons)
    await me.press(page, tongue.say("style-watercolor"))
    one = await me.expect_text("--style")
    asked = await me.send(f"/imagine {tongue.castle} --style watercolor")
    castle = await me.expect_photo(answering=asked)
    assert tongue.say("style-watercolor") in castle.text
    assert "watercolor" in at.engine.jobs[-1].prompt and one


async def settles(at: Everywhere, tongue: Tongue, me: Person) -> None:
    await me.send("/settings")
    card = await me.expect_text(tongue.say("settings-none"))
    await me.press(card, tongue.say("settings-pictures"))
    await me.press(card, tongue.say("parameter-steps"))
    await me.press(card, "6")
    await me.expect_change(card, lambda m: any("6" in label for label in m.buttons))
    await me.press(card, tongue.say("settings-back"))
    line = tongue.say("settings-line", name=tongue.say("parameter-steps"), value="6")
    await me.expect_change(card, lambda m: line in m.text)
    await me.send(f"/imagine {tongue.castle}")
    await me.expect_photo()
    assert at.engine.jobs[-1].recipe.steps == 6


async def is_one_with(at: Everywhere, tongue: Tongue, me: Person) -> None:
    """With somebody on Discord, who has painted something there."""
    _, (there,) = town(at.discord, tongue.name)
    there.locale = tongue.discord
    alone = there.private()
    await there.slash(alone, "imagine", prompt=tongue.cat)
    await alone.result()
    code = await offered(there)
    await me.send(code)
    question = await me.expect(lambda m: tongue.say("button-join") in m.buttons)
    assert f"{tongue.name} (Discord)" in question.text
    await me.press(question, tongue.say("button-join"))
    assert f"{tongue.name} (Discord)" in question.text and not question.buttons
    told = await alone.until(
        lambda: next((m for m in alone.said if f"{tongue.name} (Telegram)" in m.content), None)
    )
    reads_well(tongue, [m.content for m in alone.said])
    assert told


async def offered(there: Someone) -> str:
    """What the person is told to send on the other app."""
    alone = there.private()
    await there.slash(alone, "link")
    said = await alone.until(lambda: next((m for m in alone.said if "/link " in m.content), None))
    return next(line for line in said.content.splitlines() if "/link " in line).strip()


async def finds_and_takes_along(at: Everywhere, tongue: Tongue, me: Person) -> None:
    await me.send(f"/history {tongue.sought}")
    found = await me.expect(lambda m: m.is_photo and m.quote == tongue.cat)
    assert tongue.say("found-page") in found.text
    assert same(found.image(), Image.open(drawn(at)[-1]))
    await me.send("/export")
    parcel = await me.expect_document()
    assert parcel.file
    with zipfile.ZipFile(io.BytesIO(parcel.file.data)) as packed:
        told = json.loads(packed.read("pictures.json"))
        pictures = {packed.read(name) for name in packed.namelist() if name.endswith(".png")}
    assert pictures == {file.read_bytes() for file in drawn(at)}
    assert {each["prompt"] for each in told} == {tongue.fox, tongue.castle, tongue.cat}
    assert {each["parameters"]["steps"] for each in told} == {4, 6}


async def is_forgotten(at: Everywhere, tongue: Tongue, me: Person, fox: Message) -> None:
    old = fox.buttons
    await me.send("/forget")
    question = await me.expect(lambda m: tongue.say("button-forget") in m.buttons)
    await me.press(question, tongue.say("button-forget"))
    await me.expect_change(question, lambda m: m.text == tongue.say("forget-done"))
    await me.expect_gone(fox)
    await nothing_left(at, tongue.fox, tongue.castle, tongue.cat, tongue.name, f"telegram:{me.id}")
    assert await me.press_payload(fox, old[tongue.say("button-reroll")]) == tongue.say("error-not-found")
    await me.send("/history")
    await me.expect_text(tongue.say("history-empty"))
