"""Styles as people read of them: in their own words, with no sign that only files have."""

from __future__ import annotations

from bot.locales import Say
from bot.styles.folder import shipped
from engine.api.styles import HERE


def titled(say: Say, names: str) -> str:
    """What styles that are worn together are called: those that ship in somebody's language, others by their names."""
    return ", ".join(say(f"style-{each}") if each in shipped() else each for each in names.split(","))


def around(frame: str) -> str:
    """What a style puts around a prompt: "…, watercolor painting"."""
    return frame.replace(HERE, "…")
