"""The tables of the documentation, written from the definitions: `python -m tools.docs.reference` prints them."""

from __future__ import annotations

from engine.api.modes import MODES
from engine.api.parameters import PARAMETERS, Parameter
from engine.api.samplers import SAMPLERS

GROUPS = {"soft": "soft and artistic", "varied": "varied", "crisp": "crisp and realistic"}


def flags_table() -> str:
    """Every flag as Markdown."""
    rows = ["| Flag | What it does | Range | Example |", "|---|---|---|---|"]
    for p in PARAMETERS.values():
        flags = ", ".join(f"`{f}`" for f in p.words.flags)
        example = f"`{p.flag} {p.words.example}`" if p.words.example else f"`{p.flag}`"
        about = p.words.help.replace("|", r"\|")
        rows.append(f"| {flags} | {about} | {_range(p)} | {example} |")
    return "\n".join(rows)


def _range(parameter: Parameter) -> str:
    if parameter.least is None or parameter.most is None:
        return ""
    return f"{parameter.least:.10g}–{parameter.most:.10g}"


def modes_table() -> str:
    """Every mode as Markdown."""
    rows = ["| Mode | Pictures | Flags of its own | Asks of a model |", "|---|---|---|---|"]
    for mode in MODES.values():
        pictures = "; ".join(
            f"`{i.name}`: {i.help}" + ("" if i.required else " (optional)") for i in mode.inputs
        )
        flags = ", ".join(f"`{p.flag}`" for p in PARAMETERS.values() if p.name in mode.parameters)
        rows.append(f"| {mode.name} | {pictures} | {flags} | {', '.join(sorted(mode.asks))} |")
    return "\n".join(rows)


def samplers_table() -> str:
    """Every sampler as Markdown."""
    rows = ["| Name | Known as | Pictures | Spacings | Note |", "|---|---|---|---|---|"]
    for s in SAMPLERS:
        spacings = ", ".join(f"`{x}`" for x in s.spacings if x)
        rows.append(f"| `{s.name}` | {s.title} | {GROUPS[s.group]} | {spacings} | {s.note} |")
    return "\n".join(rows)


if __name__ == "__main__":
    print(flags_table(), modes_table(), samplers_table(), sep="\n\n")
