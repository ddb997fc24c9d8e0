"""The page in every language: nothing half translated, nothing cut, every command within reach."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from bot.locales import Locales
from tests.browser.people import DESK, PHONE, Someone, someone
from tests.wire.web import House, house

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

LANGUAGES = Locales.load().languages

CUT = """() => {
  const cut = [];
  const prompt = document.querySelector("#prompt");
  if (prompt.scrollHeight > prompt.clientHeight + 1) cut.push(prompt.placeholder);
  for (const field of document.querySelectorAll("#settings input")) {
    const held = field.value;
    if (!["text", "number"].includes(field.type) || held) continue;
    const paper = document.createElement("canvas").getContext("2d"), look = getComputedStyle(field);
    paper.font = look.font;
    const room = field.clientWidth - parseFloat(look.paddingLeft) - parseFloat(look.paddingRight);
    if (paper.measureText(field.placeholder).width > room + 1) cut.push(field.placeholder);
  }
  for (const node of document.querySelectorAll("#settings :is(label, output, .ratios span), .bar a, .send")) {
    const inline = getComputedStyle(node).display === "inline";
    if (node.checkVisibility() && !inline && node.scrollWidth > node.clientWidth + 1) cut.push(node.textContent);
  }
  for (const node of document.querySelectorAll("#settings .ratios span")) {
    const text = node.getBoundingClientRect(), box = node.parentElement.getBoundingClientRect();
    if (text.left < box.left || text.right > box.right) cut.push(node.textContent);
  }
  return cut;
}"""


@pytest_asyncio.fixture(scope="module", loop_scope="session", params=LANGUAGES)
async def abroad(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, chromium: Browser
) -> AsyncIterator[tuple[str, House, Someone]]:
    """Somebody whose browser speaks a language, and whose page each test opens anew."""
    folder = tmp_path_factory.mktemp("abroad")
    async with house(folder) as at, someone(chromium, locale=request.param) as ann:
        yield request.param, at, ann


async def test_no_word_is_cut_and_no_ratio_is_drawn_out_of_shape(abroad: tuple[str, House, Someone]) -> None:
    _, at, ann = abroad
    for width in (360, PHONE["width"], DESK["width"]):
        await ann.page.set_viewport_size({"width": width, "height": 844})
        await ann.opens(at.url)
        await ann.page.evaluate("document.fonts.ready")
        await ann.page.locator("#settings-button").click()
        await expect(ann.page.locator("#settings .ratios")).to_be_visible()
        await ann.page.locator("#settings .advanced summary").click()
        await expect(ann.page.locator("#settings .advanced input").last).to_be_visible()
        assert await ann.page.evaluate(CUT) == [], width
        sideways = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert await ann.page.evaluate(sideways) == 0, width
        ratios = await ann.page.locator(".ratios label").evaluate_all("all => all.map((l) => l.offsetWidth)")
        assert max(ratios) < 2.5 * min(ratios), width


async def test_every_command_that_help_names_can_be_pressed(abroad: tuple[str, House, Someone]) -> None:
    language, at, ann = abroad
    await ann.page.set_viewport_size({"width": DESK["width"], "height": DESK["height"]})
    await ann.opens(at.url)
    await ann.sends("/help ")
    commands = ann.last.locator(".text button.command")
    names = at.lukis.service.commands(language)
    await expect(commands).to_have_count(
        len(names) + 2
    )  # an example above, and how to ask about a word below
    said = [text.split()[0] for text in await commands.all_inner_texts()]
    assert said == ["/imagine", *(f"/{name}" for name, _ in names), "/help"]
    await commands.first.click()
    example = at.lukis.service.locales.say(language)("imagine-example")
    plain = "".join(c for c in example if c not in "\u2066\u2067\u2068\u2069")
    await expect(ann.prompt).to_have_value(f"/imagine {plain}")


def words_of(say: Any) -> list[str]:
    """What a language says on cards, of what the test makes."""
    names = ("button-reroll", "button-original", "button-delete", "page-change", "button-show")
    return [say(name).lstrip("🎲📄🗑🖼️ ") for name in names]


async def speaks(ann: Someone, language: str) -> None:
    await ann.page.locator("#language").select_option(value=f"language:{language}")
    await expect(ann.page.locator("html")).to_have_attribute("lang", language)


@pytest.mark.parametrize("language", ["id", "ar", "ko"])
async def test_another_language_translates_what_is_there_already(
    tmp_path: Path, chromium: Browser, language: str
) -> None:
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        await ann.sends("a boat")
        await ann.sees_pictures(1)
        await ann.sends("a cat --n 2")
        await ann.sees_pictures(2)
        await ann.sends("/history")
        await ann.sees("1 of 3")
        await ann.clicks("Show again")
        await ann.sees_pictures(1, total=5)
        await ann.sends("/history 2")
        await ann.sees("2 of 3")
        await speaks(ann, language)
        say = at.lukis.service.locales.say
        for word in words_of(say(language)):
            await expect(ann.page.locator("#messages").get_by_text(word).first).to_be_visible()
        cards = ann.page.locator("#messages > .message:not(.mine)")
        for word in words_of(say("en")):
            await expect(cards.get_by_text(word, exact=True)).to_have_count(0)
        await expect(ann.last.locator(".text")).not_to_contain_text("2 of 3")
        for i in range(await cards.locator(".notes").count()):
            await expect(cards.locator(".notes").nth(i)).not_to_contain_text("steps")
        await speaks(ann, "en")
        await ann.sees("2 of 3")


async def test_a_language_that_was_not_taken_is_not_shown_as_chosen(
    tmp_path: Path, chromium: Browser
) -> None:
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        await ann.page.route("**/press", lambda route: route.abort())
        await ann.page.locator("#language").select_option(label="日本語")
        await ann.sees("That could not be sent.")
        assert await ann.page.locator("#language").evaluate("s => s.selectedOptions[0].label") == "English"
        ann.faults.clear()  # the browser's own words on what was not sent
