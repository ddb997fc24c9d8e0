"""What Discord suggests while people type fits its limits, whatever files are called."""

from __future__ import annotations

from typing import Any, cast

import pytest

from bot.platforms.discord.options import LONGEST_CHOICE, completions, request
from bot.ports import Service
from engine.api.cards import ModelCard
from engine.api.names import short_name
from tests.chat import stage
from tests.fakes import FakeEngine

FILES = ("Ж" * 250, "雪女" * 60, "लोमड़ी " * 30, "ثعلب " * 40, "🦊" * 60, "👩🏽‍🎨" * 25, "My Model v2")


@pytest.mark.parametrize("file", FILES)
async def test_a_model_of_any_name_can_be_chosen_and_is_the_one_that_is_meant(
    tmp_path: Any, file: str
) -> None:
    card = ModelCard(name=short_name(file), title=file, file=f"{file}.safetensors")
    other = ModelCard(name=short_name(f"{file}2"), title=f"{file}2", file=f"{file}2.safetensors")
    async with stage(tmp_path, engine=FakeEngine([other, card])) as on:
        service = cast(Service, on.lukis.service)
        offered = await completions(service)["model"](cast(Any, None), file[:20])
        assert all(
            0 < len(choice.name) <= LONGEST_CHOICE and 0 < len(choice.value) <= LONGEST_CHOICE
            for choice in offered
        )
        assert [choice.value for choice in offered] == [other.name, card.name]
        assert request("a fox", {"model": offered[1].value}, service).parameters.model == card.name
        assert request("a fox", {"model": file}, service).parameters.model == card.name


async def test_several_values_typed_in_an_option_are_all_tried_and_win_over_those_of_the_flag(
    tmp_path: Any,
) -> None:
    async with stage(tmp_path) as on:
        service = cast(Service, on.lukis.service)
        asked = request("a fox --sampler heun,lms --steps 5,10", {"sampler": "Euler, ddim"}, service)
        assert dict(asked.axes) == {"sampler": ("euler", "ddim"), "steps": (5, 10)}
        assert (asked.prompt, asked.parameters.sampler) == ("a fox", "euler")
        asked = request("a fox --sampler heun,lms", {"sampler": "ddim"}, service)
        assert (asked.axes, asked.parameters.sampler) == ({}, "ddim")


@pytest.mark.parametrize("typed", ["Pixel art", "“Pixel art”", '"pixel art"', "pixel art\n", "pixel-art"])
async def test_a_style_of_two_words_is_typed_as_it_is_called(tmp_path: Any, typed: str) -> None:
    async with stage(tmp_path) as on:
        asked = request("a fox", {"style": typed, "ratio": "16 : 9"}, cast(Service, on.lukis.service))
        assert str(asked.parameters.style) == "pixel-art" and asked.parameters.ratio == (16, 9)
