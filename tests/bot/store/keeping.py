"""Jobs in a store, for tests that need some."""

from __future__ import annotations

from bot.messages import Address, Person
from bot.store import Store
from bot.store.rows import ImageRow, JobRow
from engine.api.recipe import Recipe

RECIPE = Recipe(model="starter", width=64, height=64, steps=4, cfg=2, sampler="euler", seed=1)


async def ask(
    store: Store,
    job: str,
    person: str = "alice",
    chat: str = "room",
    created: float = 0.0,
    platform: str = "fake",
    limit: int = 1_000_000,
    mode: str = "text",
    recipe: Recipe = RECIPE,
) -> None:
    """Somebody asks for pictures, in an event that has the job's name."""
    someone = Person(platform, person)
    await store.people.meet(someone)
    address = Address(platform=platform, chat=chat, data={"event": job})
    row = JobRow(job, someone.key, address, mode, f"prompt of {job}", recipe, created=created)
    await store.jobs.add(row, limit)


async def draw(store: Store, job: str, count: int = 1) -> None:
    """The job ends with so many pictures."""
    images = [ImageRow(i, i, 64, 64, f"pictures/{job[:2]}/{job}-{i}.png") for i in range(count)]
    await store.jobs.finish(job, "done", images)
