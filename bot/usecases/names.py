"""What files are called once they leave us: people share them, so a name says what is in it and nothing else."""

from __future__ import annotations

import re
import textwrap
import unicodedata

from bot.pictures.saved import SUFFIXES
from bot.store.rows import ImageRow, JobRow

LONGEST = 40
"""Letters of a prompt that a file's name has."""

_NO_WORDS = re.compile(r"<[^<>]*>|:\s*[\d.]+|['’]")
"""What a prompt has besides words: files of the model's, weights, and what stands within words."""

_WORD = re.compile(r"[a-z0-9]+")


def file_name(job: JobRow, image: ImageRow) -> str:
    """The name of one of a job's pictures: "lukis-red-apple-7.png", with its seed and in its format."""
    english = job.translation.english if job.translation else job.prompt
    return "-".join(("lukis", *_words(english), str(image.seed))) + SUFFIXES[job.recipe.format]


def _words(english: str) -> list[str]:
    """The first words of a prompt in plain letters, lower case; none where it has none of them."""
    spaced = _NO_WORDS.sub("", english[: 10 * LONGEST])
    plain = unicodedata.normalize("NFKD", spaced).encode("ascii", "ignore").decode().lower()
    return textwrap.shorten(" ".join(_WORD.findall(plain)), LONGEST, placeholder="").split()
