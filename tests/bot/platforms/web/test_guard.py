"""What the page's server refuses: other sites, forged requests, too much, too fast, what is somebody else's."""

from __future__ import annotations

import asyncio
import io
from pathlib import Path

import aiohttp
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.platforms.web.guard import Rate, new_secret, person_of
from bot.settings import BadSetting, Settings
from tests.fakes import FakeEngine
from tests.wire.web import browser, house

EVIL = "http://evil.example"


@pytest.mark.parametrize("path", ["/", "/start", "/gallery", "/live", "/page/main.js", "/picture/abc/0"])
@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8017", "localhost.evil.example", "", "[", "a@127.0.0.1"]
)
async def test_a_name_that_does_not_lead_here_is_refused(tmp_path: Path, path: str, host: str) -> None:
    async with (
        house(tmp_path) as at,
        aiohttp.ClientSession() as session,
        session.get(at.origin + path, headers={"Host": host}) as answer,
    ):
        assert answer.status in (400, 403)
        assert "Set-Cookie" not in answer.headers
        if answer.status == 403:
            assert (await answer.text()).endswith(
                f"WEB_NAMES: {host.partition(':')[0] if 'evil' in host else ''}"
            )


async def test_a_cookie_that_is_given_over_tls_is_for_nothing_else(tmp_path: Path) -> None:
    for proxies, told, secure in (
        (("127.0.0.0/8",), "https", True),
        (("127.0.0.0/8",), "http", False),
        (("10.0.0.0/8", "::1"), "https", False),
    ):
        async with (
            house(tmp_path, proxies=proxies) as at,
            aiohttp.ClientSession() as session,
            session.get(at.url + "start", headers={"X-Forwarded-Proto": told}) as answer,
        ):
            assert ("Secure" in answer.headers["Set-Cookie"]) == secure
    with pytest.raises(BadSetting, match="TRUSTED_PROXIES: “me” is no address of a proxy"):
        Settings.read(env_file=None, trusted_proxies="me")


async def test_names_that_lead_here_are_let_in(tmp_path: Path) -> None:
    async with house(tmp_path, allowed_hosts=("Paint.example",)) as at, aiohttp.ClientSession() as session:
        for host in (
            "localhost",
            "localhost:1234",
            "127.0.0.1:80",
            "[::1]:8017",
            "192.168.1.9:8017",
            "paint.example",
        ):
            async with session.get(at.url, headers={"Host": host}) as answer:
                assert answer.status == 200, host


@pytest.mark.parametrize(
    "origin", [EVIL, "null", "http://localhost:1", "http://127.0.0.1", "", None, "http://["]
)
async def test_another_site_can_neither_act_nor_listen(tmp_path: Path, origin: str | None) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as at, browser(at) as alice:
        headers = {} if origin is None else {"Origin": origin}
        for path in ("/send", "/press"):
            async with alice.session.post(
                at.origin + path, data={"text": "a boat"}, headers=headers
            ) as answer:
                assert answer.status == 403
        with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
            await alice.session.ws_connect(at.origin + "/live", headers=headers)
        assert engine.jobs == []


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
async def test_another_site_can_link_to_the_page_but_read_nothing(tmp_path: Path, site: str) -> None:
    async with house(tmp_path) as at, browser(at) as alice:
        headers = {"Sec-Fetch-Site": site}
        async with alice.session.get(at.url, headers=headers) as answer:
            assert answer.status == 200 and "Set-Cookie" not in answer.headers
        for path in ("/start", "/gallery", "/picture/abc/0", "/page/main.js"):
            async with alice.session.get(at.origin + path, headers=headers) as answer:
                assert answer.status == 403, path


async def test_every_answer_tells_the_browser_to_be_strict(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as alice:
        for path in ("/", "/page/main.js", "/start", "/nothing", "/picture/abc/0"):
            async with alice.ask("GET", path) as answer:
                policy = answer.headers["Content-Security-Policy"]
                assert (
                    "default-src 'self'" in policy
                    and "frame-ancestors 'none'" in policy
                    and "unsafe" not in policy
                )
                assert answer.headers["X-Content-Type-Options"] == "nosniff"
                assert answer.headers["Referrer-Policy"] == "no-referrer"
                assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
                assert "Access-Control-Allow-Origin" not in answer.headers


async def test_the_cookie_is_for_this_page_alone_and_tells_no_id(tmp_path: Path) -> None:
    async with (
        house(tmp_path) as at,
        aiohttp.ClientSession() as session,
        session.get(at.origin + "/start") as answer,
    ):
        cookie = answer.headers["Set-Cookie"]
        person = (await answer.json())["person"]
    assert "HttpOnly" in cookie and "SameSite=Strict" in cookie
    assert person not in cookie and cookie.split("=")[1].split(";")[0] not in person


async def test_a_proxy_that_is_named_may_rewrite_the_host_and_no_other(tmp_path: Path) -> None:
    async with house(tmp_path, allowed_hosts=("Paint.example",)) as at, browser(at) as alice:
        for origin, status in (
            ("https://paint.example", 400),
            ("https://PAINT.example", 400),
            ("http://paint.example", 403),
            ("https://paint.example:8443", 403),
            ("https://evil.paint.example", 403),
            ("https://localhost", 403),
        ):
            async with alice.ask("POST", "/press", data=b"{", headers={"Origin": origin}) as answer:
                assert answer.status == status, origin


async def test_a_shared_page_is_one_person_without_a_cookie_in_the_frames_that_are_named(
    tmp_path: Path,
) -> None:
    sites = ("https://notes.example", "https://*.example.org")
    async with (
        house(tmp_path, shared=True, frames=sites) as at,
        browser(at) as alice,
        browser(at, sockets=False) as again,
    ):
        assert not alice.jar and not again.jar and alice.started["person"] == again.started["person"]
        async with alice.ask("GET", "/", headers={"Sec-Fetch-Site": "cross-site"}) as answer:
            policy = answer.headers["Content-Security-Policy"]
            assert answer.status == 200
            assert policy.endswith("frame-ancestors https://notes.example https://*.example.org")
        async with alice.ask("GET", "/start", headers={"Sec-Fetch-Site": "cross-site"}) as answer:
            assert answer.status == 403
        await alice.send("a boat")
        drawn = await again.painted("a boat")
        assert (await again.picture(drawn["pictures"][0]["src"]))[0] == 200


@pytest.mark.parametrize("cookie", ["", "x", "../../etc/passwd", "a" * 44, "é" * 43])
async def test_a_made_up_cookie_is_nobody(tmp_path: Path, cookie: str) -> None:
    async with house(tmp_path) as at, aiohttp.ClientSession(headers={"Origin": at.origin}) as session:
        headers = {"Cookie": f"lukis={cookie}".encode().decode("latin-1"), "Accept-Language": "en"}
        for path in ("/gallery", "/picture/abc/0", "/document/abc"):
            async with session.get(at.origin + path, headers=headers) as answer:
                assert answer.status == 401 and "cookie" in (await answer.json())["error"]
        async with session.post(at.origin + "/send", data={"text": "a boat"}, headers=headers) as answer:
            assert answer.status == 401


@pytest.mark.parametrize(
    "path",
    ["/page/../web.py", "/page/..%2fweb.py", "/page/%2e%2e/web.py", "/page/.env", "/picture/..%2f..%2fx/0",
     "/picture/abc/-1", "/picture/abc/9999", "/thumb/x;y/0", "/document/a.b", "/gallery?before=../x"],
)  # fmt: skip
async def test_no_path_leads_anywhere(tmp_path: Path, path: str) -> None:
    async with house(tmp_path) as at, browser(at) as alice, alice.ask("GET", path) as answer:
        assert answer.status == 404


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"null", b"[]", b"7", b'"x"', b'{"message": 1, "payload": "x"}', b'{"message": "x"}',
     b'{"message": "a/b", "payload": "x"}', b'{"message": "", "payload": "' + b"x" * 65 + b'"}', b"[" * 5000,
     b'{"message": "' + b"x" * 100_000 + b'", "payload": "x"}', b"\xff\xfe"],
)  # fmt: skip
async def test_a_press_that_makes_no_sense_gets_one_sentence(tmp_path: Path, body: bytes) -> None:
    async with (
        house(tmp_path) as at,
        browser(at) as alice,
        alice.ask("POST", "/press", data=body, headers={"Content-Type": "application/json"}) as answer,
    ):
        assert answer.status == 400
        assert (await answer.json())["error"] == "I could not read that. Please load the page again."


@given(payload=st.text(max_size=64))
async def test_any_payload_is_answered_without_a_traceback(payload: str) -> None:
    """The decoder is the service's; this is about what reaches it, and that an answer always comes."""
    from bot.errors import NotFound
    from bot.messages import Button
    from bot.payloads import decode
    from bot.platforms.web.render import button_json

    try:
        known = decode(payload)
    except NotFound:
        known = None
    shown = button_json(Button("label", payload))
    assert shown["payload"] == payload and shown.get("action") == (known.action if known else None)


@pytest.mark.parametrize(
    "payload", ["", "reroll", "reroll:x", "delete:../../x", "hack:1", "page:1:999999", "🎲", "show::1"]
)
async def test_a_forged_button_gets_one_sentence(tmp_path: Path, payload: str) -> None:
    async with house(tmp_path) as at, browser(at) as alice:
        toast = (await alice.press({"id": "nothing.7", "buttons": []}, payload=payload or " "))["toast"]
        assert toast == "That is not here any more."


@pytest.mark.parametrize(
    "form",
    [{}, {"text": "a boat"}, {"id": "x", "text": "a boat"}, {"id": "0" * 16}, {"id": "0" * 16, "text": "x" * 200_000},
     {"id": "0" * 16, "text": "a boat", "reply": "a b"}, {"id": "0" * 16, "text": "a", "thumb": "javascript:alert(1)"},
     {"id": "0" * 16, "text": "a", "thumb": "data:image/svg+xml;base64,AAAA"}],
)  # fmt: skip
async def test_a_message_that_makes_no_sense_gets_one_sentence(tmp_path: Path, form: dict[str, str]) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as at, browser(at) as alice:
        with aiohttp.MultipartWriter("form-data") as writer:
            for name, value in form.items():
                writer.append(value).set_content_disposition("form-data", name=name)
        async with alice.ask("POST", "/send", data=writer) as answer:
            assert answer.status == 400
            assert (await answer.json())["error"] == "I could not read that. Please load the page again."
        assert engine.jobs == [] and len(alice.messages) == 0


@pytest.mark.parametrize("body", [b"", b"--x\r\n", b"--x\r\n\r\n\r\n--x--", b"\0" * 100])
async def test_broken_multipart_gets_one_sentence(tmp_path: Path, body: bytes) -> None:
    async with house(tmp_path) as at, browser(at) as alice:
        headers = {"Content-Type": "multipart/form-data; boundary=x"}
        async with alice.ask("POST", "/send", data=body, headers=headers) as answer:
            assert answer.status == 400 and "load the page again" in (await answer.json())["error"]


@pytest.mark.parametrize("names", [["stranger"], ["text"], ["", "more", "mores"]])
async def test_fields_that_no_page_sends_are_not_kept(tmp_path: Path, names: list[str]) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as at, browser(at) as alice:
        with aiohttp.MultipartWriter("form-data") as writer:
            for name, value in [
                ("id", "0" * 16),
                ("text", "a boat"),
                *((name, "x" * 90_000) for name in names),
            ]:
                writer.append(value).set_content_disposition("form-data", name=name)
        async with alice.ask("POST", "/send", data=writer) as answer:
            assert answer.status == 400 and "load the page again" in (await answer.json())["error"]
        assert engine.jobs == []


@pytest.mark.parametrize(("path", "field"), [("/send", "text"), ("/send", "picture"), ("/press", "text")])
async def test_whoever_leaves_in_the_middle_of_an_upload_leaves_no_traceback(
    tmp_path: Path, path: str, field: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as at, browser(at) as alice:
        writer = await alice.begin(path, field)
        await asyncio.sleep(0.3)
        writer.transport.abort()
        await alice.send("a boat")
        await alice.painted("a boat")
        assert [job.prompt for job in engine.jobs] == ["a boat"]
    assert not [record for record in caplog.records if record.exc_info]


PART = b'--x\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n%s\r\n'

FORM = PART % (b"id", b"", b"0" * 16) + PART % (b"text", b"", b"a fox") + b"--x--\r\n"


@pytest.mark.parametrize(
    "body",
    [
        PART % (b"text", b"\r\n\xff\xfe: x", b"a fox"),
        PART % (b"text", b"\r\nA: b" * 5000, b"a fox"),
        PART % (b"text", b"\r\nA: " + b"b" * 200_000, b"a fox"),
        b"--x\r\nContent-Disposition: form-dGET /start HTTP/1.1\r\n\r\na fox\r\n--x--\r\n",
        b"--x\r\nContent-Disposition: form-data; name\r\n\r\na fox\r\n--x--\r\n",
        b"--x\r\nContent-Disposition: form-data; @=y\r\n\r\na fox\r\n--x--\r\n",
        PART % (b"_charset_", b"", b"x" * 500),
        PART % (b"_charset_", b"", b"nosuch") + PART % (b"text", b"", b"a fox"),
        b" " * 600_000,
        b"\n" * 100_000 + FORM,
        b"a\r\n" * 100_000 + FORM,
    ],
)
async def test_a_form_that_no_browser_sends_gets_one_sentence_and_no_traceback(
    tmp_path: Path, body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    async with house(tmp_path) as at, browser(at) as alice:
        headers = {"Content-Type": "multipart/form-data; boundary=x"}
        async with alice.ask("POST", "/send", data=body, headers=headers) as answer:
            assert answer.status == 400 and "load the page again" in (await answer.json())["error"]
    assert not [record for record in caplog.records if record.exc_info]


@pytest.mark.parametrize("path", ["/send", "/press"])
@pytest.mark.parametrize(
    "headers",
    [{"Content-Encoding": name} for name in ("deflate", "br", "gzip", "nosuch")]
    + [{"Content-Type": "text/plain; charset=nosuch"}],
)
async def test_an_encoding_that_is_none_is_refused_without_a_traceback(
    tmp_path: Path, path: str, headers: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    usual = {"Content-Type": "multipart/form-data; boundary=x" if path == "/send" else "application/json"}
    async with (
        house(tmp_path) as at,
        browser(at) as alice,
        alice.ask("POST", path, data=b"[]", headers=usual | headers) as answer,
    ):
        assert answer.status == 400
    assert not [record for record in caplog.records if record.exc_info]


@pytest.mark.parametrize(
    "request_",
    [b"GET /start HTTP/1.1\r\n\r\n", b"GET /?\xff HTTP/1.1\r\nHost: x\r\n\r\n", b"\x16\x03\x01\r\n"],
)
async def test_what_is_no_http_fills_no_log(
    tmp_path: Path, request_: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    async with house(tmp_path) as at:
        reader, writer = await asyncio.open_connection("127.0.0.1", int(at.origin.rpartition(":")[2]))
        writer.write(request_)
        assert b" 400 " in await reader.readline()
        writer.close()
    assert not [record for record in caplog.records if record.exc_info]


async def test_a_picture_too_large_is_not_read_to_its_end(tmp_path: Path) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine, max_upload_mb=1) as at, browser(at) as alice:
        await alice.send("in oil", picture=b"\x89PNG" + bytes(3_000_000))
        assert "too large: 1 MB" in (await alice.said("too large"))["text"]
        assert engine.jobs == []


@pytest.mark.parametrize("picture", [b"", b"%PDF-1.7 nothing", b"\x89PNG\r\n\x1a\n", b"<svg/>"])
async def test_a_file_that_is_no_picture_gets_one_sentence(tmp_path: Path, picture: bytes) -> None:
    async with house(tmp_path) as at, browser(at) as alice:
        await alice.send("in oil", picture=picture)
        await alice.said("I can't read that file as a picture.")


async def test_a_socket_that_talks_gets_one_sentence_and_one_that_shouts_is_closed(tmp_path: Path) -> None:
    async with (
        house(tmp_path) as at,
        browser(at) as alice,
        alice.session.ws_connect(at.origin + "/live", headers={"Origin": at.origin}) as socket,
    ):
        assert (await socket.receive_json())["type"] == "chat"
        await socket.send_str("{nonsense")
        told = await socket.receive_json()
        assert told == {"type": "toast", "text": "I could not read that. Please load the page again."}
        await socket.send_bytes(bytes(100_000))
        assert (await socket.receive()).type in (aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSED)


async def test_a_socket_that_never_stops_talking_is_closed(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as mallory:
        socket = await mallory.session.ws_connect(at.origin + "/live", headers={"Origin": at.origin})
        for _ in range(40):
            await socket.send_str("x")
        while (frame := await socket.receive()).type == aiohttp.WSMsgType.TEXT:
            pass
        assert frame.type in (aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSED)


async def test_a_flood_is_slowed_down_for_its_author_alone(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as mallory, browser(at) as alice:
        sentences = [(await mallory.press_any()).get("error") for _ in range(25)]
        assert sentences[:20] == [None] * 20
        assert "That was quick! Give me a few seconds." in sentences
        await alice.send("a boat")
        await alice.painted("a boat")


async def test_markup_stays_text(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as alice:
        evil = '<img src=x onerror=alert(1)> & "quoted"'
        await alice.send(evil)
        assert (await alice.painted(evil))["prompt"] == evil


async def test_static_files_are_kept_until_they_change(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as alice:
        async with alice.ask("GET", "/page/chat.css") as answer:
            tag = answer.headers["ETag"]
        async with alice.ask("GET", "/page/chat.css", headers={"If-None-Match": tag}) as answer:
            assert answer.status == 304
        async with alice.ask("GET", "/page/chat.css", headers={"If-None-Match": '"old"'}) as answer:
            assert answer.status == 200


def test_turns_come_back_with_time() -> None:
    now = [0.0]
    rate = Rate(burst=3, per_second=1, clock=lambda: now[0])
    assert [rate.allow("a") for _ in range(4)] == [True, True, True, False]
    assert rate.allow("b")
    now[0] = 2
    assert [rate.allow("a") for _ in range(3)] == [True, True, False]


def test_a_secret_names_one_person_and_never_shows_in_the_name() -> None:
    secret = new_secret()
    assert person_of(secret, "de-AT,de;q=0.9") == person_of(secret, "de-AT")
    assert person_of(secret, None).id != person_of(new_secret(), None).id
    assert person_of(secret, "de-AT,de").language == "de-AT" and person_of(secret, "*").language is None
    assert secret not in repr(person_of(secret, None))


def test_thumbs_of_a_deep_picture_are_small(tmp_path: Path) -> None:
    from bot.platforms.web.files import _shrunk

    file = tmp_path / "large.png"
    Image.new("RGB", (2048, 512), "teal").save(file)
    with Image.open(io.BytesIO(_shrunk(file))) as image:
        assert image.size == (480, 120)
