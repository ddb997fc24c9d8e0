"""What leads a picture besides words: the kinds of ControlNets, how people ask for them, and which one is meant."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from engine.api.errors import BadModel, UnknownChoice
from engine.api.names import ControlNet, find
from engine.api.values import LANES, Words

MOST = 4
"""ControlNets that may lead a picture at once; each costs about 0.4 of what drawing itself does."""

COST = 0.4
"""What one takes of a model call, as a share of what the model takes."""

TRACED = ("canny", "lineart", "softedge", "scribble")
"""Kinds whose maps are lines, which can be traced in any picture."""

KINDS: Mapping[str, re.Pattern[str]] = {
    kind: re.compile(rf"(?:\A|[^a-z])(?:{words})(?:\Z|[^a-z])")
    for kind, words in {
        "canny": "canny",
        "lineart": "line-?art|lineart-?anime|line|mlsd",
        "softedge": "soft-?edge|hed|pidi|pidinet",
        "scribble": "scribbles?|sketch|fake-?scribble|user-?sketch",
        "depth": "depth|midas|zoe|zoedepth",
        "normal": "normal|normalbae|normalmap|bae",
        "pose": "pose|open-?pose|dw-?pose",
        "seg": "seg|segmentation",
        "tile": "tile",
        "inpaint": "inpaint",
        "qr": "qr|qrcode|qrpattern|brightness",
    }.items()
}
"""Kinds, and the words in files' names that tell them."""

CONTROL = Words(
    ("--control", "--controlnet"),
    "names",
    "Control",
    "In reply to a picture or with one: what of it is kept while all else is painted anew. canny, lineart, softedge "
    "and scribble keep its lines, depth its space, pose its bodies. Several with commas between them.",
    "canny",
    rare=True,
    families=LANES,
)
"""How people name them."""

WEIGHT = Words(
    ("--control-weight",),
    "number",
    "Control weight",
    "How strictly the picture given is followed: 0 is not at all, 1 as the network was taught to.",
    "0.7",
    rare=True,
    families=LANES,
)

START = Words(
    ("--control-start",),
    "number",
    "Control from",
    "When the picture given begins to be followed: 0 from the first step, 0.5 from the middle of the drawing.",
    "0.2",
    rare=True,
    families=LANES,
)

END = Words(
    ("--control-end",),
    "number",
    "Control until",
    "When the picture given stops being followed: 1 with the last step, 0.5 in the middle of the drawing.",
    "0.6",
    rare=True,
    families=LANES,
)

RAW = Words(
    ("--control-raw",),
    "switch",
    "Finished map",
    "The picture given is already what the network takes, such as white lines on black: nothing is traced in it.",
    rare=True,
    families=LANES,
)

SHOWN = Words(
    ("--show-map",),
    "switch",
    "Show the map",
    "Shows what is taken from the picture given, instead of painting with it.",
    rare=True,
    families=LANES,
)

USUAL = "canny"
"""What is taken from a picture where nobody says what."""


def led(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values of these parameters without those that nobody set, so that a recipe's or a form's own defaults stand."""
    return {name: value for name, value in values.items() if value not in (None, ())}


def kept(values: Mapping[str, Any]) -> dict[str, Any]:
    """The same for a recipe of a mode that has them; where something is led, by what is usual if nobody says."""
    return ({"control": (USUAL,)} if "control" in values else {}) | led(values)


class Draws(Protocol):
    """A model, as far as it matters here."""

    @property
    def name(self) -> str:
        """Its short name."""
        ...

    @property
    def context(self) -> int:
        """Width of the texts that it reads; 0 where that is not known."""
        ...


def fits(net: ControlNet, model: Draws) -> bool:
    """Whether a network was made for models of that kind, as far as its header tells."""
    return net.context in (0, model.context) or not model.context


FOLLOWERS = ("scribble", "lineart", "softedge", "canny")
"""Kinds that follow a drawing's lines, the best at it first."""


def follower(nets: Sequence[ControlNet], card: Draws) -> str:
    """The kind of network that follows drawings for a model; "" where there is none."""
    kinds = {net.kind for net in nets if not net.reason and fits(net, card)}
    return next((kind for kind in FOLLOWERS if kind in kinds), "")


def kind_of(name: str) -> str:
    """The kind that a name tells: `control_v11p_sd15_canny` is `canny`; "" for none."""
    plain = re.sub(r"[\s_.]+", "-", name.lower())
    return next((kind for kind, words in KINDS.items() if words.search(plain)), "")


def meant(nets: Sequence[ControlNet], asked: str, card: Draws) -> ControlNet:
    """The network that somebody means by its name, or the model's first one of a kind.

    Raises:
        UnknownChoice: there is none of that name or kind.
        BadModel: it can't be used, or was made for models of another family.
    """
    named = find(nets, asked, formerly=True)
    of_kind = [net for net in nets if net.kind and net.kind == kind_of(asked)]
    found = [named] if named else sorted(of_kind, key=lambda net: (bool(net.reason), not fits(net, card)))
    if not found:
        usable = [net for net in nets if not net.reason and fits(net, card)]
        choices = list(
            dict.fromkeys([*(net.kind for net in usable if net.kind), *(net.name for net in usable)])
        )
        raise UnknownChoice.among(choices, CONTROL.flags[0], asked)
    net = found[0]
    if net.reason:
        raise BadModel(model=net.name, fault=net.fault, reason=net.reason)
    if not fits(net, card):
        raise BadModel(model=net.name, fault="unlike", reason=f"it was not made for {card.name}")
    return net
