"""Who may do what, written down once: `python -m tools.docs.access` writes the table of docs/access.md from it.

The tests hold the program to it, cell by cell. What may be asked for and has no row here fails them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "access.md"

PEOPLE = (
    "its person",
    "its person elsewhere",
    "chat member",
    "chat admin",
    "Lukis admin",
    "Lukis admin elsewhere",
    "somebody elsewhere",
    "same id, other platform",
    "not on the allow-list",
)
"""The columns: what somebody is to a picture and to the chat where it was asked for."""

Cells = tuple[str, ...]


def _cells(
    person: str, elsewhere: str, member: str, admin: str, operator: str, afar: str, others: str
) -> Cells:
    """A row; nobody who is not let in ever gets further than that."""
    return person, elsewhere, member, admin, operator, afar, others, others, "not let in"


SHOWN = _cells("yes", "yes", "yes", "yes", "yes", "not here", "not here")
"""For whoever is shown the picture, and for its person anywhere."""

OWNERS = _cells("yes", "yes", "not theirs", "yes", "yes", "not here", "not here")
"""For its person, and for those in charge where it is shown."""

CHARGE = _cells("not theirs", "not theirs", "not theirs", "yes", "yes", "not here", "not here")
"""For those in charge of the chat that it was asked for in."""

HERE = _cells("yes", "not here", "yes", "yes", "yes", "not here", "not here")
"""For everybody who is where the message is."""

MINE = _cells("yes", "yes", "not theirs", "not theirs", "not theirs", "not theirs", "not theirs")
"""For whoever asked, wherever they are."""

REPLIED = _cells("yes", "not here", "not theirs", "not theirs", "not theirs", "not here", "not here")
"""For whoever asked, where the message is."""

ALL = _cells("yes", "yes", "yes", "yes", "yes", "yes", "yes")
OWN = _cells("own", "own", "own", "own", "own", "own", "own")
ADMINS = _cells("for admins", "for admins", "for admins", "yes", "yes", "yes", "yes")
OPERATORS = _cells("for admins", "for admins", "for admins", "for admins", "yes", "yes", "for admins")

BUTTONS: Mapping[str, Cells] = {
    "reroll": SHOWN,
    "subtle": SHOWN,
    "strong": SHOWN,
    "double": SHOWN,
    "quadruple": SHOWN,
    "left": SHOWN,
    "right": SHOWN,
    "up": SHOWN,
    "down": SHOWN,
    "zoom": SHOWN,
    "square": SHOWN,
    "use": SHOWN,
    "invert": SHOWN,
    "original": SHOWN,
    "show": SHOWN,
    "edit": SHOWN,
    "raw": SHOWN,
    "page": OWNERS,
    "delete": OWNERS,
    "undo": OWNERS,
    "cancel": OWNERS,
    "star": SHOWN,
    "turn": REPLIED,
    "report": SHOWN,
    "remove": CHARGE,
    "warn": CHARGE,
    "ban": CHARGE,
    "dismiss": CHARGE,
    "remix": SHOWN,
    "form": MINE,
    "fill": MINE,
    "paint": MINE,
    "draw": HERE,
    "anew": REPLIED,
    "beside": ALL,
    "put": ALL,
    "styles": ALL,
    "wear": ALL,
    "help": ALL,
    "settings": MINE,
    "prefer": MINE,
    "language": ALL,
    "join": ALL,
    "forget": ALL,
}
"""Every action that a payload may name."""

REPLIES: Mapping[str, Cells] = {
    "picture": HERE,
    "page": HERE,
    "list": HERE,
    "original": HERE,
    "edit": HERE,
    "form": REPLIED,
}
"""Words in reply to every kind of message that takes some."""

COMMANDS: Mapping[str, Cells] = {
    "imagine": OWN,
    "upscale": ALL,
    "blend": ALL,
    "describe": ALL,
    "shorten": ALL,
    "expand": ALL,
    "show": OWN,
    "again": OWN,
    "history": OWN,
    "favourites": OWN,
    "morph": ALL,
    "info": ALL,
    "cancel": OWN,
    "models": ALL,
    "style": ALL,
    "settings": ALL,
    "language": ALL,
    "link": ALL,
    "unlink": ALL,
    "export": ALL,
    "forget": ALL,
    "help": ALL,
    "start": ALL,
    "moderate": ADMINS,
}

ORDERS: Mapping[str, Cells] = {
    "test": ADMINS,
    "lists": ADMINS,
    "allow": ADMINS,
    "block": ADMINS,
    "spoiler": ADMINS,
    "report": ADMINS,
    "drop": ADMINS,
    "ban": ADMINS,
    "unban": ADMINS,
    "limit": ADMINS,
    "unlimit": ADMINS,
    "pause": ADMINS,
    "resume": ADMINS,
    "reports": ADMINS,
    "say": ADMINS,
    "stats": ADMINS,
    "log": ADMINS,
    "broadcast": OPERATORS,
    "stop": OPERATORS,
}
"""What may be said after /moderate."""

CHAT = _cells("for admins", "yes", "for admins", "yes", "yes", "yes", "yes")
"""For those in charge of a chat; whoever is alone with Lukis is in charge there."""

CHANGES: Mapping[str, Cells] = {"settings chat": CHAT, "settings chat reset": CHAT}
"""What may be changed for everybody in a chat."""


def may(cells: Cells) -> dict[str, str]:
    """A row by its people."""
    return dict(zip(PEOPLE, cells, strict=True))


def table() -> str:
    """All rows as Markdown."""
    return "\n".join([_line("", *PEOPLE), "|---" * (len(PEOPLE) + 1) + "|", *_rows()])


def _rows() -> Iterator[str]:
    for title, rows in (("Buttons", BUTTONS), ("Replies", REPLIES)):
        yield _line(f"**{title}**", *[""] * len(PEOPLE))
        for what, cells in rows.items():
            named = f"`{what}`" if rows is BUTTONS else f"to {'an' if what[0] in 'aeiou' else 'a'} `{what}`"
            yield _line(named, *cells)
    yield _line("**Commands**", *[""] * len(PEOPLE))
    for what, cells in (
        dict(COMMANDS) | dict(CHANGES) | {f"moderate {order}": cells for order, cells in ORDERS.items()}
    ).items():
        yield _line(f"`/{what}`", *cells)


def _line(*cells: str) -> str:
    return re.sub(" +", " ", f"| {' | '.join(cells)} |")


def written(page: str) -> str:
    """A page with its table anew."""
    return re.sub(r"(?m)^\|(?:.*\n\|)*.*$", lambda _: table(), page, count=1)


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text("utf-8")), "utf-8")
    print(PAGE)
