"""What people can do, on a platform in memory with the real store."""

from __future__ import annotations

import asyncio
import io
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from PIL import Image

from bot.messages import Receipt
from bot.translating import Translation
from engine.api.cards import ModelCard
from engine.api.errors import BrokenNumbers, OutOfMemory
from engine.api.modes import MODES, Mode
from tests.chat import FakePlatform, FakeTranslator, stage
from tests.fakes import FAKE_CARD, FakeEngine


@pytest.fixture
def png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (80, 40), "red").save(out, "PNG")
    return out.getvalue()


async def test_a_prompt_becomes_a_picture_that_answers_it(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a red fox --seed 7 --steps 3")
        photo = await alice.pictures()
    assert photo.answers == "1"
    assert photo.card.prompt == "a red fox"
    assert any("seed 7" in note for note in photo.card.notes)
    rows = [[b.label.split()[-1] for b in row] for row in photo.card.buttons]
    assert rows[0] == ["Reroll", "(subtle)", "(strong)", "Edit"]
    assert rows[-1][-2:] == ["Delete", "Report"] and "file" in [label for row in rows for label in row]
    with Image.open(photo.card.pictures[0].file) as image:
        assert "a red fox" in image.text["parameters"] and "Seed: 7" in image.text["parameters"]  # type: ignore[attr-defined]


async def test_what_a_prompt_says_is_missing_is_drawn_as_a_negative_prompt_and_said(tmp_path: Path) -> None:
    class Parting(FakeTranslator):
        async def translate(
            self, prompt: str, language: str | None = None, *, person: str = ""
        ) -> Translation:
            if prompt == "kucing tanpa topi":
                return Translation(prompt, "a cat", "id", "translated", "google", negative="hat")
            return await super().translate(prompt, language, person=person)

    async with stage(tmp_path, translator=Parting(kabut="fog")) as on:
        await on.someone().send("/imagine kucing tanpa topi --no kabut")
        card = (await on.someone().pictures()).card
    assert (on.engine.jobs[0].prompt, on.engine.jobs[0].recipe.negative) == ("a cat", "fog, hat")
    assert "Left out of the picture: hat" in card.notes


async def test_each_parameter_stands_once_below_a_picture(
    tmp_path: Path, png: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    mode = replace(MODES["image"], parameters=frozenset({"strength", "steps", "cfg"}))
    monkeypatch.setitem(cast(dict[str, Mode], MODES), "image", mode)
    async with stage(tmp_path) as on:
        await on.someone().send("/imagine in oil --steps 3 --strength 0.4", image=png)
        (facts,) = [note for note in (await on.someone().pictures()).card.notes if "seed" in note]
    assert (facts.count("steps"), facts.count("cfg"), facts.count("strength 0.4")) == (1, 1, 1)


async def test_the_status_shows_place_progress_and_goes(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice, bob = on.someone(), on.someone("bob")
        on.engine.hold(2)
        await alice.send("/imagine one")
        await alice.told("50%")
        await bob.send("/imagine two")
        assert "about" in (await bob.told("Number 2 in line")).card.text
        await on.engine.release()
        await alice.pictures()
        await alice.pictures()
        assert not [m for m in on.platform.messages.values() if m.card.progress is not None]


async def test_the_english_is_shown_and_drawn(tmp_path: Path) -> None:
    async with stage(tmp_path, translator=FakeTranslator(여우="a fox", 글자="text")) as on:
        alice = on.someone(language="ko")
        await alice.send("/imagine 여우 --no 글자")
        photo = await alice.pictures()
    assert (on.engine.jobs[0].prompt, on.engine.jobs[0].recipe.negative) == ("a fox", "text")
    assert any("a fox" in note for note in photo.card.notes)


async def test_raw_is_not_translated(tmp_path: Path) -> None:
    async with stage(tmp_path, translator=FakeTranslator(여우="a fox")) as on:
        await on.someone().send("/imagine 여우 --raw")
        await on.someone().pictures()
    assert on.engine.jobs[0].prompt == "여우" and on.translator.asked == []


async def test_own_words_and_own_english(tmp_path: Path) -> None:
    async with stage(tmp_path, translator=FakeTranslator(여우="a box")) as on:
        alice = on.someone()
        await alice.send("/imagine 여우 --seed 5")
        photo = await alice.pictures()
        await alice.press(photo, "Edit translation")
        question = await alice.told("Reply to this message")
        assert "a box" in question.card.text and question.card.ask
        await alice.send("a fox", reply_to=question)
        await alice.pictures()
        await alice.press(photo, "my own words")
        await alice.pictures()
    assert [(j.prompt, j.recipe.seed) for j in on.engine.jobs] == [("a box", 5), ("a fox", 5), ("여우", 5)]


async def test_reroll_keeps_everything_but_the_seed(tmp_path: Path, png: bytes) -> None:
    async with stage(tmp_path) as on:
        alice, bob = on.someone(), on.someone("bob")
        await alice.send("/imagine a fox --seed 7 --cfg 3 --no text", image=png)
        await bob.press(await alice.pictures(), "Reroll")
        await bob.pictures()
        first, second = on.engine.jobs
        assert first.recipe.model_copy(update={"seed": 0}) == second.recipe.model_copy(update={"seed": 0})
        assert first.recipe.seed != second.recipe.seed
        assert (second.tenant, second.inputs) == ("fake:bob", first.inputs)
        assert len(await on.lukis.service.gallery(bob.person)) == 1


async def test_a_reroll_beyond_the_limit_reads_no_picture(tmp_path: Path, png: bytes) -> None:
    async with stage(tmp_path, max_waiting_jobs=1) as on:
        alice = on.someone()
        await alice.send("/imagine a fox", image=png)
        photo = await alice.pictures()
        on.engine.hold()
        await alice.send("/imagine a dog")
        shutil.rmtree(tmp_path / "sources")
        assert "waiting already" in (await alice.press(photo, "Reroll") or "")


async def test_an_album_has_numbered_buttons(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --n 4 --seed 10")
        album = await alice.pictures(4)
        assert [p.seed for p in album.card.pictures] == [10, 11, 12, 13]
        await alice.press(album, "🖼 3")
        third = await alice.pictures()
        assert [p.seed for p in third.card.pictures] == [12]
        await alice.press(album, "📄 3")
        document = (await on.platform.until(lambda m: m.card.document)).card
        assert (
            document.document and document.document.read_bytes() == album.card.pictures[2].file.read_bytes()
        )
        await alice.press(third, "Reroll")
        await alice.pictures()
        assert on.engine.jobs[1].recipe.count == 1


async def test_words_in_reply_to_a_picture_change_it(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice, bob = on.someone(), on.someone("bob", group=True)
        await alice.send("/imagine a fox")
        photo = await alice.pictures()
        await bob.send("in the snow --strength 0.4", reply_to=photo)
        await bob.pictures()
    job = on.engine.jobs[1]
    assert (job.mode, job.recipe.strength, job.inputs) == (
        "image",
        0.4,
        {"image": photo.card.pictures[0].file.read_bytes()},
    )


async def test_a_picture_sent_along_is_the_start(tmp_path: Path, png: bytes) -> None:
    async with stage(tmp_path) as on:
        await on.someone().send("/imagine blue", image=png)
        await on.someone().pictures()
    with Image.open(io.BytesIO(on.engine.jobs[0].inputs.get("image", b""))) as image:
        assert (image.size, image.getpixel((1, 1))) == ((80, 40), (255, 0, 0))


async def test_history_pages_and_shows_again(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        for prompt in ("first", "second", "third"):
            await alice.send(f"/imagine {prompt}")
            await alice.pictures()
        await on.someone("bob").send("/imagine not hers")
        await on.someone("bob").pictures()
        await alice.send("/history")
        page = await alice.told("1 of 3")
        assert page.card.prompt == "third"
        await alice.press(page, "▶️")
        page = await alice.told("2 of 3")
        assert page.card.prompt == "second"
        assert await on.someone("bob").press(page, "▶️") == "That belongs to somebody else."
        await alice.press(page, "Show again")
        again = await on.platform.until(lambda m: m.card.prompt == "second" and not m.card.text)
        await alice.send("but blue", reply_to=again)
        await on.platform.until(lambda m: m.card.prompt == "but blue" and m.card.pictures)
        assert on.engine.jobs[-1].mode == "image"


async def test_history_without_pictures(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        await on.someone().send("/history")
        await on.someone().told("no pictures yet")


async def test_cancel_stops_waiting_and_running_jobs(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice, bob = on.someone(), on.someone("bob")
        on.engine.hold(1)
        await alice.send("/imagine one")
        running = await alice.told("25%")
        await alice.send("/imagine two")
        await bob.send("/imagine three")
        assert await bob.press(running, "Cancel") == "That belongs to somebody else."
        await alice.send("/cancel")
        await alice.told("Stopped 2 pictures")
        assert running.card.text.endswith("Cancelled.") or (await alice.told("Cancelled."))
        await on.engine.release()
        assert (await bob.pictures()).card.prompt == "three"
        await alice.send("/cancel")
        await alice.told("nothing waiting")


async def test_the_cancel_button_and_an_admin(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        on.engine.hold(1)
        await alice.send("/imagine one")
        status = await alice.told("25%")
        assert await on.someone("carol", admin=True).press(status, "Cancel") == "Cancelled."
        button = status.history[0].buttons[0][0].payload
        assert await alice.press_payload(status, button) == "Too late: it is finished already."


async def test_a_preview_is_shown_though_the_next_step_is_quicker_than_the_platform(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        on.engine.hold(3)
        await alice.send("/imagine one")
        status = await alice.told("75%")
        assert any(card.preview for card in [*status.history, status.card])


async def test_delete_is_the_owners(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice, bob = on.someone(), on.someone("bob")
        await alice.send("/imagine a fox")
        photo = await alice.pictures()
        file = photo.card.pictures[0].file
        assert await bob.press(photo, "Delete") == "That belongs to somebody else." and file.exists()
        assert await alice.press(photo, "Delete") == "Deleted." and not file.exists()
        assert photo.id not in on.platform.messages
        assert await alice.press(photo, "Original") == "That is not here any more."
        assert await on.lukis.service.gallery(alice.person) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("/imagine", "Tell me what to paint"),
        ("/imagine --ar 16:9", "I found no words"),
        ("/imagine " + "a" * 10_000, "I can read 2,000 at most"),
        ("/imagine fox --stps 3", "Did you mean --steps?"),
        ("/imagine fox --steps 900", "--steps can't be 900. Try 1–150"),
        ("/imagine fox --steps", "--steps needs a value"),
        ("/imagine fox --model ../../etc/passwd", "There are: starter"),
        ("/imagine fox --sampler frobnicate", "There are: euler"),
        ("/imagine fox --ar 100:1", "64–2048 px"),
        ("/imagin fox --cfg ninety", "Try 1–30"),
        ("hello there", "I draw what you write"),
    ],
)
async def test_what_is_wrong_is_said_and_nothing_is_queued(tmp_path: Path, text: str, words: str) -> None:
    async with stage(tmp_path) as on:
        await on.someone().send(text)
        await on.someone().told(words)
        assert on.engine.jobs == []


@pytest.mark.parametrize(
    "prompt", ["🍎🍎🍎", "<b>bold</b> & *stars* _under_ [x](y)", "تفاحة حمراء", "a\x00b\x07c", "it's"]
)
async def test_odd_prompts_are_drawn(tmp_path: Path, prompt: str) -> None:
    async with stage(tmp_path) as on:
        await on.someone().send(f"/imagine {prompt}")
        assert (await on.someone().pictures()).card.prompt == prompt.replace("\x00", "").replace("\x07", "")


@pytest.mark.parametrize(
    "payload",
    [
        "",
        "reroll",
        "reroll:",
        "drop table",
        "reroll:nope",
        "x" * 64,
        "page:zzz:9",
        "cancel:1:1",
        "reroll:a:b",
    ],
)
async def test_forged_buttons_get_one_sentence(tmp_path: Path, payload: str) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox")
        assert await alice.press_payload(await alice.pictures(), payload) == "That is not here any more."


async def test_a_flood_is_limited_per_person(tmp_path: Path) -> None:
    async with stage(tmp_path, max_waiting_jobs=2) as on:
        alice, bob = on.someone(), on.someone("bob")
        on.engine.hold()
        for _ in range(5):
            await alice.send("/imagine a fox")
        await alice.told("2 pictures waiting already")
        await bob.send("/imagine mine")
        await on.engine.release()
        assert {(await alice.pictures()).card.prompt for _ in range(3)} == {"a fox", "mine"}
        assert len(on.engine.jobs) == 3


async def test_strangers_are_told_their_id(tmp_path: Path) -> None:
    async with stage(tmp_path, access="allowlist", allowed=("fake:alice", "fake:club")) as on:
        await on.someone("mallory").send("/imagine a fox")
        await on.someone("mallory").told("give the admin your id: fake:mallory")
        await on.someone("bob", chat="club").send("/imagine in the club")
        assert (await on.someone().pictures()).card.prompt == "in the club"
        assert len(on.engine.jobs) == 1


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OutOfMemory(incident="x1"), "more memory than there is"),
        (BrokenNumbers(incident="ab12"), "Number ab12"),
    ],
)
async def test_a_failed_job_is_said_and_the_next_one_runs(
    tmp_path: Path, error: OutOfMemory | BrokenNumbers, words: str
) -> None:
    engine = FakeEngine(fault=lambda job: error if job.prompt == "bad" else None)
    async with stage(tmp_path, engine=engine) as on:
        alice = on.someone()
        await alice.send("/imagine bad")
        await alice.told(words)
        await alice.send("/imagine good")
        assert (await alice.pictures()).card.prompt == "good"


async def test_a_reply_may_be_quicker_than_we_are(tmp_path: Path) -> None:
    class Unhurried(FakePlatform):
        """People see what is delivered before we hear that it was."""

        heard = asyncio.Event()

        async def deliver(self, *what: Any) -> Receipt:
            receipt = await super().deliver(*what)
            await self.heard.wait()
            return receipt

    async with stage(tmp_path, platform=Unhurried()) as on:
        alice = on.someone()
        await alice.send("/imagine a boat")
        boat = await on.platform.until(lambda m: m.card.pictures)
        replying = asyncio.create_task(alice.send("at night", boat))
        await asyncio.sleep(0.05)
        Unhurried.heard.set()
        await replying
        await on.platform.until(lambda m: m.card.prompt == "at night" and m.card.pictures)
        assert on.engine.jobs[-1].mode == "image"


async def test_a_small_model_says_what_it_knows(tmp_path: Path) -> None:
    card = ModelCard(
        **{**FAKE_CARD.model_dump(), "draws": ("fox", "red apple"), "examples": ("a fox in the snow",)}
    )
    async with stage(tmp_path, engine=FakeEngine([card])) as on:
        alice = on.someone()
        for unknown in ("a spaceship", "a grapple"):
            await alice.send(f"/imagine {unknown}")
            assert any("a fox in the snow" in n for n in (await alice.pictures()).card.notes), unknown
        for known in ("an apple", "Two FOXES"):
            await alice.send(f"/imagine {known}")
            assert not any("a fox in the snow" in n for n in (await alice.pictures()).card.notes), known


async def test_what_cannot_be_shown_does_not_stop_anything(tmp_path: Path) -> None:
    class Broken(FakePlatform):
        async def edit(self, receipt: object, card: object) -> None:
            raise RuntimeError("a bug of the platform's")

    async with stage(tmp_path, platform=Broken()) as on:
        await on.someone().send("/imagine a fox")
        await on.someone().pictures()


async def test_a_language_is_chosen_and_kept(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone(language="en")
        await alice.send("/language")
        question = await alice.told("Which language")
        assert [b.label for row in question.card.buttons for b in row]
        await on.lukis.service.speech.choose(alice.person, "en")
        assert await on.lukis.store.people.language("fake:alice") == "en"


async def test_a_mode_that_asks_something_finds_its_model_or_says_that_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = Mode("deep", parameters=frozenset({"count"}), asks=frozenset({"depth"}))
    monkeypatch.setitem(cast(dict[str, Mode], MODES), deep.name, deep)
    able = FAKE_CARD.model_copy(update={"name": "able", "abilities": frozenset({"depth"})})
    async with stage(tmp_path / "one", engine=FakeEngine((FAKE_CARD, able))) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --n 2")
        await alice.pictures(2)
        await alice.send("/imagine a fox --n 2 --model starter")
        await alice.told("The model starter can't do that: choose another, or leave out --model.")
    (job,) = on.engine.jobs
    assert (job.mode, job.recipe.model) == ("deep", "able")
    async with stage(tmp_path / "other") as on:
        await on.someone().send("/imagine a fox --n 2")
        await on.someone().told("No model here can do that.")
