"""Every setting, once: read from the environment and `.env`; `.env.example` is written from it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

Names = Annotated[tuple[str, ...], NoDecode]
"""Written with commas: `a,b,c`."""


class BadSetting(Exception):
    """A setting that can't be used: the message names it and says why. The program exits with code 2."""


class Settings(BaseSettings):
    """What whoever runs Lukis may choose."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True)

    telegram_token: SecretStr | None = Field(
        None, description="Telegram: the token that @BotFather gives you."
    )
    telegram_api_url: str | None = Field(
        None, description="A self-hosted Telegram Bot API server, if you run one."
    )
    discord_token: SecretStr | None = Field(None, description="Discord: the bot token of your application.")
    discord_api_url: str | None = Field(None, description="A proxy for Discord's API, if you run one.")
    web: bool = Field(True, description="Serve the local page.")
    web_host: str = Field(
        "127.0.0.1",
        description="Where the page listens. Anyone who reaches it may draw: keep it local, or guard it.",
    )
    web_port: int = Field(8017, ge=0, le=65535, description="The page's port.")
    web_names: Names = Field(
        (),
        description="Names that lead to the page besides localhost, such as paint.example.org behind a proxy.",
    )

    access: Literal["open", "allowlist"] = Field(
        "open", description="Who may draw: open (anyone who finds the bot) or allowlist."
    )
    allowed: Names = Field(
        (), description="With ACCESS=allowlist: people, chats and servers, such as telegram:123, discord:456."
    )
    admins: Names = Field((), description="People who may do anything, such as telegram:123.")
    max_waiting_jobs: int = Field(
        5, ge=1, le=100, description="Jobs that one person may have waiting or running."
    )
    max_upload_mb: int = Field(
        20, ge=1, le=200, description="Largest picture that a person may send, in megabytes."
    )
    max_upload_megapixels: int = Field(
        50, ge=1, le=500, description="Largest picture by its pixels, in millions."
    )

    data_dir: Path = Field(Path("data"), description="Where the database and the pictures are kept.")
    models_dir: Path = Field(
        Path("models"), description="Your checkpoints: .safetensors files or diffusers folders."
    )
    model: str | None = Field(
        None,
        description="The model to draw with by default: a name in MODELS_DIR, or a hub repository (owner/name).",
    )
    devices: Names = Field(
        (), description="Devices to draw on, such as cuda:0,cuda:1. Empty: all GPUs, else the CPU."
    )
    memory_budget_gb: float | None = Field(
        None, gt=0, description="Memory for models on each device, in gigabytes. Empty: what is free."
    )

    translators: Names = Field(
        ("google", "mymemory", "glossary"),
        description="Who translates prompts, in this order; glossary needs no network.",
    )
    translation_timeout: float = Field(6.0, gt=0, le=60, description="Seconds that each translator may take.")
    translation_local_only: bool = Field(
        False, description="Privacy: no prompt leaves this machine or its network for translation."
    )
    translation_cache_size: int = Field(50_000, ge=0, description="Translations that are remembered.")
    translation_model: str = Field(
        "", description="For the translator model: folder or hub name of a Marian, M2M100 or NLLB model."
    )
    translation_device: str = Field("cpu", description="Where that model runs: cpu, cuda, cuda:1.")
    libretranslate_url: str = Field("", description="For the translator libretranslate: your server.")
    libretranslate_api_key: SecretStr = Field(SecretStr(""), description="Its key, if it asks for one.")
    apertium_url: str = Field("", description="For the translator apertium: your APy server.")
    deepl_api_key: SecretStr = Field(SecretStr(""), description="For the translator deepl.")
    microsoft_api_key: SecretStr = Field(SecretStr(""), description="For the translator microsoft.")
    microsoft_region: str = Field("", description="The region of that key.")
    papago_client_id: str = Field("", description="For the translator papago.")
    papago_client_secret: SecretStr = Field(SecretStr(""), description="The secret of that id.")
    yandex_api_key: SecretStr = Field(SecretStr(""), description="For the translator yandex.")
    yandex_folder_id: str = Field("", description="The folder of that key.")
    mymemory_email: str = Field(
        "", description="For the translator mymemory: raises its daily limit tenfold."
    )
    language: str = Field("en", description="The language Lukis speaks where it does not know the person's.")
    shutdown_grace: float = Field(
        8.0,
        ge=0,
        le=600,
        description="Seconds that running pictures get to finish when the program is stopped.",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="How much the log says."
    )

    @field_validator("allowed", "admins", "devices", "translators", "web_names", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        return tuple(v.strip() for v in value.split(",") if v.strip()) if isinstance(value, str) else value

    @classmethod
    def read(cls, **chosen: Any) -> Settings:
        """The settings, `chosen` ones over those of the environment.

        Raises:
            BadSetting: one of them can't be used.
        """
        try:
            return cls(**chosen)
        except ValidationError as error:
            raise BadSetting("\n".join(_sentence(e["loc"], e["msg"]) for e in error.errors())) from None

    def secrets(self) -> list[str]:
        """What must never show in a log."""
        values = (getattr(self, name) for name in type(self).model_fields)
        return [v.get_secret_value() for v in values if isinstance(v, SecretStr) and v]


def _sentence(where: tuple[int | str, ...], why: str) -> str:
    return f"{str(where[0]).upper() if where else 'settings'}: {why[0].lower()}{why[1:]}."


def _default(value: Any) -> str:
    if value is None or value == () or isinstance(value, SecretStr):
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return ",".join(value) if isinstance(value, tuple) else str(value)


def example() -> str:
    """The text of `.env.example`: every setting with its purpose and default."""
    lines = ["# Copy to .env and fill in what you need; everything has a default.\n"]
    for name, field in Settings.model_fields.items():
        lines.append(f"# {field.description}\n# {name.upper()}={_default(field.default)}".rstrip() + "\n")
    return "\n".join(lines)
