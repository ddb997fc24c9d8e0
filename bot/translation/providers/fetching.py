"""Fetches a translation model from its hub, and tells in the log how far that is; libraries' own bars are off."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)

_WANTED = ["*.json", "*.txt", "*.model", "*.spm", "*.safetensors"]
_ELSEWHERE = ["*/*"]


def fetch(source: str, pause: float = 10.0, **where: Any) -> None:
    """Brings what is not here yet of a hub's model into the hub's cache; blocking, for minutes. Nothing for a folder.

    Args:
        source: a folder, or "org/name" on the hub.
        pause: seconds between two lines on how far it is.
        where: `endpoint` and `cache_dir`, as huggingface_hub takes them.

    Raises:
        Exception: it can't be had.
    """
    if Path(source).exists():
        return
    from huggingface_hub import constants, snapshot_download

    wanted: dict[str, Any] = {"allow_patterns": _WANTED, "ignore_patterns": _ELSEWHERE, **where}
    files: Any = snapshot_download(source, dry_run=True, **wanted)
    size = sum(file.file_size for file in files if file.will_download)
    if not size:
        return
    log.info("Downloading the translation model %s: %.2f GB.", source, size / 1e9)
    cache = Path(where.get("cache_dir") or constants.HF_HUB_CACHE)
    with _told(source, cache / f"models--{source.replace('/', '--')}" / "blobs", size, pause):
        snapshot_download(source, **wanted)


@contextmanager
def _told(source: str, folder: Path, size: int, pause: float) -> Iterator[None]:
    """Tells how full a folder has become, now and then, while inside."""
    over, before = threading.Event(), _full(folder)

    def tell() -> None:
        while not over.wait(pause):
            done = min(1.0, max(0, _full(folder) - before) / size)
            log.info("Downloading the translation model %s: %d %%.", source, 100 * done)

    teller = threading.Thread(target=tell, name="translate-download", daemon=True)
    teller.start()
    try:
        yield
    finally:
        over.set()
        teller.join()


def _full(folder: Path) -> int:
    """Bytes of all files in a folder; none where there is no such folder yet."""
    total = 0
    with suppress(OSError):
        for path in folder.iterdir():
            with suppress(OSError):  # it has just got its name
                total += path.stat().st_size
    return total
