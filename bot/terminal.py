"""What the commands print: no words of strangers, in files or from services, give a terminal orders."""

from __future__ import annotations

import sys
from typing import TextIO

_ORDERS = {*range(32), *range(127, 160), *range(0x202A, 0x202F)} - {ord("\n"), ord("\t")}
"""Control characters, old and new, and those that turn what follows round."""

_SPELT = {code: f"\\u{code:04x}" for code in _ORDERS}


def shown(text: str) -> str:
    r"""A text with the characters that a terminal would obey spelt out, as JSON spells them.

    >>> shown("red\x1b[2J")
    'red\\u001b[2J'
    """
    return text.translate(_SPELT)


def tell(text: str, to: TextIO | None = None) -> None:
    """Prints a text at once, to standard output where nothing else is said."""
    print(shown(text), file=to or sys.stdout, flush=True)
