"""Pictures made lighter, for platforms that don't take them as they are."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from bot.messages import Form


def jpeg(source: Path | bytes, form: Form) -> bytes:
    """The picture as a JPEG, no larger than the form says. Blocks: call it in a thread."""
    out = io.BytesIO()
    with Image.open(io.BytesIO(source) if isinstance(source, bytes) else source) as image:
        plain = image.convert("RGB")
    if form.side:
        plain.thumbnail((form.side, form.side), Image.Resampling.LANCZOS)
    plain.save(out, "JPEG", quality=form.quality)
    return out.getvalue()
