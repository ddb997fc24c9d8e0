"""Google Drive: mounted once the person has given leave."""

from __future__ import annotations

from pathlib import Path


def mount(
    mountpoint: str, force_remount: bool = False, timeout_ms: int = 120_000, readonly: bool = False
) -> None:
    """Mounts the person's drive there."""
    if " " in mountpoint:
        raise ValueError("Mountpoint must not contain a space.")
    (Path(mountpoint) / "MyDrive").mkdir(parents=True, exist_ok=True)
    print(f"Mounted at {mountpoint}")
