"""What independent judges say of the page: axe-core on every view, in both directions, by day, by night and in forced
colours; html-validate on the markup of each."""

from __future__ import annotations

import asyncio
import json
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, expect

from bot.platforms.web.files import FOLDER
from tests.bot.pictures.made_elsewhere import A1111, png
from tests.bot.platforms.web.test_many import drew
from tests.bot.platforms.web.test_shares import link_to, seen
from tests.browser.people import DESK, PHONE, Someone, someone
from tests.browser.test_away import KEPT
from tests.browser.test_looks import drawn
from tests.fakes import FAKE_CARD, FakeEngine
from tests.wire.web import House, browser, house

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.asyncio(loop_scope="session")]

HERE = Path(__file__).parent
AXE = HERE / "node_modules" / "axe-core" / "axe.min.js"
HTML_VALIDATE = HERE / "node_modules" / "html-validate" / "package.json"
MISSING = "needs the judges: apt-get install nodejs npm && npm ci --prefix tests/browser"
OLDEST_NODE = "18.20.4"
"""What `apt-get install nodejs` brings in Debian 12."""

CARD = FAKE_CARD.model_copy(update={"examples": ("a red fox in the snow", "a blue boat")})
LOOKS: dict[str, tuple[Any, dict[str, dict[str, Any]]]] = {
    "desk": (
        DESK,
        {
            "day": {"color_scheme": "light", "forced_colors": "none"},
            "forced": {"color_scheme": "light", "forced_colors": "active"},
            "forced-night": {"color_scheme": "dark", "forced_colors": "active"},
        },
    ),
    "phone": (PHONE, {"night": {"color_scheme": "dark", "forced_colors": "none"}}),
}
"""On each screen, what every view is looked at in, one after the other."""


OURS: dict[str, Any] = {"prefer-native-element": ["error", {"exclude": ["listbox", "progressbar"]}]}
"""The menu of commands belongs to a field that is written in, which no native element does."""

AS_SERVED = OURS | {"wcag/h30": "off", "text-content": "off", "empty-heading": "off"}
"""Words come in the person's language, once the page is there: they are judged as drawn."""

AS_DRAWN = OURS | {
    "no-inline-style": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
}
"""A script sets a progress bar's length, and the browser writes attributes in its own way."""


@pytest.fixture
def judges() -> None:
    if not AXE.exists() or not HTML_VALIDATE.exists() or shutil.which("node") is None:
        pytest.skip(MISSING)


async def views(ann: Someone, at: House, say: Any) -> AsyncIterator[str]:
    """Every view of the page, one after the other, by its name."""
    box = ann.page.get_by_role("dialog")
    yield "hello"
    await ann.page.locator("#help-button").click()
    await expect(ann.page.locator("#help kbd").first).to_be_visible()
    yield "help"
    await ann.page.keyboard.press("Escape")
    await expect(box).to_be_hidden()
    await ann.page.locator("#earlier-button").click()
    await expect(ann.page.locator("#earlier .empty")).to_be_visible()
    yield "no earlier words"
    await ann.page.keyboard.press("Escape")
    await ann.prompt.press_sequentially("/")
    yield "menu"
    await ann.prompt.fill("")
    await ann.page.locator("#settings-button").click()
    await ann.page.locator("#set-seed").fill("-1")
    await ann.page.locator("#set-negative").fill("blurry")
    await ann.page.locator(".advanced summary").click()
    yield "settings"
    await ann.page.keyboard.press("Escape")
    await ann.page.get_by_role("link", name=say("page-gallery")).click()
    await expect(ann.page.locator("#gallery-empty")).to_be_visible()
    yield "gallery with nothing in it"
    await ann.page.get_by_role("link", name=say("page-chat")).click()
    file = {"name": "mine.png", "mimeType": "image/png", "buffer": png({"parameters": A1111})}
    await ann.page.set_input_files("#file", file)  # type: ignore[arg-type]
    await ann.prompt.fill("x" * 2001)
    yield "too long a draft with a picture"
    easel = ann.page.locator("#easel")
    await ann.page.locator("#context [data-action=brush]").click()
    await expect(easel).to_be_visible()
    await ann.page.keyboard.press("Space")
    yield "a part being marked"
    await easel.locator("#easel-done").click()
    await expect(easel).to_be_hidden()
    yield "a marked part"
    await ann.page.locator("#draw").click()
    await ann.page.keyboard.press("Space")
    yield "a drawing"
    await easel.locator("#easel-done").click()
    await expect(easel).to_be_hidden()
    yield "a draft with a drawing"
    await ann.sends("a boat --steps 999")
    await expect(ann.messages).to_have_count(2)
    yield "refused"
    at.engine.hold(2)
    await ann.sends("a boat")
    await expect(ann.page.locator(".preview")).to_be_visible()
    yield "working"
    await ann.sends("a boat")
    await ann.page.locator("#queue-button").click()
    await expect(ann.page.locator("#queue li")).to_have_count(2)
    yield "what waits"
    await ann.page.locator("#queue li button").nth(1).click()
    await expect(ann.page.locator("#queue li")).to_have_count(1)
    await ann.page.keyboard.press("Escape")
    await at.engine.release()
    await ann.sees_pictures(1)
    await ann.sends("seekor rubah --n 3 --raw")
    await ann.sees_pictures(3, total=4)
    yield "pictures"
    await ann.page.locator("#earlier-button").click()
    await expect(ann.page.locator("#earlier li")).to_have_count(2)
    yield "earlier words"
    await ann.page.keyboard.press("Escape")
    await ann.sends("/history ")
    await ann.sees_pictures(1, total=5)
    await ann.sends("/help ")
    await expect(ann.last.locator(".command").first).to_be_visible()
    yield "history and help"
    await ann.page.locator("[data-action=delete]").first.click()
    await expect(ann.page.locator("[data-action=undo]")).to_be_visible()
    yield "deleted"
    await ann.page.locator(".open").last.click()
    await expect(box).to_be_visible()
    yield "lightbox"
    await ann.page.keyboard.press("Escape")
    await expect(box).to_be_hidden()
    await ann.page.get_by_role("link", name=say("page-gallery")).click()
    await expect(ann.page.locator("#tiles li")).to_have_count(3)
    yield "gallery"
    await ann.page.locator("#gallery-select").click()
    await ann.page.locator(".pick").first.check()
    yield "gallery with one chosen"
    await ann.page.locator("#picked [data-tool=cancel]").click()
    await ann.page.locator("#tiles button").first.click()
    await box.locator("[data-tool=delete]").click()
    await expect(ann.page.locator(".gap button")).to_be_visible()
    yield "gallery with a gap"
    await ann.page.get_by_role("link", name=say("page-chat")).click()
    await ann.page.locator("[data-action=reroll]").first.click()
    await ann.sees_pictures(3)
    await ann.page.locator(".open").last.click()
    await box.locator("[data-tool=info]").click()
    await expect(box.locator(".kin button").first).to_be_visible()
    yield "details"
    await box.locator("[data-tool=compare]").click()
    await expect(box.get_by_role("slider")).to_be_focused()
    yield "compared"


JUDGE = "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)"


@pytest.mark.usefixtures("judges")
@pytest.mark.parametrize("screen", LOOKS)
@pytest.mark.parametrize("language", ["en", "ar"])
async def test_axe_finds_nothing(tmp_path: Path, chromium: Browser, language: str, screen: str) -> None:
    viewport, looks = LOOKS[screen]
    found: dict[str, list[str]] = {}
    async with (
        house(tmp_path, engine=FakeEngine((CARD,))) as at,
        someone(chromium, at, locale=language, bypass_csp=True, viewport=viewport) as ann,
    ):
        await ann.page.evaluate(AXE.read_text("utf-8"))
        async for view in views(ann, at, at.lukis.service.locales.say(language)):
            for look, media in looks.items():
                await ann.page.emulate_media(**media)
                for violation in await ann.page.evaluate(JUDGE):
                    places = [" ".join(map(str, node["target"])) for node in violation["nodes"]]
                    about = f"{violation['id']}: {violation['help']}"
                    found.setdefault(about, []).append(f"{view}, {look}: {places}")
    assert found == {}


@pytest.mark.usefixtures("judges")
@pytest.mark.parametrize("language", ["en", "ar"])
async def test_html_validate_finds_nothing(tmp_path: Path, chromium: Browser, language: str) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    async with (
        house(tmp_path / "data", engine=FakeEngine((CARD,))) as at,
        someone(chromium, at, locale=language) as ann,
    ):
        async for view in views(ann, at, at.lukis.service.locales.say(language)):
            markup = f"<!DOCTYPE html>\n{await ann.page.evaluate('document.documentElement.outerHTML')}\n"
            (pages / f"{view}.html").write_text(markup, "utf-8")
    assert await judged(pages, AS_DRAWN) == []
    assert await judged(FOLDER, AS_SERVED) == []


@pytest.mark.usefixtures("judges")
@pytest.mark.parametrize("language", ["en", "ar"])
async def test_what_is_shown_where_lukis_is_out_of_reach_is_as_good(
    tmp_path: Path, chromium: Browser, language: str
) -> None:
    async with (
        house(tmp_path / "data") as at,
        someone(chromium, at, locale=language, service_workers="allow") as ann,
    ):
        kept = await ann.page.evaluate(KEPT)
        await ann.page.context.route(
            "**/away", lambda route: route.fulfill(body=kept, content_type="text/html")
        )
        await ann.page.goto(f"{at.origin}/away")
        await ann.page.evaluate(AXE.read_text("utf-8"))
        assert await ann.page.evaluate(JUDGE) == []
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "away.html").write_text(kept, "utf-8")
    assert await judged(pages, AS_DRAWN) == []


@pytest.mark.usefixtures("judges")
@pytest.mark.parametrize("screen", LOOKS)
@pytest.mark.parametrize("language", ["en", "ar"])
async def test_what_a_link_shows_is_as_good(
    tmp_path: Path, chromium: Browser, language: str, screen: str
) -> None:
    (viewport, looks), pages = LOOKS[screen], tmp_path / "pages"
    pages.mkdir()
    async with (
        house(tmp_path / "data") as at,
        browser(at) as bob,
        someone(chromium, locale=language, bypass_csp=True, viewport=viewport) as ann,
    ):
        link = await link_to(bob, (await drew(bob, "a red fox in the snow"))[0])
        for name, address in {"shared": link, "over": f"{link}0"}.items():
            await ann.page.goto(address)
            await ann.page.evaluate(AXE.read_text("utf-8"))
            for media in looks.values():
                await ann.page.emulate_media(**media)
                assert await ann.page.evaluate(JUDGE) == []
            (pages / f"{name}.html").write_bytes((await seen(at, address))[1])
        ann.faults.clear()  # what a browser says of a link that has ended
    assert await judged(pages, OURS) == []


@pytest.mark.usefixtures("judges")
@pytest.mark.parametrize("language", ["en", "ar"])
async def test_styles_by_what_they_look_like_are_as_good(
    tmp_path: Path, chromium: Browser, language: str
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    async with house(tmp_path / "data", samples=True) as at:
        await drawn(at, tmp_path / "data")
        async with someone(chromium, at, locale=language, bypass_csp=True, viewport=PHONE) as ann:
            await ann.page.evaluate(AXE.read_text("utf-8"))
            await ann.page.locator("#settings-button").click()
            await ann.page.locator(".looks input").nth(1).check()
            for looks in LOOKS.values():
                for media in looks[1].values():
                    await ann.page.emulate_media(**media)
                    assert await ann.page.evaluate(JUDGE) == []
            markup = f"<!DOCTYPE html>\n{await ann.page.evaluate('document.documentElement.outerHTML')}\n"
            (pages / "looks.html").write_text(markup, "utf-8")
    assert await judged(pages, AS_DRAWN) == []


@pytest.mark.usefixtures("judges")
async def test_the_judges_sit_where_debian_brings_the_node() -> None:
    packages = json.loads((HERE / "package-lock.json").read_text("utf-8"))["packages"]
    ranges = {name: about["engines"]["node"] for name, about in packages.items() if "engines" in about}
    assert await node("suits.mjs", OLDEST_NODE, json.dumps(ranges)) == []


async def judged(pages: Path, rules: dict[str, Any]) -> list[str]:
    """What html-validate says of the pages in a folder."""
    return await node("judge.mjs", json.dumps(rules), *map(str, sorted(pages.glob("*.html"))))


async def node(script: str, *arguments: str) -> list[str]:
    """What a script of ours prints, line by line."""
    process = await asyncio.create_subprocess_exec(
        *("node", str(HERE / script), *arguments),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, trouble = await process.communicate()
    assert process.returncode == 0, trouble.decode()
    return out.decode().splitlines()
