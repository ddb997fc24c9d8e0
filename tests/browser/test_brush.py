"""A part of a picture, marked on the page to be painted anew."""

from __future__ import annotations

import asyncio
import base64
import io
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import pytest
from PIL import Image
from playwright.async_api import Browser, Locator, expect

from bot.locales import Locales
from engine.api.names import IPAdapter
from tests.browser.people import Someone, someone
from tests.browser.test_page import png
from tests.browser.test_phone import HAND
from tests.fakes import NAMED, FakeEngine
from tests.patience import PATIENCE, until
from tests.wire.web import house

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_what_a_picture_is_is_asked_only_where_there_is_a_choice(
    tmp_path: Path, chromium: Browser
) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as at, someone(chromium, at) as ann:
        context = ann.page.locator("#context")
        for name, colour in (("a.png", "red"), ("b.png", "blue"), ("my mask.png", "white")):
            file = {"name": name, "mimeType": "image/png", "buffer": png(colour)}
            await expect(context.locator("select")).to_have_count(int(name == "my mask.png"))
            await ann.page.set_input_files("#file", file)  # type: ignore[arg-type]
            await ann.sees(name)
        assert (
            "a.png" not in await context.inner_text()
        )  # a second photo is no mask of the first: it begins anew
        kinds = context.locator("select")
        assert [await kinds.nth(i).input_value() for i in range(2)] == ["image", "mask"]
        await ann.page.get_by_role("button", name="Remove").first.click()
        await expect(context).to_contain_text("Starting from this picture")
        await ann.sends("in oil")
        await ann.sees_pictures(1)
    assert [(job.mode, {*job.inputs}) for job in engine.jobs] == [("image", {"image"})]


def half_white(width: int, height: int) -> bytes:
    file, image = io.BytesIO(), Image.new("RGB", (width, height))
    image.paste("white", (0, 0, width // 2, height))
    image.save(file, "PNG")
    return file.getvalue()


async def test_what_the_next_picture_is_to_the_one_before_it_is_chosen(
    tmp_path: Path, chromium: Browser
) -> None:
    engine = FakeEngine(addons=replace(NAMED, adapters=(IPAdapter("ip", "ip.safetensors", context=768),)))
    async with house(tmp_path, engine=engine) as at, someone(chromium, at) as ann:
        context = ann.page.locator("#context")
        kinds = context.locator("select")

        async def hands_over(name: str, data: bytes) -> Locator:
            file = {"name": name, "mimeType": "image/png", "buffer": data}
            await ann.page.set_input_files("#file", file)  # type: ignore[arg-type]
            return context.get_by_label(name, exact=True)

        await hands_over("weekend.png", png("red"))
        second = await hands_over("another.png", half_white(80, 40))
        await expect(kinds).to_have_count(1)
        await expect(second).to_have_value("image")
        await second.select_option(label="Mask")
        await expect(kinds).to_have_count(2)
        assert [await kinds.nth(i).input_value() for i in range(2)] == ["image", "mask"]
        await ann.sends("in oil")
        await ann.sees_pictures(1)
        for number, purpose in enumerate(("Mask", "Like"), 2):
            await ann.clicks("Change it", ann.last)
            other = await hands_over("white.png", half_white(176, 96))
            await expect(context).not_to_contain_text("Changing")
            await other.select_option(label=purpose)
            await expect(context).to_contain_text("Changing")
            await other.select_option(label="Picture")
            await expect(context).not_to_contain_text("Changing")
            await other.select_option(label=purpose)
            if purpose == "Like":
                await ann.clicks("Change it", ann.last)
            await expect(kinds).to_have_count(1)
            await ann.sends("in ink")
            await ann.sees_pictures(1, total=number)
    assert [(job.mode, {*job.inputs}) for job in engine.jobs] == [
        ("inpaint", {"image", "mask"}),
        ("inpaint", {"image", "mask"}),
        ("restyle", {"image", "like"}),
    ]
    assert [colours(engine.jobs[0].inputs[name]).getpixel((0, 0)) for name in ("image", "mask")] == [
        (255, 0, 0),
        (255, 255, 255),
    ]


def colours(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data)) as image:
        return image.convert("RGB")


FRAME = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""Until the next frame of the screen, with which the picture is drawn, is there."""


async def frame(ann: Someone) -> tuple[float, float, float, float]:
    """Where the picture is on the screen: left, top, width, height."""
    await expect(ann.page.locator("#easel")).to_be_visible()
    await ann.page.evaluate(FRAME)
    canvas = ann.page.locator("#easel-canvas")
    seen = await canvas.evaluate("canvas => [canvas.toDataURL(), devicePixelRatio]")
    with Image.open(io.BytesIO(base64.b64decode(seen[0].partition(",")[2]))) as image:
        found = image.getchannel("A").point(lambda a: 255 * (a > 127)).getbbox()
    assert found is not None
    left, top, right, bottom = found
    box = await canvas.bounding_box()
    assert box is not None
    dense = seen[1]
    return box["x"] + left / dense, box["y"] + top / dense, (right - left) / dense, (bottom - top) / dense


async def points(ann: Someone, *shares: tuple[float, float]) -> list[tuple[float, float]]:
    """Points of the screen that lie at these shares of the picture's width and height."""
    left, top, width, height = await frame(ann)
    return [(left + x * width, top + y * height) for x, y in shares]


async def drags(
    ann: Someone, *shares: tuple[float, float], button: Literal["left", "middle"] = "left"
) -> None:
    """Draws with the mouse from one place of the picture to the next."""
    first, *rest = await points(ann, *shares)
    await ann.page.mouse.move(*first)
    await ann.page.mouse.down(button=button)
    for x, y in rest:
        await ann.page.mouse.move(x, y, steps=6)
    await ann.page.mouse.up(button=button)


async def touches(ann: Someone, *moments: list[tuple[float, float]]) -> None:
    """Fingers at these places of the screen, moment by moment; all of them leave at the end."""
    session = await ann.page.context.new_cdp_session(ann.page)
    for before, places in zip(([], *moments), (*moments, []), strict=True):
        kind = "touchStart" if len(places) > len(before) else "touchMove" if places else "touchEnd"
        fingers = [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(places)]
        await session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": fingers})


async def upload(ann: Someone, colour: str = "red") -> None:
    file = {"name": "mine.png", "mimeType": "image/png", "buffer": png(colour)}
    await ann.page.set_input_files("#file", file)  # type: ignore[arg-type]
    await ann.sees("Starting from this picture")


async def begins(ann: Someone, colour: str = "red") -> None:
    """Hands over a picture, and takes the brush to it."""
    await upload(ann, colour)
    await ann.page.locator("#context").get_by_role("button", name="Change a part").click()


async def paints(ann: Someone, engine: FakeEngine, words: str = "a hat") -> Image.Image:
    """Is done with the brush, says what belongs there, and what mask the engine got of it."""
    before = len(engine.jobs)
    await ann.page.get_by_role("button", name="Done", exact=True).click()
    await expect(ann.page.locator("#easel")).to_be_hidden()
    await expect(ann.page.locator("#context")).to_contain_text("Changing the striped part")
    await expect(ann.prompt).to_be_focused()
    await ann.sends(words)
    await until(lambda: len(engine.jobs) > before)
    job = engine.jobs[-1]
    assert (job.mode, {*job.inputs}) == ("inpaint", {"image", "mask"})
    mask = colours(job.inputs["mask"])
    assert {colour for _, colour in mask.getcolors() or ()} == {(0, 0, 0), (255, 255, 255)}
    return mask.convert("L")


def at(mask: Image.Image, x: float, y: float) -> int:
    """How white a mask is at these shares of its width and height."""
    value = mask.getpixel((round(x * (mask.width - 1)), round(y * (mask.height - 1))))
    assert isinstance(value, int)
    return value


@pytest.mark.parametrize("where", ["chat", "album", "lightbox", "gallery"])
async def test_a_part_of_ones_own_picture_is_brushed_over_and_painted_anew(
    tmp_path: Path, chromium: Browser, where: str
) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as home, someone(chromium, home) as ann:
        count = 2 if where == "album" else 1
        await ann.sends(f"a boat --n {count} --seed 5")
        frames = await ann.sees_pictures(count)
        shown = await frames.last.get_attribute("src")
        if where == "gallery":
            await ann.page.get_by_role("link", name="Gallery").click()
            await ann.page.locator("#tiles button").click()
        if where == "lightbox":
            await ann.page.locator(".open").click()
        if where in ("chat", "album"):
            await ann.clicks("Change a part", ann.last)
        else:
            await ann.clicks("Change a part", ann.page.locator("#lightbox"))
        await drags(ann, (0.25, 0.5), (0.75, 0.5))
        mask = await paints(ann, engine)
        original = await ann.page.request.get(home.origin + (shown or ""))
        assert colours(engine.jobs[-1].inputs["image"]).tobytes() == colours(await original.body()).tobytes()
        assert mask.size == colours(await original.body()).size
        assert [at(mask, x, 0.5) for x in (0, 0.1, 0.3, 0.5, 0.7, 0.9, 1)] == [0, 0, 255, 255, 255, 0, 0]
        assert [at(mask, 0.5, y) for y in (0, 0.3, 0.5, 0.7, 1)] == [0, 0, 255, 0, 0]
        await ann.sees_pictures(1, total=count + 1)
        await expect(ann.page.locator(".mine .source")).to_have_count(1)
        await expect(ann.page.locator("#chat")).to_be_visible()


async def test_strokes_are_taken_back_rubbed_out_cleared_and_swapped(
    tmp_path: Path, chromium: Browser
) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as home, someone(chromium, home) as ann:
        await begins(ann)
        share = ann.page.locator("#easel-share")
        undo, redo = (ann.page.get_by_role("button", name=name, exact=True) for name in ("Undo", "Redo"))
        await expect(share).to_have_text("0% marked")
        await expect(undo).to_have_attribute("aria-disabled", "true")
        await drags(ann, (0.2, 0.5), (0.4, 0.5))
        one = await share.inner_text()
        await drags(ann, (0.6, 0.5), (0.8, 0.5))
        both = await share.inner_text()
        assert len({"0% marked", one, both}) == 3
        await ann.page.mouse.down()
        await ann.page.mouse.move(5, 5, steps=3)
        await ann.page.keyboard.press("Control+z")  # takes back the stroke that is being drawn, and no other
        await ann.page.mouse.move(90, 90, steps=3)
        await ann.page.mouse.up()
        await expect(share).to_have_text(both)
        await undo.click()
        await expect(share).to_have_text(one)
        await ann.page.keyboard.press("Control+z")
        await expect(share).to_have_text("0% marked")
        await redo.click()
        await ann.page.keyboard.press("Control+Shift+z")
        await expect(share).to_have_text(both)
        await expect(redo).to_have_attribute("aria-disabled", "true")
        await ann.page.get_by_role("button", name="Clear", exact=True).click()
        await expect(share).to_have_text("0% marked")
        await undo.click()
        await expect(share).to_have_text(both)
        await ann.page.get_by_role("radio", name="Eraser").check()
        await drags(ann, (0.6, 0.5), (0.8, 0.5))
        await ann.page.get_by_role("button", name="Swap marked and unmarked").click()
        mask = await paints(ann, engine)
        assert [at(mask, x, 0.5) for x in (0, 0.3, 0.7, 1)] == [255, 0, 255, 255]
        assert at(mask, 0.05, 0.05) == at(mask, 0.95, 0.95) == 255


async def test_one_finger_brushes_and_two_move_the_picture(tmp_path: Path, chromium: Browser) -> None:
    engine = FakeEngine()
    hand: dict[str, Any] = {**HAND, "viewport": {"width": 360, "height": 740}}
    async with house(tmp_path, engine=engine) as home, someone(chromium, home, **hand) as ann:
        await begins(ann)
        before = await frame(ann)
        (middle,) = await points(ann, (0.5, 0.5))
        apart = [[(middle[0] - far, middle[1]), (middle[0] + far, middle[1])] for far in (30, 45, 60, 90)]
        await touches(ann, apart[0][:1], *apart)
        await expect(ann.page.locator("#easel-share")).to_have_text("0% marked")
        canvas = await ann.page.locator("#easel-canvas").bounding_box()
        nearer = await frame(ann)
        assert canvas is not None and before[2] < canvas["width"]
        assert nearer[2] == pytest.approx(canvas["width"], abs=1) and nearer[3] == pytest.approx(
            3 * before[3], rel=0.05
        )
        await ann.page.get_by_role("button", name="Whole picture").click()
        assert await frame(ann) == pytest.approx(before, abs=1)
        path = await points(ann, (0.5, 0.2), (0.5, 0.5), (0.5, 0.8))
        await touches(ann, *([place] for place in path))
        mask = await paints(ann, engine)
        assert [at(mask, 0.5, y) for y in (0.2, 0.5, 0.8)] == [255, 255, 255]
        assert [at(mask, x, 0.5) for x in (0.1, 0.3, 0.7, 0.9)] == [0, 0, 0, 0]


async def test_what_is_brushed_from_near_is_marked_where_it_was_seen(
    tmp_path: Path, chromium: Browser
) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as home, someone(chromium, home) as ann:
        await begins(ann)
        (corner,) = await points(ann, (0.05, 0.1))
        far = await frame(ann)
        await ann.page.mouse.move(*corner)
        await ann.page.mouse.wheel(0, -700)
        async with asyncio.timeout(PATIENCE):
            while await frame(ann) == far:
                pass
        await ann.page.mouse.down()
        await ann.page.mouse.up()
        await drags(ann, (0.5, 0.5), (0.4, 0.4), button="middle")
        await ann.page.get_by_role("radio", name="Move the picture").check()
        await drags(ann, (0.5, 0.5), (0.45, 0.45))
        mask = await paints(ann, engine)
        assert at(mask, 0.05, 0.1) == 255
        left, top, right, bottom = mask.getbbox() or (0, 0, 0, 0)
        assert right < 0.2 * mask.width and bottom < 0.3 * mask.height and (right - left) * (bottom - top) > 1


async def test_a_pen_draws_as_broad_as_it_is_pressed_and_the_palm_draws_nothing(
    tmp_path: Path, chromium: Browser
) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as home, someone(chromium, home, **HAND) as ann:
        await begins(ann)
        session = await ann.page.context.new_cdp_session(ann.page)
        for y, force in ((0.25, 0.05), (0.75, 1.0)):
            path = await points(ann, (0.3, y), (0.5, y), (0.7, y))
            for kind, (across, down) in zip(
                ("mousePressed", "mouseMoved", "mouseReleased"), path, strict=True
            ):
                pen = {"pointerType": "pen", "button": "left", "buttons": 1, "force": force, "clickCount": 1}
                await session.send("Input.dispatchMouseEvent", {"type": kind, "x": across, "y": down, **pen})
        (palm,) = await points(ann, (0.1, 0.9))
        await touches(ann, [palm])
        mask = await paints(ann, engine)
        column = [at(mask, 0.4, y / 39) for y in range(40)]
        light, hard = sum(v > 0 for v in column[:20]), sum(v > 0 for v in column[20:])
        assert 0 < light < hard
        assert at(mask, 0.1, 0.9) == 0


async def test_with_keys_alone_a_part_is_marked(tmp_path: Path, chromium: Browser) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as home, someone(chromium, home) as ann:
        await upload(ann)
        await ann.page.route("**/page/easel.js*", lambda route: route.abort("connectionrefused"))
        await ann.page.locator("#context [data-action=brush]").press("Enter")
        await ann.sees("This part of the page could not be fetched.")
        await ann.page.unroute("**/page/easel.js*")
        await ann.page.locator("#context [data-action=brush]").press("Enter")
        canvas = ann.page.locator("#easel-canvas")
        await expect(canvas).to_be_focused()
        await expect(ann.page.get_by_text("Arrow keys move the brush")).to_be_visible()
        for key in ("]", "]", "Shift+ArrowRight", "Shift+ArrowRight", "e", "ArrowUp", " ", "b", "ArrowDown"):
            await ann.page.keyboard.press(key)
        await expect(ann.page.get_by_role("radio", name="Brush", exact=True)).to_be_checked()
        await ann.page.keyboard.press("+")
        await ann.page.keyboard.press("0")
        await ann.page.keyboard.press("Shift+Tab")
        await expect(ann.page.locator("#easel-done")).to_be_focused()
        mask = await paints(ann, engine)
        assert at(mask, 0.5, 0.5) == 255 and at(mask, 0.3, 0.5) == at(mask, 0.5, 0.1) == 0


async def test_what_can_t_be_used_is_said_and_nothing_is_lost(tmp_path: Path, chromium: Browser) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as home, someone(chromium, home) as ann:
        await begins(ann)
        done = ann.page.get_by_role("button", name="Done", exact=True)
        await done.click()
        await ann.sees("Brush over what is to change first.")
        await ann.page.get_by_role("button", name="Swap marked and unmarked").click()
        await done.click()
        await ann.sees("All of the picture is marked. Leave out what is to stay.")
        await ann.page.get_by_role("button", name="Clear", exact=True).click()
        await drags(ann, (0.3, 0.5), (0.7, 0.5))
        share = await ann.page.locator("#easel-share").inner_text()
        for leave in ("Escape", "Close", "back"):
            if leave == "back":
                await ann.page.go_back()
            elif leave == "Close":
                await ann.clicks("Close", ann.page.locator("#easel"))
            else:
                await ann.page.keyboard.press("Escape")
            await expect(ann.page.locator("#easel")).to_be_hidden()
            await ann.until("!history.state?.over")
            await ann.page.locator("#context [data-action=brush]").click()
            await expect(ann.page.locator("#easel-share")).to_have_text(share)
        await done.click()
        context = ann.page.locator("#context")
        await expect(context).to_contain_text("Changing the striped part")
        await ann.page.locator("#send").click()
        await ann.sees("Say in words what to do with the picture.")
        await ann.page.reload()
        await expect(context).to_contain_text("Changing the striped part")
        await context.locator("[data-action=brush]").click()
        await expect(ann.page.locator("#easel-share")).to_have_text(share)
        await done.click()
        await expect(ann.page.locator("#easel")).to_be_hidden()
        await ann.sends("a hat --steps 999")
        await ann.sees("--steps can't be 999")
        await expect(context).to_contain_text("Changing the striped part")
        await context.locator("[data-action=brush]").click()
        assert at(await paints(ann, engine), 0.5, 0.5) == 255


async def test_a_mask_goes_with_its_picture(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path) as home, someone(chromium, home) as ann:
        await begins(ann)
        await drags(ann, (0.3, 0.5), (0.7, 0.5))
        await ann.page.get_by_role("button", name="Done", exact=True).click()
        await ann.page.get_by_role("button", name="Remove").first.click()
        await expect(ann.page.locator("#context")).to_be_hidden()
        file = {"name": "a.heic", "mimeType": "image/heic", "buffer": b"no picture"}
        await ann.page.set_input_files("#file", file)  # type: ignore[arg-type]
        await ann.page.locator("#context [data-action=brush]").click()
        await ann.sees("This picture can’t be shown here")
        await expect(ann.page.locator("#easel")).to_be_hidden()


async def test_a_drawing_on_a_blank_sheet_is_painted_from(tmp_path: Path, chromium: Browser) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as home, someone(chromium, home) as ann:
        await ann.page.evaluate("for (let i = 0; i < 2; i++) document.getElementById('draw').click()")
        await frame(ann)
        await ann.page.go_back()  # once is enough, and the empty sheet then has another shape
        await expect(ann.page.locator("#easel")).to_be_hidden()
        await ann.clicks("Settings")
        await ann.page.get_by_role("radio", name="16:9").check()
        await ann.page.keyboard.press("Escape")
        await ann.page.get_by_role("button", name="Draw", exact=True).click()
        done = ann.page.get_by_role("button", name="Done", exact=True)
        await done.click()
        await ann.sees("Draw something first.")
        for colour, y in (("Red", 0.25), ("Blue", 0.5), ("Green", 0.75)):
            await ann.page.get_by_role("radio", name=colour).check()
            await drags(ann, (0.2, y), (0.8, y))
        await ann.page.get_by_role("radio", name="Eraser").check()
        await drags(ann, (0.5, 0.1), (0.5, 0.6))
        await done.click()
        context = ann.page.locator("#context")
        await expect(context).to_contain_text("Starting from your drawing")
        await ann.page.locator("#send").click()
        await ann.sees("Say in words what to do with the picture.")
        await context.get_by_role("button", name="Draw").click()
        await ann.page.keyboard.press("Control+z")
        await ann.page.get_by_label("Your own colour").fill("#123456")
        await drags(ann, (0.1, 0.9), (0.1, 0.95))
        await done.click()
        await expect(ann.page.locator("#easel")).to_be_hidden()
        await ann.sends("a flag")
        await ann.sees_pictures(1)
        await ann.page.get_by_role("button", name="Draw", exact=True).click()
        await done.click()
        await expect(ann.page.locator("#easel")).to_be_visible()  # a new sheet, with nothing on it
        await ann.page.keyboard.press("Escape")
        await ann.page.select_option("#language", label="Bahasa Indonesia")
        await expect(ann.page.locator("#easel-colours label").first).to_have_attribute("title", "Hitam")
        await expect(ann.page.locator("#easel-colours :checked")).to_have_count(0)  # it is still one's own
    (job,) = engine.jobs
    assert (job.mode, {*job.inputs}) == ("image", {"image"})
    drawn = colours(job.inputs["image"])
    assert drawn.width / drawn.height == pytest.approx(16 / 9, rel=0.01)
    seen = [
        drawn.getpixel((int(x * drawn.width), int(y * drawn.height)))
        for x, y in ((0.3, 0.25), (0.5, 0.5), (0.7, 0.75), (0.1, 0.92), (0.05, 0.05))
    ]
    assert seen == [(217, 53, 43), (47, 111, 208), (63, 155, 75), (18, 52, 86), (255, 255, 255)]
    assert job.recipe.width > job.recipe.height


TOOLS = """nodes => nodes.filter(node => node.checkVisibility()).map(node => {
  const { left, top, right, bottom } = node.getBoundingClientRect();
  return [left, top, right, bottom, node.ariaLabel || node.labels?.[0]?.textContent.trim() || node.textContent.trim()];
})"""
"""Where each tool is that is seen, and what it is called."""


@pytest.mark.parametrize("language", Locales.load().languages)
async def test_all_tools_are_within_reach_on_a_narrow_phone(
    tmp_path: Path, chromium: Browser, language: str
) -> None:
    hand: dict[str, Any] = {**HAND, "viewport": {"width": 360, "height": 640}, "locale": language}
    async with house(tmp_path) as home, someone(chromium, home, **hand) as ann:
        await ann.page.locator("#draw").click()
        left, _, width, _ = await frame(ann)
        assert left >= 0 and left + width <= 360
        tools = await ann.page.locator("#easel :is(button, input)").evaluate_all(TOOLS)
        assert len(tools) > 10
        for x, y, right, bottom, label in tools:
            assert x >= 0 and right <= 360 and y >= 0 and bottom <= 640, label
            assert min(right - x, bottom - y) >= 16, label
            assert label
