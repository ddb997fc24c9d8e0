"""A person's own pictures, large, small and to keep, and the gallery that lists them."""

from __future__ import annotations

import asyncio
import mimetypes
import re
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath
from urllib.parse import quote

from aiohttp import web

from bot.errors import NotFound
from bot.messages import Person, Shown
from bot.payloads import ID
from bot.pictures.saved import is_kept_so, saved
from bot.platforms.web.chats import Chats
from bot.platforms.web.files import Thumbs
from bot.platforms.web.guard import chat_of
from bot.platforms.web.known import SAMPLE
from bot.platforms.web.read import answer, language_said, visitor
from bot.platforms.web.render import about_json, entry_json
from bot.ports import Service
from bot.usecases.searching import LONGEST

IMMUTABLE = "private, max-age=31536000, immutable"
"""What a picture's address shows never changes, and is for one person."""

PARCEL = "/parcel"
"""Where links to what was packed for somebody lead."""

_SECRET = re.compile(r"[0-9a-f]{64}")
_JOB = re.compile(ID)
_PLACE = re.compile(r"(?P<number>[0-9]{1,15})-(?P<seed>[0-9]{1,15})/(?P<index>[0-9]{1,3})")
_PAGE = 24
"""Jobs a page of the gallery."""

_AT_ONCE = 2
"""Pictures that are written in another format at the same time: it takes a core, and seconds."""


class PictureRoutes:
    """Pictures of whoever has the cookie; others' are as if they were not there."""

    def __init__(self, service: Service, chats: Chats) -> None:
        self._service = service
        self._chats = chats
        self._thumbs = Thumbs()
        self._turns = asyncio.Semaphore(_AT_ONCE)

    def table(self) -> Iterable[web.RouteDef]:
        """All of them."""
        picture = r"{picture:[A-Za-z0-9_-]{1,32}}/{index:\d{1,3}}"
        return (
            web.get("/gallery", self.gallery),
            web.get(f"/about/{picture}", self.about),
            web.get(f"/picture/{picture}", self.picture),
            web.get(f"/thumb/{picture}", self.thumb),
            web.get(SAMPLE + "/{name:[0-9a-f]{24}}", self.sample),
            web.get(PARCEL, self.parcel),
            web.get(r"/document/{message:\w{1,40}}", self.document),
        )

    async def gallery(self, request: web.Request) -> web.Response:
        """Jobs with pictures, newest first, favourites, or what is looked for, from after the place `before` on."""
        person = await visitor(self._service, request)
        before = request.query.get("before")
        if before is not None and not _JOB.fullmatch(before):
            raise web.HTTPNotFound()
        words = request.query.get("words", "")[:LONGEST]
        made = await self._service.gallery(person, before, _PAGE, "stars" in request.query, words)
        say = await self._service.say(person)
        more = made[-1].place if len(made) == _PAGE else None
        return answer({"entries": [entry_json(m, say) for m in made], "before": more})

    async def about(self, request: web.Request) -> web.Response:
        """What there is to say of a picture, and pictures that it came from and became."""
        person, shown = await self._own(request)
        try:
            told = await self._service.about(person, shown.job, shown.index)
        except NotFound:  # it is put together of several, or was deleted just now
            raise web.HTTPNotFound() from None
        return answer(about_json(told, await self._service.say(person)))

    async def picture(self, request: web.Request) -> web.StreamResponse:
        """The file as it is kept or, to download, in the format that was asked for; with its parameters inside."""
        _, shown = await self._own(request)
        headers = {"Cache-Control": IMMUTABLE, "Content-Type": f"image/{shown.file.suffix[1:]}"}
        if "download" in request.query:
            headers["Content-Disposition"] = f'attachment; filename="{shown.name}"'
            return await self._file(shown.file, shown.name, headers)
        return web.FileResponse(shown.file, headers=headers)

    async def thumb(self, request: web.Request) -> web.Response:
        """A small version for tiles."""
        _, shown = await self._own(request)
        return await self._small(shown.file)

    async def sample(self, request: web.Request) -> web.Response:
        """What a style looks like that the visitor may wear."""
        looks = await self._service.styles(await visitor(self._service, request))
        files = {look.sample.stem: look.sample for look in looks if look.sample}
        return await self._small(files.get(request.match_info["name"]))

    async def _small(self, file: Path | None) -> web.Response:
        try:
            data = await self._thumbs.get(file) if file else None
        except OSError:
            data = None
        if data is None:
            raise web.HTTPNotFound()
        return web.Response(body=data, content_type="image/webp", headers={"Cache-Control": IMMUTABLE})

    async def parcel(self, request: web.Request) -> web.StreamResponse:
        """What was packed for whoever has its link: a chat leads here, and nobody needs a cookie."""
        secret = request.query.get("key", "")
        found = await self._service.parcel(secret) if _SECRET.fullmatch(secret) else None
        if found is None or not await asyncio.to_thread(found[0].is_file):
            say = self._service.locales.say(language_said(request))
            raise web.HTTPNotFound(text=say("export-over", command="/export"))
        headers = {"Content-Disposition": f'attachment; filename="{found[1]}"', "Cache-Control": "no-store"}
        return web.FileResponse(found[0], headers={**headers, "Content-Type": "application/zip"})

    async def document(self, request: web.Request) -> web.StreamResponse:
        """The file that a message of one's own chat carries."""
        person = await visitor(self._service, request)
        chat = self._chats.get(chat_of(person))
        file, name = chat.documents.get(request.match_info["message"], (None, "")) if chat else (None, "")
        if file is None:
            raise web.HTTPNotFound()
        disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
        headers = {"Content-Disposition": disposition, "Cache-Control": "no-store"}
        return await self._file(file, name, headers)

    async def _file(self, file: Path, name: str, headers: Mapping[str, str]) -> web.StreamResponse:
        """A kept picture as the file that its name says."""
        if is_kept_so(name, file.suffix):
            return web.FileResponse(file, headers=headers)
        try:
            async with self._turns:
                data = await asyncio.to_thread(saved, file, name)
        except OSError:
            raise web.HTTPNotFound() from None
        kind = mimetypes.guess_type(name)[0] or f"image/{PurePath(name).suffix[1:]}"
        return web.Response(body=data, headers={**headers, "Content-Type": kind})

    async def _own(self, request: web.Request) -> tuple[Person, Shown]:
        """The visitor, and the picture of theirs with that address."""
        person = await visitor(self._service, request)
        return person, await own(self._service, person, "{picture}/{index}".format_map(request.match_info))


async def own(service: Service, person: Person, place: str) -> Shown:
    """The picture of the person's own that has this place in addresses; HTTPNotFound where there is none."""
    named = _PLACE.fullmatch(place)
    try:
        shown = await service.picture(person, int(named["number"]), int(named["index"])) if named else None
    except NotFound:
        shown = None
    if named is None or shown is None or shown.seed != int(named["seed"]):
        raise web.HTTPNotFound()
    return shown
