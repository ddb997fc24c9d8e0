"""With the keyboard alone, and by ear: nobody loses their place, and only what matters is said aloud."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from playwright.async_api import Browser, WebSocketRoute, expect

from tests.browser.people import PHONE, Someone, someone
from tests.chat import FakeTranslator
from tests.fakes import FAKE_CARD, FakeEngine
from tests.patience import PATIENCE
from tests.wire.web import house

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

FOX = FAKE_CARD.model_copy(update={"examples": ("a red fox in the snow", "a blue boat")})

HEARD = """() => {
  window.heard = [];
  const live = (node) => node.closest("[aria-live], [role=status], [role=alert], [role=log]");
  const silent = (region) => !region || region.getAttribute("aria-live") === "off";
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes)
      for (const node of addedNodes.length ? addedNodes : [target]) {
        const at = target.nodeType === 1 ? target : target.parentElement;
        if (at && !silent(live(at))) heard.push(node.textContent);
      }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}"""


async def place(ann: Someone) -> str:
    """What has the focus, by its id, its label or its words."""
    found: str = await ann.page.evaluate(
        "(({ id, ariaLabel, textContent, localName }) => localName === 'body' ? 'nowhere'"
        " : id || ariaLabel || textContent.trim() || localName)(document.activeElement)"
    )
    return found


async def comes_to(ann: Someone, name: str) -> None:
    """Returns once this has the focus."""
    for _ in range(int(PATIENCE * 20)):
        if await place(ann) == name:
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"the focus is at {await place(ann)}, not at {name}")


async def first_enter(ann: Someone) -> str:
    await ann.page.keyboard.type("a boat")
    await ann.page.keyboard.press("Enter")
    await ann.sees_pictures(1)
    return "prompt"


async def example(ann: Someone) -> str:
    await ann.page.get_by_role("button", name="a blue boat").focus()
    await ann.page.keyboard.press("Enter")
    await ann.sees_pictures(1)
    return "prompt"


async def escape_in_settings(ann: Someone) -> str:
    await ann.page.locator("#settings-button").press("Enter")
    await expect(ann.page.locator("#settings")).to_be_visible()
    await ann.page.keyboard.press("Tab")
    await ann.page.keyboard.press("Escape")
    return "settings-button"


async def reset_of_settings(ann: Someone) -> str:
    await ann.page.locator("#settings-button").press("Enter")
    await ann.page.get_by_label("Without").fill("blurry")
    await ann.page.get_by_role("button", name="Back to automatic").press("Enter")
    return "Back to automatic"


async def chosen_setting(ann: Someone) -> str:
    await ann.page.locator("#settings-button").press("Enter")
    await ann.page.get_by_label("Without").fill("blurry")
    await ann.page.keyboard.press("Escape")
    await ann.page.get_by_role("button", name="Remove: Without").press("Enter")
    return "prompt"


async def delete(ann: Someone) -> str:
    await first_enter(ann)
    await ann.page.get_by_role("button", name="Delete", exact=True).press("Enter")
    await expect(ann.page.get_by_role("button", name="Undo")).to_be_visible()
    return "Undo"


async def undo(ann: Someone) -> str:
    await delete(ann)
    await ann.page.keyboard.press("Enter")
    await ann.sees_pictures(1)
    return "Delete"


async def reroll(ann: Someone) -> str:
    await first_enter(ann)
    await ann.page.get_by_role("button", name="Reroll", exact=True).press("Enter")
    await ann.sees_pictures(1, total=2)
    return "Reroll"


async def skip_link_in_the_gallery(ann: Someone) -> str:
    await ann.page.get_by_role("link", name="Gallery").press("Enter")
    await ann.page.locator(".skip").focus()
    await ann.page.keyboard.press("Enter")
    await expect(ann.prompt).to_be_visible()
    return "prompt"


async def gallery_link(ann: Someone) -> str:
    await ann.page.get_by_role("link", name="Gallery").press("Enter")
    await expect(ann.page.locator("#gallery")).to_be_visible()
    return "Gallery"


async def back_from_the_gallery(ann: Someone) -> str:
    await first_enter(ann)
    await gallery_link(ann)
    await ann.page.locator("#tiles button").focus()
    await ann.page.go_back()
    await expect(ann.page.locator("#chat")).to_be_visible()
    return "Chat"


async def turned_history(ann: Someone) -> str:
    await first_enter(ann)
    await ann.sends("a cat")
    await ann.sees_pictures(1, total=2)
    await ann.sends("/history ")
    await ann.sees("1 of 2")
    await ann.page.get_by_role("button", name="Older").press("Enter")
    await ann.sees("2 of 2")
    return "Newer"


async def language(ann: Someone) -> str:
    await first_enter(ann)
    await ann.page.locator("#language").focus()
    await ann.page.locator("#language").select_option(label="Bahasa Indonesia")
    await expect(ann.page.locator("html")).to_have_attribute("lang", "id")
    return "language"


async def deleted_in_the_gallery(ann: Someone) -> str:
    await first_enter(ann)
    await gallery_link(ann)
    await ann.page.locator("#tiles button").press("Enter")
    await ann.page.get_by_role("button", name="Delete this one").press("Enter")
    await expect(ann.page.get_by_role("button", name="Undo")).to_be_visible()
    return "Undo"


WAYS: tuple[Callable[[Someone], Awaitable[str]], ...] = (
    first_enter,
    example,
    escape_in_settings,
    reset_of_settings,
    chosen_setting,
    delete,
    undo,
    reroll,
    skip_link_in_the_gallery,
    gallery_link,
    back_from_the_gallery,
    turned_history,
    language,
    deleted_in_the_gallery,
)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
async def test_the_keyboard_keeps_its_place(
    tmp_path: Path, chromium: Browser, way: Callable[[Someone], Awaitable[str]]
) -> None:
    async with house(tmp_path, engine=FakeEngine((FOX,))) as at, someone(chromium, at) as ann:
        expected = await way(ann)
        await ann.page.wait_for_timeout(300)
        await comes_to(ann, expected)


async def test_only_the_start_and_the_end_of_a_picture_are_said_aloud(
    tmp_path: Path, chromium: Browser
) -> None:
    engine = FakeEngine(step_seconds=0.01)
    async with house(tmp_path, engine=engine) as at, someone(chromium, at) as ann:
        await ann.page.evaluate(HEARD)
        engine.hold(75)
        await ann.sends("a boat --steps 150")
        await ann.sees("Painting: ")
        await engine.release()
        await ann.sees_pictures(1)
        assert await ann.page.evaluate("heard") == ["Getting ready…", "Picture: a boat"]
        await ann.sends("a boat --steps 999")
        await ann.sees("--steps can't be 999")
        assert (await ann.page.evaluate("heard"))[2:] == ["--steps can't be 999. Try 1–150."]


async def test_what_came_while_the_server_was_out_of_reach_is_said_aloud(
    tmp_path: Path, chromium: Browser
) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as at, someone(chromium) as ann:
        wire = Wire()
        await ann.page.route_web_socket("**/live", wire.opened)
        await ann.opens(at.url)
        await ann.sends("a boat")
        await ann.sees_pictures(1)
        await ann.page.evaluate(HEARD)
        engine.hold(2)
        await ann.sends("a cat")
        await expect(ann.page.locator(".preview")).to_be_visible()
        await wire.cut()
        await engine.release()
        await ann.sends("a dog")
        await ann.until("fetch('/gallery').then((it) => it.json()).then((it) => it.entries.length === 3)")
        wire.whole = True
        await ann.sees_pictures(1, total=3)
        heard = [words for words in await ann.page.evaluate("heard") if words and "Trying again" not in words]
        assert heard == ["Getting ready…", "Picture: a cat", "Picture: a dog"]


async def test_a_question_that_came_while_the_server_was_out_of_reach_is_answered(
    tmp_path: Path, chromium: Browser
) -> None:
    translator = FakeTranslator(**{"seekor rubah": "a fox"})
    async with house(tmp_path, translator=translator) as at, someone(chromium) as ann:
        wire = Wire()
        await ann.page.route_web_socket("**/live", wire.opened)
        await ann.opens(at.url)
        await ann.sends("seekor rubah")
        await ann.sees_pictures(1)
        await wire.cut()
        async with ann.page.expect_response("**/press"):
            await ann.clicks("Edit translation")
        wire.whole = True
        await ann.sees("Reply to this message")
        await ann.sends("a red fox")
        await ann.sees_pictures(1, total=2)
        assert await ann.last.locator(".title").inner_text() == "seekor rubah"
        assert at.engine.jobs[-1].prompt == "a red fox"


class Wire:
    """The page's WebSocket, which can be cut, and is out of reach until it is whole again."""

    def __init__(self) -> None:
        self.whole = True
        self._open: WebSocketRoute | None = None

    async def opened(self, socket: WebSocketRoute) -> None:
        """Goes on to the server, where it can."""
        if self.whole:
            self._open = socket
            socket.connect_to_server()
        else:
            await socket.close()

    async def cut(self) -> None:
        """Both ends hear that it is over."""
        self.whole = False
        assert self._open
        await self._open.close()


async def test_an_evening_with_the_keyboard_alone(tmp_path: Path, chromium: Browser) -> None:
    """From the first word to a deleted picture, on a phone with a keyboard: Tab, arrows, Enter and Escape do it all."""

    async def tabs_to(name: str) -> None:
        for _ in range(60):
            if await place(ann) == name:
                return
            await keyboard.press("Tab")
        raise AssertionError(f"{name} is not reached by Tab")

    engine = FakeEngine((FOX,))
    async with house(tmp_path, engine=engine) as at, someone(chromium, at, viewport=PHONE) as ann:
        keyboard = ann.page.keyboard
        await tabs_to("a blue boat")
        await keyboard.press("Enter")
        await ann.sees_pictures(1)
        await comes_to(ann, "prompt")
        await keyboard.type("a cat --n 2")
        await keyboard.press("Enter")
        await ann.sees_pictures(2, total=3)
        await tabs_to("settings-button")
        await keyboard.press("Enter")
        await keyboard.press("ArrowRight")
        await keyboard.press("Escape")
        await tabs_to("prompt")
        await keyboard.type("/hi")
        await keyboard.press("Enter")
        await ann.sees("1 of 3")
        await tabs_to("Older")
        await keyboard.press("Enter")
        await ann.sees("2 of 3")
        await tabs_to("Delete")
        await keyboard.press("Enter")
        await ann.sees("Deleted.")
        await comes_to(ann, "Undo")
        await keyboard.press("Enter")
        await ann.sees("It is back.")
        await tabs_to("Gallery")
        await keyboard.press("Enter")
        await tabs_to("Picture: a blue boat")
        await keyboard.press("Enter")
        await tabs_to("Show again")
        await keyboard.press("Enter")
        await ann.sees("a blue boat")
        await expect(ann.page.locator("#chat")).to_be_visible()
        assert await place(ann) != "nowhere"
