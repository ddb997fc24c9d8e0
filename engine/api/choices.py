"""What a person means by the pictures and parameters that they sent: a mode, and a model that does it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from engine.api.errors import BadRequest, NoImage, SurplusImage, UnfitModel
from engine.api.modes import CALLS, MODES, Mode

if TYPE_CHECKING:
    from engine.api.cards import ModelCard


class Choice(NamedTuple):
    """A mode, the model that does it, and the name of each input that came."""

    mode: Mode
    card: ModelCard
    names: tuple[str, ...]


def choose(
    given: Sequence[str], parameters: Collection[str], cards: Sequence[ModelCard], named: str | None = None
) -> Choice:
    """What a person means by what they sent.

    The mode takes all the pictures that came, gives a meaning to as many of the parameters as any mode does, and
    takes as little besides as can be; pictures without a name are rather any picture than a mask. The first model
    that can do such a thing does it; a mode that asks something of the model goes before one that any model can do.

    Args:
        given: names of the inputs that came; "" for one that may be anything.
        parameters: names of the parameters that the person set.
        cards: the models to choose from, the one to prefer first.
        named: the model that the person named, which is the only one then.

    Raises:
        NoImage, SurplusImage: no mode takes just these pictures, or none that a parameter asks for.
        UnfitModel: none of the models can do it.
        PictureNeeded: the one that was named can't without a picture.
    """
    suitable = _suitable(given)
    meant = max(len(m.parameters.intersection(parameters)) for m, _ in suitable)
    modes = [s for s in suitable if len(s[0].parameters.intersection(parameters)) == meant]
    if CALLS.intersection(parameters) and not any(mode.calls.intersection(parameters) for mode, _ in modes):
        raise SurplusImage() if given else NoImage()
    modes.sort(
        key=lambda s: (len(s[0].inputs), _guessed(s[0], s[1], given), -len(s[0].asks), len(s[0].parameters))
    )
    for card in cards:
        for mode, names in modes:
            if mode.fits(card):
                return Choice(mode, card, names)
    for card in cards if named else ():
        modes[0][0].check_fit(card)
    raise UnfitModel(model=named or "")


def _guessed(mode: Mode, names: Sequence[str], given: Sequence[str]) -> int:
    """How many pictures without a name would be what not any picture is."""
    special = {each.name for each in mode.inputs if not each.plain}
    return sum(name in special for name, before in zip(names, given, strict=True) if not before)


def _suitable(given: Sequence[str]) -> list[tuple[Mode, tuple[str, ...]]]:
    """The modes that take just these inputs, and what each input is to them."""
    suitable, problems = [], list[BadRequest]()
    for mode in MODES.values():
        try:
            suitable.append((mode, mode.named(given)))
        except BadRequest as problem:
            problems.append(problem)
    if not suitable:
        raise next((p for p in problems if isinstance(p, NoImage)), problems[0])
    return suitable
