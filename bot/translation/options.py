"""What an operator can set about translation, with the names that it has in the environment."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field, SecretStr

from bot.environment import Group, Names
from bot.values import Device

LANGUAGES = tuple(
    "en id ms jv ko es ja zh pt ru ar hi fr de it tr vi th nl pl uk sv da no fi cs sk ro hu el he fa ur bn ta "
    "te tl sw ca hr sr bg".split()
)
"""What people write in unless the operator says otherwise; any other script is told by its letters."""


class TranslationOptions(Group):
    """Everything about translation that can be set.

    Attributes:
        languages: what a prompt in Latin letters may be written in (BCP 47, without regions).
        addresses: other addresses than the services' own, by provider name (a proxy).
    """

    translators: Names = Field(
        ("google", "mymemory", "glossary"),
        description="Who translates prompts, in this order; glossary needs no network.",
    )
    timeout: float = Field(
        6.0,
        gt=0,
        le=60,
        validation_alias="translation_timeout",
        description="Seconds that each translator may take.",
    )
    local_only: bool = Field(
        False,
        validation_alias="translation_local_only",
        description="Privacy: no prompt leaves this machine or its network for translation.",
    )
    cache_size: int = Field(
        50_000,
        ge=0,
        validation_alias="translation_cache_size",
        description="Translations that are remembered.",
    )
    translation_model: str = Field(
        "", description="For the translator model: folder or hub name of a Marian, M2M100 or NLLB model."
    )
    translation_device: Device = Field("cpu", description="Where that model runs: cpu, cuda, cuda:1.")
    libretranslate_url: str = Field("", description="For the translator libretranslate: your server.")
    libretranslate_key: SecretStr = Field(
        SecretStr(""), validation_alias="libretranslate_api_key", description="Its key, if it asks for one."
    )
    apertium_url: str = Field("", description="For the translator apertium: your APy server.")
    deepl_key: SecretStr = Field(
        SecretStr(""), validation_alias="deepl_api_key", description="For the translator deepl."
    )
    microsoft_key: SecretStr = Field(
        SecretStr(""), validation_alias="microsoft_api_key", description="For the translator microsoft."
    )
    microsoft_region: str = Field("", description="The region of that key.")
    papago_id: str = Field("", validation_alias="papago_client_id", description="For the translator papago.")
    papago_secret: SecretStr = Field(
        SecretStr(""), validation_alias="papago_client_secret", description="The secret of that id."
    )
    yandex_key: SecretStr = Field(
        SecretStr(""), validation_alias="yandex_api_key", description="For the translator yandex."
    )
    yandex_folder: str = Field("", validation_alias="yandex_folder_id", description="The folder of that key.")
    mymemory_email: str = Field(
        "", description="For the translator mymemory: raises its daily limit tenfold."
    )
    languages: tuple[str, ...] = LANGUAGES
    addresses: Mapping[str, str] = Field(default_factory=dict)
