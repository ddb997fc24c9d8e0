"""What an operator can set about how Lukis is seen from outside."""

from __future__ import annotations

from pydantic import Field, SecretStr

from bot.environment import Group
from bot.values import Host, Url


class CantListen(Exception):
    """The port can't be had; says why."""


class WatchOptions(Group):
    """Metrics and traces; neither is there unless it is asked for."""

    port: int | None = Field(
        None,
        ge=0,
        le=65535,
        validation_alias="metrics_port",
        description="Serve /metrics for Prometheus, /healthz and /readyz on this port, such as 8018. Empty: none.",
    )
    host: Host = Field(
        "127.0.0.1",
        validation_alias="metrics_host",
        description="Where that port listens. It asks for no password: keep it local, or in a network of your own.",
    )
    traces: Url | None = Field(
        None,
        validation_alias="otel_exporter_otlp_endpoint",
        description="Where the way of each job is sent as an OpenTelemetry trace, such as http://127.0.0.1:4318. "
        "It needs pip install 'lukis[tracing]'.",
    )
    headers: SecretStr | None = Field(
        None,
        validation_alias="otel_exporter_otlp_headers",
        description="What goes with the traces, such as authorization=Bearer%20...",
    )
