"""The pictures of the notebook's guide in `docs/images/`, made anew: `python -m tests.browser.notebook_pictures`.

It runs every cell as a person does in Google Colab, draws with the model that ships with Lukis, and takes pictures of
the notebook as Jupyter prints it and of the page as it stands below the cell; two minutes on a CPU.
"""

from __future__ import annotations

import asyncio
import io
import re
import tempfile
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbconvert import HTMLExporter
from PIL import Image
from playwright.async_api import Browser, Page, ViewportSize, async_playwright

from bot.store import DATABASE
from tests.browser.conftest import FLAGS, chromium_path
from tests.browser.people import someone
from tests.patience import until
from tests.process import ROOT
from tests.tools.test_notebook import Desk, desk

FOLDER = ROOT / "docs" / "images"
MOST_BYTES = 150_000
WINDOW = {"width": 1000, "height": 1060}
PAPER: ViewportSize = {"width": 1180, "height": 760}
SPOKEN = {
    "en": ("en · English", "a red fox in the snow --seed 7"),
    "id": ("id · Bahasa Indonesia", "rubah merah di salju --seed 7"),
}


async def main() -> None:
    """Makes all of them."""
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        for tag in SPOKEN:
            with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
                async with desk(Path(folder), patch, COLAB_SECRETS="{}", WEB_PORT="8017") as notebook:
                    await evening(
                        chromium, notebook, tag, Path(folder) / "drive" / "MyDrive" / "Lukis" / "data"
                    )
                    book = re.sub(re.escape(folder), "/content", notebook.everything())
            await print_out(chromium, book, f"notebook-{tag}.png")
        await chromium.close()


async def evening(chromium: Browser, notebook: Desk, tag: str, copy: Path) -> None:
    """All cells, with a picture between the start and the stop."""
    language, prompt = SPOKEN[tag]
    await notebook.run("install")
    notebook.fill("choose", language=language)
    await notebook.run("choose")
    notebook.fill("start", watch=False)
    said = await notebook.run("start")
    port = re.search(r"<iframe to (\d+)", said)
    assert port
    async with someone(chromium, viewport=WINDOW, locale=tag) as ani:
        await ani.opens(f"http://127.0.0.1:{port[1]}/")
        await ani.sends(prompt)
        await ani.sees_pictures(1)
        await keep(ani.page, f"notebook-page-{tag}.png")
    await until(lambda: (copy / DATABASE).exists())
    await notebook.run("status")
    await notebook.run("stop")


async def print_out(chromium: Browser, book: str, name: str) -> None:
    """A picture of the executed notebook. The frame is a place in it that only Colab fills."""
    parsed: Any = nbformat.reads(book, nbformat.NO_CONVERT)  # type: ignore[no-untyped-call]
    for cell in parsed.cells:
        for output in cell.get("outputs", ()):
            if "text" in output:
                output.text = re.sub(r"<iframe to .*>\n", "", output.text).strip("\n") + "\n"
    html, _ = HTMLExporter(template_name="lab").from_notebook_node(parsed)  # type: ignore[no-untyped-call]
    page = await chromium.new_page(viewport=PAPER)
    await page.route("http*://**", lambda route: route.abort())
    await page.set_content(html, wait_until="domcontentloaded")
    await keep(page, name, full_page=True)
    await page.close()


async def keep(page: Page, name: str, full_page: bool = False) -> None:
    """Writes what is in the window, small enough for a repository."""
    await page.mouse.move(5, 400)
    await page.wait_for_timeout(500)
    with Image.open(io.BytesIO(await page.screenshot(full_page=full_page))) as image:
        full = image.convert("RGB")
    full.quantize(palette=full.quantize(192)).save(FOLDER / name, optimize=True)
    size = (FOLDER / name).stat().st_size
    assert size < MOST_BYTES, f"{name}: {size}"
    print(f"{name}: {size // 1000} kB")


if __name__ == "__main__":
    asyncio.run(main())
