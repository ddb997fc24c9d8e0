"""What people are told while their job waits."""

from __future__ import annotations

import pytest

from bot.locales import Locales
from bot.messages import Address
from bot.store.rows import JobRow
from bot.usecases.cards import status_card
from engine.api.cards import ModelCard
from engine.api.events import Queued
from engine.api.modes import MODES
from engine.api.parameters import Parameters
from engine.api.recipe import resolve


@pytest.mark.parametrize("language", Locales.load().languages)
def test_whoever_waits_for_a_machine_is_told_how_long_it_takes_to_start(language: str) -> None:
    recipe = resolve(Parameters(), ModelCard(name="m"), MODES["text"])
    say = Locales.load().say(language)
    job = JobRow("j", "p", Address(platform="test", chat="c"), "text", "a fox", recipe)
    place, start = status_card(say, job, Queued(1, 300.0, None, 180.0)).text.splitlines()
    assert "🔌" in start and status_card(say, job, Queued(1, 300.0)).text == place
    assert language != "en" or [place, start] == [
        "⏳ You are next: about 5 minutes.",
        "🔌 A machine is being started; that takes about 3 minutes.",
    ]
