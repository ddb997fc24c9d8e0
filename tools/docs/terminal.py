"""The picture of `lukis status` in the documentation, as the program writes it: `python -m tools.docs.terminal`."""

from __future__ import annotations

import io
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.text import Text

from bot.locales import Locales
from bot.programs.status import Report, lines
from bot.usecases.underway import Work
from engine.api.devices import DeviceState

PICTURE = Path(__file__).parents[2] / "docs" / "images" / "status.svg"
COLUMNS = 92

_FRAME = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">
<style>{styles} .{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, monospace; \
font-size: {char_height}px; line-height: {line_height}px; }}</style>
<title>lukis status</title>
<rect width="{width}" height="{height}" rx="8" fill="#1e2430"/>
<g transform="translate(9, 9)"><g class="{unique_id}-matrix">{matrix}</g></g>
</svg>
"""
"""For rich: its own loads a font from elsewhere."""


def picture() -> str:
    """An SVG of a busy evening on two cards."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), color_system=None)
    console.print(Text("\n".join(lines(Locales.load("en").say("en"), _evening()))), style="#e8eaf0")
    return console.export_svg(code_format=_FRAME, unique_id="status")


def _evening() -> Report:
    work = partial(Work, model="dreamy", pictures=4, since=0.0)
    return Report(
        "0.1.0",
        pid=1,
        started=0.0,
        now=7_384.0,
        platforms=("Telegram", "Discord"),
        free=212_000_000_000,
        counts={"drawing": 2, "delivering": 1, "waiting": 9},
        devices=(
            DeviceState("cuda:0", lanes=2, rows=12, forwards=(4_120, 2_210, 960, 402), loads=3),
            DeviceState("cuda:1", lanes=1, rows=8, forwards=(3_870, 2_480, 1_015, 377), loads=2),
        ),
        work=(
            work("7d0c41a9be52f316", "drawing", "telegram", "text", step=14, total=20),
            work("f2185e60c9d7ab34", "drawing", "discord", "image", step=3, total=12),
            work("0b93d4c6ea81f725", "delivering", "telegram", "upscale"),
            work("5ce7f08b1a6d2493", "waiting", "discord", "text", position=1, wait=6.0),
            work("a418e3d27f90b56c", "waiting", "telegram", "inpaint", position=2, wait=11.0),
        ),
    )


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
