"""Fetches the emoji drawings from the npm registry, once, into the cache."""

import json
import subprocess
import tarfile
from pathlib import Path

PACKAGE = "@iconify-json/fluent-emoji-flat"
VERSION = "1.2.6"


def fetch_icons(cache: Path) -> dict[str, str]:
    """Returns each icon's SVG document by its key; runs `npm pack` the first time.

    Args:
        cache: A folder to keep the package in.

    Raises:
        subprocess.CalledProcessError: npm is missing the package or the network.
    """
    kept = cache / "fluent-emoji-flat.json"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(_icons_json(cache))
    data = json.loads(kept.read_text(encoding="utf-8"))
    width, height = data.get("width", 32), data.get("height", 32)
    icons = {key: icon["body"] for key, icon in data["icons"].items()}
    for alias, target in data.get("aliases", {}).items():
        icons.setdefault(alias, icons.get(target["parent"], ""))
    return {key: svg(body, width, height) for key, body in icons.items()}


def svg(body: str, width: float = 100, height: float = 100) -> str:
    """Wraps drawing elements into a whole SVG document."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{body}</svg>'


def _icons_json(cache: Path) -> bytes:
    """Downloads the package and reads `icons.json` out of it."""
    command = ["npm", "pack", f"{PACKAGE}@{VERSION}", "--silent"]
    done = subprocess.run(command, cwd=cache, check=True, capture_output=True, text=True)
    with tarfile.open(cache / done.stdout.strip().splitlines()[-1]) as package:
        member = package.extractfile("package/icons.json")
        if member is None:
            raise FileNotFoundError("package/icons.json")
        return member.read()
