"""What pictures can be drawn with, each with a button that puts it into the next prompt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.errors import NotFound
from bot.locales import Say
from bot.messages import Button, Card
from bot.payloads import encode
from bot.usecases.buttons import Rows, in_rows
from engine.api.cards import ModelCard
from engine.api.names import Addon, Addons, ControlNet, IPAdapter, mark

ON_A_PAGE = 8
"""Names under one message: with the rows for turning and going back, what every platform carries."""


@dataclass(frozen=True)
class Thing:
    """Something that a prompt can ask for.

    Attributes:
        name: what people call it.
        asked: how a prompt asks for it.
        triggers: words that call up what it was taught.
        replies: whether it works on a picture that is replied to.
    """

    name: str
    asked: str
    triggers: tuple[str, ...] = ()
    replies: bool = False

    @property
    def written(self) -> str:
        """What goes into a prompt, its words first."""
        return " ".join(filter(None, (", ".join(self.triggers), self.asked)))


Things = Mapping[str, Sequence[Thing]]
"""By their kind, only those kinds of which there are any that can be used."""


def _asked(
    things: Sequence[Addon | ControlNet | IPAdapter], asked: str, replies: bool = False
) -> list[Thing]:
    """Those that can be used."""
    return [Thing(e.name, asked.format(e.name), replies=replies) for e in things if not e.reason]


_KINDS: Mapping[str, Callable[[Sequence[ModelCard], Addons], list[Thing]]] = {
    "models": lambda models, _: [Thing(each.name, f"--model {each.name}") for each in models],
    "loras": lambda _, addons: [
        Thing(e.name, f"<lora:{e.name}:0.8>", e.triggers) for e in addons.loras if not e.reason
    ],
    "embeddings": lambda _, addons: [
        Thing(e.name, e.name if e.bare else f"<emb:{e.name}>") for e in addons.embeddings if not e.reason
    ],
    "hypernets": lambda _, addons: _asked(addons.hypernets, "<hypernet:{}:0.7>"),
    "vaes": lambda _, addons: _asked(addons.vaes, "--vae {}"),
    "controls": lambda _, addons: _asked(addons.controls, "--control {}", replies=True),
    "likes": lambda _, addons: _asked(addons.adapters, "--like --like-by {}", replies=True),
    "upscalers": lambda _, addons: _asked(addons.upscalers, "--upscale 2 --upscaler {}", replies=True),
}
KINDS = tuple(_KINDS)


def things(models: Sequence[ModelCard], addons: Addons) -> Things:
    """All that there are now."""
    named = {kind: told(models, addons) for kind, told in _KINDS.items()}
    return {kind: each for kind, each in named.items() if each}


def kind_buttons(say: Say, there: Things) -> Rows:
    """A button for each kind, which opens it."""
    return in_rows((Button(say(f"beside-{kind}"), encode("beside", kind, 1)) for kind in there), 3)


def list_card(say: Say, there: Things, kind: str, number: int) -> Card:
    """One page of the names of a kind. Raises NotFound where there are none."""
    if kind not in there:
        raise NotFound()
    pages = in_rows(there[kind], ON_A_PAGE)
    number = min(max(number, 1), len(pages))
    names = (
        Button(each.name, encode("put", f"{kind}-{mark(each.name)}"), each.written)
        for each in pages[number - 1]
    )
    turns = (
        *((Button(say("button-newer"), encode("beside", kind, number - 1)),) if number > 1 else ()),
        Button(say("beside-back"), encode("beside")),
        *((Button(say("button-older"), encode("beside", kind, number + 1)),) if number < len(pages) else ()),
    )
    text = say("beside-choose", kind=say(f"beside-{kind}"), number=number, total=len(pages))
    return Card(text=text, buttons=(*in_rows(names, 2), turns), private=True, kind="models")


def ready_card(say: Say, there: Things, target: str) -> Card:
    """The text to copy for one of them. Raises NotFound where it is not there any more."""
    kind, _, marked = target.partition("-")
    thing = next((each for each in there.get(kind, ()) if mark(each.name) == marked), None)
    if thing is None:
        raise NotFound()
    words = say("beside-triggers", words=", ".join(thing.triggers)) if thing.triggers else ""
    command = thing.asked if thing.replies else f"/imagine {say('imagine-example')}, {thing.written}"
    text = say("beside-reply" if thing.replies else "beside-ready")
    return Card(text=text, prompt=command, notes=tuple(filter(None, (words,))), private=True)
