"""A process as its parent holds it."""

from __future__ import annotations

import asyncio
import atexit
import logging
import multiprocessing
import queue
import threading
from collections.abc import Callable
from typing import Any, Generic, TypeVar

log = logging.getLogger(__name__)

To = TypeVar("To")
From = TypeVar("From")

END_SECONDS = 10.0
"""From the last word to a process to its being killed: longer than a step takes on an accelerator."""


class Child(Generic[To, From]):
    """A process that hears and answers, with a thread that hears it and one that talks to it.

    Attributes:
        ended: set once it has, by whatever cause, and all that it said before was heard.
        heard: how many times it has said anything.
    """

    def __init__(
        self,
        live: Callable[..., None],
        args: tuple[Any, ...],
        hear: Callable[[From], None],
        method: str,
    ) -> None:
        """Starts it. Belongs to the event loop: the process dies with the thread that started it.

        Args:
            live: what the process does, with its end of the pipe and `args`; can be pickled, as they can.
            args: what else it needs.
            hear: called on the event loop with all that it says.
            method: how `multiprocessing` starts it.

        Raises:
            OSError, RuntimeError: the machine lets no process, or no thread, be started.
        """
        context: Any = multiprocessing.get_context(method)
        self._loop = asyncio.get_running_loop()
        self._hear = hear
        self.ended = asyncio.Event()
        self.heard = 0
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=live, args=(theirs, *args), name="engine")
        self._process.start()
        theirs.close()
        atexit.register(self.kill)  # before multiprocessing waits for it
        self._said: queue.SimpleQueue[To | None] = queue.SimpleQueue()
        try:
            threading.Thread(target=self._listen, name="engine hears", daemon=True).start()
            threading.Thread(target=self._talk, name="engine says", daemon=True).start()
        except BaseException:  # nobody would ever hear of it
            self.kill()
            raise

    @property
    def pid(self) -> int:
        """The process's number."""
        return int(self._process.pid)

    @property
    def exit_code(self) -> int | None:
        """How it ended; a negative number is a signal's."""
        code: int | None = self._process.exitcode
        return code

    def tell(self, message: To) -> None:
        """Leaves a message for it, whether it is still there or not."""
        self._said.put(message)

    def kill(self) -> None:
        """Ends it at once."""
        self._process.kill()

    def _listen(self) -> None:
        try:
            while True:
                message = self._ours.recv()
                self.heard += 1
                self._on_loop(self._hear, message)
        except (EOFError, OSError):
            pass  # it has ended, or is about to
        except Exception:
            log.exception("The engine's process says what can't be understood")
        finally:
            self._process.join(END_SECONDS)
            self.kill()
            self._process.join()
            atexit.unregister(self.kill)
            self._said.put(None)
            self._on_loop(self.ended.set)

    def _talk(self) -> None:
        try:
            while message := self._said.get():
                self._ours.send(message)
        except OSError:
            pass  # nobody listens: `_listen` hears of it
        except Exception:
            log.exception("The engine's process can't be told")
            self.kill()

    def _on_loop(self, call: Callable[..., None], *what: Any) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(call, *what)
