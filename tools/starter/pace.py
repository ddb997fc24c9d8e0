"""Training beside other programs: a clock, a progress bar, and as many threads as pay."""

import json
import math
import time
from pathlib import Path

import torch
from tqdm import tqdm

from tools.starter.device import DEVICE


class Pace:
    """A clock for a training loop of fixed duration; call `tick` after every step.

    When something else uses the cores, two threads wait for each other and one
    is faster. So now and then a few steps run with each count, and the faster
    one is kept.
    """

    def __init__(self, name: str, minutes: float, batch: int, cache: Path) -> None:
        """Starts the clock.

        Args:
            name: Of the stage; its log is `<name>.log` in the cache.
            minutes: How long the stage may take.
            batch: Samples a step, for the log.
            cache: Where the log goes.
        """
        self.name, self.minutes, self.batch = name, minutes, batch
        self.start = self._last = self._noted = time.time()
        self.steps = 0
        self._log = cache / f"{name}.log"
        self._losses: list[torch.Tensor] = []
        self._threads = _Threads()
        self._bar = tqdm(total=round(minutes * 60), desc=name, unit="s", disable=None)

    @property
    def spent(self) -> float:
        """Share of the time that is gone, 0 to 1 and beyond."""
        return (time.time() - self.start) / (60 * self.minutes)

    @property
    def over(self) -> bool:
        """True when the time is up."""
        return self.spent >= 1

    def scale(self, warm: int = 60, falling: float = 0.4) -> float:
        """Learning-rate factor: warm-up by steps, then constant, then down to 0 by time."""
        return min(1.0, (self.steps + 1) / warm, max(0.0, 1 - self.spent) / falling)

    def cosine(self, warm: int = 60) -> float:
        """Learning-rate factor: warm-up by steps, then half a cosine down to 0 by time."""
        return min(1.0, (self.steps + 1) / warm) * (1 + math.cos(math.pi * min(1.0, self.spent))) / 2

    def tick(self, loss: torch.Tensor) -> None:
        """Counts a step and its loss; at times tries another number of threads."""
        now = time.time()
        self._threads.tick(self.steps, now - self._last)
        self._bar.update(round(now - self.start) - self._bar.n)
        self._last = now
        self.steps += 1
        self._losses.append(loss.detach())

    def due(self, seconds: float = 120) -> bool:
        """True once every so many seconds, and at the end: time to note and to keep."""
        if time.time() - self._noted < seconds and not self.over:
            return False
        self._noted = time.time()
        return True

    def note(self, **figures: float) -> None:
        """Writes a line of the log: the mean loss since the last, and what else is given."""
        loss = float(torch.stack(self._losses).mean()) if self._losses else float("nan")
        self._losses.clear()
        line = {
            "step": self.steps,
            "samples": self.steps * self.batch,
            "seconds": round(time.time() - self.start),
            "loss": round(loss, 4),
            "threads": torch.get_num_threads(),
            **{name: round(value, 3) for name, value in figures.items()},
        }
        self._bar.set_postfix(loss=line["loss"])
        with self._log.open("a", encoding="utf-8") as log:
            print(json.dumps(line), file=log)
        self._last = time.time()


class _Threads:
    """Tries one thread and all of them in turns, and keeps the faster."""

    EVERY, TRIAL = 60, 3

    def __init__(self) -> None:
        self.counts = sorted({1, torch.get_num_threads()})
        self._times: dict[int, list[float]] = {}

    def tick(self, step: int, took: float) -> None:
        """Takes in how long a step took."""
        if len(self.counts) < 2 or DEVICE.type != "cpu":
            return
        phase = step % self.EVERY
        if phase < self.TRIAL * len(self.counts):
            self._times.setdefault(torch.get_num_threads(), []).append(took)
            torch.set_num_threads(self._next((phase + 1) // self.TRIAL))
        elif phase == self.EVERY - 1:
            self._times.clear()
            torch.set_num_threads(self.counts[0])

    def _next(self, turn: int) -> int:
        if turn < len(self.counts):
            return self.counts[turn]
        return min(self._times, key=lambda count: min(self._times[count][1:]))
