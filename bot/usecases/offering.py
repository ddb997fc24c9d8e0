"""Offers: what a message's button draws, kept until somebody presses it, and good in that chat alone."""

from __future__ import annotations

import json
import secrets
from typing import Any

from bot.messages import Address, Button, Person
from bot.payloads import encode
from bot.store import Store
from bot.usecases.parsing import check_prompt
from engine.api.parameters import Parameters


async def offered(store: Store, person: Person, address: Address, asked: dict[str, Any]) -> str:
    """Keeps what a button is to draw for somebody, as privately as it is offered; its id. Raises NoStore."""
    store.watch.check()
    offer = secrets.token_hex(8)
    told = json.dumps(asked | {"private": address.private}, ensure_ascii=False)
    await store.offers.make(offer, address.platform, address.chat, told, person.key)
    return offer


async def offer_button(
    store: Store, person: Person, address: Address, label: str, prompt: str, parameters: Parameters
) -> Button:
    """A button that draws these words; what is not said of them is left to settings, as with a command.

    Raises NoStore, and as `check_prompt`.
    """
    said = parameters.model_dump(mode="json", exclude_unset=True)
    asked = {"prompt": check_prompt(prompt), "parameters": said}
    return Button(label, encode("draw", await offered(store, person, address, asked)))
