"""How long pictures are kept, as whoever runs Lukis may choose."""

from __future__ import annotations

from pydantic import Field

from bot.environment import Group


class KeepingOptions(Group):
    """When pictures are deleted by themselves. Words, seeds and settings stay, so a reroll still works."""

    days: int | None = Field(
        None,
        ge=1,
        le=100_000,
        validation_alias="keep_days",
        description="Pictures are deleted so many days after they were made. Empty: never.",
    )
    budget_gb: float | None = Field(
        None,
        gt=0,
        le=1_000_000,
        validation_alias="disk_budget_gb",
        description="Gigabytes that pictures may take; beyond that the oldest are deleted. Empty: no limit.",
    )

    @property
    def budget(self) -> int | None:
        """The same in bytes."""
        return None if self.budget_gb is None else int(self.budget_gb * 1e9)
