"""Every setting, once: read from the environment and `.env`; `.env.example` is written from it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import (
    Field,
    SecretStr,
    ValidationError,
    model_validator,
)

from bot.cluster import ClusterOptions
from bot.connections import DiscordSettings, TelegramSettings, WebSettings
from bot.environment import (
    BadLine,
    BadName,
    Group,
    NoFile,
    grouped,
    read_environment,
    variables,
)
from bot.keeping import KeepingOptions
from bot.logs import Form
from bot.pictures.options import PictureOptions
from bot.safety import SafetyOptions
from bot.telling import TellingOptions
from bot.translation.options import TranslationOptions
from bot.values import Devices, Folder, Ids, Language, Url
from bot.watching.options import WatchOptions


class BadSetting(Exception):
    """A setting that can't be used: the message names it and says why. The program exits with code 2."""


class AccessSettings(Group):
    """Who may draw, and how much at once."""

    who: Literal["open", "allowlist"] = Field(
        "open",
        validation_alias="access",
        description="Who may draw: open (anyone who finds the bot) or allowlist.",
    )
    allowed: Ids = Field(
        (), description="With ACCESS=allowlist: people, chats and servers, such as telegram:123, discord:456."
    )
    admins: Ids = Field(
        (), description="People who may delete and cancel what others made, such as telegram:123."
    )
    max_waiting_jobs: int = Field(
        5, ge=1, le=100, description="Jobs that one person may have waiting or running."
    )
    quotas: Folder = Field(
        Path("quotas.toml"),
        description="A file that says who may ask for how much (docs/quotas.md). Where there is none, all may.",
    )

    @model_validator(mode="after")
    def _closed_where_some_are_named(self) -> Self:
        if self.allowed and "who" not in self.model_fields_set:
            raise ValueError(
                "ALLOWED alone keeps nobody out; write ACCESS=allowlist too, or ACCESS=open if anyone may draw"
            )
        return self


class ModelSettings(Group):
    """What draws, and on what."""

    folder: Folder = Field(
        Path("models"),
        validation_alias="models_dir",
        description="Your checkpoints: .safetensors files or diffusers folders.",
    )
    default: str | None = Field(
        None,
        validation_alias="model",
        description="The model to draw with by default: a name in MODELS_DIR, or a hub repository (owner/name).",
    )
    token: SecretStr | None = Field(
        None,
        validation_alias="hf_token",
        description="A hub's token, for models that are gated or private there.",
    )
    hub: Url | None = Field(
        None,
        validation_alias="hf_endpoint",
        description="The hub that models come from, if it is another one, such as a mirror.",
    )
    devices: Devices = Field(
        (), description="Devices to draw on, such as cuda:0,cuda:1. Empty: all GPUs, else the CPU."
    )
    memory_budget_gb: float | None = Field(
        None,
        gt=0,
        le=1_000_000,
        description="Memory for models on each device, in gigabytes. Empty: what is free.",
    )

    def hand_on(self) -> None:
        """Puts into the environment what the hub's own library reads there; it is imported later."""
        told = {"HF_TOKEN": self.token and self.token.get_secret_value(), "HF_ENDPOINT": self.hub}
        os.environ.update({name: value for name, value in told.items() if value})


class Settings(Group):
    """What whoever runs Lukis may choose."""

    telegram: TelegramSettings = TelegramSettings()
    discord: DiscordSettings = DiscordSettings()
    web: WebSettings = WebSettings()
    access: AccessSettings = AccessSettings()
    pictures: PictureOptions = PictureOptions()
    telling: TellingOptions = TellingOptions()
    safety: SafetyOptions = SafetyOptions()
    moderation_dir: Folder = Field(
        Path("moderation"),
        description="Lists of words for all chats: block.txt, spoiler.txt, report.txt and allow.txt, a line each.",
    )
    styles_dir: Folder = Field(
        Path("styles"),
        description="Your own styles: .json files, or a web UI's styles.csv (docs/styles.md).",
    )
    samples: bool = Field(
        True,
        description="Whether pictures of what styles and models look like are drawn while nobody asks for any.",
    )
    data_dir: Folder = Field(Path("data"), description="Where the database and the pictures are kept.")
    min_free_mb: int = Field(
        200,
        ge=0,
        le=1_000_000_000,
        description="With fewer megabytes free in DATA_DIR nothing new is taken; what was taken has that space.",
    )
    keeping: KeepingOptions = KeepingOptions()
    models: ModelSettings = ModelSettings()
    watch: WatchOptions = WatchOptions()
    cluster: ClusterOptions = ClusterOptions()
    translation: TranslationOptions = TranslationOptions()
    language: Language = Field(
        "en", description="The language Lukis speaks where it does not know the person's."
    )
    shutdown_grace: float = Field(
        4.0,
        ge=0,
        le=600,
        description="Seconds that running pictures get to finish when the program is stopped; "
        "it ends 3 s later at most. Containers often kill after 10.",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="How much the log says."
    )
    log_format: Form = Field(
        "text",
        description="How the log is written: text, or json, an object a line for programs that collect logs.",
    )

    @property
    def page(self) -> str:
        """Where the local page is to be found."""
        return page_address(self.web.host, self.web.port)

    @classmethod
    def read(cls, env_file: str | Path | None = ".env", **chosen: Any) -> Settings:
        """The settings, `chosen` ones (by their names in the environment, `web_port`) over those of the environment.

        Raises:
            BadSetting: one of them can't be used.
            TypeError: there is no setting of a chosen name.
        """
        known = [name for name, _ in variables(cls)]
        if unknown := set(chosen).difference(known):
            raise TypeError(f"no such setting: {', '.join(sorted(unknown))}")
        try:
            settings = cls.model_validate(grouped(cls, read_environment(env_file, known) | chosen))
            settings.models.hand_on()
            return settings
        except BadLine as error:
            raise BadSetting(f"{env_file}: line {error.number} can't be read; is a quote missing?") from None
        except BadName as error:
            raise BadSetting(
                f"{env_file}: there is no setting {error.name}; did you mean {error.meant.upper()}?"
            ) from None
        except UnicodeError:
            raise BadSetting(f"{env_file}: it is not UTF-8 text; save it as UTF-8.") from None
        except NoFile:
            raise BadSetting(
                f"{env_file}: it is no file. Write one, or take it away: then everything has its default."
            ) from None
        except OSError as error:
            raise BadSetting(f"{env_file}: it can't be read: {error.strerror}.") from None
        except ValidationError as error:
            raise BadSetting("\n".join(_sentence(e["loc"], e["msg"]) for e in error.errors())) from None

    def tokens(self) -> dict[str, SecretStr | None]:
        """The token of each platform that needs one, by the platform's title; None where it is not set."""
        return {"Telegram": self.telegram.token, "Discord": self.discord.token}

    def secrets(self) -> list[str]:
        """What must never show in a log."""
        return list(_secrets(self))


def page_address(host: str, port: int) -> str:
    """How a browser on this machine reaches the page that listens there."""
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{shown}:{port}/"


def _secrets(group: Group) -> Iterator[str]:
    for _, value in group:
        if isinstance(value, Group):
            yield from _secrets(value)
        elif isinstance(value, SecretStr) and value:
            yield value.get_secret_value()


def _sentence(where: tuple[int | str, ...], why: str) -> str:
    variable = [step for step in where if isinstance(step, str)][-1]
    why = why.removeprefix("Value error, ")
    return f"{variable.upper()}: {why[0].lower() if why[1:2].islower() else why[0]}{why[1:]}."


def _default(value: Any) -> str:
    if value is None or value == () or isinstance(value, SecretStr):
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return ",".join(value) if isinstance(value, tuple) else str(value)


def example() -> str:
    """The text of `.env.example`: every setting with its purpose and default."""
    lines = ["# Copy to .env and fill in what you need; everything has a default.\n"]
    for name, field in variables(Settings):
        lines.append(f"# {field.description}\n# {name.upper()}={_default(field.default)}".rstrip() + "\n")
    return "\n".join(lines)
