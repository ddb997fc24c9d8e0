"""A whole evening on Discord as somebody spends it who reads no English: only by what stands on fields and buttons."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image
from simcord.backend.models import Message

from tests.evenings import Tongue, drawn, in_each, nothing_left, reads_well, same
from tests.wire.discord_people import Channel, Someone, buttons_of, pictures_of, town, words_of
from tests.wire.everywhere import Everywhere, everywhere


@dataclass
class Evening:
    """Somebody in their private chat with Lukis."""

    at: Everywhere
    tongue: Tongue
    me: Someone
    here: Channel

    async def sees(self, what: Callable[[Message], Any], after: int = 0) -> Message:
        """The first message after that one for which it holds."""
        return await self.here.until(
            lambda: next((m for m in self.here.said if m.id > after and what(m)), None)
        )

    def image(self, message: Message) -> Image.Image:
        return Image.open(io.BytesIO(self.at.discord.file(message.attachments[0])))

    async def press(self, message: Message, label: str) -> int:
        """Presses what says that; the number of the newest message before."""
        newest = self.here.messages[-1].id
        await self.me.press(self.here, message, label)
        return newest


@in_each
async def test_a_whole_evening(tmp_path: Path, tongue: Tongue) -> None:
    async with everywhere(tmp_path) as at:
        _, (me,) = town(at.discord, tongue.name)
        me.locale = tongue.discord
        evening = Evening(at, tongue, me, me.private())
        read: dict[str, None] = {}

        def reading(*_: Any) -> None:
            for m in evening.here.said:
                read.update(dict.fromkeys((m.content, *(b["label"] for b in buttons_of(m)))))

        at.discord.world.subscribers.append(reading)
        try:
            await lives(evening)
        finally:
            reads_well(tongue, read)


async def lives(evening: Evening) -> None:
    fox = await fills_in_the_form(evening)
    old = {b["label"]: b["custom_id"] for b in buttons_of(fox)}
    await varies_and_likes(evening, fox)
    await takes_a_style(evening)
    await settles(evening)
    await is_one_with(evening)
    await finds_and_takes_along(evening)
    await is_forgotten(evening, fox, old)


async def fills_in_the_form(evening: Evening) -> Message:
    tongue, me, here = evening.tongue, evening.me, evening.here
    form = await me.slash(here, "imagine")
    assert form.modal is not None
    fields = {label["label"]: label["component"] for label in form.modal["components"]}
    reads_well(
        tongue,
        [form.modal["title"], *fields, *(o["label"] for f in fields.values() for o in f.get("options", ()))],
    )
    reads_well(tongue, [each["description"] for each in form.modal["components"] if each.get("description")])
    ratio = fields[tongue.say("parameter-ratio")]
    (wide,) = [option["value"] for option in ratio["options"] if option["label"] == "3:2"]
    await me.fill(here, form, {"words": tongue.fox, ratio["custom_id"]: [wide]})
    fox = await here.result()
    image = evening.image(fox)
    assert tongue.fox in fox.content and image.width > image.height
    assert same(image, Image.open(drawn(evening.at)[-1]))
    return fox


async def varies_and_likes(evening: Evening, fox: Message) -> None:
    say = evening.tongue.say
    other = await evening.here.result(after=await evening.press(fox, say("button-subtle")))
    assert say("parameter-vary").lower() in other.content.lower()
    assert not same(evening.image(other), evening.image(fox))
    after = await evening.press(other, say("button-star"))
    await evening.sees(lambda m: shown(m) == say("toast-starred"), after)
    await evening.me.slash(evening.here, "favourites")
    page = await evening.sees(lambda m: say("favourites-page") in m.content and pictures_of(m))
    assert same(evening.image(page), evening.image(other))


async def takes_a_style(evening: Evening) -> None:
    say, tongue = evening.tongue.say, evening.tongue
    await evening.me.slash(evening.here, "style")
    page = await evening.sees(lambda m: f"**{say('style-watercolor')}**" in words_of(m))
    names = [part for part in words_of(page).splitlines() if part.startswith("**")]
    place, after = names.index(f"**{say('style-watercolor')}**"), page.id
    await evening.me.press_payload(evening.here, page, buttons_of(page)[place]["custom_id"])
    await evening.sees(lambda m: "--style watercolor" in words_of(m), after)
    await evening.me.slash(evening.here, "imagine", prompt=f"{tongue.castle} --style watercolor")
    castle = await evening.here.result(after=after)
    assert say("style-watercolor") in castle.content
    assert "watercolor" in evening.at.engine.jobs[-1].prompt


async def settles(evening: Evening) -> None:
    say, after = evening.tongue.say, evening.here.messages[-1].id
    await evening.me.slash(evening.here, "settings")
    card = await evening.sees(lambda m: say("settings-none") in m.content)
    steps = say("parameter-steps")
    line = say("settings-line", name=steps, value="6")
    for label, then in (
        (say("settings-pictures"), steps),
        (steps, "6"),
        ("6", line),
        (say("settings-back"), say("settings-pictures")),
    ):
        await evening.press(card, label)
        await shows(evening, card, then)
    await evening.here.until(lambda: line in card.content)
    await evening.me.slash(evening.here, "imagine", prompt=evening.tongue.castle)
    await evening.here.result(after=max(after, card.id))
    assert evening.at.engine.jobs[-1].recipe.steps == 6


def shown(message: Message) -> str:
    """What somebody reads there: Discord takes away what keeps signs from being styles."""
    return re.sub(r"\\(?=[^\w\s])", "", message.content)


async def shows(evening: Evening, card: Message, label: str) -> None:
    """Returns once a card has a button that says that."""
    await evening.here.until(lambda: any(label == button["label"] for button in buttons_of(card)))


async def is_one_with(evening: Evening) -> None:
    """With somebody on Telegram, who has painted something there."""
    tongue, say = evening.tongue, evening.tongue.say
    there = evening.at.telegram.person(tongue.name, tongue.tag)
    await there.send(f"/imagine {tongue.cat}")
    await there.expect_photo()
    await there.send("/link")
    told = await there.expect_text("/link ")
    code = told.text.split("/link ")[1][:8]
    await evening.me.slash(evening.here, "link", code=code)
    question = await evening.sees(lambda m: say("button-join") in {b["label"] for b in buttons_of(m)})
    await evening.press(question, say("button-join"))
    await evening.here.until(
        lambda: f"{tongue.name} (Telegram)" in question.content and not buttons_of(question)
    )
    await there.expect_text(f"{tongue.name} (Discord)")


async def finds_and_takes_along(evening: Evening) -> None:
    tongue, after = evening.tongue, evening.here.messages[-1].id
    await evening.me.slash(evening.here, "history", words=tongue.sought)
    found = await evening.sees(lambda m: tongue.say("found-page") in m.content and pictures_of(m), after)
    assert tongue.cat in found.content and same(evening.image(found), Image.open(drawn(evening.at)[-1]))
    await evening.me.slash(evening.here, "export")
    parcel = await evening.sees(lambda m: any(a["filename"].endswith(".zip") for a in m.attachments), after)
    with zipfile.ZipFile(io.BytesIO(evening.at.discord.file(parcel.attachments[0]))) as packed:
        told = json.loads(packed.read("pictures.json"))
        pictures = {packed.read(name) for name in packed.namelist() if name.endswith(".png")}
    assert pictures == {file.read_bytes() for file in drawn(evening.at)}
    assert {each["prompt"] for each in told} == {tongue.fox, tongue.castle, tongue.cat}
    assert {each["parameters"]["steps"] for each in told} == {4, 6}


async def is_forgotten(evening: Evening, fox: Message, old: dict[str, str]) -> None:
    tongue, say, here = evening.tongue, evening.tongue.say, evening.here
    await evening.me.slash(here, "forget")
    question = await evening.sees(lambda m: say("button-forget") in {b["label"] for b in buttons_of(m)})
    await evening.press(question, say("button-forget"))
    await here.until(lambda: shown(question) == say("forget-done"))
    await here.until(lambda: fox not in here.messages)
    await nothing_left(
        evening.at, tongue.fox, tongue.castle, tongue.cat, tongue.name, f"discord:{evening.me.id}"
    )
    after = here.messages[-1].id
    await evening.me.press_payload(here, fox, old[say("button-reroll")])
    await evening.sees(lambda m: shown(m) == say("error-not-found"), after)
    await evening.me.slash(here, "history")
    await evening.sees(lambda m: shown(m) == say("history-empty"), after)
