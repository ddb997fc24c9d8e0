"""Text as UTF-8 can carry it: programs that cut text or take bytes for it leave halves of characters, surrogates."""

from __future__ import annotations


def sound(text: str) -> str:
    """Words: halves of a character are joined where both are there, else left out."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def spelt(name: str) -> str:
    """A name that has to stay another one than all others: halves of a character are spelt out in it."""
    return name if name.isascii() else name.encode("utf-8", "backslashreplace").decode("utf-8")
