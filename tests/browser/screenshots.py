"""The pictures of the page in `docs/images/`, made anew: `python -m tests.browser.screenshots`.

It runs the program with the model that ships with it, and clicks as a person would; a few minutes on a CPU.
"""

from __future__ import annotations

import asyncio
import io
import tempfile
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.async_api import Browser, async_playwright

from tests.browser.conftest import FLAGS, chromium_path
from tests.browser.people import DESK, PHONE, Someone, someone
from tests.ports import free_port
from tests.process import ROOT, lukis

FOLDER = ROOT / "docs" / "images"
MOST_BYTES = 300_000
SHAPES = ("", "--ar 16:9", "", "--ar 9:16", "", "", "--ar 4:3", "")
"""Of the gallery's pictures, in turn."""


async def main() -> None:
    """Makes all of them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        async with lukis(Path(folder) / "data", web=True, web_port=port), async_playwright() as playwright:
            chromium = await playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
            url = f"http://127.0.0.1:{port}/"
            await desk(chromium, url)
            await phone(chromium, url)
            await chromium.close()


async def desk(chromium: Browser, url: str) -> None:
    """A conversation on a desktop by day, then the gallery of what was made."""
    async with someone(chromium, viewport=DESK) as ani:
        await ani.opens(url)
        examples = await ani.page.locator("#examples button").all_inner_texts()
        for number, (example, shape) in enumerate(zip(examples * 2, SHAPES, strict=False), 1):
            await ani.sends(f"{example} {shape} --seed {number}")
            await ani.sees_pictures(1, total=number)
        await ani.sends("rumah di malam hari --n 2 --seed 3")
        await ani.sees_pictures(2)
        await keep(ani, "page.png")
        await ani.page.get_by_role("link", name="Gallery").click()
        await ani.page.wait_for_timeout(1500)
        await keep(ani, "gallery.png")


async def phone(chromium: Browser, url: str) -> None:
    """Korean on a phone by night, about to change a picture."""
    night: dict[str, Any] = {
        "viewport": PHONE,
        "color_scheme": "dark",
        "device_scale_factor": 2,
        "locale": "ko",
    }
    async with someone(chromium, **night) as minji:
        await minji.opens(url)
        await minji.sends("눈 속의 여우 --ar 4:3 --seed 7")
        await minji.sees_pictures(1)
        await keep(minji, "chat.png")


async def keep(person: Someone, name: str) -> None:
    """Writes what is in the window, small enough for a repository."""
    await person.page.mouse.move(5, 400)
    await person.page.wait_for_timeout(500)
    with Image.open(io.BytesIO(await person.page.screenshot())) as image:
        full = image.convert("RGB")
    full.save(FOLDER / name, optimize=True)
    if (FOLDER / name).stat().st_size > MOST_BYTES:
        full.quantize(palette=full.quantize(256)).save(FOLDER / name, optimize=True)
    print(f"{name}: {(FOLDER / name).stat().st_size // 1000} kB")


if __name__ == "__main__":
    asyncio.run(main())
