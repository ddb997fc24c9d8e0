"""What there is to say of a picture, beside it; what it came from and became; and both of them in one place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Locator, expect

from tests.browser.people import DESK, PHONE, Someone, someone
from tests.browser.test_favourites import keep
from tests.browser.test_phone import HAND
from tests.chat import FakeTranslator
from tests.wire.web import house

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

FOX = "seekor rubah di salju"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SEEN = """(node) => getComputedStyle(node).getPropertyValue("--seen").trim()"""


async def drawn(ann: Someone) -> Locator:
    """A picture, and two that came of it; the newest is large."""
    await ann.sends(f"{FOX} --seed 7 --steps 9 --negative blurry")
    await ann.sees_pictures(1, total=1)
    for total in (2, 3):
        await ann.page.locator("[data-action=vary], [data-action=reroll]").first.click()
        await ann.sees_pictures(1, total=total)
    await ann.page.locator(".open").last.click()
    box = ann.page.get_by_role("dialog")
    await expect(box).to_be_visible()
    return box


def fact(box: Locator, label: str) -> Locator:
    return box.locator(".details dl > div").filter(has_text=label).locator("dd > span")


LOOKS: dict[str, dict[str, Any]] = {
    "desk": {"viewport": DESK},
    "desk-night": {"viewport": DESK, "color_scheme": "dark"},
    "phone": HAND,
    "phone-night-ar": {**HAND, "color_scheme": "dark", "locale": "ar"},
    "desk-ar": {"viewport": DESK, "locale": "ar"},
    "forced": {"viewport": DESK, "forced_colors": "active"},
}


@pytest.mark.parametrize("look", LOOKS)
async def test_all_is_told_and_the_family_is_one_tap_away(
    tmp_path: Path, chromium: Browser, look: str
) -> None:
    translator = FakeTranslator(**{FOX: "a fox in the snow"})
    async with (
        house(tmp_path, translator=translator) as at,
        someone(chromium, at, **LOOKS[look]) as ann,
    ):
        say = at.lukis.service.locales.say(LOOKS[look].get("locale", "en"))
        box = await drawn(ann)
        info = box.locator("[data-tool=info]")
        await expect(info).to_have_attribute("aria-pressed", "false")
        await info.click()
        await expect(info).to_have_attribute("aria-pressed", "true")
        await expect(info).to_be_focused()
        await expect(fact(box, say("about-prompt"))).to_have_text(FOX)
        await expect(fact(box, say("about-english"))).to_have_text("a fox in the snow")
        await expect(fact(box, say("parameter-negative"))).to_have_text("blurry")
        await expect(fact(box, say("parameter-steps"))).to_have_text("9")
        await expect(box.locator(".kin button")).to_have_count(1)
        await keep(ann, f"details-{look}")
        assert await ann.page.evaluate(SIDEWAYS) == 0
        await box.locator("[data-tool=compare]").click()
        slider = box.get_by_role("slider")
        await expect(slider).to_be_focused()
        await ann.page.keyboard.press("Home")
        compared = box.locator(".compare")
        assert await compared.evaluate(SEEN) == "0%"
        await ann.page.keyboard.press("PageUp")
        await expect(slider).not_to_have_value("0")
        place = await compared.bounding_box()
        assert place and place["width"] > 100 and place["height"] > 100
        assert place["x"] >= 0 and place["x"] + place["width"] <= LOOKS[look]["viewport"]["width"] + 0.5
        middle = place["y"] + place["height"] / 2
        await ann.page.mouse.click(place["x"] + place["width"] * 0.75, middle)
        assert 70 <= int(await slider.input_value()) <= 80
        await keep(ann, f"compare-{look}")
        await box.locator("[data-tool=compare]").click()
        await expect(slider).to_be_hidden()
        await box.locator(".kin button").click()
        await expect(fact(box, say("parameter-seed"))).to_have_text("7")
        await expect(box.locator(".kin button")).to_have_count(2)
        await expect(box.locator("[data-tool=compare]")).to_be_hidden()
        await keep(ann, f"parent-{look}")
        await info.click()
        await expect(box.locator(".details")).to_be_hidden()
        await ann.page.keyboard.press("Escape")
        await expect(box).to_be_hidden()


async def test_by_keys_alone_and_copied(tmp_path: Path, chromium: Browser) -> None:
    about: dict[str, Any] = {"permissions": ["clipboard-read", "clipboard-write"]}
    async with house(tmp_path) as at, someone(chromium, at, **about) as ann:
        box, keys = await drawn(ann), ann.page.keyboard
        await keys.press("i")
        await expect(box.locator(".details")).to_be_visible()
        await expect(box.locator("[data-tool=back]")).to_be_focused()
        await box.locator("[data-tool=copy-negative]").focus()
        await keys.press("Enter")
        await ann.sees("Copied.")
        assert await ann.page.evaluate("navigator.clipboard.readText()") == "blurry"
        seed = await fact(box, "Seed").inner_text()
        await keys.press("ArrowLeft")
        await expect(fact(box, "Seed")).not_to_have_text(seed)
        await box.locator(".kin button").first.focus()
        await keys.press("Enter")
        await expect(fact(box, "Seed")).to_have_text("7")
        await expect(box.locator(":focus")).to_have_count(1)
        await keys.press("i")
        await expect(box.locator(".details")).to_be_hidden()


async def test_what_is_gone_says_so(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path) as at, someone(chromium, at, viewport=PHONE) as ann:
        box = await drawn(ann)
        await ann.page.route(
            "**/about/**", lambda route: route.fulfill(status=404, json={"error": "Not here."})
        )
        ann.page.on("console", lambda message: ann.faults.clear() if "404" in message.text else None)
        await box.locator("[data-tool=info]").click()
        await ann.sees("Not here.")
        await expect(box.locator("[data-tool=info]")).to_have_attribute("aria-pressed", "false")
