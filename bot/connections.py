"""How people reach Lukis: what there is to set of each platform."""

from __future__ import annotations

from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationInfo, field_validator

from bot.environment import Group
from bot.values import Folder, Host, HostNames, Networks, Proxy, PublicUrl, Sites, Url


class TelegramSettings(Group):
    """How to reach Telegram."""

    token: SecretStr | None = Field(
        None,
        validation_alias="telegram_token",
        description="Telegram: the token that @BotFather gives you.",
    )
    api_url: Url | None = Field(
        None,
        validation_alias="telegram_api_url",
        description="A self-hosted Telegram Bot API server, if you run one.",
    )
    proxy: Proxy | None = Field(
        None,
        validation_alias="telegram_proxy",
        description="A proxy on the way to Telegram: http://name:3128, or socks5://name:1080 (with lukis[socks]). "
        "Empty: HTTPS_PROXY, if that is set.",
    )
    webhook_url: Url | None = Field(
        None,
        validation_alias="telegram_webhook_url",
        description="Where Telegram sends updates, such as https://paint.example.org/telegram, which a proxy passes on "
        "to TELEGRAM_WEBHOOK_PORT. Empty: it is asked for them, which needs no address.",
    )
    webhook_host: Host = Field(
        "127.0.0.1",
        validation_alias="telegram_webhook_host",
        description="Where that port listens.",
    )
    webhook_port: int = Field(
        8019, ge=0, le=65535, validation_alias="telegram_webhook_port", description="The webhook's port."
    )
    webhook_certificate: Folder | None = Field(
        None,
        validation_alias="telegram_webhook_certificate",
        description="The proxy's certificate, where it has signed that itself: a PEM file that Telegram is shown.",
    )

    @field_validator("webhook_url")
    @classmethod
    def _reachable(cls, value: str | None, known: ValidationInfo) -> str | None:
        """What Telegram takes; a Bot API server of one's own takes more."""
        token = known.data.get("token")
        if value and token and token.get_secret_value() in value:
            raise ValueError("it must not hold the token: addresses end up in the logs of proxies")
        if value and not known.data.get("api_url") and not is_for_telegram(value):
            raise ValueError(
                "it must begin with https:// and have port 443, 80, 88 or 8443: Telegram sends nowhere else"
            )
        return value


class DiscordSettings(Group):
    """How to reach Discord."""

    token: SecretStr | None = Field(
        None,
        validation_alias="discord_token",
        description="Discord: the bot token of your application.",
    )
    api_url: Url | None = Field(
        None,
        validation_alias="discord_api_url",
        description="What answers in place of Discord's API, if you run such a thing.",
    )
    proxy: Proxy | None = Field(
        None,
        validation_alias="discord_proxy",
        description="A proxy on the way to Discord: http://name:3128, or socks5://name:1080 (with lukis[socks]). "
        "Empty: HTTPS_PROXY, if that is set.",
    )

    application: str | None = Field(
        None,
        pattern=r"^[0-9]{1,20}$",
        validation_alias="discord_client_id",
        description="Your application's id in Discord's portal: with it, its secret and PUBLIC_URL people sign in to "
        "the page with Discord.",
    )
    secret: SecretStr | None = Field(
        None,
        validation_alias="discord_client_secret",
        description="Its client secret (OAuth2), which is another than the bot's token.",
    )


class WebSettings(Group):
    """The local page."""

    on: bool = Field(True, validation_alias="web", description="Serve the local page.")
    host: Host = Field(
        "127.0.0.1",
        validation_alias="web_host",
        description="Where the page listens. Anyone who reaches it may draw: keep it local, or guard it.",
    )
    port: int = Field(8017, ge=0, le=65535, validation_alias="web_port", description="The page's port.")
    names: HostNames = Field(
        (),
        validation_alias="web_names",
        description="Names that lead to the page besides localhost, such as paint.example.org behind a proxy.",
    )
    public: PublicUrl | None = Field(
        None,
        validation_alias="public_url",
        description="The page's address for people elsewhere, such as https://paint.example.org: it opens in Telegram "
        "then, as whoever opens it. Empty: it is for this machine and those that reach it.",
    )
    proxies: Networks = Field(
        ("127.0.0.1", "::1"),
        validation_alias="trusted_proxies",
        description="Proxies that are believed when they say that somebody came over https (X-Forwarded-Proto).",
    )
    frames: Sites = Field(
        (),
        validation_alias="web_frames",
        description="Sites that may show the page in a frame, such as https://notes.example.org.",
    )
    shared: bool = Field(
        False,
        validation_alias="web_shared",
        description="All who reach the page are one person with one chat: no cookie tells them apart.",
    )


def is_for_telegram(address: str) -> bool:
    """Whether Telegram's own servers would send anything there."""
    parts = urlsplit(address)
    try:
        return parts.scheme == "https" and (parts.port or 443) in (443, 80, 88, 8443)
    except ValueError:
        return False
