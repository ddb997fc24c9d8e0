"""Training beside other programs: how many threads pay just now, and when time is up."""

import time

import torch


class Pace:
    """A clock for a training loop; call `tick` after every step.

    When something else uses the cores, two threads wait for each other and one
    is faster. So now and then a few steps run with each count, and the faster
    one is kept.
    """

    def __init__(self, minutes: float, *, every: int = 40, trial: int = 3) -> None:
        self.start = self._last = time.time()
        self.minutes, self.every, self.trial = minutes, every, trial
        self.counts = sorted({1, torch.get_num_threads()})
        self.steps = 0
        self._times: dict[int, list[float]] = {}

    @property
    def spent(self) -> float:
        """Share of the time that is gone, 0 to 1 and beyond."""
        return (time.time() - self.start) / (60 * self.minutes)

    @property
    def seconds(self) -> int:
        """Seconds since the start."""
        return round(time.time() - self.start)

    def scale(self, warm: int = 60, falling: float = 0.4) -> float:
        """Learning-rate factor: warm-up by steps, then constant, then down to 0 by time."""
        return min(1.0, (self.steps + 1) / warm, max(0.0, 1 - self.spent) / falling)

    def tick(self) -> None:
        """Counts a step; at times tries another number of threads."""
        now = time.time()
        took, self._last = now - self._last, now
        phase = self.steps % self.every
        self.steps += 1
        if len(self.counts) < 2 or torch.cuda.is_available():
            return
        if phase < self.trial * len(self.counts):
            self._times.setdefault(torch.get_num_threads(), []).append(took)
            following = (phase + 1) // self.trial
            if following < len(self.counts):
                torch.set_num_threads(self.counts[following])
            else:
                best = min(self._times, key=lambda count: min(self._times[count][-2:]))
                torch.set_num_threads(best)
        elif phase == self.every - 1:
            self._times.clear()
            torch.set_num_threads(self.counts[0])
