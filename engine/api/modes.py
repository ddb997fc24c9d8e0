"""Every mode of making a picture, once: what it takes, which parameters are its own, what it asks of a model.

A row here and a file in `engine.modes` are all of a mode. Whoever reads what people send, shows what they can
choose, or checks a job asks the row and never which mode it is.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.api.errors import NoImage, PictureNeeded, SurplusImage, UnfitModel
from engine.api.likes import LIKES

if TYPE_CHECKING:  # the command line asks for the inputs before anything heavy is loaded
    from engine.api.cards import ModelCard


@dataclass(frozen=True)
class Input:
    """A picture that a mode takes.

    Attributes:
        name: the same for all modes that mean the same by it; names its option, field and flag.
        label: in English. Words in other languages lie in the locale files, as `input-<name>`.
        help: one English sentence about it; in other languages `input-<name>-help`.
        required: whether the mode can't do without it.
        plain: whether any picture may be it; a mask is drawn to be one.
        rare: whether only a command of its own offers it.
    """

    name: str
    label: str
    help: str
    required: bool = True
    plain: bool = True
    rare: bool = False


@dataclass(frozen=True)
class Mode:
    """A way of making a picture.

    Attributes:
        name: names the file in `engine.modes`.
        inputs: the pictures that it takes, in the order in which people think of them.
        parameters: those that mean something in some modes alone, this one among them.
        asks: abilities that a model must have for it (`ModelCard.abilities`).
        topic: the page of the guide that tells about it.
        strength: how far it leaves the picture where nobody says; None for what the model's card says.
        stepwise: whether it has a say in every step, so that no model can do it that draws one picture a call.
        enlarges: whether its pictures are larger than those that it is given, by the parameter `upscale`.
        calls: those of its parameters that ask for it, of the very picture that is at hand, however that was made.
        instructed: whether its words say what to do with the picture, and not what it shows when that is done.
        leads: the mode that draws once a person has seen what this one finds, a mask; "" where it draws itself.
    """

    name: str
    inputs: tuple[Input, ...] = ()
    parameters: frozenset[str] = frozenset()
    asks: frozenset[str] = frozenset()
    topic: str = ""
    strength: float | None = None
    stepwise: bool = False
    enlarges: bool = False
    calls: frozenset[str] = frozenset()
    instructed: bool = False
    leads: str = ""

    def fits(self, card: ModelCard) -> bool:
        """Whether a model can do it."""
        able = card.needs <= self.asks <= {card.variant, *card.abilities}
        return able and not (self.stepwise and card.one_call)

    def check_fit(self, card: ModelCard) -> None:
        """Raises UnfitModel where a model can't do it, or PictureNeeded where it could with a picture."""
        if not self.fits(card):
            raise (
                PictureNeeded(model=card.name)
                if card.needs and not self.inputs
                else UnfitModel(model=card.name)
            )

    def check(self, given: Collection[str]) -> None:
        """Raises NoImage or SurplusImage where these inputs are not those that it takes."""
        self.named([*given])

    def named(self, given: Sequence[str]) -> tuple[str, ...]:
        """What each of these inputs is to this mode: those without a name ("") are its next plain ones, in its order.

        Raises:
            NoImage: it needs another one.
            SurplusImage: it does not take all of them.
        """
        takes = [i.name for i in self.inputs]
        free = iter([i.name for i in self.inputs if i.plain and i.name not in given])
        names = tuple(name or next(free, "") for name in given)
        if not set(names) <= set(takes) or len(set(names)) < len(names):
            raise SurplusImage()
        if not {i.name for i in self.inputs if i.required} <= set(names):
            raise NoImage()
        return names


REPLIED = "image"
"""The input that a picture is when somebody replies to it."""

MASK = "mask"
"""The input that says what of the picture is painted anew: white where it is, black where it stays."""

END = "end"
"""The input that a morph between two pictures ends at."""

OTHER = "other"
"""The input that all but the first of several ControlNets see, where they are not to see the same."""
LIKE = "like"
"""The input that a picture is drawn like, besides its words."""

_PICTURE = Input(REPLIED, "Picture", "A picture to start from: your words change it")
_END = Input(
    END,
    "Last picture",
    "With --frames: the picture that the first one turns into",
    required=False,
    plain=False,
    rare=True,
)
_OTHER = Input(
    OTHER,
    "Other picture",
    "With --control of several kinds: the picture that all but the first are taken from",
    required=False,
    plain=False,
    rare=True,
)
_MASK = Input(MASK, "Mask", "White where the picture is painted anew, black where it stays", plain=False)
_LIKE = Input(
    LIKE,
    "Like",
    "A picture that yours is to be like: its style and its things; your words say what is drawn",
    plain=False,
)
CONTROLS = frozenset({"control", "control_weight", "control_start", "control_end", "control_raw", "show_map"})
"""Parameters of what leads a picture besides words."""

MORPHS = frozenset({"frames", "place"})
"""Parameters that ask for a morph."""

MODES: Mapping[str, Mode] = {
    m.name: m
    for m in (
        Mode("text"),
        Mode("image", (_PICTURE,), frozenset({"strength"}), topic="strength"),
        Mode(
            "edit",
            (_PICTURE,),
            frozenset({"image_cfg"}),
            asks=frozenset({"editing"}),
            topic="editing",
            instructed=True,
        ),
        Mode(
            "inpaint",
            (_PICTURE, _MASK),
            frozenset({"strength", "only", "region"}),
            topic="inpainting",
            strength=1.0,
            stepwise=True,
        ),
        Mode(
            "find",
            (_PICTURE,),
            frozenset({"strength", "only"}),
            topic="inpainting",
            strength=1.0,
            stepwise=True,
            calls=frozenset({"only"}),
            leads="inpaint",
        ),
        Mode(
            "outpaint",
            (_PICTURE,),
            frozenset({"strength", "extend", "zoom"}),
            topic="outpainting",
            strength=1.0,
            stepwise=True,
            calls=frozenset({"extend", "zoom"}),
        ),
        Mode(
            "upscale",
            (_PICTURE,),
            frozenset({"strength", "upscale", "upscaler", "noise_level"}),
            topic="upscaling",
            enlarges=True,
            calls=frozenset({"upscale", "upscaler"}),
        ),
        Mode(
            "depth",
            (_PICTURE,),
            frozenset({"strength", "depth", "show_map"}),
            asks=frozenset({"depth"}),
            topic="depth",
            strength=0.8,
            calls=frozenset({"depth"}),
        ),
        Mode(
            "control",
            (_PICTURE, _OTHER),
            frozenset({"strength", *CONTROLS}),
            topic="controlnet",
            strength=1.0,
            stepwise=True,
            calls=frozenset({"control"}),
        ),
        Mode("like", (_LIKE,), LIKES, topic="like", stepwise=True, calls=frozenset({"like"})),
        Mode(
            "restyle",
            (_PICTURE, _LIKE),
            LIKES | {"strength"},
            topic="like",
            stepwise=True,
            calls=frozenset({"like"}),
        ),
        Mode(
            "morph",
            parameters=MORPHS,
            topic="interpolation",
            stepwise=True,
            calls=MORPHS,
        ),
        Mode(
            "blend",
            (_PICTURE, _END),
            frozenset({"strength"}) | MORPHS,
            topic="interpolation",
            strength=0.6,
            stepwise=True,
            calls=MORPHS,
        ),
    )
}
"""Every mode by name: `text` draws from words, `image` changes a picture by words, `edit` does with it as it is told,
`inpaint` changes a part of one, which `find` finds, `outpaint` goes on beyond its edges, `upscale` makes it larger,
`depth` keeps its depth, `control` something else of it and both paint all else anew, `like` draws words and `restyle`
changes a picture in the likeness of another one, `morph` goes from one description to another and `blend` from one
picture to another."""

CALLS = frozenset(name for mode in MODES.values() for name in mode.calls)
"""Parameters that ask for a mode."""


def called(parameter: str) -> Mode:
    """The mode that a parameter asks for."""
    return next(mode for mode in MODES.values() if parameter in mode.calls)


def all_inputs() -> dict[str, Input]:
    """Every input that any mode takes, by name."""
    return {each.name: each for mode in MODES.values() for each in mode.inputs}


def by_itself(name: str) -> bool:
    """Whether some mode does with that input alone."""
    return any({each.name for each in mode.inputs if each.required} == {name} for mode in MODES.values())


def of_use(purposes: Sequence[str]) -> list[int]:
    """Places of the pictures that are of use: those with a use of their own, and as many others as any mode takes."""
    inputs = all_inputs()
    others = [i for i, name in enumerate(purposes) if name not in inputs or inputs[name].plain]
    return sorted({*range(len(purposes))} - {*others[most_plain() :]})


def most_plain() -> int:
    """How many pictures that may be anything can be of use at a time."""
    return max(sum(each.plain for each in mode.inputs) for mode in MODES.values())
