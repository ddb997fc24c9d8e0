"""What is said of the models there are, and of what lies among them and can't draw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.locales import Say
from bot.usecases.choosing import default_away
from bot.usecases.refusals import error_text
from engine.api.cards import ModelCard, PassedOver
from engine.api.errors import BadModel
from engine.api.names import Addon, Addons, Called, ControlNet, IPAdapter, renamed

LONGEST_LIST = 600
"""Characters of a list of names."""

MOST_PASSED_OVER = 12
"""Files that can't draw that a chat names to an admin."""


def models_text(
    say: Say, models: Sequence[ModelCard], addons: Addons, passed_over: Sequence[PassedOver] = ()
) -> str:
    """The models, the default first, and how to choose one; then what prompts may name besides."""
    lines = [say("models-line", name=m.name, title=m.description or m.title or m.name) for m in models]
    told = [say("models-title"), *lines, "", say("models-how", name=models[0].name)]
    if away := default_away(passed_over):
        told.append(say(f"notice-{away.code}", wanted=away.wanted, model=models[0].name))
    if others := [*addons_lines(say, addons), *renamed_lines(say, models, addons)]:
        told += ["", *others]
    return "\n".join(told)


def addons_lines(say: Say, addons: Addons) -> list[str]:
    """A line for each kind of what prompts may name, with how it is written."""
    kinds = {
        "models-loras": [_called(each) for each in addons.loras],
        "models-embeddings": [each.name for each in addons.embeddings if each.bare],
        "models-tagged": [each.name for each in addons.embeddings if not each.bare],
        "models-controls": [each.name for each in addons.controls if not each.reason],
        "models-hypernets": [each.name for each in addons.hypernets if not each.reason],
        "models-vaes": [each.name for each in addons.vaes if not each.reason],
        "models-upscalers": [each.name for each in addons.upscalers if not each.reason],
        "models-adapters": [each.name for each in addons.adapters if not each.reason],
    }
    first = addons.loras[0].name if addons.loras else ""
    lines = [
        say(line, name=first if line == "models-loras" else names[0], names=_listed(names))
        for line, names in kinds.items()
        if names
    ]
    if any(each.triggers for each in addons.loras):
        lines.insert(1, say("models-triggers"))
    return lines


def _called(addon: Addon) -> str:
    """Its name, with the words that call it up."""
    return f"{addon.name} ({', '.join(addon.triggers)})" if addon.triggers else addon.name


def renamed_lines(say: Say, models: Sequence[ModelCard], addons: Addons) -> list[str]:
    """A line for files that are called otherwise than their names would have them, since others are called so."""
    others: list[Called] = [*renamed(models), *renamed(addons.loras), *renamed(addons.embeddings)]
    names = [f"{each.file} → {each.name}" for each in others]
    return [say("models-renamed", names=_listed(names))] if names else []


def _listed(names: Sequence[str]) -> str:
    """As many as fit a message beside the rest."""
    listed = ", ".join(names)
    if len(listed) <= LONGEST_LIST:
        return listed
    return f"{listed[:LONGEST_LIST].rpartition(', ')[0]}, …"


def unusable(addons: Addons) -> tuple[PassedOver, ...]:
    """What lies beside the models that can't be used, and why."""
    there: Mapping[str, Sequence[ControlNet | IPAdapter | Addon]] = {
        "controlnets": addons.controls,
        "ipadapters": addons.adapters,
        "upscalers": addons.upscalers,
        "hypernetworks": addons.hypernets,
        "vae": addons.vaes,
    }
    return tuple(
        PassedOver(each.name, f"{folder}/{each.file}", each.reason, each.fault or "unlike")
        for folder, things in there.items()
        for each in things
        if each.reason
    )


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
