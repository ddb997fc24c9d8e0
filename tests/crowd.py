"""A program for tests: one person sends fifteen huge pictures at once and another a small one; what it took.

python -m tests.crowd FOLDER
"""

from __future__ import annotations

import asyncio
import io
import json
import sys
from pathlib import Path

import psutil
from PIL import Image

from tests.chat import Someone, stage

MEGAPIXELS, LIMIT = 50, 5


def png(width: int, height: int, colour: str) -> bytes:
    """A picture in one colour: a few kilobytes, however large."""
    out = io.BytesIO()
    Image.new("RGBA", (width, height), colour).save(out, "PNG")
    return out.getvalue()


def ours() -> list[Path]:
    """What Linux tells of this process and of those that it has started."""
    return [Path("/proc/self"), *(Path(f"/proc/{child.pid}") for child in psutil.Process().children())]


def peak() -> int:
    """The most memory that these processes have had so far, in bytes."""
    told = [(process / "status").read_text("utf-8") for process in ours()]
    return sum(int(status.split("VmHWM:")[1].split()[0]) * 1024 for status in told)


def forget_peak() -> None:
    """Lets `peak` count from what is held now."""
    for process in ours():
        (process / "clear_refs").write_text("5", "utf-8")


async def main(folder: Path) -> dict[str, object]:
    """Bytes at the peak above what the program takes anyhow, and who was taken in when."""
    huge, small = png(8_192, 6_100, "#ff000080"), png(64, 64, "blue")
    async with stage(folder, max_waiting_jobs=LIMIT) as on:
        on.engine.hold(1)
        alice, bob = on.someone(), on.someone("bob", chat="elsewhere")
        taken: list[str] = []

        async def send(who: Someone, number: int, image: bytes) -> None:
            await who.service.command(who.incoming("a fox", None, image, number), "imagine")
            taken.append(who.name)

        await send(bob, 100, small)  # everything is loaded
        forget_peak()
        before = peak()
        crowd = [asyncio.create_task(send(alice, n, huge)) for n in range(15)]
        await asyncio.sleep(0.05)
        crowd.append(asyncio.create_task(send(bob, 101, small)))
        await asyncio.gather(*crowd)
        refused = [m for m in on.platform.messages.values() if "pictures waiting already" in m.card.text]
        await on.engine.release()
        return {"bytes": peak() - before, "taken": taken, "refused": len(refused)}


if __name__ == "__main__":
    print(json.dumps(asyncio.run(main(Path(sys.argv[1])))))
