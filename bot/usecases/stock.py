"""What is asked of those who know the files here."""

from __future__ import annotations

from typing import Protocol


class Stock(Protocol):
    """The models and VAEs that are here, by what pictures' files tell of them."""

    async def model(self, digits: str) -> str | None:
        """The name of the model whose file's hash begins with these hexadecimal digits, as web UIs write it."""
        ...

    async def vae(self, digits: str) -> str | None:
        """The same of a VAE."""
        ...
