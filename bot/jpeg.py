"""Pictures made lighter, for platforms that don't take them as they are."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from bot.messages import Form


def jpeg(source: Path | bytes, form: Form) -> bytes:
    """The picture as a JPEG, no larger than the form says. Blocks: call it in a thread.

    Raises:
        OSError: it can't be read, or is broken.
    """
    out = io.BytesIO()
    try:
        with Image.open(io.BytesIO(source) if isinstance(source, bytes) else source) as image:
            plain = image.convert("RGB")
    except (SyntaxError, ValueError, EOFError) as error:  # what the decoder says of some broken files
        raise OSError(f"a broken picture: {error}") from error
    if form.side:
        plain.thumbnail((form.side, form.side), Image.Resampling.LANCZOS)
    plain.save(out, "JPEG", quality=form.quality)
    return out.getvalue()
