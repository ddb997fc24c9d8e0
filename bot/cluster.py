"""How many machines draw together, as whoever runs Lukis may choose."""

from __future__ import annotations

import re
import socket
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from bot.environment import Group
from bot.values import Folder

_PORT = 6379
"""A head's, where none is named."""


def _engine(value: str) -> str:
    found = re.fullmatch(r"ray://([\w.-]+)(?::(\d{1,5}))?/?", value, re.ASCII)
    if value and not (found and 0 < int(found[2] or _PORT) < 2**16):
        raise ValueError(f"“{value}” is no engine; leave it empty, or write ray://HOST:PORT")
    return found[1] + ":" + (found[2] or str(_PORT)) if found else ""


def _name(value: str) -> str:
    if value and not re.fullmatch(r"[\w.-]{1,40}", value, re.ASCII):
        raise ValueError(f"“{value}” is no name; letters, digits, dots and dashes make one, 40 at most")
    return value


class ClusterOptions(Group):
    """A cluster's machines find and trust each other by these."""

    head: Annotated[str, AfterValidator(_engine)] = Field(
        "",
        validation_alias="engine",
        description="What draws: a cluster's head, as ray://HOST:PORT (docs/cluster.md). Empty: this machine.",
    )
    network: str = Field(
        "",
        validation_alias="cluster_network",
        description="The private network that a cluster is in: an interface (tailscale0) or a range (10.0.0.0/8).",
    )
    firewalled: bool = Field(
        False,
        validation_alias="cluster_firewalled",
        description="A firewall keeps strangers from this machine, though it has a public address.",
    )
    name: Annotated[str, AfterValidator(_name)] = Field(
        "",
        validation_alias="cluster_name",
        description="What this machine is called in a cluster. Empty: its host name.",
    )
    key_file: Folder | None = Field(
        None,
        validation_alias="cluster_key",
        description="The file of the key that all machines of a cluster have. Empty: cluster/key in DATA_DIR.",
    )
    tls: Folder | None = Field(
        None,
        validation_alias="cluster_tls",
        description="A folder with tls.crt, tls.key and ca.crt: then all that a cluster's machines say is encrypted.",
    )
    most: int = Field(
        0,
        ge=0,
        le=10_000,
        validation_alias="cluster_most",
        description="Devices that Ray's autoscaler may be asked for (docs/cluster.md). 0: it is not asked.",
    )
    least: int = Field(
        0,
        ge=0,
        le=10_000,
        validation_alias="cluster_least",
        description="With CLUSTER_MOST: devices that a cluster always has.",
    )

    @field_validator("least")
    @classmethod
    def _no_more_than_the_most(cls, least: int, told: ValidationInfo) -> int:
        if least > (most := told.data.get("most", least)):
            raise ValueError(f"{least} is more than CLUSTER_MOST, which is {most}")
        return least

    @property
    def called(self) -> str:
        """This machine's name."""
        return self.name or socket.gethostname()

    def root(self, data: Path) -> Path:
        """Where this machine keeps what it needs in a cluster."""
        return data / "cluster"

    def key(self, data: Path) -> Path:
        """Where the key is."""
        return self.key_file or self.root(data) / "key"
