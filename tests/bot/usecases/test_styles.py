"""Styles: what is drawn of them, where they come from, and how people find one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.locales import Locales
from bot.styles.folder import StyleFolder, shipped
from engine.api.cards import Defaults, ModelCard, Range
from engine.api.jobs import Job
from engine.api.names import NO_ADDONS
from engine.api.parameters import Size
from engine.api.styles import HERE, bare, framed
from engine.api.tags import check_names, check_tags
from tests.chat import FakeTranslator, Stage, stage
from tests.fakes import FAKE_CARD, FakeEngine
from tests.grounds import GIVEN

INK = shipped()["ink"].style
FEW = FAKE_CARD.model_copy(update={"draws": ("fox",)})


def add(folder: Path, **style: object) -> None:
    folder.mkdir(exist_ok=True)
    (folder / f"{style['name']}.json").write_text(json.dumps(style), "utf-8")


async def drawn(on: Stage, words: str) -> Job:
    alice = on.someone()
    await alice.send(f"/imagine {words}")
    await alice.pictures()
    return on.engine.jobs[-1]


def test_thirty_ship_each_with_a_frame_that_can_be_read() -> None:
    assert len(shipped()) == 30
    for each in shipped().values():
        for frame in (each.style.prompt, each.style.few):
            assert frame.count(HERE) == 1
            check_tags(framed("a fox", frame))
            check_names(frame, NO_ADDONS)
            assert bare(framed("a fox", frame), frame) == "a fox"


def test_no_two_of_them_are_called_the_same_in_any_language() -> None:
    locales = Locales.load()
    meant: dict[str, str] = {}
    for tag in locales.languages:
        for name in shipped():
            title = locales.say(tag)(f"style-{name}").casefold()
            assert len(title) <= 24 and "," not in title
            assert meant.setdefault(title, name) == name, (tag, title)
            assert title == name or title not in shipped(), (tag, title)


async def test_the_frame_goes_around_the_english_and_everything_tells_both(tmp_path: Path) -> None:
    async with stage(tmp_path, translator=FakeTranslator(여우="a fox")) as on:
        alice = on.someone()
        await alice.send("/imagine 여우 --style ink --no snow")
        picture = await alice.pictures()
        assert on.engine.jobs[-1].prompt == framed("a fox", INK.prompt)
        assert on.engine.jobs[-1].recipe.negative == f"snow, {INK.negative}"
        assert picture.card.prompt == "여우"
        assert any("style Ink" in note for note in picture.card.notes)
        await alice.send("/info", reply_to=picture)
        told = (await alice.told("/imagine")).card
        assert framed("a fox", INK.prompt) in told.text and any("style Ink" in note for note in told.notes)
        await alice.press(await alice.told("/imagine"), "Paint it again")
        await alice.pictures()
        assert on.engine.jobs[-1].prompt == framed("a fox", INK.prompt), "once, not twice"


@pytest.mark.parametrize(
    "words", ["--style 墨絵", "--style Ink", "--estilo nanquim", '--style "Тушь"', "--스타일 먹그림"]
)
async def test_a_style_goes_by_its_name_in_every_language(tmp_path: Path, words: str) -> None:
    async with stage(tmp_path) as on:
        assert (await drawn(on, f"a fox {words}")).prompt == framed("a fox", INK.prompt)


TWO_WORDS = [
    (tag, name, title)
    for tag in Locales.load().languages
    for name in shipped()
    if " " in (title := Locales.load().say(tag)(f"style-{name}"))
]


async def test_a_style_of_two_words_goes_by_them_in_quotes_in_every_language(tmp_path: Path) -> None:
    assert {tag for tag, _, _ in TWO_WORDS} >= {"en", "es", "pt", "ru", "hi", "ko", "ar", "id"}
    async with stage(tmp_path) as on:
        flags = {tag: on.lukis.service.locales.flags(tag) for tag, _, _ in TWO_WORDS}
        for i, (tag, name, title) in enumerate(TWO_WORDS):
            flag = next(each for each, of in flags[tag].items() if of.name == "style" and len(each) > 2)
            left, right = ('""', "“”", "«»", "「」", "„“")[i % 5]
            asked = await on.lukis.service.reception.understood(
                on.someone(language=tag).incoming(f"a fox {flag} {left}{title}{right} in snow")
            )
            assert asked.prompt == "a fox in snow"
            told = await on.lukis.service.samples._wardrobe.dressed(asked.parameters, "")
            assert told.style and told.style.name == name, (tag, title)


async def test_a_style_ends_at_its_name_and_a_comma_may_follow(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        assert (await drawn(on, "--style ink, a fox")).prompt == framed("a fox", INK.prompt)


async def test_two_are_worn_at_once_the_first_one_inside(tmp_path: Path) -> None:
    neon = shipped()["neon"].style
    async with stage(tmp_path) as on:
        for written in ("ink,neon", "ink+neon"):
            job = await drawn(on, f"a fox --style {written}")
            assert job.prompt == framed(framed("a fox", INK.prompt), neon.prompt)
            assert str(job.recipe.style) == "ink,neon"


@pytest.mark.parametrize("word", ["none", "raw", "RAW"])
async def test_none_and_raw_are_no_style(tmp_path: Path, word: str) -> None:
    async with stage(tmp_path) as on:
        job = await drawn(on, f"a fox --style {word}")
        assert (job.prompt, job.recipe.negative) == ("a fox", "")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("--style watercolr", "--style can't be “watercolr”. Did you mean watercolor? There are: photo, "),
        ("--style акварел", "Did you mean акварель?"),
        ("--style tartaruga", "--style can't be “tartaruga”. There are: photo, "),
        ("--style ink,nothing-like-it", "--style can't be “nothing-like-it”."),
        (f"--style {'x' * 300}", "--style can't be"),
        ("--style +,+", "watercolor"),
    ],
)
async def test_an_unknown_style_is_one_sentence_with_the_nearest(
    tmp_path: Path, words: str, told: str
) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send(f"/imagine a fox {words}")
        await alice.told(told)
        assert not on.engine.jobs


async def test_what_people_say_wins_over_a_style_and_that_over_the_card(tmp_path: Path) -> None:
    add(
        tmp_path / "styles",
        name="mine",
        prompt="{prompt}, mine",
        parameters={"steps": 9, "cfg": 5, "ratio": "2:1"},
    )
    async with stage(tmp_path / "data", styles_dir=tmp_path / "styles") as on:
        job = await drawn(on, "a fox --style mine --cfg 3")
        assert (job.recipe.steps, job.recipe.cfg) == (9, 3)
        assert job.recipe.width > job.recipe.height
        job = await drawn(on, "a fox --style mine --size 128x128")
        assert job.recipe.width == job.recipe.height


async def test_what_the_model_does_not_allow_is_left_to_its_card(tmp_path: Path) -> None:
    add(tmp_path / "styles", name="mine", prompt="{prompt}, mine", parameters={"steps": 90})
    card = FAKE_CARD.model_copy(update={"limits": {"steps": Range(least=1, most=8)}})
    async with stage(tmp_path / "data", styles_dir=tmp_path / "styles", engine=FakeEngine([card])) as on:
        assert (await drawn(on, "a fox --style mine")).recipe.steps == FAKE_CARD.defaults.steps


async def test_a_style_brings_its_model_and_its_loras(tmp_path: Path) -> None:
    other = ModelCard(name="other", native=Size(64, 64), defaults=Defaults(steps=3))
    add(tmp_path / "styles", name="mine", prompt="{prompt}, mine", model="other", loras={"ink": 0.8})
    add(tmp_path / "styles", name="lost", prompt="{prompt}, lost", loras={"nowhere": 0.8})
    add(tmp_path / "styles", name="away", prompt="{prompt}, away", model="gone")
    async with stage(
        tmp_path / "d", styles_dir=tmp_path / "styles", engine=FakeEngine([FAKE_CARD, other])
    ) as on:
        job = await drawn(on, "a fox --style mine")
        assert (job.recipe.model, job.prompt) == ("other", "a fox, mine <lora:ink:0.8>")
        assert (await drawn(on, "a fox --style mine --model starter")).recipe.model == "starter"
        alice = on.someone()
        await alice.send("/imagine a fox --style lost")
        await alice.told("<lora:…> can't be “nowhere”")
        await alice.send("/imagine a fox --style away")
        await alice.told("--model can't be “gone”")
        assert len(on.engine.jobs) == 2


async def test_a_style_without_a_model_is_drawn_by_the_persons_usual_one(tmp_path: Path) -> None:
    limited = FAKE_CARD.model_copy(
        update={"name": "other", "limits": {"steps": Range(least=1, most=8), "cfg": Range(least=1, most=20)}}
    )
    add(tmp_path / "styles", name="mine", prompt="{prompt}, mine", parameters={"steps": 90, "cfg": 9})
    async with stage(
        tmp_path / "data", styles_dir=tmp_path / "styles", engine=FakeEngine([FAKE_CARD, limited])
    ) as on:
        await on.someone().send("/settings --model other")
        for style in ("ink", "mine"):
            assert (await drawn(on, f"a fox --style {style}")).recipe.model == "other"
        job = await drawn(on, "a fox --style mine")
        assert (job.recipe.steps, job.recipe.cfg) == (limited.defaults.steps, 9)
        assert (await drawn(on, "a fox --style mine --model starter")).recipe.steps == 90


async def test_a_model_that_knows_few_words_gets_a_frame_of_those(tmp_path: Path) -> None:
    async with stage(tmp_path, engine=FakeEngine([FEW])) as on:
        job = await drawn(on, "a fox --style neon")
        assert (job.prompt, job.recipe.negative) == ("a fox at night", "")


async def test_a_morph_wears_it_in_each_description_and_a_sweep_in_each_picture(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/morph a fox | a cat --style ink --frames 2")
        await alice.pictures(1)
        assert on.engine.jobs[-1].prompt == f"{framed('a fox', INK.prompt)} | {framed('a cat', INK.prompt)}"
        await alice.send("/imagine a {red,blue} fox --style ink")
        await alice.pictures(1)
        assert [one.prompt for one in on.engine.jobs[-1].each()] == [
            framed(f"a {colour} fox", INK.prompt) for colour in ("red", "blue")
        ]


async def test_it_stays_with_the_picture_until_somebody_wants_another(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --style ink")
        picture = await alice.pictures()
        await alice.press(picture, "Reroll")
        await alice.pictures()
        assert on.engine.jobs[-1].prompt == framed("a fox", INK.prompt)
        await alice.send("--steps 7", reply_to=picture)
        await alice.pictures()
        assert on.engine.jobs[-1].prompt == framed("a fox", INK.prompt)
        await alice.send("--style neon", reply_to=picture)
        await alice.pictures()
        assert on.engine.jobs[-1].prompt == framed("a fox", shipped()["neon"].style.prompt)
        await alice.send("--style none", reply_to=picture)
        await alice.pictures()
        assert on.engine.jobs[-1].prompt == "a fox"


async def test_a_photo_needs_no_words_beside_a_style(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine --style ink", image=GIVEN)
        await alice.pictures()
        assert on.engine.jobs[-1].prompt == framed("a fox, forest", INK.prompt), "in its file's own words"


async def test_another_style_of_a_picture_takes_the_first_one_off(tmp_path: Path) -> None:
    """In words that change it, which start from the picture's own."""
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --style ink")
        picture = await alice.pictures()
        await alice.send("at night --style oil", reply_to=picture)
        await alice.pictures()
        oil = shipped()["oil"].style
        assert on.engine.jobs[-1].prompt == framed("a fox at night", oil.prompt)
        assert on.engine.jobs[-1].recipe.negative == oil.negative
        await alice.send("at night", reply_to=picture)
        await alice.pictures()
        assert on.engine.jobs[-1].prompt == framed("a fox at night", INK.prompt), "it stays"


# the operator's own


async def test_a_folder_of_styles_is_read_anew_when_it_changes(tmp_path: Path) -> None:
    folder = tmp_path / "styles"
    folder.mkdir()
    async with stage(tmp_path / "data", styles_dir=folder) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --style dusk")
        await alice.told("--style can't be “dusk”")
        add(folder, name="dusk", prompt="{prompt} at dusk")
        assert (await drawn(on, "a fox --style dusk")).prompt == "a fox at dusk"
        add(folder, name="dusk", prompt="{prompt} in the gloaming")
        assert (await drawn(on, "a fox --style dusk")).prompt == "a fox in the gloaming"
        (folder / "dusk.json").unlink()
        await alice.send("/imagine a fox --style dusk")
        await on.platform.until(lambda m: "“dusk”" in m.card.text and int(m.id) > 3)


def test_the_web_uis_table_is_taken_with_and_without_a_place_for_the_prompt(tmp_path: Path) -> None:
    (tmp_path / "styles.csv").write_text(
        "\ufeffname,prompt,negative_prompt\r\n"
        "--- Painters ---,,\r\n"
        'Van Gogh,"swirling sky, thick paint","photo, blur"\r\n'
        'Comic Strip,"comic strip of {prompt}, panels",\r\n'
        '"Two\nLines","dusk, and\ndawn",\r\n'
        "Wild,{prompt} {a|b},\r\n"
        "none,x,\r\n",
        "utf-8",
    )
    styles = StyleFolder(tmp_path).styles()
    own = {name: each for name, each in styles.items() if name not in shipped()}
    assert list(own) == ["van-gogh", "comic-strip", "two-lines"]
    assert own["van-gogh"].style[:3] == ("van-gogh", "{prompt}, swirling sky, thick paint", "photo, blur")
    assert own["van-gogh"].title == "Van Gogh"
    assert own["comic-strip"].style.prompt == "comic strip of {prompt}, panels"
    assert own["two-lines"].style.prompt == "{prompt}, dusk, and dawn"


def test_a_list_of_sdxl_styles_is_taken_and_one_of_the_same_name_wins(tmp_path: Path) -> None:
    told = [
        {"name": "ink", "prompt": "{prompt} . my ink", "negative_prompt": "colour"},
        {"name": "sai-line art", "prompt": "line art {prompt}"},
    ]
    (tmp_path / "sdxl.json").write_text(json.dumps(told), "utf-8")
    styles = StyleFolder(tmp_path).styles()
    assert styles["ink"].style[:3] == ("ink", "{prompt} . my ink", "colour") and "sai-line-art" in styles


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[1, null, []]",
        '{"name": ""}',
        '{"name": "x", "prompt": "{prompt} {prompt}"}',
        "[" * 50000,
        '{"name": "x", "prompt": 5}',
        '{"name": "x", "prompt": "a", "loras": {"<b>": 1}}',
        '{"name": "x", "prompt": "a", "parameters": {"count": 8}}',
        '{"name": "x", "prompt": "a | b"}',
        '{"name": "x", "prompt": "a", "parameters": {"steps": 9000}}',
        '{"name": "x", "prompt": "%s"}' % ("y" * 2000),
        "\0\0",
        "\ud800".encode("utf-16", "surrogatepass").decode("latin-1"),
    ],
)
def test_what_can_not_be_used_is_passed_over_and_said(
    tmp_path: Path, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "bad.json").write_text(text, "utf-8")
    add(tmp_path, name="good", prompt="good {prompt}")
    styles = StyleFolder(tmp_path).styles()
    assert [*styles] == [*shipped(), "good"]
    assert "STYLES_DIR" in caplog.text


# `/style`


async def test_style_lists_them_and_a_button_makes_the_next_prompt(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone(language="ja")
        await alice.send("/style")
        page = await on.platform.until(lambda m: "--style" in m.card.text)
        assert [b.label for b in page.card.buttons[0]] == ["写真", "ポートレート"]
        await alice.press(page, "▶️")
        assert "写真" not in [b.label for row in page.card.buttons for b in row]
        button = next(b for row in page.card.buttons for b in row if b.label == "墨絵")
        assert button.fills == "--style ink"
        await alice.press(page, "墨絵")
        ready = await on.platform.until(lambda m: m.card.prompt.endswith("--style ink"))
        assert any(INK.prompt.replace("{prompt}", "…") in note for note in ready.card.notes)
        assert await alice.press_payload(page, "wear:000000") is not None
        for number in ("0", "999999"):
            await alice.press_payload(page, f"styles:all:{number}")


async def test_a_style_by_its_name_is_shown_alone(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/style Pencil sketch")
        card = (await alice.told("Ready for your next prompt")).card
        assert card.prompt.endswith("--style sketch")
        await alice.send("/style pencl")
        await alice.told("--style can't be “pencl”")
