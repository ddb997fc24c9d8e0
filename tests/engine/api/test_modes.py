"""What a person means by the pictures and parameters that they sent, told from the modes' rows alone."""

from __future__ import annotations

from typing import cast

import pytest

from engine.api.cards import ModelCard
from engine.api.choices import choose
from engine.api.errors import LukisError, NoImage, SurplusImage, UnfitModel
from engine.api.modes import MODES, Input, Mode, all_inputs, most_plain, of_use

IMAGE = Input("image", "", "")
PLAIN = ModelCard(name="plain")
DEEP = ModelCard(name="deep", abilities=frozenset({"depth"}))
PATCHING = ModelCard(name="patching", variant="inpainting")
ALL = (PLAIN, DEEP, PATCHING)


@pytest.fixture
def modes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that there are and some that may come."""
    for mode in (
        Mode("patch", (IMAGE, Input("mask", "", ""))),
        Mode("fine", (IMAGE, Input("mask", "", "")), asks=frozenset({"inpainting"})),
        Mode("blend", (IMAGE, Input("second", "", "", required=False)), frozenset({"steps"})),
        Mode("deep", (IMAGE,), frozenset({"strength", "cfg"}), frozenset({"depth"})),
        Mode("film", parameters=frozenset({"count"})),
    ):
        monkeypatch.setitem(cast(dict[str, Mode], MODES), mode.name, mode)


@pytest.mark.parametrize(
    ("given", "parameters", "cards", "mode", "model", "names"),
    [
        ([], [], ALL, "text", "plain", ()),
        ([], ["seed"], ALL, "text", "plain", ()),
        ([], ["count"], ALL, "film", "plain", ()),
        ([""], [], ALL, "image", "plain", ("image",)),
        (["image"], ["strength"], ALL, "image", "plain", ("image",)),
        (["image"], ["strength"], [DEEP], "deep", "deep", ("image",)),
        (
            ["image"],
            ["cfg"],
            ALL,
            "deep",
            "deep",
            ("image",),
        ),  # a meaning for all goes before the first model
        (["image"], ["steps"], ALL, "blend", "plain", ("image",)),
        (["", ""], [], ALL, "patch", "plain", ("image", "mask")),
        (["mask", ""], [], ALL, "patch", "plain", ("mask", "image")),
        (["", "image"], ["steps"], ALL, "blend", "plain", ("second", "image")),
        (["second", "image"], [], ALL, "blend", "plain", ("second", "image")),
        (["", ""], [], [PATCHING], "fine", "patching", ("image", "mask")),  # what asks more goes first
    ],
)
@pytest.mark.usefixtures("modes")
def test_what_is_meant(
    given: list[str],
    parameters: list[str],
    cards: list[ModelCard],
    mode: str,
    model: str,
    names: tuple[str, ...],
) -> None:
    choice = choose(given, parameters, cards)
    assert (choice.mode.name, choice.card.name, choice.names) == (mode, model, names)


@pytest.mark.parametrize(
    ("given", "parameters", "cards", "error", "facts"),
    [
        (["mask"], [], ALL, NoImage, {}),
        (["second"], [], ALL, NoImage, {}),
        (["", "", ""], [], ALL, SurplusImage, {}),
        (["image", "image"], [], ALL, SurplusImage, {}),
        (["sound"], [], ALL, SurplusImage, {}),
        (["image"], ["cfg"], [PLAIN], UnfitModel, {"model": "plain"}),
        (["image"], ["cfg"], [PLAIN, PATCHING], UnfitModel, {"model": ""}),
    ],
)
@pytest.mark.usefixtures("modes")
def test_what_cannot_be_meant(
    given: list[str],
    parameters: list[str],
    cards: list[ModelCard],
    error: type[LukisError],
    facts: dict[str, str],
) -> None:
    with pytest.raises(error) as told:
        choose(given, parameters, cards, cards[0].name if len(cards) == 1 else None)
    assert told.value.facts == facts


def test_words_alone_ignore_what_means_something_to_pictures_only() -> None:
    assert choose([], ["strength"], [PLAIN]).mode.name == "text"


@pytest.mark.usefixtures("modes")
def test_inputs_come_once_and_in_the_order_of_the_modes() -> None:
    assert (list(all_inputs()), most_plain()) == (["image", "mask", "other", "like", "second"], 2)


def test_a_picture_that_may_be_anything_is_never_a_mask_and_takes_no_other_ones_place() -> None:
    """Two photos, or one in reply to another: the first counts. A mask is what is called one."""
    assert of_use(["", "image"]) == [0]
    assert of_use(["", "", "mask"]) == [0, 2]
    assert of_use(["mask", "image"]) == [0, 1]
    with pytest.raises(SurplusImage):
        choose(["", "image"], [], [PLAIN])
    assert choose(["mask", ""], [], [PLAIN]).names == ("mask", "image")
