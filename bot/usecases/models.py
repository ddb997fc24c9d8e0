"""What is said of the models there are, and of what lies among them and can't draw."""

from __future__ import annotations

from collections.abc import Sequence

from bot.locales import Say
from bot.usecases.cards import error_text
from engine.api.cards import ModelCard, PassedOver
from engine.api.errors import BadModel

MOST_PASSED_OVER = 12
"""Files that can't draw that a chat names to an admin."""


def models_text(say: Say, models: Sequence[ModelCard]) -> str:
    """The models, the default first, and how to choose one."""
    lines = [say("models-line", name=m.name, title=m.description or m.title or m.name) for m in models]
    return "\n".join([say("models-title"), *lines, "", say("models-how", name=models[0].name)])


def passed_over_text(say: Say, files: Sequence[PassedOver]) -> str:
    """The first of them with their reasons, and how many more there are."""
    told = passed_over(say, files[:MOST_PASSED_OVER])
    if more := len(files) - len(told):
        told.append(say("models-passed-over-more", count=more, command="lukis doctor"))
    return "\n".join([say("models-passed-over"), *told])


def passed_over(say: Say, files: Sequence[PassedOver]) -> list[str]:
    """A line for each: the sentence that people hear, and what exactly is wrong, as the log says it."""
    return [
        say(
            "models-passed-over-line",
            why=error_text(say, BadModel.code, {"model": each.file, "fault": each.fault or ""}),
            reason=each.reason,
        )
        for each in files
    ]
