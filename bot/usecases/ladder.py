"""The one ladder, for every platform: what a platform declines goes down it, form by form, until some form is taken.

    as asked -> in reply to nothing -> pictures as files -> smaller and smaller -> words alone -> given up

A platform says only what it declined (`Declined.step`). Nothing is out where something was declined, so no step
doubles what the one above it sent.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeVar

from bot.errors import NoStore
from bot.messages import Address, Card, Form
from bot.ports import Declined
from bot.store.trouble import passes

log = logging.getLogger(__name__)

T = TypeVar("T")
Rung = tuple[Address, Card]

SMALLER = ((2048, 90), (1280, 85), (640, 80), (320, 70))
"""Longest side in pixels and JPEG quality of pictures that are too large as they are, tried in this order."""


async def hand_over(
    send: Callable[[Address, Card], Awaitable[T]], address: Address, card: Card
) -> tuple[T, Card]:
    """Sends in the best form that is taken.

    Returns:
        What `send` gives for it, and the card as it was taken.

    Raises:
        Declined: none is, not even words.
        FileNotFoundError: a picture's file is gone.
        NoStore: it can't be read now.
        Unavailable, Unreachable: as `send` does.
    """
    while True:
        try:
            return await send(address, card), card
        except Declined as error:
            declined = error
        except (FileNotFoundError, ConnectionError, TimeoutError):
            raise
        except OSError as error:
            declined = _unreadable(card, error)
        lower = below(address, card, declined)
        if lower is None:
            raise declined
        log.info("%s declines the %s; the next form is tried: %s", address.platform, declined.step, declined)
        address, card = lower


def _unreadable(card: Card, error: OSError) -> Declined:
    """What it means that a file of a card's can't be read: it can't be shown in any form that needs it."""
    if passes(error):
        raise NoStore() from error
    if not (card.pictures or card.document):
        raise error
    return Declined(f"its file can't be read: {error}", "picture")


def below(address: Address, card: Card, declined: Declined) -> Rung | None:
    """The next form after one was declined, from the step on that the platform names; None after the last."""
    names = list(_STEPS)
    for name in names[names.index(declined.step) :]:
        lower = _STEPS[name](address, card)
        if lower != (address, card):
            return lower
    return None


def words(card: Card) -> Card:
    """The words that take the place of what can't be shown: where it is, or what the card says anyway."""
    said = card.otherwise.words if card.otherwise else card.text
    return Card(text=said, private=card.private, job=card.job, kind=card.kind, index=card.indexes[0])


def _alone(address: Address, card: Card) -> Rung:
    return address.alone, card


def _files(address: Address, card: Card) -> Rung:
    return address, replace(card, form=replace(card.form, files=True)) if card.pictures else card


def _smaller(address: Address, card: Card) -> Rung:
    sizes = [size for size in SMALLER if card.form.side is None or size[0] < card.form.side]
    if not sizes or not (card.pictures or card.document or card.preview):
        return address, card
    note = (card.otherwise.smaller,) if card.otherwise else ()
    notes = card.notes if set(note) <= set(card.notes) else (*card.notes, *note)
    return address, replace(card, notes=notes, form=Form(card.form.files, *sizes[0]))


def _words(address: Address, card: Card) -> Rung:
    plain = words(card)
    return address, plain if plain.text else card


_STEPS: dict[str, Callable[[Address, Card], Rung]] = {
    "reply": _alone,
    "photo": _files,
    "size": _smaller,
    "picture": _words,
}
"""What makes of a form the one below it, by what was declined; a step that changes nothing is passed over."""
