"""Kills in every window of docs/architecture.md's table, by a hook that stops the program exactly there.

    python -m benchmarks.kills --kills 100
    python -m benchmarks.kills --kills 100 --only "noted"

Each kill is a `lukis run` of its own on the Telegram of the tests, with the embedded model; a person asks for a picture
before each. Printed are the commands accepted, those without a picture in the end, those with more than one, and
those with a status message left.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from pathlib import Path

from tests.windows import WINDOWS, toll


async def main(kills: int, only: str) -> None:
    """Prints a line a window."""
    print("| killed | kills | accepted | lost | doubled | status left | seconds |")
    print("|---|---|---|---|---|---|---|")
    for window in WINDOWS:
        if only not in window.about:
            continue
        begun = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            print(f"| {window.about} | {await toll(window, Path(folder), kills)} |", end=" ")
        print(f"{time.monotonic() - begun:.0f} |", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--only", default="", help="windows whose description has these words")
    arguments = parser.parse_args()
    asyncio.run(main(arguments.kills, arguments.only))
