"""What the engine has to say of how a job was drawn stands below its pictures, for good and in one's own language."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.locales import Locales
from engine.api.events import LoraInPart
from engine.api.names import Addon, Addons
from tests.chat import stage
from tests.fakes import FakeEngine


async def test_a_lora_that_fits_in_part_is_said_with_its_share(tmp_path: Path) -> None:
    """With the pictures, in the history, and with the next drawing only if that has it to say, too."""
    engine = FakeEngine(addons=Addons((Addon("ink"), Addon("snow"))))
    engine.notices = (LoraInPart("ink", 0.8), LoraInPart("snow", 0.01))
    async with stage(tmp_path, engine=engine) as on:
        alice = on.someone()
        await alice.send("/imagine a fox <lora:ink:1> <lora:snow:1>")
        photo = await alice.pictures()
        engine.notices = ()
        await alice.send("/history")
        page = await alice.pictures()
        await alice.press(photo, "Reroll")
        again = await alice.pictures()
    for card in (photo.card, page.card):
        said = [note for note in card.notes if "LoRA" in note]
        assert said == [
            "Only 80% of the LoRA ink fits starter; the rest of it has no effect.",
            "Only 1% of the LoRA snow fits starter; the rest of it has no effect.",
        ]
    assert not [note for note in again.card.notes if "LoRA" in note]


@pytest.mark.parametrize("language", Locales.load().languages)
def test_it_is_one_sentence_with_name_model_and_share(language: str) -> None:
    said = Locales.load().say(language)("notice-lora-in-part", lora="ink", share=0.8, model="dream", code="")
    assert "ink" in said and "dream" in said
    assert "80" in said or "٨٠" in said
