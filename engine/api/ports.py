"""The seam: what the bot may ask of any engine, local, remote or fake."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from typing import Protocol, Self

from engine.api.capacity import Capacity
from engine.api.cards import ModelCard, PassedOver
from engine.api.devices import DeviceState
from engine.api.events import Event
from engine.api.jobs import Job
from engine.api.names import Addons


class Engine(Protocol):
    """Makes pictures. Used as `async with engine:`; leaving it cancels what still runs.

    `tests/contract/` holds what every engine must do.
    """

    async def __aenter__(self) -> Self:
        """Starts working; returns at once, models load in the background."""
        ...

    async def __aexit__(self, *exc: object) -> None:
        """Stops at the next step of whatever runs."""
        ...

    def submit(self, job: Job) -> AsyncGenerator[Event, None]:
        """Queues the job and yields its events; exactly one `Final` event comes, as the last.

        Closing the generator early cancels the job. A failure of any kind is a `Failed` event, never an
        exception.
        """
        ...

    async def cancel(self, job_id: str) -> bool:
        """Asks a waiting or running job to stop at its next step; False if there is no such job."""
        ...

    def models(self) -> Sequence[ModelCard]:
        """The models there are now, the default one first. Cheap: call it as often as needed."""
        ...

    def addons(self) -> Addons:
        """The LoRAs and embeddings that prompts may name. As cheap as `models`."""
        ...

    def capacity(self) -> Capacity | None:
        """What it could take in right now, None where it can't tell. As cheap as `models`."""
        ...

    def passed_over(self) -> Sequence[PassedOver]:
        """What lies among the models and can't draw, and why. As cheap as `models`."""
        ...

    def devices(self) -> Sequence[DeviceState]:
        """How each device is, and what it has done; none while nobody knows which there are. As cheap as `models`."""
        ...
