"""What a picture to start from says of itself."""

from __future__ import annotations

import io

from PIL import Image

from engine.api.cards import ModelCard
from engine.api.parameters import Ratio, Size
from engine.api.recipe import Shape


def shape_of(picture: bytes, maker: str | None, card: ModelCard) -> Shape:
    """The shape to keep of a picture that was taken in or made by us. Nothing of it is decoded.

    Args:
        picture: its file.
        maker: the model that made it, None where that is not known: another model's sizes need not suit this one.
        card: the model that draws now.
    """
    with Image.open(io.BytesIO(picture)) as image:
        size = Size(*image.size)
    return size if maker == card.name else Ratio(*size)
