"""Addresses of pictures among a person's words: `https://example.com/cat.png a cat in snow`."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from bot.fetching import Fetching
from bot.messages import Attachment, Incoming
from bot.usecases.values import QUOTED
from engine.api.errors import SurplusImage

MOST = 5
"""Addresses that are taken for pictures."""

_ADDRESS = re.compile(rf"{QUOTED}|(?<!\S)[<(]?(?P<address>https?://[^\s<>\"“”]++)>?", re.IGNORECASE)
_AFTER = ".,;:!?)”\"'"


def split(words: str) -> tuple[list[str], str]:
    """The addresses in a text, those between quotation marks left out, and the text without them.

    >>> split("https://example.com/a.png, a cat")
    (['https://example.com/a.png'], 'a cat')
    """
    found: list[str] = []

    def taken(match: re.Match[str]) -> str:
        if not match["address"]:
            return match[0]
        found.append(match["address"].rstrip(_AFTER))
        return ""

    left = _ADDRESS.sub(taken, words)
    return (found, " ".join(left.split())) if found else (found, words)


class Links:
    """Makes pictures that came along of the addresses in people's words."""

    def __init__(self, fetching: Fetching) -> None:
        self._fetching = fetching

    def taken(self, incoming: Incoming, words: str) -> tuple[Incoming, str]:
        """What came with the pictures that its words name, and the words without their addresses; nothing is fetched
        before it is read.

        Raises:
            SurplusImage: there are more than `MOST`.
        """
        addresses, left = split(words)
        if len(addresses) > MOST:
            raise SurplusImage()
        return replace(incoming, attachments=(*map(self.picture, addresses), *incoming.attachments)), left

    def picture(self, address: str, purpose: str = "") -> Attachment:
        """The picture at an address, as if it had been sent."""
        return Attachment("", None, partial(self._fetching.picture, address), purpose)
