"""Translation services over HTTP on this machine, each in its own wire format, well and badly behaved."""

from __future__ import annotations

import asyncio
import html
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.bot.translation.stand_ins import obedient

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

GOOGLE_PAGE = """<!DOCTYPE html><html><head><title>Google Translate</title></head><body>
<div class="header">Google</div><form><input name="q"></form><div class="{kind}">{text}</div></body></html>"""
GOOGLE_ERROR = """<!DOCTYPE html><html><body><div class="result-container">Error 500 (Server Error)!!1500.That’s an
error.There was an error. Please try again later.That’s all we know.</div></body></html>"""


class Services:
    """All services at once.

    Attributes:
        url: where they are.
        seen: each request's path, query and body, in order.
        mood: how they answer: "well", "429", "500", "page" (an error page with status 200), "slow", "drip",
            "empty", "garbage", "echo", "forbidden", "huge".
    """

    def __init__(self) -> None:
        self.url = ""
        self.mood = "well"
        self.seen: list[tuple[str, dict[str, str], str]] = []
        self.over = asyncio.Event()

    def app(self) -> web.Application:
        """The aiohttp application."""
        app = web.Application(middlewares=[self._moody])
        app.router.add_get("/m", self.google)
        app.router.add_get("/get", self.mymemory)
        app.router.add_post("/translate", self.libretranslate)
        app.router.add_get("/languages", self.languages)
        app.router.add_post("/v2/translate", self.deepl)
        app.router.add_post("/microsoft", self.microsoft)
        app.router.add_post("/papago", self.papago)
        app.router.add_post("/yandex", self.yandex)
        app.router.add_get("/apy/listPairs", self.pairs)
        app.router.add_post("/apy/translate", self.apertium)
        return app

    @web.middleware
    async def _moody(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        self.seen.append((request.path, dict(request.query), await request.text()))
        if request.path.endswith(("/languages", "/listPairs")):
            return await handler(request)
        match self.mood:
            case "429":
                return web.Response(status=429, headers={"Retry-After": "7"}, text="Too many requests")
            case "500":
                return web.Response(status=500, text="Internal Server Error")
            case "forbidden":
                return web.json_response({"error": "bad key"}, status=403)
            case "page":
                return web.Response(text=GOOGLE_ERROR, content_type="text/html")
            case "empty":
                return web.Response(text="")
            case "garbage":
                return web.Response(body=bytes(range(256)) * 4, content_type="application/json")
            case "huge":
                return web.Response(text="a" * 3_000_000)
            case "slow":
                await self.over.wait()
            case "drip":
                return await self._drip(request)
        return await handler(request)

    async def _drip(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        while not self.over.is_set():
            await response.write(b" ")
            await asyncio.sleep(0.02)
        return response

    def _english(self, text: str) -> str:
        return text if self.mood == "echo" else obedient(text)

    async def google(self, request: web.Request) -> web.Response:
        """translate.google.com/m: a page of which one element is the answer."""
        text = html.escape(self._english(request.query["q"]))
        return web.Response(
            text=GOOGLE_PAGE.format(kind="result-container", text=text), content_type="text/html"
        )

    async def mymemory(self, request: web.Request) -> web.Response:
        """api.mymemory.translated.net/get."""
        if "autodetect" in request.query["langpair"].lower():
            return web.json_response(
                {"responseData": {"translatedText": "INVALID SOURCE LANGUAGE"}, "matches": []}
            )
        answer = {
            "responseData": {"translatedText": self._english(request.query["q"]), "match": 0.85},
            "matches": [],
        }
        return web.json_response(answer | {"quotaFinished": False, "responseStatus": 200})

    async def libretranslate(self, request: web.Request) -> web.Response:
        """LibreTranslate's /translate."""
        body = await request.json()
        if body["source"] not in ("id", "zh-Hans"):
            return web.json_response({"error": f"{body['source']} is not supported"}, status=400)
        return web.json_response({"translatedText": self._english(body["q"])})

    async def languages(self, request: web.Request) -> web.Response:
        """LibreTranslate's /languages."""
        codes = ("en", "id", "zh-Hans")
        return web.json_response([{"code": c, "name": c, "targets": list(codes)} for c in codes])

    async def deepl(self, request: web.Request) -> web.Response:
        """DeepL's /v2/translate, which takes its key from a header alone."""
        if request.headers.get("Authorization") != "DeepL-Auth-Key key:fx":
            return web.json_response({"message": "Legacy authentication method"}, status=403)
        body = await request.json()
        texts = [{"detected_source_language": "ID", "text": self._english(t)} for t in body["text"]]
        return web.json_response({"translations": texts})

    async def microsoft(self, request: web.Request) -> web.Response:
        """Azure's /translate."""
        if request.headers.get("Ocp-Apim-Subscription-Key") != "key" or request.query["api-version"] != "3.0":
            return web.json_response({"error": {"code": 401000, "message": "no"}}, status=401)
        texts = [
            {"translations": [{"text": self._english(t["Text"]), "to": "en"}]} for t in await request.json()
        ]
        return web.json_response(texts)

    async def papago(self, request: web.Request) -> web.Response:
        """Papago's /nmt/v1/translation."""
        if request.headers.get("X-NCP-APIGW-API-KEY") != "secret":
            return web.json_response({"error": {"errorCode": "200"}}, status=401)
        body = await request.json()
        result = {
            "srcLangType": body["source"],
            "tarLangType": "en",
            "translatedText": self._english(body["text"]),
        }
        return web.json_response({"message": {"result": result}})

    async def yandex(self, request: web.Request) -> web.Response:
        """Yandex Cloud's /translate/v2/translate."""
        if request.headers.get("Authorization") != "Api-Key key":
            return web.json_response({"code": 16, "message": "Unauthenticated"}, status=401)
        body = await request.json()
        return web.json_response({"translations": [{"text": self._english(t)} for t in body["texts"]]})

    async def pairs(self, request: web.Request) -> web.Response:
        """APy's /listPairs: Indonesian by way of Spanish, Catalan directly."""
        known = [("ind", "spa"), ("spa", "eng"), ("cat", "eng")]
        return web.json_response(
            {"responseData": [{"sourceLanguage": s, "targetLanguage": t} for s, t in known]}
        )

    async def apertium(self, request: web.Request) -> web.Response:
        """APy's /translate."""
        form = await request.post()
        text = str(form["q"]) if form["langpair"] == "ind|spa" else self._english(str(form["q"]))
        return web.json_response({"responseData": {"translatedText": text}, "responseStatus": 200})


@asynccontextmanager
async def serve() -> AsyncIterator[Services]:
    """The services on a free port of this machine."""
    services = Services()
    async with TestServer(services.app(), host="127.0.0.1") as server:
        services.url = str(server.make_url("")).rstrip("/")
        try:
            yield services
        finally:
            services.over.set()
