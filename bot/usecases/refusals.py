"""Errors as people hear of them: one sentence each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.errors import ERRORS
from bot.locales import Say
from bot.messages import Card
from bot.usecases.waiting import until
from engine.api.errors import LukisError


def error_text(say: Say, code: str, facts: Mapping[str, Any]) -> str:
    """The sentence for an error's code."""
    kind = ERRORS.get(code, LukisError)
    filled = {
        "incident": "–",
        "fault": "none",
        **{name: "none" if value == "" else value for name, value in facts.items()},
    }
    if "least" in facts:
        filled["range"] = say("range", **facts)
    if "span" in facts:
        filled["kind"] = say("quota-kind", what=facts["what"], span=facts["span"])
    if "after" in facts:
        filled["wait"] = until(facts["after"])
    for ancestor in kind.__mro__:
        try:
            told = say(f"error-{getattr(ancestor, 'code', 'unknown')}", **filled)
        except KeyError:
            continue
        return "\n".join(
            [told, *([say("models-instead", name=facts["instead"])] if facts.get("instead") else [])]
        )
    return say("error-unknown", **filled)


def error_card(say: Say, error: LukisError) -> Card:
    """An error as an answer."""
    return Card(text=error_text(say, error.code, error.facts), private=True, refused=True)
