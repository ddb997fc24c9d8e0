"""The driver as the bot holds it: started, heard, and started again where it has ended."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable

from engine.api.ports import Engine
from engine.cluster.messages import Close, FromDriver, ToDriver, Want
from engine.pauses import pause_after
from engine.process.child import END_SECONDS, Child
from engine.process.messages import Alive, Logged
from engine.process.pulse import SILENT, silences

log = logging.getLogger(__name__)

Driver = Child[ToDriver, FromDriver]

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
"""Seconds before the driver is started again; they double until it has heard from a worker."""


class Steering:
    """Keeps a driver."""

    def __init__(
        self,
        address: str,
        make: Callable[[], Engine],
        hear: Callable[[FromDriver], None],
        adrift: Callable[[], None],
        method: str,
        patience: float,
    ) -> None:
        """Starts nothing yet.

        Args:
            address, make: as `drive` takes them.
            hear: called with all that it says of the workers.
            patience: as `drive` takes it.
            method: how `multiprocessing` starts it.
            adrift: called when it has ended: nobody knows of the workers until the next one greets them.
        """
        self._address, self._make = address, make
        self._hear, self._adrift = hear, adrift
        self._method, self._patience = method, patience
        self._driver: Driver | None = None
        self._failures = 0
        self._wanted: Want | None = None

    @property
    def pid(self) -> int:
        """The driver's process's number; 0 while there is none."""
        return self._driver.pid if self._driver else 0

    def start(self) -> None:
        """Starts it, again and again."""
        self._keeper = asyncio.create_task(self._keep())

    def tell(self, message: ToDriver) -> None:
        """Leaves a message for it, whether it is there or not."""
        if self._driver:
            self._driver.tell(message)

    def want(self, devices: int) -> None:
        """So many are wanted from now on, whichever driver there is."""
        if self._wanted != (wanted := Want(devices)):
            self._wanted = wanted
            self.tell(wanted)

    async def close(self) -> None:
        """Ends it."""
        self._keeper.cancel()
        if driver := self._driver:
            driver.tell(Close())
            try:
                await asyncio.wait_for(driver.ended.wait(), END_SECONDS)
            except TimeoutError:
                driver.kill()
                await driver.ended.wait()

    async def _keep(self) -> None:
        while True:
            try:
                self._driver = self._started()
                if self._wanted:
                    self.tell(self._wanted)
                await self._until_ended(self._driver)
            except Exception:
                log.exception("The cluster's driver can't be started")
            self._driver = None
            self._adrift()
            pause = pause_after(self._failures, FIRST_PAUSE, LONGEST_PAUSE)
            self._failures += 1
            log.warning("The cluster at %s can't be reached; tried again in %.1f s", self._address, pause)
            await asyncio.sleep(pause)

    def _started(self) -> Driver:
        from engine.cluster.driver import drive  # Ray is an extra

        epoch = time.time_ns() // 1_000_000
        level = logging.getLogger().getEffectiveLevel()
        driver: Driver = Child(
            drive,
            (level, self._address, epoch, self._patience, self._make),
            lambda message: self._heard(driver, message),
            self._method,
        )
        return driver

    async def _until_ended(self, driver: Driver) -> None:
        """Waits for its end; one that gives no sign of life is ended."""
        async for silence in silences(driver):
            if silence >= SILENT:
                log.error("The cluster's driver gives no sign of life: it is ended")
                driver.kill()
                break
        await driver.ended.wait()

    def _heard(self, driver: Driver, message: FromDriver) -> None:
        if isinstance(message, Logged):
            message.log()
        elif driver is self._driver and not isinstance(message, Alive):
            self._failures = 0
            self._hear(message)
