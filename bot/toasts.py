"""What a person is told for a moment, in answer to a button."""

from __future__ import annotations

from typing import Self


class Undoable(str):
    """What a person is told of something done that can be taken back for a moment.

    Attributes:
        undo: the payload of the button that takes it back.
    """

    undo: str

    def __new__(cls, text: str, undo: str) -> Self:
        """`text` is the sentence."""
        told = super().__new__(cls, text)
        told.undo = undo
        return told


class Starred(str):
    """What a person is told of a favourite; `on` says whether it is one now."""

    on: bool

    def __new__(cls, text: str, on: bool) -> Self:
        """`text` is the sentence."""
        told = super().__new__(cls, text)
        told.on = on
        return told


class Refusal(str):
    """What a person is told in place of what they pressed: it was not done."""
