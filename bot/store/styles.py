"""Styles that people have kept for themselves."""

from __future__ import annotations

from bot.store.cells import UNREADABLE, unreadable
from bot.store.db import Database
from bot.styles.file import StyleFile

MOST_OWN = 50
"""Styles that one person may keep."""

_KEEP = (
    "INSERT INTO styles (person, name, said) SELECT ?, ?, ? WHERE EXISTS"
    " (SELECT 1 FROM styles WHERE person = ? AND name = ?) OR (SELECT count(*) FROM styles WHERE person = ?) < ?"
    " ON CONFLICT (person, name) DO UPDATE SET said = excluded.said"
)


class StyleStore:
    """The table of people's own styles."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def own(self, person: str) -> list[StyleFile]:
        """All of a person's, by their names."""
        rows = await self._db.rows("SELECT name, said FROM styles WHERE person = ? ORDER BY name", person)
        return [each for row in rows if (each := _read(person, row["said"]))]

    async def keep(self, person: str, style: StyleFile) -> bool:
        """Keeps one, in place of one of that name; False where the person has as many as they may."""
        said = style.model_dump_json(exclude_defaults=True)
        values = person, style.name, said, person, style.name, person, MOST_OWN
        return await self._db.write(_KEEP, *values) > 0

    async def drop(self, person: str, name: str) -> bool:
        """Forgets one; False where there is none of that name."""
        return await self._db.write("DELETE FROM styles WHERE person = ? AND name = ?", person, name) > 0


def _read(person: str, said: object) -> StyleFile | None:
    """A style; None where the row can't be read."""
    try:
        return StyleFile.model_validate_json(said)  # type: ignore[arg-type]
    except UNREADABLE:
        unreadable("styles", person, "said")
        return None
