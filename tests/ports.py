"""Where a program that tests start may listen."""

from __future__ import annotations

import random
import socket
from contextlib import suppress

FROM, TO = 20_000, 32_000
"""Below those that Linux gives to whoever asks for any: what runs beside a test asks all the time."""


def free_port() -> int:
    """A port that nobody listens on, and that nobody is given before the program has it."""
    for port in random.sample(range(FROM, TO), 100):
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    raise AssertionError("no port is free")
