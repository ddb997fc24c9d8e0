"""What an operator can set about translation."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, Field, SecretStr

LANGUAGES = tuple(
    "en id ms jv ko es ja zh pt ru ar hi fr de it tr vi th nl pl uk sv da no fi cs sk ro hu el he fa ur bn ta "
    "te tl sw ca hr sr bg".split()
)
"""What people write in unless the operator says otherwise; any other script is told by its letters."""


class TranslationOptions(BaseModel):
    """Everything about translation that an operator can set.

    Attributes:
        timeout: seconds that one provider may take for one prompt, its retries included.
        local_only: nothing leaves this machine or its network.
        languages: what a prompt in Latin letters may be written in (BCP 47, without regions).
        cache_size: translations kept; the longest unused go first.
        libretranslate_url, libretranslate_key: a LibreTranslate server, and its key if it asks for one.
        apertium_url: an Apertium APy server.
        translation_model: folder or hub name of a Marian, M2M100 or NLLB model.
        translation_device: where it runs: "cpu", "cuda", "cuda:1".
        deepl_key, microsoft_key, microsoft_region, papago_id, papago_secret, yandex_key, yandex_folder:
            accounts with those services.
        mymemory_email: raises MyMemory's daily limit from 5,000 to 50,000 characters.
        addresses: other addresses than the services' own, by provider name (a proxy).
    """

    model_config = ConfigDict(frozen=True)

    timeout: float = Field(6.0, gt=0, le=60)
    local_only: bool = False
    languages: tuple[str, ...] = LANGUAGES
    cache_size: int = Field(50_000, ge=0)
    libretranslate_url: str = ""
    libretranslate_key: SecretStr = SecretStr("")
    apertium_url: str = ""
    translation_model: str = ""
    translation_device: str = "cpu"
    deepl_key: SecretStr = SecretStr("")
    microsoft_key: SecretStr = SecretStr("")
    microsoft_region: str = ""
    papago_id: str = ""
    papago_secret: SecretStr = SecretStr("")
    yandex_key: SecretStr = SecretStr("")
    yandex_folder: str = ""
    mymemory_email: str = ""
    addresses: Mapping[str, str] = Field(default_factory=dict)
