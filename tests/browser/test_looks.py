"""Styles on the page by what they look like, where Lukis has drawn that; by their names where it has not."""

from __future__ import annotations

import asyncio
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Browser, expect

from bot.styles.folder import shipped
from bot.usecases.samples import FOLDER
from tests.bot.usecases.test_samples import kept, until
from tests.browser.people import DESK, PHONE, someone
from tests.browser.test_favourites import keep
from tests.wire.web import House, browser, house

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def drawn(at: House, folder: Path) -> None:
    """Returns once every style that ships, and the model, has its sample."""
    at.lukis.service.samples.quiet = at.lukis.service.samples.look = 0.01
    drawing = asyncio.create_task(at.lukis.service.samples.run())
    await until(lambda: len(kept(folder)) > len(shipped()))
    drawing.cancel()
    await asyncio.gather(drawing, return_exceptions=True)


@pytest.mark.parametrize("viewport", [PHONE, DESK])
async def test_a_style_is_chosen_by_what_it_looks_like(
    tmp_path: Path, chromium: Browser, viewport: dict[str, int]
) -> None:
    async with house(tmp_path, samples=True) as at:
        await drawn(at, tmp_path)
        ahead = len(at.engine.jobs)
        async with someone(chromium, at, viewport=viewport) as ann:
            asked: list[str] = []
            ann.page.on("request", lambda request: asked.append(urlsplit(request.url).path))
            await ann.sends("a cat")
            await ann.sees_pictures(1)
            assert not any(path.startswith("/sample/") for path in asked)
            await ann.page.locator("#settings-button").click()
            looks = ann.page.get_by_role("radiogroup", name="Style").locator("label")
            await expect(looks).to_have_count(len(shipped()) + 1)
            await looks.nth(1).scroll_into_view_if_needed()
            first = looks.nth(1).locator("img")
            await expect(first).to_have_js_property("complete", True)
            assert await first.evaluate("image => image.naturalWidth") > 0
            assert any(path.startswith("/sample/") for path in asked)
            await looks.filter(has_text="Watercolor").get_by_role("radio").check()
            await keep(ann, f"looks-{viewport['width']}")
            await expect(ann.page.locator("#chosen")).to_contain_text("Watercolor")
            await ann.page.keyboard.press("ArrowLeft")
            await expect(ann.page.locator("#chosen")).not_to_contain_text("Watercolor")
            await ann.page.keyboard.press("ArrowRight")
            await ann.page.keyboard.press("Escape")
            await ann.sends("a boat")
            await ann.sees_pictures(1, total=2)
            assert "watercolor" in at.engine.jobs[ahead + 1].prompt


async def test_where_none_is_drawn_they_are_chosen_by_name(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        await ann.page.locator("#settings-button").click()
        await ann.page.get_by_role("combobox", name="Style").select_option("Watercolor")
        await expect(ann.page.locator("#chosen")).to_contain_text("Watercolor")


async def test_nothing_but_samples_of_styles_comes_from_there(tmp_path: Path) -> None:
    async with house(tmp_path, samples=True) as at, browser(at) as ann:
        await drawn(at, tmp_path)
        samples = (await ann.get("/more"))["samples"]
        assert {*samples} == {*shipped()}
        status, data = await ann.picture(samples["watercolor"])
        assert status == 200 and data[8:12] == b"WEBP"
        model = {f.stem for f in (tmp_path / FOLDER).glob("*.png")} - {s[-24:] for s in samples.values()}
        for name in (*model, "0" * 24, "sheet-0", "../lukis.db", "A" * 24, "x" * 24):
            assert (await ann.picture(f"/sample/{name}"))[0] == 404
        (tmp_path / FOLDER / f"{samples['ink'][-24:]}.png").write_bytes(b"no picture")
        assert (await ann.picture(samples["ink"]))[0] == 404
        (tmp_path / FOLDER / f"{samples['neon'][-24:]}.png").unlink()
        assert (await ann.picture(samples["neon"]))[0] == 404
        assert "neon" not in (await ann.get("/more"))["samples"]
