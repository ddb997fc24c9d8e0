"""What is asked of an engine, and when: the same for whoever serves it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from random import Random

from PIL import Image

from engine.api.cards import ModelCard
from engine.api.jobs import Job
from engine.api.parameters import Size
from engine.api.recipe import Recipe

SAMPLERS = ("euler", "euler_a", "heun", "ddim", "dpmpp_2m_karras", "dpmpp_2m_sde_karras", "unipc", "deis")
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
    buffer = io.BytesIO()
    Image.new("RGB", (256, 256), tuple(random.randrange(256) for _ in range(3))).save(buffer, "PNG")
    return buffer.getvalue()
