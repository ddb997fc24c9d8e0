"""Pictures and names that can't be used: one sentence each, before anything is queued, and nothing lost."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image

from bot.locales import Locales
from bot.messages import Attachment, Incoming
from bot.usecases.refusals import error_text
from engine.api.errors import (
    BadMask,
    BadModel,
    BadRequest,
    Noiseless,
    NothingBetween,
    SurplusImage,
    TooLarge,
    TooManyPictures,
)
from engine.api.jobs import Job
from engine.api.names import Addon, Addons, ControlNet, IPAdapter
from tests.chat import Message, Someone, stage
from tests.fakes import FAKE_CARD, FakeEngine

SIDE = 128
LANGUAGES = Locales.load().languages
DRAWN = FAKE_CARD.model_copy(update={"context": 768})
THERE = Addons(
    loras=(Addon("poem", "poem.safetensors", reason="its header is no JSON", fault="damaged"),),
    controls=(ControlNet("lines-xl", kind="canny", context=2048),),
    upscalers=(
        Addon("crisp"),
        Addon("stranger", "stranger.safetensors", reason="it is neither", fault="unlike"),
    ),
)


def png(colour: object = "white", size: tuple[int, int] = (SIDE, SIDE), hole: object = None) -> bytes:
    image, file = Image.new("RGB", size, colour), io.BytesIO()  # type: ignore[arg-type]
    if hole:
        image.paste(hole, (20, 20, 60, 60))  # type: ignore[arg-type]
    image.save(file, "PNG")
    return file.getvalue()


def moving(form: str = "GIF") -> bytes:
    file = io.BytesIO()
    frames = [Image.new("RGB", (SIDE, SIDE), colour) for colour in ("black", "white")]
    frames[0].save(file, form, save_all=True, append_images=frames[1:], duration=90)
    return file.getvalue()


class Row(NamedTuple):
    """What is sent in reply to a picture, and what is said of it."""

    words: str
    error: BadRequest
    pictures: Mapping[str, bytes] = {}


ROWS = {
    "a mask of another shape": Row(
        "a hat", BadMask(fault="shape"), {"mask": png("black", (SIDE, 64), "white")}
    ),
    "an empty mask": Row("a hat", BadMask(fault="empty"), {"mask": png("black")}),
    "a full mask": Row("a hat", BadMask(fault="full"), {"mask": png("white")}),
    "a mask that moves": Row("a hat", BadMask(fault="moving"), {"mask": moving()}),
    "a mask of several pages": Row("a hat", BadMask(fault="pages"), {"mask": moving("TIFF")}),
    "two pictures where one is taken": Row(
        "a hat", SurplusImage(), {"": png("red"), "mask": png(), "end": png("blue")}
    ),
    "one picture where two are taken": Row("/morph", NothingBetween()),
    "a ControlNet of another family": Row(
        "a hat --control canny", BadModel(model="lines-xl", fault="unlike")
    ),
    "an upscaler of another kind": Row(
        "/upscale --upscaler stranger", BadModel(model="stranger", fault="unlike")
    ),
    "noise for an upscaler that takes none": Row(
        "/upscale --noise-level 9", Noiseless(flag="--noise-level", upscaler="crisp")
    ),
    "a LoRA that is a text": Row("a hat <lora:poem:1>", BadModel(model="poem", fault="damaged")),
    "a picture that would be too large": Row("/upscale 4", TooLarge(width=8192, height=4096, limit=16)),
    "a sweep of 500": Row(
        "{a,b,c,d,e} {f,g,h,i,j} hat --steps 1,2,3,4 --cfg 2,3,4,5,6", TooManyPictures(count=500, limit=16)
    ),
}


async def sent(alice: Someone, row: Row, fox: Message) -> None:
    """The row's words and pictures, in reply to a picture."""
    command, _, words = row.words.partition(" ") if row.words.startswith("/") else ("", "", row.words)

    async def read(data: bytes, most: int) -> bytes:
        return data

    files = tuple(
        Attachment(f"{name}.png", len(data), partial(read, data), name) for name, data in row.pictures.items()
    )
    incoming: Incoming = replace(alice.incoming(words, fox), attachments=files)
    if command:
        await alice.service.command(incoming, command[1:])
    else:
        await alice.service.message(incoming)


@pytest.mark.parametrize("name", ROWS)
async def test_it_is_one_sentence_and_nothing_is_queued_or_lost(tmp_path: Path, name: str) -> None:
    row = ROWS[name]
    say = Locales.load().say("en")
    async with stage(tmp_path, engine=FakeEngine((DRAWN,), addons=THERE)) as on:
        alice = on.someone()
        large = " --size 2048x1024" if isinstance(row.error, TooLarge) else ""
        await alice.send(f"/imagine a fox{large}")
        fox = await alice.pictures()
        before = {*on.platform.messages}
        await sent(alice, row, fox)
        await alice.told(error_text(say, row.error.code, row.error.facts))
        assert len({*on.platform.messages} - before) == 1, "one message"
        assert len(on.engine.jobs) == 1 and fox.card.pictures[0].file.exists()
        await alice.send("--steps 9", reply_to=fox)
        await alice.pictures()
    assert len(on.engine.jobs) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_is_one_line_in_every_language_that_names_what_it_is_about(language: str) -> None:
    say = Locales.load().say(language)
    said = {name: error_text(say, row.error.code, row.error.facts) for name, row in ROWS.items()}
    assert len({*said.values()}) == len(ROWS)
    for name, text in said.items():
        assert "\n" not in text and "{" not in text and 10 < len(text) < 250, (name, text)
        assert ROWS[name].error.facts.get("model", "") in text


async def test_a_mask_of_another_size_is_fitted_and_a_picture_that_moves_stands_still(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox")
        fox = await alice.pictures()
        small = Row("a hat", SurplusImage(), {"mask": png("black", (64, 64), "white")})
        await sent(alice, small, fox)
        await alice.pictures()
        await alice.send("a hat", image=moving())
        await alice.pictures()
    assert [job.mode for job in on.engine.jobs] == ["text", "inpaint", "image"]


async def test_of_a_picture_that_moves_the_first_frame_is_taken_and_that_is_said(tmp_path: Path) -> None:
    say = Locales.load().say("en")
    told, pages = say("notice-first-frame"), say("notice-first-page")

    def seen(job: Job) -> bytes:
        with Image.open(io.BytesIO([*job.inputs.values()][-1])) as picture:
            return picture.convert("RGB").tobytes()[:3]

    async with stage(
        tmp_path, engine=FakeEngine((DRAWN,), addons=Addons(adapters=(IPAdapter("eye", context=768),)))
    ) as on:
        alice = on.someone()
        await alice.send("a hat", image=moving("PNG"))
        hat = await alice.pictures()
        await alice.send("--strength 0.5", reply_to=hat)
        again = await alice.pictures()
        await alice.send("a cap --like", image=moving("WEBP"))
        like = await alice.pictures()
        await sent(alice, Row("/morph a fox | a wolf --frames 2", SurplusImage(), {"": moving()}), hat)
        morph = await alice.pictures()
        await alice.send("a hat", image=moving("TIFF"))
        paged = await alice.pictures()
        await alice.send("a hat", image=png())
        still = await alice.pictures()
    assert [[*each.card.notes].count(pages) for each in (hat, paged, still)] == [0, 1, 0]
    assert [[*each.card.notes].count(told) for each in (hat, again, like, morph, paged, still)] == [
        1,
        0,
        1,
        1,
        0,
        0,
    ]
    assert [seen(job) for job in on.engine.jobs] == [*[b"\0\0\0"] * 5, b"\xff\xff\xff"]
