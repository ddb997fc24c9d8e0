"""The page's own files and small versions of pictures, from memory."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import io
import mimetypes
import re
from collections import OrderedDict
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from aiohttp import web
from PIL import Image

FOLDER = Path(__file__).parent / "page"
THUMB_SIDE = 480
"""Longest side of a small version, in pixels: sharp in the gallery's tiles on a dense screen."""

MOST_THUMBS = 600
_TYPES = {
    ".js": "text/javascript",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
}


@dataclass(frozen=True)
class StaticFile:
    """A file of the page. `small` is the same compressed, where that makes it smaller."""

    data: bytes
    content_type: str
    tag: str
    small: bytes | None = None

    def answer(self, request: web.Request) -> web.Response:
        """The file, or word that the browser's copy is still good."""
        small = self.small if takes_gzip(request) else None
        tag = f"{self.tag}-gzip" if small else self.tag
        headers = {"ETag": f'"{tag}"', "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
        if any(e.value == tag for e in request.if_none_match or ()):
            return web.Response(status=304, headers=headers)
        if small:
            headers["Content-Encoding"] = "gzip"
        charset = None if self.content_type.startswith(("font/", "image/p", "image/w")) else "utf-8"
        body = small or self.data
        return web.Response(body=body, content_type=self.content_type, charset=charset, headers=headers)


def takes_gzip(request: web.Request) -> bool:
    """Whether the browser reads gzip, as RFC 9110 has it: named, or any, and not at the weight of nothing."""
    weights: dict[str, float] = {}
    for part in request.headers.get("Accept-Encoding", "").lower().split(","):
        coding, _, weight = part.replace(" ", "").partition(";q=")
        with suppress(ValueError):
            weights[coding] = float(weight or 1)
    return weights.get("gzip", weights.get("*", 0)) > 0


def read_page(folder: Path = FOLDER) -> Mapping[str, StaticFile]:
    """Every file of the page by its name."""
    return MappingProxyType({f.name: _read(f) for f in sorted(folder.iterdir()) if f.is_file()})


def squeezed(request: web.Request, response: web.Response) -> web.Response:
    """An answer that goes out compressed where the browser reads that."""
    if takes_gzip(request):
        response.enable_compression(web.ContentCoding.gzip)
    return response


_NAMED = re.compile(r'(?:href|src)="/page/([\w-]+\.(?:js|css))"')
_IMPORTED = re.compile(r'^import .*"\./([\w-]+\.js)";$', re.MULTILINE)


def begins(page: Mapping[str, StaticFile]) -> frozenset[str]:
    """The files that the page begins with: what it names, and what scripts of it import; the rest comes when needed."""
    found, left = set[str](), {"index.html"}
    while left:
        found.add(name := left.pop())
        named = _NAMED if name == "index.html" else _IMPORTED
        left |= {*named.findall(page[name].data.decode())} - found
    return frozenset(found)


def version(page: Mapping[str, StaticFile]) -> str:
    """Changes whenever a file of the page does."""
    return hashlib.sha256("".join(f.tag for f in page.values()).encode()).hexdigest()[:12]


def _read(file: Path) -> StaticFile:
    data = file.read_bytes()
    kind = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    small = gzip.compress(data, mtime=0)
    smaller = small if len(small) < 0.9 * len(data) else None
    return StaticFile(data, kind, hashlib.sha256(data).hexdigest()[:20], smaller)


class Thumbs:
    """Small versions of kept pictures, made off the event loop, a few at a time."""

    def __init__(self) -> None:
        self._made: OrderedDict[tuple[Path, int], bytes] = OrderedDict()
        self._turns = asyncio.Semaphore(2)

    async def get(self, file: Path) -> bytes:
        """The picture as WebP, at most 480 pixels a side.

        Raises:
            OSError: the file is gone, or broken.
        """
        async with self._turns:
            version = file, (await asyncio.to_thread(file.stat)).st_mtime_ns
            made = self._made.pop(version, b"") or await asyncio.to_thread(_shrunk, file)
            self._made[version] = made
            if len(self._made) > MOST_THUMBS:
                self._made.popitem(last=False)
            return made


def _shrunk(file: Path) -> bytes:
    """Of an animation, how it begins."""
    out = io.BytesIO()
    try:
        with Image.open(file, formats=("PNG", "WEBP")) as image:
            small = image.convert("RGB")
    except (SyntaxError, ValueError, EOFError) as error:  # what the decoder says of some broken files
        raise OSError(f"a broken picture: {error}") from error
    small.thumbnail((THUMB_SIDE, THUMB_SIDE), Image.Resampling.LANCZOS)
    small.save(out, "WEBP", quality=86, method=4)
    return out.getvalue()
