"""Pages that are leafed through: one picture, or what is put together of several, and buttons to turn to others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bot.locales import Say
from bot.messages import Button, Card, Kind
from bot.payloads import encode
from bot.store.history import Page
from bot.store.lists import WHOLE, Leaf
from bot.store.rows import JobRow
from bot.usecases import cards
from bot.usecases.buttons import picture_buttons
from engine.api.cards import ModelCard


def history_card(say: Say, page: Page, root: Path, model: ModelCard | None, here: bool = False) -> Card:
    """One page of the history, or of what was made in this chat."""
    newer = encode("page", page.job.id, page.number - 1) if page.number > 1 else None
    older = encode("page", page.job.id, page.number + 1) if page.number < page.total else None
    index = WHOLE if page.job.recipe.moving and page.job.shown else page.index
    text = say("history-page-here" if here else "history-page", number=page.number, total=page.total)
    card = _page(say, page.job, index, root, model, "page", text)
    return _turned(say, card, newer, older)


def list_card(say: Say, leaf: Leaf, root: Path, model: ModelCard | None, list_id: str, text: str) -> Card:
    """One page of a list, with what it says of it."""
    card = _page(say, leaf.job, leaf.index, root, model, "list", text)
    first, *rest = card.buttons
    card = replace(card, buttons=(first, *_others(say, leaf), *rest))
    newer = encode("turn", list_id, leaf.newer) if leaf.newer else None
    older = encode("turn", list_id, leaf.older) if leaf.older else None
    return _turned(say, card, newer, older)


def _page(
    say: Say, job: JobRow, index: int, root: Path, model: ModelCard | None, kind: Kind, text: str
) -> Card:
    """A job's picture, or with `WHOLE` what all of them are shown as."""
    if index == WHOLE:
        index = job.recipe.images
        card = replace(cards.result_card(say, job, root, model), buttons=picture_buttons(say, job, model))
    else:
        card = cards.one_card(say, job, root, index, model)
    show = Button(say("button-show"), encode("show", job.id, index))
    return replace(card, text=text, buttons=((show,), *card.buttons), private=True, kind=kind)


def _others(say: Say, leaf: Leaf) -> tuple[tuple[Button, ...], ...]:
    """Buttons that show the other pictures of an album, as many as fit into a row."""
    if leaf.index == WHOLE or len(leaf.job.shown) < 2:
        return ()
    others = [image.index for image in leaf.job.shown if image.index != leaf.index]
    return (
        tuple(Button(say("button-one", number=i + 1), encode("show", leaf.job.id, i)) for i in others[:5]),
    )


def _turned(say: Say, card: Card, newer: str | None, older: str | None) -> Card:
    """A page with buttons to those beside it, by their payloads."""
    turns = [
        Button(say(label), payload)
        for label, payload in (("button-newer", newer), ("button-older", older))
        if payload
    ]
    first, *others = card.buttons
    return replace(card, buttons=((*turns, *first), *others))
