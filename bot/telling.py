"""Words from models: what a picture shows, and a short prompt made rich; each by a process of its own, when asked.

The process starts with the first wish and stays; it has no tokens of ours, a bound of memory, and some seconds for each
wish. One that takes longer, or more, ends: who waits hears that, and the next wish starts it anew.
"""

from __future__ import annotations

import asyncio
import base64
import json
import logging
import os
import sys
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import Field

from bot.environment import Group
from bot.errors import NoWords

log = logging.getLogger(__name__)

Kind = Literal["describe", "expand"]

LONGEST = 600
"""Characters of what comes back, each time."""

MOST_WAITING = 8
"""Wishes that wait for one process; who comes then is asked to come later."""

_LINE = 1 << 20
_KEPT = (
    *("PATH", "LD_LIBRARY_PATH", "HOME", "TMPDIR", "LANG", "HF_HOME", "HF_ENDPOINT", "HF_HUB_OFFLINE"),
    *("HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY", "https_proxy", "http_proxy", "no_proxy", "SSL_CERT_FILE"),
)
"""What the process needs of our environment; tokens are none of it."""


class TellingOptions(Group):
    """Models that write words about pictures. Nothing of them is loaded before somebody asks."""

    describe: str = Field(
        "",
        validation_alias="describe_model",
        description="What says in words what a picture shows (/describe): a captioning model's folder, or its name on "
        "the hub (owner/name). Empty: /describe tells what the picture's file says.",
    )
    expand: str = Field(
        "",
        validation_alias="expand_model",
        description="What makes a short prompt rich (/expand): a language model's folder, or its name on the hub.",
    )
    seconds: float = Field(
        120,
        gt=0,
        validation_alias="words_seconds",
        description="Seconds that either may take, loading it included.",
    )


@dataclass
class Teller:
    """One model's process. `name` is its folder or its name on the hub; empty where there is none."""

    kind: Kind
    name: str
    seconds: float = 120
    _process: asyncio.subprocess.Process | None = None
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    _waiting: int = 0

    async def told(self, **wish: Any) -> list[str]:
        """What it says, each another; a picture is given as `png`, words as `text`.

        Raises:
            NoWords: it can't be loaded, takes too long, says nothing, or too many wait for it.
        """
        if self._waiting >= MOST_WAITING:
            raise NoWords()
        self._waiting += 1
        try:
            async with self._turn, asyncio.timeout(self.seconds):
                answer = await self._answered(
                    {n: base64.b64encode(v).decode() if isinstance(v, bytes) else v for n, v in wish.items()}
                )
        except (OSError, EOFError, ValueError) as error:  # time-outs are OSErrors
            log.warning("The model that is to %s has no words: %s", self.kind, type(error).__name__)
            await self.close()
            raise NoWords() from None
        except asyncio.CancelledError:  # what it says of this would be taken for what it says of the next
            self._kill()
            raise
        finally:
            self._waiting -= 1
        if not answer:
            raise NoWords()
        return answer

    async def _answered(self, wish: dict[str, Any]) -> list[str]:
        process = await self._started()
        assert process.stdin and process.stdout
        process.stdin.write(json.dumps(wish).encode() + b"\n")
        await process.stdin.drain()
        if not (line := await process.stdout.readline()):
            raise EOFError
        told = json.loads(line)
        if why := told.get("error"):
            log.warning("%s can't %s: %s", self.name, self.kind, why)
            return []
        plain = (" ".join(str(each).split())[:LONGEST] for each in told["words"])
        return list(dict.fromkeys(filter(None, plain)))

    async def _started(self) -> asyncio.subprocess.Process:
        if self._process is None or self._process.returncode is not None:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-P", "-m", "bot.telling_child", self.kind, self.name),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                limit=_LINE,
                env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "OMP_NUM_THREADS": "2"}
                | {name: os.environ[name] for name in _KEPT if name in os.environ},
                start_new_session=True,  # Ctrl-C is ours to hear
            )
        return self._process

    async def close(self) -> None:
        """Ends the process, whatever it is at."""
        if process := self._kill():
            await process.wait()

    def _kill(self) -> asyncio.subprocess.Process | None:
        process, self._process = self._process, None
        if process and process.returncode is None:
            process.kill()
            return process
        return None
