"""What an operator can set about pictures: those that people send, and those that are made."""

from __future__ import annotations

from pydantic import Field

from bot.environment import Group


class PictureOptions(Group):
    """How large a picture people may send, and what those that are made carry."""

    megabytes: int = Field(
        20,
        ge=1,
        le=200,
        validation_alias="max_upload_mb",
        description="Largest picture that a person may send, in megabytes.",
    )
    megapixels: int = Field(
        50,
        ge=1,
        le=500,
        validation_alias="max_upload_megapixels",
        description="Largest picture by its pixels, in millions. One is read at a time, with up to 16 MB a million.",
    )
    watermark: bool = Field(
        True, description="Mark pictures of 256x256 and more, invisibly, as made by a machine."
    )
    fetch: bool = Field(
        True,
        validation_alias="fetch_pictures",
        description="Fetch pictures from addresses that people write in their prompts, from the open internet only.",
    )
