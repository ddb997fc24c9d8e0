"""A picture that says how it was made is made again: told as a command, drawn at the press of a button."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.messages import Card, Receipt
from bot.usecases.parsing import parse
from bot.usecases.retold import retold
from engine.api.cards import Defaults, ModelCard, Range
from engine.api.choices import choose
from engine.api.infotext import infotext, read
from engine.api.jobs import Job
from engine.api.modes import MASK, MODES
from engine.api.names import Addon, Addons, ControlNet, IPAdapter
from engine.api.parameters import Margins, Parameters, Size, Variation
from engine.api.recipe import Recipe, resolve
from engine.api.samplers import SAMPLER_CHOICES
from engine.api.sizes import Source
from tests.bot.pictures.made_elsewhere import A1111, ELSEWHERE, png
from tests.chat import Message, stage
from tests.checkpoints import single_file
from tests.engine.modes.test_hooks import painting
from tests.fakes import FAKE_CARD, FakeEngine

CARD = ModelCard(name="starter", native=Size(64, 64), scale=4)

THERE = Addons(
    controls=(ControlNet("lines", kind="canny"), ControlNet("space", kind="depth")),
    upscalers=(Addon("crisp"), Addon("x4", kind="x4")),
    adapters=(IPAdapter("ip-plus"),),
)

EXAMPLES = [
    ("text", Parameters(tile="x", clip_skip=2)),
    ("image", Parameters(strength=0.35)),
    ("edit", Parameters(image_cfg=2)),
    ("inpaint", Parameters(strength=0.8)),
    ("inpaint", Parameters(only="the red hat", negative="text, blurry")),
    ("inpaint", Parameters(region="left", format="webp")),
    ("inpaint", Parameters(region="background", invert=True, format="jpeg")),
    ("find", Parameters(only="the red hat", strength=0.9)),
    ("find", Parameters(only="the hat", invert=True)),
    ("outpaint", Parameters(extend=Margins(left=64, bottom=32))),
    ("outpaint", Parameters(zoom=1.5)),
    ("upscale", Parameters(upscale=2)),
    ("upscale", Parameters(upscale=3, strength=0.3)),
    ("upscale", Parameters(upscale=2, upscaler="crisp")),
    ("upscale", Parameters(upscale=4, upscaler="x4", noise_level=35, steps=9, cfg=9)),
    ("depth", Parameters(depth=True)),
    ("depth", Parameters(depth=True, show_map=True)),
    (
        "control",
        Parameters(control=("canny", "space"), control_weight=0.7, control_start=0.1, control_end=0.5),
    ),
    ("control", Parameters(control=("lines",), control_raw=True, show_map=True)),
    ("like", Parameters(like=True, like_by="ip-plus")),
    ("restyle", Parameters(like=True, like_by="ip-plus", like_weight=0.3, strength=0.4)),
    ("morph", Parameters(place=0.25)),
    ("blend", Parameters(place=0.25, strength=0.5)),
]
"""Of every mode, what somebody may have asked for."""

RECIPES = st.builds(
    Recipe,
    model=st.just("starter"),
    width=st.integers(2, 64).map(lambda n: 8 * n),
    height=st.integers(2, 64).map(lambda n: 8 * n),
    scale=st.just(4),
    steps=st.integers(1, 150),
    cfg=st.floats(1, 30).map(lambda x: round(x, 9)),
    sampler=st.sampled_from([*SAMPLER_CHOICES]),
    seed=st.integers(0, 2**32 - 1),
    variations=st.lists(
        st.builds(Variation, st.integers(0, 2**32 - 1), st.floats(0.01, 1).map(lambda x: round(x, 9))),
        max_size=3,
    ).map(tuple),
    vae=st.just(""),
    clip_skip=st.none() | st.integers(1, 4),
    tile=st.sampled_from([None, "both", "x", "y"]),
    negative=st.text(st.characters(exclude_categories=("C", "Z"))).map(lambda t: f"no {t}x"),
)


@given(RECIPES)
def test_what_is_written_into_a_file_reads_back_as_the_same_recipe(recipe: Recipe) -> None:
    job = Job(id="a", tenant="b", mode="text", prompt="a fox: in “snow”, 7", recipe=recipe)
    said = read(str(infotext(job, recipe.seed)))
    assert said
    told = retold(said, [CARD], Addons())
    assert resolve(told.parameters, CARD, MODES["text"]) == recipe
    assert told.prompt == job.prompt
    assert not (told.beyond or told.loras or told.model or told.source)


@given(RECIPES.map(lambda r: r.model_copy(update={"negative": "text, blurry"})))
def test_the_command_that_is_shown_means_the_same(recipe: Recipe) -> None:
    job = Job(id="a", tenant="b", mode="text", prompt="a fox, snow (night:1.2)", recipe=recipe)
    said = read(str(infotext(job, recipe.seed)))
    assert said
    told = retold(said, [CARD], Addons())
    asked = parse(told.command, models=["starter"])
    assert (asked.prompt, asked.parameters) == (told.prompt, told.parameters)


def test_every_parameter_of_a_mode_reads_back(tmp_path: Path) -> None:
    recipe = Recipe(
        model="starter", width=64, height=64, scale=4, steps=20, cfg=7, sampler="euler", seed=1, strength=0.35
    )
    job = Job(id="a", tenant="b", mode="image", prompt="a fox", recipe=recipe)
    said = read(str(infotext(job, 1)))
    assert said
    told = retold(said, [CARD], Addons())
    assert resolve(told.parameters, CARD, MODES["image"]) == recipe
    assert told.source


@pytest.mark.parametrize(("mode", "asked"), EXAMPLES, ids=[mode for mode, _ in EXAMPLES])
def test_the_command_of_every_mode_reads_back_as_the_same_in_reply_to_what_it_was_made_from(
    mode: str, asked: Parameters
) -> None:
    card = CARD.model_copy(update={"abilities": MODES[mode].asks})
    size = Size(256, 128)
    source = Source(size, size=size) if MODES[mode].inputs else None
    recipe = resolve(asked, card, MODES[mode], source=source).reseeded(7)
    given = {each.name: b"picture" for each in MODES[mode].inputs if each.required}
    job = Job(id="a", tenant="b", mode=mode, prompt="a fox", recipe=recipe, inputs=given)
    said = read(str(infotext(job, 7)))
    assert said
    told = retold(said, [card], THERE)
    again = parse(told.command, models=["starter"])
    assert (again.prompt, again.parameters.model_copy(update={"size": told.whole.size})) == (
        "a fox",
        told.whole,
    )
    pictures = [name for name in given if not (name == MASK and recipe.only)]  # which is looked for anew
    meant = choose(pictures, again.parameters.given, [card]).mode
    assert mode in (meant.name, meant.leads)
    assert resolve(again.parameters, card, meant, source=source) == recipe
    assert told.source == bool(given) and not told.beyond
    if given:
        alone = choose((), told.parameters.given, [CARD]).mode
        assert alone.name == "text" and resolve(told.parameters, CARD, alone).seed == 7


async def test_our_own_file_sent_back_without_words_is_drawn_again_to_the_pixel(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox --seed 7 --steps 3 --no text --size 256x128 --sampler euler_karras")
        first = await alice.pictures()
        file = first.card.pictures[0].file.read_bytes()
        await alice.send("", image=file)
        offer = await alice.told("says how it was made")
        assert (
            "/imagine a fox --size 256x128 --steps 3 --cfg 2.5 --sampler euler_karras --seed 7 --no text "
            "--model starter --raw"
        ) in offer.card.text
        assert offer.card.notes == ()
        await alice.press(offer, "Paint it again")
        again = await alice.pictures()
    assert again.card.pictures[0].file.read_bytes() == file


async def test_another_program_s_picture_is_offered_with_what_can_t_be_done_here(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("", image=ELSEWHERE["A1111, PNG"]())
        offer = await alice.told("says how it was made")
        assert "/imagine a fox, forest --size 512x768 --steps 20 --cfg 6.5" in offer.card.text
        assert "--clip-skip 2" in offer.card.text
        assert offer.card.notes == (
            "The model v1-5-pruned-emaonly isn't here, so another one paints.",
            "These LoRAs aren't here, so they are left out: quill",
            "It was made with another program: mine will be alike, not the same.",
        )
        await alice.press(offer, "Paint it again")
        await alice.pictures()
    (job,) = on.engine.jobs
    assert (job.prompt, job.recipe.negative, job.recipe.seed) == ("a fox, forest", "text, blurry", 1234)
    assert (job.recipe.sampler, job.recipe.clip_skip) == ("dpmpp_2m_karras", 2)


async def test_info_in_reply_to_a_picture_of_ours_draws_it_from_what_it_was_made_from(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (64, 64), "red").save(buffer, "PNG")
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a cat --strength 0.4 --seed 5", image=buffer.getvalue())
        picture = await alice.pictures()
        await alice.send("/info", reply_to=picture)
        offer = await alice.told("says how it was made")
        assert "--strength 0.4" in offer.card.text
        assert [note.split(":")[0] for note in offer.card.notes] == [
            "Hashes of the pictures that it was made from"
        ]
        await alice.press(offer, "Paint it again")
        await alice.pictures()
    first, second = on.engine.jobs
    assert (first.recipe, first.inputs) == (second.recipe, second.inputs)


async def test_the_command_of_a_part_by_its_name_paints_the_same_and_a_drawn_one_is_said(
    tmp_path: Path,
) -> None:
    source, mask = painting("red", "blue"), painting("black", "white")

    async def told(of: Message) -> tuple[str, tuple[str, ...]]:
        await alice.send("/info", reply_to=of)
        offer = await on.platform.until(lambda m: m.card.kind == "offer")
        await on.platform.remove(Receipt(platform="fake", chat=offer.chat, messages=(offer.id,)), Card())
        return offer.card.text[offer.card.text.index("/imagine") :], offer.card.notes

    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a cat --mask left --invert --format webp --seed 5", image=source)
        right = await alice.pictures()
        assert "part left · the other part" in right.card.notes[-1]
        command, notes = await told(right)
        assert "--mask left --invert" in command and "--format webp" in command and len(notes) == 1
        await alice.send(command, image=source)
        await told(await alice.pictures())
        await alice.press(right, "Other part")
        left = await alice.pictures()
        command, _ = await told(left)
        assert "--mask left" in command and "--invert" not in command
        await alice.send("--invert", reply_to=left)
        again = await alice.pictures()
        assert "--mask left --invert" in (await told(again))[0]
        await alice.send("a dog", reply_to=again, image=mask)
        drawn, notes = await told(await alice.pictures())
        assert "--mask" not in drawn and "marked by hand" in notes[1]
    first, copied, other, turned, _ = on.engine.jobs
    assert first.recipe == copied.recipe == turned.recipe != other.recipe
    assert first.inputs["mask"] == copied.inputs["mask"] == turned.inputs["mask"] != other.inputs["mask"]


async def test_a_picture_that_went_on_beyond_another_is_drawn_from_its_words_where_that_is_not_here(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as on:
        alice, bob = on.someone(), on.someone()
        await alice.send("/imagine a cat --seed 5")
        await alice.send("--extend left=64", reply_to=await alice.pictures())
        grown = await alice.pictures()
        await bob.send("", image=grown.card.pictures[0].file.read_bytes())
        offer = await bob.told("says how it was made")
        await bob.press(offer, "Paint it again")
        await bob.pictures()
    again = on.engine.jobs[-1]
    assert (again.mode, again.prompt, again.recipe.seed) == ("text", "a cat", on.engine.jobs[1].recipe.seed)


async def test_one_picture_of_an_album_is_drawn_again_alone(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a cat --n 3 --seed 5")
        album = await alice.pictures(3)
        ids = [m.id for m in on.platform.messages.values() if m.card is album.card]
        await alice.send("/info", reply_to=on.platform.messages[ids[1]])
        await alice.press(await alice.told("--seed 6"), "Paint it again")
        await alice.pictures()
    assert (on.engine.jobs[1].recipe.seed, on.engine.jobs[1].recipe.count) == (6, 1)


async def test_a_picture_that_says_nothing_is_one_sentence(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        await on.someone().send("", image=png({}))
        assert (await on.someone().told("doesn't say how it was made")).card.refused
        await on.someone().send("/info")
        await on.someone().told("Reply to a picture with /info")
        await on.someone().send("/info", image=b"no picture")
        await on.someone().told("I can't read that file as a picture")


async def test_an_offer_is_good_where_it_was_made_and_after_a_restart(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        await on.someone().send("/info", image=ELSEWHERE["InvokeAI"]())
        offer = await on.someone().told("says how it was made")
        payload = offer.card.buttons[0][0].payload
        elsewhere = on.someone("bob", chat="elsewhere")
        assert await elsewhere.press_payload(offer, payload) == "That is not here any more."
    async with stage(tmp_path) as later:
        assert await later.someone("bob").press_payload(offer, payload) is None
        await later.someone().pictures()
    assert not on.engine.jobs and len(later.engine.jobs) == 1


async def test_what_the_model_does_not_allow_is_left_out_and_said(tmp_path: Path) -> None:
    card = FAKE_CARD.model_copy(
        update={"limits": {"steps": Range(least=1, most=10)}, "defaults": Defaults(steps=4)}
    )
    engine = FakeEngine([card])
    async with stage(tmp_path, engine=engine) as on:
        await on.someone().send("", image=png({"parameters": A1111.replace("512x768", "4096x512")}))
        offer = await on.someone().told("says how it was made")
        assert "Steps 20" in offer.card.notes[2] and "Size 4096x512" in offer.card.notes[2]
        assert "--steps" not in offer.card.text
        await on.someone().press(offer, "Paint it again")
        await on.someone().pictures()


async def test_the_model_is_known_by_its_hash(tmp_path: Path) -> None:
    file = tmp_path / "models" / "renamed.safetensors"
    file.parent.mkdir()
    single_file(file, "sd1")
    digits = hashlib.sha256(file.read_bytes()).hexdigest()[:10]
    other = FAKE_CARD.model_copy(update={"name": "renamed"})
    async with stage(tmp_path, engine=FakeEngine([FAKE_CARD, other]), models_dir=file.parent) as on:
        await on.someone().send("", image=png({"parameters": A1111.replace("6ce0161689", digits)}))
        offer = await on.someone().told("says how it was made")
    assert "--model renamed" in offer.card.text
    assert "v1-5" not in "".join(offer.card.notes)


def test_models_and_loras_are_known_by_their_files_own_names() -> None:
    models = [CARD, ModelCard(name="sd15", file="V1-5-pruned-emaonly.safetensors")]
    said = read(A1111)
    assert said
    told = retold(said, models, Addons((Addon("quill-pen", "Quill.safetensors"),)))
    assert (told.parameters.model, told.model, told.loras) == ("sd15", "", ())
    assert told.prompt == "a fox, forest <lora:quill:0.7>"


def test_a_hypernetwork_in_a_field_of_its_own_is_one_in_the_prompt() -> None:
    there = Addons(hypernets=(Addon("glow", "Glow.pt"),))
    for fields, prompt, missing, beyond in (
        ("Hypernet: Glow, Hypernet strength: 0.7", "a fox <hypernet:Glow:0.7>", (), ()),
        ("Hypernet: glow", "a fox <hypernet:glow:1>", (), ()),
        ("Hypernet: gone, Hypernet strength: 0.5", "a fox", ("<hypernet:gone:0.5>",), ()),
        ("Hypernet: None", "a fox", (), ()),
        ('Hypernet: "a>b", Hypernet strength: 1', "a fox", (), ("Hypernet a>b",)),
    ):
        said = read(f"a fox\nSteps: 20, Sampler: Euler, Seed: 1, {fields}")
        assert said
        told = retold(said, [CARD], there)
        assert (told.prompt, told.loras, told.beyond) == (prompt, missing, beyond)


def test_a_switch_that_the_model_does_not_know_is_said_by_its_name() -> None:
    said = read("a fox\nSteps: 20, Sampler: Euler, Keep the depth: True, Seed: 1")
    assert said
    assert retold(said, [CARD.model_copy(update={"family": "flux"})], Addons()).beyond == ("Keep the depth",)


def test_a_negative_prompt_that_is_too_long_is_cut_and_said() -> None:
    said = read(f"a fox\nNegative prompt: {'bad, ' * 300}\nSteps: 20, Sampler: Unheard of, Seed: 99999999999")
    assert said
    told = retold(said, [CARD], Addons())
    assert len(told.parameters.negative) == 1000
    assert told.beyond == ("Sampler Unheard of", "Seed 99999999999", "Negative prompt > 1000")
