"""/shorten, /blend and /show, as people know them from Midjourney."""

from __future__ import annotations

import io
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PIL import Image

from bot.messages import Attachment
from bot.usecases.blending import mixed
from bot.usecases.shortening import shortened
from tests.bot.test_fetching import through
from tests.chat import FakeTranslator, Someone, stage
from tests.wire.hostile import hostile


def png(colour: tuple[int, int, int]) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(file, "PNG")
    return file.getvalue()


COLOURS = [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0), (0, 255, 255), (255, 0, 255)]


@pytest.mark.parametrize(
    ("prompt", "first", "last"),
    [
        (
            "Please draw a picture of a very beautiful red fox in the snow, masterpiece, 8k",
            "a red fox in the snow",
            "red fox snow",
        ),
        (
            "(red fox:1.3) <lora:ink:0.5>, highly detailed",
            "(red fox:1.3) <lora:ink:0.5>",
            "(red fox:1.3) <lora:ink:0.5>",
        ),
        (
            'a sign "a nice, very good day" at night',
            'sign "a nice, very good day" night',
            'sign "a nice, very good day" night',
        ),
    ],
)
def test_what_says_nothing_goes_and_what_is_quoted_or_weighed_stays(
    prompt: str, first: str, last: str
) -> None:
    versions = shortened(prompt).versions
    assert (versions[0], versions[-1]) == (first, last)


def test_what_counts_comes_first() -> None:
    assert shortened("a very nice red fox in the snow, oil painting").matters[:2] == ("fox", "snow")
    assert shortened("cat").versions == () and shortened("").matters == ()


async def test_a_prompt_made_shorter_is_drawn_at_the_press_of_its_button(tmp_path: Path) -> None:
    known = "아주 아름다운 눈 속의 붉은 여우"
    translator = FakeTranslator(**{known: "a very beautiful red fox in the snow"})
    async with stage(tmp_path, translator=translator) as on:
        alice = on.someone()
        await alice.send("/settings --cfg 9 --steps 8")
        await alice.told("Your settings")
        await alice.send(f"/shorten {known} --steps 3")
        told = await alice.told("What counts most: fox")
        assert told.card.text.splitlines()[1:] == ["1. a red fox in the snow", "2. red fox snow"]
        await alice.press(told, "2")
        assert (await alice.pictures()).card.prompt == "red fox snow"
        await alice.send("/shorten cat")
        await alice.told("Every word of it counts")
        await alice.send("/shorten")
        assert (await alice.told("Write a prompt after")).card.refused
    recipe = on.engine.jobs[0].recipe
    assert (recipe.steps, recipe.cfg) == (3, 9), "what is said, then what is set"


async def blended(who: Someone, *colours: tuple[int, int, int], words: str = "") -> None:
    async def read(colour: tuple[int, int, int], most: int) -> bytes:
        return png(colour)

    incoming = who.incoming(words)
    files = tuple(Attachment("picture", None, partial(read, colour)) for colour in colours)
    await who.service.command(type(incoming)(**{**vars(incoming), "attachments": files}), "blend")


@pytest.mark.parametrize("count", [2, 3, 4, 5])
async def test_two_to_five_pictures_become_one_between_them(tmp_path: Path, count: int) -> None:
    async with stage(tmp_path) as on:
        await blended(on.someone(), *COLOURS[:count], words="a flag --seed 7")
        await on.someone().pictures()
    (job,) = on.engine.jobs
    assert job.mode == "between" or len(job.inputs) == 2
    assert job.recipe.place == round((count // 2) / count, 2) and job.recipe.seed == 7
    firsts = [Image.open(io.BytesIO(each)).convert("RGB").getpixel((9, 9)) for each in job.inputs.values()]
    assert len(set(firsts)) == 2


@pytest.mark.parametrize("count", [0, 1, 6])
async def test_fewer_or_more_are_asked_for_anew(tmp_path: Path, count: int) -> None:
    async with stage(tmp_path) as on:
        await blended(on.someone(), *COLOURS[:count])
        assert (await on.someone().told("Send 2 to 5 pictures")).card.refused
    assert not on.engine.jobs


async def test_a_picture_of_ours_and_addresses_are_blended_too(tmp_path: Path) -> None:
    async with hostile() as server, stage(tmp_path, fetching=through(server)) as on:
        alice = on.someone()
        await alice.send("/imagine a fox")
        fox = await alice.pictures()
        await alice.send("/blend", reply_to=fox, image=png(COLOURS[1]))
        await alice.pictures()
        await alice.send(f"/blend {server.address('cat.png')} {server.address('near')} a cat")
        await alice.pictures()
    assert [len(job.inputs) for job in on.engine.jobs] == [0, 2, 2]
    assert [job.recipe.place for job in on.engine.jobs[1:]] == [0.5, 0.5]


def test_each_counts_as_much_as_any_other() -> None:
    whole = Image.open(io.BytesIO(mixed([png((240, 0, 0)), png((0, 240, 0)), png((0, 0, 240))])))
    pixel = whole.getpixel((5, 5))
    assert isinstance(pixel, tuple) and all(abs(each - 80) <= 2 for each in pixel)


async def test_ones_own_picture_is_shown_again_and_nobody_elses(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice, bob = on.someone(), on.someone("bob")
        await alice.send("/imagine a fox")
        fox = await alice.pictures()
        await alice.send("/imagine a boat")
        await alice.pictures()
        await alice.send("/show 1")
        again = await alice.pictures()
        assert again.card.prompt == "a fox" and again.card.job == fox.card.job
        await alice.press(again, "Reroll")
        await alice.pictures()
        await alice.send(f"/show {fox.card.job}")
        assert (await alice.pictures()).card.prompt == "a fox"
        for asked in ("1", str(fox.card.job), "0" * 16, "99999"):
            await bob.send(f"/show {asked}")
            here = [m.card.text for m in on.platform.messages.values()]
            assert here[-1] == "That is not here any more."
        await alice.send("/show me")
        assert (await alice.told("Write a picture’s number")).card.refused


async def test_ones_own_picture_is_drawn_again_and_nobody_elses(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice, bob = on.someone(), on.someone("bob")
        await alice.send("/imagine a fox --n 2")
        fox = await alice.pictures(2)
        await alice.send("/imagine a boat")
        await alice.pictures()
        for asked in ("1", "#1", str(fox.card.job)):
            await alice.send(f"/again {asked}")
            assert (await alice.pictures(2)).card.prompt == "a fox"
        first, *_, last = on.engine.jobs
        assert (last.prompt, last.recipe.images) == (first.prompt, first.recipe.images)
        assert last.recipe.seed != first.recipe.seed
        drawn = len(on.engine.jobs)
        for asked in ("1", str(fox.card.job), "0" * 16, "99999"):
            await bob.send(f"/again {asked}")
            assert [m.card.text for m in on.platform.messages.values()][-1] == "That is not here any more."
        await alice.send("/again please")
        assert (await alice.told("Write a picture’s number")).card.refused
        assert len(on.engine.jobs) == drawn


async def test_a_picture_that_is_replied_to_is_drawn_again_unless_its_person_keeps_that(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as on:
        alice, bob = on.someone(group=True), on.someone("bob", group=True)
        await alice.send("/imagine a fox")
        fox = await alice.pictures()
        await bob.send("/again", reply_to=fox)
        assert (await bob.pictures()).card.prompt == "a fox"
        assert on.engine.jobs[-1].tenant == bob.person.key
        await alice.send("/settings --rerolls mine")
        await bob.send("/again", reply_to=fox)
        await alice.send("/again", reply_to=fox)
        await alice.pictures()
        assert [job.tenant for job in on.engine.jobs[2:]] == [alice.person.key]


@pytest.mark.parametrize("asked", ["/morph a fox | a boat --frames 4", "/imagine a hut --steps 2..5"])
async def test_in_reply_to_what_is_put_together_all_of_it_is_drawn_again(tmp_path: Path, asked: str) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send(asked)
        await alice.send("/again", reply_to=await alice.pictures())
        again = await alice.pictures()
        first, second = on.engine.jobs
        assert first.recipe.images == second.recipe.images == 4 and second.prompt == first.prompt
        assert first.recipe.seed != second.recipe.seed
        await alice.press(again, "Delete")
        await alice.send("/again", reply_to=again)
        assert (await alice.told("Write a picture’s number")).card.refused
        assert len(on.engine.jobs) == 2


async def test_what_was_deleted_or_cannot_be_read_is_not_drawn_again_by_its_number(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        for prompt in ("a fox", "a boat"):
            await alice.send(f"/imagine {prompt}")
            shown = await alice.pictures()
        await alice.press(shown, "Delete")
        with closing(sqlite3.connect(tmp_path / "lukis.sqlite")) as connection, connection:
            connection.execute("UPDATE jobs SET recipe = 'spoilt' WHERE number = 1")
        for number in (1, 2):
            before = set(on.platform.messages)
            await alice.send(f"/again {number}")
            told = [m.card.text for m in on.platform.messages.values() if m.id not in before]
            assert told == ["That is not here any more."]
        assert len(on.engine.jobs) == 2
