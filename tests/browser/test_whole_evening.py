"""A whole evening on the page as somebody spends it who reads no English, by what stands there in their language.

With `SHOTS` set to a folder, every step is kept there: on a phone and on a desk, by day and by night.
"""

from __future__ import annotations

import io
import json
import os
import re
import zipfile
from pathlib import Path

import pytest
from PIL import Image
from playwright.async_api import Browser, Locator, expect

from tests.browser.people import DESK, PHONE, Someone, someone
from tests.evenings import Tongue, drawn, in_each, nothing_left, reads_well, same
from tests.wire.everywhere import Everywhere, everywhere

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


class Evening:
    """Somebody in front of the page."""

    def __init__(self, at: Everywhere, tongue: Tongue, me: Someone) -> None:
        self.at, self.tongue, self.me, self._step = at, tongue, me, 0

    async def press(self, word: str, within: Locator | None = None) -> None:
        """Clicks the last button whose words, without an emoji, are these."""
        await self.me.clicks(re.sub(r"^\W+", "", self.tongue.say(word)), within or self.me.last)

    async def keep(self, name: str) -> None:
        """Reads all that there is to read, and keeps it as pictures."""
        reads_well(self.tongue, (await self.me.page.locator("body").inner_text()).splitlines())
        sideways = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert await self.me.page.evaluate(sideways) == 0
        self._step += 1
        for size in (PHONE, DESK) if os.environ.get("SHOTS") else ():
            await self.me.page.set_viewport_size({"width": size["width"], "height": size["height"]})
            for scheme in ("light", "dark"):
                await self.me.page.emulate_media(color_scheme=scheme)
                await self.me.page.wait_for_timeout(120)
                file = f"{self.tongue.tag}-{self._step:02}-{name}-{size['width']}-{scheme}.png"
                await self.me.page.screenshot(path=Path(os.environ["SHOTS"]) / file)


@in_each
async def test_a_whole_evening(tmp_path: Path, chromium: Browser, tongue: Tongue) -> None:
    async with everywhere(tmp_path) as at, someone(chromium, locale=tongue.discord) as me:
        await me.opens(at.url)
        evening = Evening(at, tongue, me)
        await evening.keep("first")
        await fills_in_the_form(evening)
        await varies_and_likes(evening)
        await takes_a_style(evening)
        await settles(evening)
        await is_one_with(evening)
        await finds(evening)
        await takes_along(evening)
        await is_forgotten(evening)


async def fills_in_the_form(evening: Evening) -> None:
    me, tongue = evening.me, evening.tongue
    await me.page.get_by_role("button", name=tongue.say("page-settings"), exact=True).first.click()
    panel = me.page.locator("#settings")
    await panel.get_by_role("radio", name="3:2").check()
    await evening.keep("form")
    await me.page.keyboard.press("Escape")
    await me.sends(tongue.fox)
    await me.sees_pictures(1, total=1)
    await expect(me.last.locator(".title")).to_have_text(tongue.fox)
    assert same(
        Image.open(io.BytesIO(await me.last.locator(".frame img").screenshot())),
        Image.open(drawn(evening.at)[-1]),
    )
    await evening.keep("picture")


async def varies_and_likes(evening: Evening) -> None:
    await evening.press("button-subtle")
    await evening.me.sees_pictures(1, total=2)
    await expect(evening.me.last.locator(".notes")).to_contain_text(
        evening.tongue.say("parameter-vary").lower()
    )
    await evening.press("button-star")
    await evening.me.sees(evening.tongue.say("toast-starred"))
    await evening.keep("vary-favourite")


async def takes_a_style(evening: Evening) -> None:
    me, tongue = evening.me, evening.tongue
    await me.sends("/style")
    await me.last.get_by_role("button", name=tongue.say("style-watercolor")).click()
    await evening.keep("style")
    await expect(me.prompt).to_have_value("--style watercolor")
    await me.sends(f"{tongue.castle} --style watercolor")
    await me.sees_pictures(1, total=3)
    await expect(me.last.locator(".notes")).to_contain_text(tongue.say("style-watercolor"))
    await evening.keep("styled")


async def settles(evening: Evening) -> None:
    me, say = evening.me, evening.tongue.say
    await me.sends("/settings")
    await me.sees(say("settings-none"))
    card = me.last
    await evening.press("settings-pictures", card)
    await card.get_by_role("button", name=say("parameter-steps"), exact=True).click()
    await evening.keep("steps")
    await card.get_by_role("button", name="6", exact=True).click()
    line = say("settings-line", name=say("parameter-steps"), value="6")
    await expect(card.get_by_role("button", name=line)).to_be_visible()
    await evening.press("settings-back", card)
    await expect(card.locator(".text")).to_contain_text(line)
    await evening.keep("settings")


async def is_one_with(evening: Evening) -> None:
    """With somebody on Telegram, who has painted something there."""
    me, tongue = evening.me, evening.tongue
    there = evening.at.telegram.person(tongue.name, tongue.tag)
    await there.send(f"/imagine {tongue.cat}")
    await there.expect_photo()
    await there.send("/link")
    told = await there.expect_text("/link ")
    await me.sends("/link " + told.text.split("/link ")[1][:8])
    await me.sees(f"{tongue.name} (Telegram)")
    await evening.keep("link")
    await evening.press("button-join")
    await expect(me.page.locator(".text").filter(has_text="/unlink").last).to_be_visible()
    await evening.keep("linked")


async def finds(evening: Evening) -> None:
    me, tongue = evening.me, evening.tongue
    await me.page.get_by_role("link", name=tongue.say("page-gallery")).click()
    tiles, search = me.page.locator("#tiles li"), me.page.get_by_role("searchbox")
    await expect(tiles).to_have_count(4)
    await evening.keep("gallery")
    await search.fill(tongue.sought)
    await search.press("Enter")
    await expect(tiles).to_have_text([tongue.cat])
    await evening.keep("found")
    await me.page.get_by_role("link", name=tongue.say("page-chat")).click()


async def takes_along(evening: Evening) -> None:
    me, tongue = evening.me, evening.tongue
    await me.sends("/export")
    parcel = me.page.locator("a.document").last
    await expect(parcel).to_be_visible()
    await evening.keep("export")
    async with me.page.expect_download() as begun:
        await parcel.click()
    with zipfile.ZipFile(await (await begun.value).path()) as packed:
        told = json.loads(packed.read("pictures.json"))
        pictures = {packed.read(name) for name in packed.namelist() if name.endswith(".png")}
    assert pictures == {file.read_bytes() for file in drawn(evening.at)}
    assert {each["prompt"] for each in told} == {tongue.fox, tongue.castle, tongue.cat}


async def is_forgotten(evening: Evening) -> None:
    me, tongue = evening.me, evening.tongue
    await me.sends("/forget")
    await me.sees(re.sub(r"^\W+", "", tongue.say("button-forget")))
    await evening.keep("forget")
    await evening.press("button-forget")
    await me.sees(re.sub(r"^\W+", "", tongue.say("forget-done")))
    await expect(me.messages).to_have_count(1)
    await expect(me.page.locator("#chosen")).to_be_hidden()
    await evening.keep("forgotten")
    await me.page.reload()
    await expect(me.messages).to_have_count(1)
    await expect(me.page.locator("#chosen")).to_be_hidden()
    await nothing_left(evening.at, tongue.fox, tongue.castle, tongue.cat, tongue.name)
