"""The local page over its wire: what a browser sends and gets, with the real service and store."""

from __future__ import annotations

import io
import socket
from dataclasses import replace
from pathlib import Path

import aiohttp
import pytest
from PIL import Image

from bot.messages import Button, Card, Person, Receipt, Shown
from bot.platforms.web.platform import WebPlatform
from bot.platforms.web.render import card_json, page_payload
from bot.settings import BadSetting
from bot.usecases import deletions
from tests.chat import FakeTranslator
from tests.fakes import FakeEngine
from tests.wire.web import Browser, browser, house


def png(size: tuple[int, int] = (80, 40)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "red").save(out, "PNG")
    return out.getvalue()


async def test_words_become_a_picture_in_place_of_its_status(tmp_path: Path) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as at, browser(at) as alice:
        engine.hold(2)
        await alice.send("a red fox --seed 7 --steps 4")
        status = await alice.until(lambda m: m.get("progress") == 0.5)
        assert [b["action"] for b in status["buttons"][0]] == ["cancel"]
        await engine.release()
        result = await alice.painted("a red fox")
        assert result["id"] == status["id"]
        assert [m.get("text") for m in alice.messages.values() if m.get("mine")] == [
            "a red fox --seed 7 --steps 4"
        ]
        shown = result["pictures"][0]
        status_code, data = await alice.picture(shown["src"])
        assert status_code == 200 and shown["seed"] == "7"
        with Image.open(io.BytesIO(data)) as image:
            assert image.size == (shown["width"], shown["height"])
            assert "a red fox" in image.text["parameters"]  # type: ignore[attr-defined]


async def test_who_is_quicker_than_their_own_connection_misses_nothing(tmp_path: Path) -> None:
    """A page can be used once it is there; what it listens on may need a moment more."""
    jar = aiohttp.CookieJar(unsafe=True)
    async with house(tmp_path) as at:
        async with aiohttp.ClientSession(cookie_jar=jar) as session:
            early = Browser(at, session, jar)
            await early.get("/start")
            await early.send("/history")
            await early.send("a boat")
        async with browser(at, jar=jar) as alice:
            await alice.said("You have no pictures yet.")
            await alice.painted("a boat")
            mine = [m["text"] for m in alice.messages.values() if m.get("mine")]
            assert sorted(mine) == ["/history", "a boat"]


async def test_however_many_look_all_of_them_see_what_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.platforms.web.chats.MOST_CHATS", 1)
    async with house(tmp_path) as at, browser(at) as alice, browser(at) as bob:
        for each in (alice, bob):
            await each.send("a boat")
            await each.painted("a boat")


async def test_commands_do_what_they_do_elsewhere(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as alice:
        await alice.send("/imagine a boat")
        await alice.painted("a boat")
        await alice.send("/history")
        page = await alice.said("1 of 1")
        assert page["pictures"][0]["job"] == page["job"]
        await alice.send("/help")
        guide = await alice.until(
            lambda m: "help" in [b["action"] for row in m.get("buttons", ()) for b in row]
        )
        await alice.press(guide, payload=guide["buttons"][0][0]["payload"])
        await alice.until(lambda m: m["id"] == guide["id"] and m.get("text") != guide.get("text"))
        await alice.send("/cancel")
        await alice.said("nothing waiting")
        await alice.send("/xyzzy")
        await alice.said("I draw what you write")
        await alice.send("a boat --steps 999")
        assert "1–150" in (await alice.said("--steps can't be 999"))["text"]


async def test_a_text_far_too_long_gets_a_sentence_whatever_it_is_made_of(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as alice:
        for text in ("«" * 49_000, "/imagine " + "“a" * 20_000, "/help " + "a-" * 40_000, "/" + "a" * 90_000):
            await alice.send(text)
        await alice.said("49,000")
        await alice.said("40,000")
        await alice.send("a boat")
        await alice.painted("a boat")


async def test_a_reply_and_an_upload_start_from_a_picture(tmp_path: Path) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as at, browser(at) as alice:
        await alice.send("a boat --n 2")
        boats = await alice.painted("a boat", 2)
        await alice.send("at night", reply=boats["pictures"][1]["message"])
        await alice.painted("at night")
        assert engine.jobs[-1].mode == "image"
        with Image.open(io.BytesIO(engine.jobs[-1].inputs.get("image", b""))) as source:
            second = Image.open(io.BytesIO((await alice.picture(boats["pictures"][1]["src"]))[1]))
            assert source.convert("RGB").tobytes() == second.convert("RGB").tobytes()
        await alice.send("in oil", picture=png())
        await alice.painted("in oil")
        assert engine.jobs[-1].mode == "image"


async def test_a_picture_of_the_history_can_be_changed_whichever_page_it_is_on(tmp_path: Path) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as at, browser(at) as alice:
        for name in ("a boat", "a cat"):
            await alice.send(name)
            await alice.painted(name)
        await alice.send("/history")
        newest = await alice.said("1 of 2")
        await alice.press(newest, "▶")
        oldest = await alice.said("2 of 2")
        assert oldest["id"] == newest["id"] and oldest["prompt"] == "a boat"
        await alice.send("at night", reply=oldest["pictures"][0]["message"])
        await alice.painted("at night")
        assert engine.jobs[-1].inputs["image"] == (await alice.picture(oldest["pictures"][0]["src"]))[1]


async def test_buttons_work_and_an_original_is_a_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deletions, "GRACE", 0.05)  # what is deleted goes once nobody can want it back
    async with house(tmp_path) as at, browser(at) as alice:
        await alice.send("a boat --seed 5")
        first = await alice.painted("a boat")
        await alice.press(first, "Reroll")
        second = await alice.until(lambda m: m.get("pictures") and m["id"] != first["id"])
        assert second["pictures"][0]["seed"] != "5"
        link = next(b for row in first["buttons"] for b in row if b["action"] == "original")["href"]
        async with alice.ask("GET", link) as answer:
            assert answer.headers["Content-Disposition"].startswith('attachment; filename="lukis-')
        assert (await alice.press(first, "Delete"))["toast"] == "Deleted."
        await alice.until(lambda m: first["id"] not in alice.messages)
        assert (await alice.picture(first["pictures"][0]["src"]))[0] == 404
        assert (await alice.press(first, payload=f"show:{first['job']}"))[
            "toast"
        ] == "That is not here any more."


async def test_a_document_can_be_downloaded_from_its_message_by_its_person(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as alice, browser(at) as bob:
        await alice.send("a boat")
        boat = await alice.painted("a boat")
        await alice.press(boat, payload=f"original:{boat['job']}")
        document = (await alice.until(lambda m: "document" in m))["document"]
        assert (await alice.picture(document["src"]))[1] == (await alice.picture(boat["pictures"][0]["src"]))[
            1
        ]
        assert (await bob.picture(document["src"]))[0] == 404


async def test_a_kept_picture_that_is_broken_is_as_one_that_is_not_there(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as alice:
        await alice.send("a boat --format webp")
        (shown,) = (await alice.painted("a boat"))["pictures"]
        for file in tmp_path.rglob("*.png"):
            file.write_bytes(file.read_bytes()[:40])
        for address in (f"{shown['src']}?download", shown["thumb"]):
            assert (await alice.picture(address))[0] == 404


def test_a_page_of_the_history_is_told_by_what_it_is_and_not_by_its_buttons(tmp_path: Path) -> None:
    job, picture = "0123456789abcdef", Shown(tmp_path / "a.png", 8, 8, seed=1)
    buttons = ((Button("▶️", f"page:{job}:2"), Button("Show again", f"show:{job}:0")),)
    page = Card(pictures=(picture,), buttons=buttons, job=job, kind="page")
    assert page_payload(card_json("1", page)) == f"page:{job}:1"
    assert page_payload(card_json("1", replace(page, kind="picture"))) is None


async def test_no_address_or_file_name_has_a_job_s_id(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as alice, browser(at) as bob:
        await alice.send("two boats --n 2 --seed 5")
        boats = await alice.painted("two boats", 2)
        await alice.send("/history")
        page = await alice.said("1 of 2")
        (entry,) = (await alice.get("/gallery"))["entries"]
        shown = [*boats["pictures"], *page["pictures"], *entry["pictures"]]
        links = [b["href"] for m in (boats, page) for row in m["buttons"] for b in row if "href" in b]
        addresses = {*links, *(p[kind] for p in shown for kind in ("src", "thumb"))}
        assert len(links) == 3 and len(addresses) == 6 and not [a for a in addresses if boats["job"] in a]
        assert {(await alice.picture(a))[0] for a in addresses} == {200}
        assert {(await bob.picture(a))[0] for a in addresses} == {404}
        names = []
        for link in links:
            async with alice.ask("GET", link) as answer:
                names.append(answer.headers["Content-Disposition"].partition("=")[2])
        assert names == ['"lukis-two-boats-5.png"', '"lukis-two-boats-6.png"', '"lukis-two-boats-5.png"']
        await bob.send("mine --seed 6")
        await bob.painted("mine")
        assert (await bob.picture(boats["pictures"][0]["src"]))[0] == 404, "it is another picture's address"
        for address in (f"/picture/{boats['job']}/0", "/picture/1-5/2", "/picture/0-5/0", "/picture/9-5/0"):
            assert (await alice.picture(address))[0] == 404


async def test_tabs_of_one_person_stay_in_step(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as one, browser(at, jar=one.jar) as other:
        await one.send("a boat")
        assert (await other.painted("a boat")) == (await one.painted("a boat"))
        await other.press(None, payload="language:id")
        await one.until(lambda m: any(f.get("language") == "id" for f in one.frames))


async def test_the_chat_comes_back_after_a_restart_and_old_buttons_and_replies_work(tmp_path: Path) -> None:
    jar = aiohttp.CookieJar(unsafe=True)
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as at, browser(at, jar=jar) as alice:
        await alice.send("a red boat --seed 9 --n 2")
        before = await alice.painted("a red boat", 2)
        engine.hold()
        await alice.send("a slow one")
        await alice.until(lambda m: m.get("prompt") == "a slow one")
        told = list(alice.messages)
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as at, browser(at, jar=jar) as alice:
        slow = await alice.painted("a slow one")
        assert list(alice.messages) == told
        assert alice.messages[before["id"]] == before
        assert next(iter(alice.messages.values()))["text"] == "a red boat --seed 9 --n 2"
        await alice.press(before, "🖼 2")
        await alice.painted("a red boat", 1)
        await alice.send("at night", reply=slow["id"])
        await alice.painted("at night")
        assert engine.jobs[-1].mode == "image"


async def test_what_was_finished_while_nobody_looked_is_there(tmp_path: Path) -> None:
    jar = aiohttp.CookieJar(unsafe=True)
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as at:
        async with browser(at, jar=jar) as alice:
            engine.hold()
            await alice.send("a boat")
            await alice.until(lambda m: m.get("job"))
        await engine.release()
        async with browser(at, jar=jar) as alice:
            await alice.painted("a boat")
            assert sum("pictures" in m for m in alice.messages.values()) == 1


async def test_the_same_message_twice_counts_once_also_over_a_restart(tmp_path: Path) -> None:
    jar = aiohttp.CookieJar(unsafe=True)
    for jobs in (1, 0):
        engine = FakeEngine()
        async with house(tmp_path, engine=engine) as at, browser(at, jar=jar) as alice:
            for _ in range(2):
                await alice.send("a boat", id="0123456789abcdef")
            await alice.painted("a boat")
            assert len(engine.jobs) == jobs


async def test_the_gallery_shows_all_ones_own_and_nobody_elses(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as alice, browser(at) as bob:
        for number in range(27):
            await at.imagine(alice.started["person"], f"boat {number}")
            await alice.painted(f"boat {number}")
        await bob.send("a cat")
        cat = await bob.painted("a cat")
        first = await alice.get("/gallery")
        rest = await alice.get(f"/gallery?before={first['before']}")
        prompts = [e["prompt"] for e in first["entries"] + rest["entries"]]
        assert prompts == [f"boat {n}" for n in reversed(range(27))] and rest["before"] is None
        assert [b["action"] for b in first["entries"][0]["pictures"][0]["buttons"]] == ["show", "reroll"]
        assert (await alice.picture(cat["pictures"][0]["src"]))[0] == 404
        assert (await alice.picture(cat["pictures"][0]["thumb"]))[0] == 404
        assert (await alice.press(None, payload=f"delete:{cat['job']}"))[
            "toast"
        ] == "That is not here any more."


async def test_thumbs_are_small_and_pictures_are_kept_by_the_browser(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at) as alice:
        await alice.send("a boat --size 800x1200")
        boat = (await alice.painted("a boat"))["pictures"][0]
        async with alice.ask("GET", boat["thumb"]) as answer:
            assert (
                "immutable" in answer.headers["Cache-Control"]
                and "private" in answer.headers["Cache-Control"]
            )
            with Image.open(io.BytesIO(await answer.read())) as image:
                assert image.format == "WEBP" and max(image.size) <= 480
                assert image.width / image.height == pytest.approx(boat["width"] / boat["height"], abs=0.01)


async def test_the_page_speaks_the_browsers_language_and_knows_its_parameters(tmp_path: Path) -> None:
    async with house(tmp_path) as at, browser(at, language="id-ID,id;q=0.9,en;q=0.8") as ani:
        assert ani.started["language"] == "id" and ani.started["direction"] == "ltr"
        steps = next(p for p in ani.started["parameters"] if p["name"] == "steps")
        assert (steps["flag"], steps["least"], steps["most"]) == ("--steps", 1, 150)
        assert [m["name"] for m in ani.started["models"]] == ["starter"]
        assert {c["name"] for c in ani.started["commands"]} >= {"imagine", "history", "cancel", "help"}
        await ani.send("/language en")
        await ani.until(lambda m: any(f.get("language") == "en" for f in ani.frames))
        assert (await ani.get("/start"))["language"] == "en"


@pytest.mark.parametrize(
    ("language", "command", "prompt"),
    [("id", "/gambar", "seekor rubah"), ("ko", "/그려줘", "빨간 여우"), ("ar", "/ارسم", "ثعلب أحمر")],
)
async def test_an_evening_in_another_language(
    tmp_path: Path, language: str, command: str, prompt: str
) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as at, browser(at, language=language) as person:
        say = at.lukis.service.locales.say(language)
        assert person.started["direction"] == ("rtl" if language == "ar" else "ltr")
        assert person.started["words"]["page-send"] == say("page-send") != "Paint"
        engine.hold(2)
        await person.send(f"{command} {prompt}")
        status = await person.until(lambda m: m.get("progress"))
        assert status["text"].split(":")[0] == say("status-progress", share="").split(":")[0]
        await engine.release()
        result = await person.painted(prompt)
        assert say("button-reroll") in [b["label"] for b in result["buttons"][0]]
        await person.press(result, say("button-reroll"))
        await person.until(lambda m: m.get("pictures") and m["id"] != result["id"])
        await person.send("/cancel")
        await person.said(say("cancel-none"))
        assert (await person.press(result, say("button-delete")))["toast"] == say("toast-deleted")


async def test_a_picture_deleted_while_another_language_is_chosen_stays_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with house(tmp_path) as at, browser(at) as alice, browser(at, jar=alice.jar) as other:
        await alice.send("a boat")
        result = await alice.painted("a boat")
        shown = at.lukis.service.shown

        async def shown_late(person: Person, message: Receipt) -> Card | None:
            card = await shown(person, message)
            if card:
                monkeypatch.setattr(at.lukis.service, "shown", shown)
                await other.press(result, "Delete")
            return card

        monkeypatch.setattr(at.lukis.service, "shown", shown_late)
        await alice.press(None, payload="language:id")
        async with browser(at, jar=alice.jar) as later:
            assert "dihapus" in (await later.until(lambda m: m["id"] == result["id"]))["text"]


async def test_a_translated_prompt_can_be_corrected(tmp_path: Path) -> None:
    translator = FakeTranslator(**{"빨간 배": "a red pear"})
    async with house(tmp_path, translator=translator) as at, browser(at) as minji:
        await minji.send("빨간 배")
        result = await minji.painted("빨간 배")
        assert "In English: a red pear" in result["notes"]
        await minji.press(result, "Edit translation")
        question = await minji.until(lambda m: m.get("ask"))
        await minji.send("a red boat", reply=question["id"])
        await minji.until(lambda m: any("a red boat" in note for note in m.get("notes", ())))


async def test_a_busy_port_is_told_by_its_setting(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(BadSetting, match=f"^WEB_PORT: {port} is taken"):
            async with house(tmp_path, port=port):
                pass


async def test_an_address_of_another_machine_is_told_by_its_setting(tmp_path: Path) -> None:
    async with house(tmp_path) as at:
        with pytest.raises(BadSetting, match=r"^WEB_HOST: 192\.0\.2\.1"):
            async with WebPlatform("192.0.2.1", 0).serving(at.lukis.service):
                pass


async def test_what_is_not_fit_for_everybody_hides_on_the_page(tmp_path: Path) -> None:
    engine = FakeEngine()
    engine.verdict = lambda job, image: "unfit" if "nude" in job.prompt else "fine"
    async with house(tmp_path, engine=engine, safety="spoiler") as at, browser(at) as alice:
        await alice.send("a nude")
        hidden = (await alice.painted("a nude"))["pictures"][0]
        await alice.send("a fox")
        plain = (await alice.painted("a fox"))["pictures"][0]
        assert hidden["spoiler"] is True and "spoiler" not in plain
        entries = (await alice.get("/gallery"))["entries"]
        assert [p.get("spoiler") for entry in entries for p in entry["pictures"]] == [None, True]
        assert (await alice.picture(hidden["src"]))[0] == 200  # for who taps it


async def test_whoever_is_forgotten_stays_so_until_they_write_again(tmp_path: Path) -> None:
    async with house(tmp_path) as at:
        people = "SELECT count(*) AS n FROM people"
        async with browser(at) as alice:
            await alice.send("/language pt")
            await alice.send("/forget")
            question = await alice.until(lambda m: m.get("buttons"))
            await alice.press(question, payload="forget")
            await alice.get("/start")
            async with browser(at, jar=alice.jar):
                rows = await at.lukis.store.db.rows(people)
                assert rows[0]["n"] == 0
            await alice.send("/help")
        assert (await at.lukis.store.db.rows(people))[0]["n"] == 1
