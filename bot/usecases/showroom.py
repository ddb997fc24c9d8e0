"""What there is to choose from, shown in pictures: styles and models."""

from __future__ import annotations

from collections.abc import Callable

from bot.usecases.answers import Answers
from bot.usecases.model_cards import ModelCards
from bot.usecases.own_styles import OwnStyles
from bot.usecases.reach import Reach
from bot.usecases.resources import Resources
from bot.usecases.samples import Samples
from bot.usecases.styles import StyleCards
from bot.usecases.wardrobe import Wardrobe


class Showroom:
    """Put together.

    Attributes:
        samples: what styles and models look like.
        styles, models: the cards that show them.
    """

    def __init__(
        self,
        given: Resources,
        reach: Reach,
        answers: Answers,
        wardrobe: Wardrobe,
        busy: Callable[[], int],
    ) -> None:
        """`busy` tells how many jobs wait or run."""
        self.samples = Samples(given.engine, wardrobe, given.store.root, busy, given.samples)
        own = OwnStyles(given.store, reach, given.locales, answers)
        self.styles = StyleCards(wardrobe, self.samples, own, answers)
        self.models = ModelCards(given.engine, self.samples)
