"""The page in a real browser, one habit of people at a time."""

from __future__ import annotations

import asyncio
import base64
import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from PIL import Image
from playwright.async_api import Browser, Error, expect

from tests.browser.people import DESK, PHONE, someone
from tests.chat import FakeTranslator
from tests.fakes import FAKE_CARD, FakeEngine
from tests.patience import PATIENCE
from tests.wire.web import house

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

FOX = FAKE_CARD.model_copy(update={"examples": ("a red fox in the snow", "a blue boat")})


def png(colour: str = "red") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (80, 40), colour).save(out, "PNG")
    return out.getvalue()


async def test_an_example_is_painted_by_a_click(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path, engine=FakeEngine((FOX,))) as at, someone(chromium, at) as ann:
        await ann.clicks("a blue boat")
        await ann.sees_pictures(1)
        await expect(ann.page.get_by_text("What shall we paint?")).to_be_hidden()


async def test_settings_become_flags_of_the_command(tmp_path: Path, chromium: Browser) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as at, someone(chromium, at) as ann:
        await ann.clicks("Settings")
        await ann.page.get_by_role("radio", name="16:9").check()
        await ann.page.get_by_label("Steps").fill("9")
        await ann.page.get_by_label("Sampler").select_option(label="DPM++ 2M Karras")
        await ann.page.get_by_label("Without").fill("blurry")
        await ann.page.keyboard.press("Escape")
        await ann.sends("a boat --steps 3")
        await ann.sees_pictures(1)
        said = await ann.page.locator(".mine .said p").inner_text()
        assert said == "a boat --steps 3 --ar 16:9 --sampler dpmpp_2m_karras --no blurry"
        recipe = engine.jobs[-1].recipe
        assert (recipe.steps, recipe.sampler, recipe.negative) == (3, "dpmpp_2m_karras", "blurry")
        assert recipe.width > recipe.height
        await ann.sends("/gambar perahu")
        await ann.sees_pictures(1, total=2)
        assert engine.jobs[-1].recipe.steps == 9
        await ann.sends("/models")
        await expect(ann.page.locator(".mine .said p").last).to_have_text("/models")
        await ann.page.reload()
        await ann.clicks("Remove: Without")
        await ann.clicks("Settings")
        await ann.clicks("Back to automatic")
        await expect(ann.page.locator("#chosen")).to_be_hidden()


async def test_a_picture_is_dropped_pasted_or_chosen(tmp_path: Path, chromium: Browser) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as at, someone(chromium, at) as ann:
        for number, give in enumerate(("drop", "paste", "choose"), 1):
            if give == "choose":
                await ann.page.set_input_files(
                    "#file", {"name": "a.png", "mimeType": "image/png", "buffer": png()}
                )
            else:
                await ann.page.evaluate(HAND_OVER, [give, base64.b64encode(png()).decode()])
            await ann.sees("Starting from this picture")
            await ann.sends(f"in oil {number}")
            await ann.sees_pictures(1, total=number)
            assert engine.jobs[-1].mode == "image"
            assert await ann.page.locator(".mine .source").count() == number
        await ann.page.set_input_files(
            "#file", {"name": "a.pdf", "mimeType": "image/png", "buffer": b"%PDF-1.4"}
        )
        await ann.sees("a.pdf")
        await ann.sends("in oil")
        await ann.sees("I can't read that file as a picture.")


SLOW_THUMB = """() => {
  const real = createImageBitmap;
  window.createImageBitmap = (file) => new Promise((done) => (window.hurry = () => done(real(file))));
}"""


async def test_words_sent_after_a_picture_do_not_overtake_it(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        await ann.page.evaluate(SLOW_THUMB)
        await ann.page.set_input_files("#file", {"name": "a.png", "mimeType": "image/png", "buffer": png()})
        await ann.sees("Starting from this picture")
        await ann.sends("in oil")
        await ann.sends("a boat")
        await ann.page.evaluate("hurry()")
        await expect(ann.page.locator(".mine .said p")).to_have_text(["in oil", "a boat"])


@pytest.mark.usefixtures("toy")
async def test_pictures_are_told_apart_where_a_mode_takes_several(tmp_path: Path, chromium: Browser) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as at, someone(chromium, at) as ann:
        for name, colour in (("a.png", "red"), ("b.png", "blue")):
            await ann.page.set_input_files(
                "#file", {"name": name, "mimeType": "image/png", "buffer": png(colour)}
            )
            await ann.sees(name)
        chosen = ann.page.locator("#context select")
        assert [await chosen.nth(i).input_value() for i in range(2)] == ["image", "second"]
        await chosen.nth(0).select_option(label="Second picture")
        assert [await chosen.nth(i).input_value() for i in range(2)] == ["second", "image"]
        await ann.sends("in oil")
        await ann.sees_pictures(1)
        await ann.clicks("Change it")
        await ann.page.set_input_files("#file", {"name": "c.png", "mimeType": "image/png", "buffer": png()})
        await ann.sees("c.png")
        assert await chosen.input_value() == "second"
        await ann.sends("at night")
        await ann.sees_pictures(1, total=2)
    first, second = engine.jobs
    assert (first.mode, second.mode) == ("beside", "beside")
    colours = {}
    for name, data in first.inputs.items():
        with Image.open(io.BytesIO(data)) as image:
            colours[name] = image.getpixel((1, 1))
    assert colours == {"image": (0, 0, 255), "second": (255, 0, 0)}
    assert set(second.inputs) == {"image", "second"}


HAND_OVER = """async ([how, data]) => {
  const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
  const transfer = new DataTransfer();
  transfer.items.add(new File([bytes], "mine.png", { type: "image/png" }));
  const prompt = document.querySelector("#prompt");
  const events = { bubbles: true, cancelable: true };
  if (how === "paste") prompt.dispatchEvent(new ClipboardEvent("paste", { clipboardData: transfer, ...events }));
  else for (const type of ["dragenter", "dragover", "drop"])
    prompt.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, ...events }));
}"""


async def test_the_lightbox_is_leafed_through_with_keys(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        await ann.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        await ann.sends("a boat --seed 11")
        await ann.sees_pictures(1)
        await ann.sends("a cat --n 2 --seed 21")
        await ann.sees_pictures(2, total=3)
        await ann.page.locator(".open").first.focus()
        await ann.page.keyboard.press("Enter")
        box = ann.page.get_by_role("dialog")
        await expect(box.locator(".title")).to_have_text("a boat")
        for key, seed in (
            ("ArrowRight", 21),
            ("ArrowRight", 22),
            ("ArrowRight", 22),
            ("Home", 11),
            ("End", 22),
        ):
            await ann.page.keyboard.press(key)
            await expect(box.get_by_role("button", name=f"Copy seed {seed}")).to_be_visible()
        await ann.clicks("Copy seed 22", box)
        assert await ann.page.evaluate("navigator.clipboard.readText()") == "22"
        await ann.sees("Copied.")
        await ann.clicks("Copy prompt", box)
        assert await ann.page.evaluate("navigator.clipboard.readText()") == "a cat"
        async with ann.page.expect_download() as download:
            await box.get_by_role("link", name="Download original").click()
        assert (await download.value).suggested_filename == "lukis-a-cat-22.png"
        await ann.page.keyboard.press("Escape")
        await expect(box).to_be_hidden()
        await expect(ann.page.locator(".open").first).to_be_focused()


async def test_the_gallery_scrolls_and_brings_a_picture_back(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path) as at, someone(chromium, at, viewport=PHONE) as ann:
        person = (await (await ann.page.request.get(at.url + "start")).json())["person"]
        for number in range(30):
            await at.imagine(person, f"boat {number}")
            await at.lukis.service.runner.settle(PATIENCE)
        await ann.page.get_by_role("link", name="Gallery").click()
        tiles = ann.page.locator("#tiles li")
        await expect(tiles.first).to_be_visible()
        await ann.page.mouse.wheel(0, 9000)
        await expect(tiles).to_have_count(30)
        await expect(tiles.first).to_have_text("boat 29")
        await ann.page.get_by_role("button", name="Picture: boat 3", exact=True).click()
        await ann.clicks("Show again", ann.page.get_by_role("dialog"))
        await ann.sees_pictures(1)
        await expect(ann.last.locator(".title")).to_have_text("boat 3")


async def test_the_end_stays_in_view_until_one_scrolls_up(tmp_path: Path, chromium: Browser) -> None:
    engine = FakeEngine(step_seconds=0.05)
    async with house(tmp_path, engine=engine) as at, someone(chromium, at, viewport=PHONE) as ann:
        distance = "document.documentElement.scrollHeight - innerHeight - scrollY"
        await ann.sends("a long chat --n 4 --steps 1")
        await ann.sees_pictures(4)
        engine.hold(1)
        for number in range(3):
            await ann.sends(f"boat {number} --steps 100")
        await ann.sends("/cancel")
        await ann.sees("Stopped 3 pictures.")
        await ann.until(f"{distance} < 2")
        await ann.sends("a cat --steps 30")
        await ann.sees("Painting: ")
        await ann.page.mouse.move(200, 300)
        await ann.page.mouse.wheel(0, -600)
        await ann.until(f"{distance} > 500")
        await engine.release(until=10)
        await ann.page.wait_for_timeout(400)
        above = await ann.page.evaluate("scrollY")
        await engine.release()
        await expect(ann.page.locator(".frame")).to_have_count(5)
        assert await ann.page.evaluate("scrollY") == above
        await ann.clicks("To the newest")
        await ann.until(f"{distance} < 2")
        await expect(ann.page.locator("#newest")).to_be_hidden()


async def test_a_preview_stays_until_there_is_a_newer_one(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        at.engine.hold(1)
        await ann.sends("a fox")
        preview = ann.last.locator(".preview")
        await expect(preview).to_be_visible()
        await at.engine.release(until=3)
        await ann.sees("Painting: 75%")
        await expect(preview).to_be_visible()
        assert await preview.evaluate("image => image.naturalWidth") == 64
        await at.engine.release()
        await ann.sees_pictures(1, total=1)
        await expect(preview).to_have_count(0)


async def test_a_button_far_up_shows_what_comes_of_it(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path) as at, someone(chromium, at, viewport=PHONE) as ann:
        for number in range(4):
            await ann.sends(f"boat {number}")
            await ann.sees_pictures(1, total=number + 1)
        first = ann.page.get_by_role("button", name="Reroll", exact=True).first
        await ann.page.mouse.move(200, 300)
        await ann.page.mouse.wheel(0, -9000)
        await expect(first).to_be_in_viewport()
        await expect(ann.page.locator("#newest")).to_be_visible()
        await first.click()
        await ann.sees_pictures(1, total=5)
        await expect(ann.last.locator(".frame img")).to_be_in_viewport()
        await expect(ann.last.locator(".title")).to_have_text("boat 0")


async def test_commands_are_offered_and_chosen_with_keys(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        options = ann.page.locator("#menu").get_by_role("option")
        await ann.page.set_viewport_size({"width": 900, "height": 400})  # where not all have room
        await ann.prompt.press_sequentially("/")
        await expect(options.last).not_to_be_in_viewport(ratio=1)
        await ann.prompt.press("ArrowUp")
        await expect(options.last).to_be_in_viewport(ratio=1)
        await ann.prompt.press_sequentially("h")
        await expect(options).to_have_count(2)
        await ann.prompt.press("ArrowDown")
        await expect(options.nth(1)).to_have_attribute("aria-selected", "true")
        await ann.prompt.press("ArrowUp")
        await ann.prompt.press("Enter")
        await ann.sees("You have no pictures yet.")
        await ann.prompt.press("ArrowUp")
        await expect(ann.prompt).to_have_value("/history")


async def test_a_message_is_written_over_lines_and_in_scripts_that_compose(
    tmp_path: Path, chromium: Browser
) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as at, someone(chromium, at) as ann:
        await ann.prompt.press_sequentially("a boat")
        await ann.prompt.press("Shift+Enter")
        await ann.prompt.press_sequentially("--steps 2")
        await ann.prompt.evaluate(CHOOSE_A_SYLLABLE)
        await expect(ann.prompt).to_have_value("a boat\n--steps 2")
        await ann.prompt.press("Enter")
        await ann.sees_pictures(1)
        assert engine.jobs[-1].recipe.steps == 2


CHOOSE_A_SYLLABLE = """prompt => prompt.dispatchEvent(
  new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true }))"""


async def test_nothing_that_people_write_becomes_markup(tmp_path: Path, chromium: Browser) -> None:
    evil = "<img src=x onerror=\"document.title='pwned'\"><script>document.title='pwned'</script> **bold**"
    translator = FakeTranslator(**{evil: evil + "&amp;"})
    async with house(tmp_path, translator=translator) as at, someone(chromium, at) as ann:
        await ann.sends(evil)
        await ann.sees_pictures(1)
        assert await ann.page.locator(".mine .said p").inner_text() == evil
        assert evil + "&amp;" in await ann.last.inner_text()
        await ann.page.locator(".open").click()
        await ann.page.keyboard.press("Escape")
        assert await ann.page.title() == "Lukis"


async def test_the_browser_runs_nothing_but_the_page_itself(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        asked: list[str] = []
        ann.page.on("request", lambda request: asked.append(request.url))
        await ann.page.reload()
        await ann.sends("a boat")
        await ann.sees_pictures(1)
        assert asked and all(url.startswith((at.url, "data:", "blob:")) for url in asked)
        with pytest.raises(Error, match="TrustedHTML"):
            await ann.page.evaluate("document.body.innerHTML = '<b>markup</b>'")
        assert await ann.page.evaluate(INJECT) in ("require-trusted-types-for", "script-src-elem")
        assert await ann.page.evaluate("window.ran") is None
        await ann.page.wait_for_timeout(100)
        ann.faults.clear()  # the browser's own words on what it refused


INJECT = """() => new Promise((done) => {
  document.addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective));
  const script = document.createElement("script");
  script.append("window.ran = 1");
  document.body.append(script);
})"""


async def test_another_site_in_the_same_browser_gets_nowhere(tmp_path: Path, chromium: Browser) -> None:
    engine = FakeEngine()
    async with (
        house(tmp_path, engine=engine) as at,
        someone(chromium, at) as ann,
        site("<h1>evil</h1>") as url,
    ):
        await ann.sends("a boat")
        await ann.sees_pictures(1)
        src = await ann.page.locator(".frame img").get_attribute("src")
        evil = await ann.page.context.new_page()
        await evil.goto(url)
        assert await evil.evaluate(ATTACK, [at.origin, src]) == ["refused", "refused"]
        await expect(evil.locator("iframe")).to_be_attached()
        assert [frame.url for frame in evil.frames[1:]] == ["chrome-error://chromewebdata/"]
        assert len(engine.jobs) == 1


ATTACK = """async ([origin, src]) => {
  const form = new FormData();
  form.append("id", "0123456789abcdef");
  form.append("text", "evil");
  await fetch(`${origin}/send`, { method: "POST", body: form, mode: "no-cors", credentials: "include" }).catch(() => 0);
  const frame = document.createElement("iframe");
  await new Promise((done) => {
    frame.onload = done;
    frame.src = origin;
    document.body.append(frame);
  });
  const outcome = (thing, good) => new Promise((done) => {
    thing[good] = () => done("let in");
    thing.onerror = () => done("refused");
  });
  const image = new Image(), socket = new WebSocket(`${origin.replace("http", "ws")}/live`);
  const outcomes = Promise.all([outcome(image, "onload"), outcome(socket, "onopen")]);
  image.src = origin + src;
  return outcomes;
}"""


@asynccontextmanager
async def site(markup: str) -> AsyncIterator[str]:
    """Another site on this machine: for the browser the same site as the page, but another origin."""

    async def index(request: web.Request) -> web.Response:
        return web.Response(text=markup, content_type="text/html")

    app = web.Application()
    app.router.add_get("/", index)
    async with TestServer(app) as server:
        yield str(server.make_url("/"))


async def test_arabic_runs_from_right_to_left(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path) as at, someone(chromium, at, locale="ar", viewport=PHONE) as layla:
        await expect(layla.page.locator("html")).to_have_attribute("dir", "rtl")
        middle = PHONE["width"] / 2
        assert await layla.x("#send") < middle < await layla.x(".brand")
        await layla.sends("ثعلب أحمر في الثلج --ar 16:9")
        await layla.sees_pictures(1)
        assert await layla.x(".mine .said") < await layla.x(".frame")
        assert (
            await layla.page.locator(".mine .flag").evaluate("flag => getComputedStyle(flag).direction")
            == "ltr"
        )
        await layla.sends("a boat")
        english = layla.page.locator(".mine .said p", has_text="a boat")
        assert await english.evaluate("words => getComputedStyle(words).direction") == "ltr"


async def test_two_tabs_show_the_same(tmp_path: Path, chromium: Browser) -> None:
    async with (
        house(tmp_path) as at,
        someone(chromium, at) as one,
        someone(chromium, at, context=one.page.context) as two,
    ):
        await one.sends("a boat")
        await two.sees_pictures(1)
        await one.sees_pictures(1)
        await two.clicks("Delete")
        await expect(one.page.locator(".frame")).to_have_count(0)
        await two.page.locator("#language").select_option(label="Bahasa Indonesia")
        await expect(one.page.locator("html")).to_have_attribute("lang", "id")


async def test_day_and_night_follow_the_system_until_chosen(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path) as at, someone(chromium, at, color_scheme="dark") as ann:
        paper = "getComputedStyle(document.body).backgroundColor"
        assert await ann.page.evaluate(paper) == "rgb(21, 22, 34)"
        await ann.clicks("Light or dark")
        assert await ann.page.evaluate(paper) == "rgb(247, 242, 232)"
        await ann.page.reload()
        await ann.page.wait_for_selector("html:not(.loading)")
        assert await ann.page.evaluate(paper) == "rgb(247, 242, 232)"


@pytest.mark.parametrize(
    "viewport", [PHONE, {"width": 360, "height": 640}, DESK, {"width": 1900, "height": 1000}]
)
async def test_nothing_sticks_out(tmp_path: Path, chromium: Browser, viewport: dict[str, int]) -> None:
    async with (
        house(tmp_path, engine=FakeEngine((FOX,))) as at,
        someone(chromium, at, viewport=viewport) as ann,
    ):
        sideways = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert await ann.page.evaluate(sideways) == 0
        await ann.sends("W" * 300 + " --ar 9:16 --n 3")
        await ann.sees_pictures(3)
        await ann.sends("/help")
        await ann.sees("What I understand")
        assert await ann.page.evaluate(sideways) == 0
        await ann.clicks("Settings")
        assert await ann.page.evaluate(sideways) == 0
        await ann.page.get_by_role("link", name="Gallery").click()
        await expect(ann.page.locator("#tiles li")).to_have_count(3)
        assert await ann.page.evaluate(sideways) == 0


async def test_everything_can_be_named_and_reached_by_keyboard(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path, engine=FakeEngine((FOX,))) as at, someone(chromium, at) as ann:
        await ann.sends("a boat --n 2")
        await ann.sees_pictures(2)
        assert await ann.page.evaluate(NAMELESS) == []
        await ann.page.keyboard.press("Tab")
        reached = set()
        for _ in range(40):
            reached.add(
                await ann.page.evaluate(
                    "document.activeElement.id || document.activeElement.textContent.trim()"
                )
            )
            await ann.page.keyboard.press("Tab")
        assert {"language", "theme", "attach", "settings-button", "send", "Gallery", "Reroll"} <= reached


NAMELESS = """() => {
  const named = (e) => e.ariaLabel || e.title || e.textContent.trim() || e.labels?.length || e.hasAttribute("alt");
  return [...document.querySelectorAll("button, a, input:not([hidden]), select, textarea, img")]
    .filter((e) => e.checkVisibility() && !named(e)).map((e) => e.outerHTML);
}"""


async def test_what_could_not_be_sent_stays_to_be_sent_again(tmp_path: Path, chromium: Browser) -> None:
    async with someone(chromium) as ann:
        async with house(tmp_path) as at:
            await ann.opens(at.url)
            await asyncio.sleep(0.2)
        await ann.sends("a boat")
        await ann.sees("That could not be sent. Is Lukis running?")
        await expect(ann.prompt).to_have_value("a boat")
