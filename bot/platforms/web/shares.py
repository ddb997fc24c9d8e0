"""Pictures that whoever has their link may see: on a page of their own, with no script, for people and for previews."""

from __future__ import annotations

import html
import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from aiohttp import web

from bot.errors import NotFound
from bot.locales import RIGHT_TO_LEFT, Say
from bot.messages import Made, Person, Shown
from bot.platforms.web.pictures import own
from bot.platforms.web.read import answer, language_said, refusal
from bot.ports import Service
from bot.sharing import GOOD_FOR
from bot.usecases.refusals import error_text
from engine.api.errors import LukisError

T = TypeVar("T")

PAGE = "/shared"
"""Where links to a picture lead."""

FILE = "/shared/picture"
"""Where the picture itself is, for that page and for previews of links to it."""

LONGEST_TITLE = 120
"""Characters of a picture's words in the title of its page."""

_SECRET = re.compile(r"[0-9a-f]{64}")
_BLANK = re.compile(r"\{\{(\w+)\}\}")
_FRAMES = Path(__file__).parent / "frames"
_SHARED, _OVER = ((_FRAMES / name).read_text("utf-8") for name in ("shared.html", "over.html"))
_HEADERS = {"Cache-Control": "private, no-cache", "X-Robots-Tag": "noindex"}


class ShareRoutes:
    """What a person does with a picture of theirs, and what anybody with its link sees."""

    def __init__(
        self, service: Service, acting: Callable[[web.Request], Awaitable[Person]], public: str | None
    ) -> None:
        """`acting` says who asks for something to be done, if they don't ask too often; `public` is the address by
        which people reach the page from anywhere."""
        self._service = service
        self._acting = acting
        self._public = public

    def table(self) -> Iterable[web.RouteDef]:
        """All of them."""
        picture = r"{picture:[A-Za-z0-9_-]{1,32}}/{index:\d{1,3}}"
        return (
            web.post(f"/share/{picture}", self.share),
            web.post(f"/unshare/{picture}", self.end),
            web.get(PAGE, self.page),
            web.get(FILE, self.picture),
        )

    async def share(self, request: web.Request) -> web.Response:
        """A link to a picture of one's own, and what there is to say of it."""
        person, shown = await self._own(request)
        say = await self._service.say(person)
        secret = await _done(say, self._service.sharing.share(person, shown.job, shown.index))
        link = f"{self._here(request)}{PAGE}?key={secret}"
        return answer({"link": link, "told": say("shared-link", time=timedelta(seconds=GOOD_FOR))})

    async def end(self, request: web.Request) -> web.Response:
        """No link shows a picture of one's own any more."""
        person, shown = await self._own(request)
        say = await self._service.say(person)
        await _done(say, self._service.sharing.end(person, shown.job, shown.index))
        return answer({"told": say("shared-ended")})

    async def page(self, request: web.Request) -> web.Response:
        """The picture with its words, for whoever has the link: nobody needs a cookie."""
        say = self._service.locales.say(language_said(request))
        try:
            made = await self._made(request)
        except NotFound:
            return self._filled(_OVER, request, {"over": say("shared-over"), "try": say("shared-try")}, 404)
        (shown,), words = made.pictures, made.prompt or "Lukis"
        facts = {
            "title": words[:LONGEST_TITLE],
            "words": words,
            "picture": f"{self._here(request)}{FILE}?key={request.query['key']}",
            "width": f"{shown.width}",
            "height": f"{shown.height}",
            "drawn": say("shared-drawn"),
            "try": say("shared-try"),
        }
        return self._filled(_SHARED, request, facts)

    async def picture(self, request: web.Request) -> web.StreamResponse:
        """The picture that a link shows."""
        try:
            (shown,) = (await self._made(request)).pictures
        except NotFound:
            raise web.HTTPNotFound() from None
        return web.FileResponse(
            shown.file, headers={**_HEADERS, "Content-Type": f"image/{shown.file.suffix[1:]}"}
        )

    def _filled(
        self, frame: str, request: web.Request, facts: Mapping[str, str], status: int = 200
    ) -> web.Response:
        language = self._service.locales.match(language_said(request))
        direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"
        every = {"language": language, "direction": direction, **facts}
        text = _BLANK.sub(lambda blank: html.escape(every[blank[1]]), frame)
        return web.Response(text=text, status=status, content_type="text/html", headers=_HEADERS)

    async def _made(self, request: web.Request) -> Made:
        """What a link shows. Raises NotFound."""
        secret = request.query.get("key", "")
        if not _SECRET.fullmatch(secret):
            raise NotFound()
        return await self._service.sharing.shared(secret)

    async def _own(self, request: web.Request) -> tuple[Person, Shown]:
        person = await self._acting(request)
        return person, await own(self._service, person, "{picture}/{index}".format_map(request.match_info))

    def _here(self, request: web.Request) -> str:
        """The address that people know the page by."""
        return self._public or f"{request.scheme}://{request.host}"


async def _done(say: Say, doing: Awaitable[T]) -> T:
    """What comes of it; one sentence where it is refused."""
    try:
        return await doing
    except LukisError as error:
        raise refusal(error_text(say, error.code, error.facts), 400) from None
