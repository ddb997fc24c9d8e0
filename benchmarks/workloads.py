"""What is asked of an engine, and when: the same for whoever serves it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from random import Random
from typing import Any

from PIL import Image, ImageDraw

from engine.api.cards import ModelCard
from engine.api.jobs import Job
from engine.api.modes import END, MASK, MODES, REPLIED
from engine.api.parameters import Margins, Parameters, Size
from engine.api.recipe import Recipe, resolve
from engine.api.sizes import Source

SAMPLERS = ("euler", "euler_a", "heun", "ddim", "dpmpp_2m_karras", "dpmpp_2m_sde_karras", "unipc", "deis")
CONTROL = "random-canny"
"""The ControlNet that there has to be for (d)."""

PROMPTS = ("a red fox in the snow", "a cat on a pink background", "a rocket in space", "two apples")


@dataclass(frozen=True)
class Arrival:
    """A job, and when it comes: `at` seconds from the start, or once the first job has made `after` steps."""

    at: float
    job: Job
    after: int = 0


def equal(card: ModelCard, count: int = 32, steps: int = 20) -> list[Arrival]:
    """(a): equal requests of different people, all at once."""
    recipe = Recipe(
        model=card.name,
        width=card.native.width,
        height=card.native.height,
        scale=card.scale,
        steps=steps,
        cfg=7,
        sampler="euler",
        seed=0,
    )
    return [Arrival(0, _job(i, PROMPTS[0], recipe.model_copy(update={"seed": i}))) for i in range(count)]


def mixed(card: ModelCard, span: float, count: int = 64, seed: int = 0) -> list[Arrival]:
    """(b): 5 to 50 steps, 8 samplers, guidance 1 to 12, two sizes, a third from a picture, over `span` seconds."""
    random = Random(seed)
    times = sorted(random.uniform(0, span) for _ in range(count))
    return [Arrival(at, _any_job(i, card, random)) for i, at in enumerate(times)]


def small_beside_big(card: ModelCard, after: int = 5) -> list[Arrival]:
    """(c): a job of 50 steps, and one of 8 steps that comes when the first has made `after` of them."""
    (big,), (small,) = equal(card, 1, 50), equal(card, 1, 8)
    return [big, Arrival(0, small.job.model_copy(update={"id": "small", "tenant": "small"}), after)]


def all_modes(card: ModelCard, count: int = 27) -> list[Arrival]:
    """(d): requests of everything that a model for pictures from words does, all at once: no two neighbours alike."""
    random, size = Random(0), Size(card.native.width * card.scale, card.native.height * card.scale)
    kinds = _kinds(size)
    return [Arrival(0, _of_mode(i, card, size, *kinds[i % len(kinds)], random)) for i in range(count)]


def _kinds(size: Size) -> tuple[tuple[str, dict[str, Any]], ...]:
    """Modes, and what is asked of each for pictures of that size."""
    return (
        ("text", {}),
        ("inpaint", {"strength": 0.8}),
        ("upscale", {"upscale": 2}),
        ("morph", {"place": 0.5}),
        ("control", {"control": (CONTROL,)}),
        ("image", {"strength": 0.6}),
        ("outpaint", {"extend": Margins(left=size.width // 4), "strength": 0.9}),
        ("blend", {"place": 0.5}),
        ("text", {"vary": 0.3}),
    )


def _of_mode(i: int, card: ModelCard, size: Size, mode: str, asked: dict[str, Any], random: Random) -> Job:
    """As a person would ask for it who leaves all else to the model's card, but for the sampler."""
    given = Size(size.width * 3 // 4, size.height) if mode == "outpaint" else size
    wanted = Parameters(seed=i, sampler=SAMPLERS[i % len(SAMPLERS)], **asked)
    recipe = resolve(wanted, card, MODES[mode], random, Source(given, size=given))
    takes = {each.name for each in MODES[mode].inputs}
    inputs = {
        name: _scene(given, random, mask=name == MASK) for name in (REPLIED, MASK, END) if name in takes
    }
    prompt = " | ".join(PROMPTS[:2]) if "place" in asked else PROMPTS[i % len(PROMPTS)]
    return Job(id=f"job{i}", tenant=f"person{i}", mode=mode, prompt=prompt, recipe=recipe, inputs=inputs)


def two_sizes(card: ModelCard) -> tuple[Size, Size]:
    """The native size and another one."""
    other = next((size for size in card.sizes if size != card.native), None)
    return card.native, other or Size(card.native.width * 3 // 4 // 8 * 8, card.native.height)


def _any_job(i: int, card: ModelCard, random: Random) -> Job:
    size = random.choice(two_sizes(card))
    source = random.random() < 1 / 3
    recipe = Recipe(
        model=card.name,
        width=size.width,
        height=size.height,
        scale=card.scale,
        steps=random.randint(5, 50),
        cfg=random.choice((1, random.uniform(1.5, 12))),
        sampler=random.choice(SAMPLERS),
        seed=i,
        strength=random.uniform(0.3, 0.9) if source else 1.0,
    )
    return _job(i, random.choice(PROMPTS), recipe, _picture(random) if source else None)


def _job(i: int, prompt: str, recipe: Recipe, image: bytes | None = None) -> Job:
    mode, inputs = ("text", {}) if image is None else ("image", {"image": image})
    return Job(id=f"job{i}", tenant=f"person{i}", mode=mode, prompt=prompt, recipe=recipe, inputs=inputs)


def _picture(random: Random) -> bytes:
    return _png(Image.new("RGB", (256, 256), _colour(random)))


def _scene(size: Size, random: Random, mask: bool) -> bytes:
    """A square before a background, or where it is."""
    middle = (size.width // 4, size.height // 4, size.width * 3 // 4, size.height * 3 // 4)
    scene = Image.new("L", size) if mask else Image.new("RGB", size, _colour(random))
    ImageDraw.Draw(scene).rectangle(middle, fill=255 if mask else _colour(random))
    return _png(scene)


def _colour(random: Random) -> tuple[int, ...]:
    return tuple(random.randrange(256) for _ in range(3))


def _png(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()
