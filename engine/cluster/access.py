"""What lets a machine into a cluster: the key that all of them have, and where told their certificates."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from stat import S_IMODE

BY_VALUE = "RAY_AUTH_TOKEN"
"""The variable that has the key itself, where there is no file of it; empty, it has none."""

RECONNECT = 600
"""Seconds that everybody waits for a head that is gone, before they give up; Ray's own 60 are over at once."""

CERTIFICATE, PRIVATE, AUTHORITY = "tls.crt", "tls.key", "ca.crt"
"""The files of a folder of certificates, as Kubernetes names them."""


class BadAccess(Exception):
    """The key or a certificate can't be used; one sentence says why, and what helps."""


@dataclass(frozen=True)
class Credentials:
    """A key, and certificates or none.

    Attributes:
        key: the file of the key, for its owner alone.
        tls: the folder of the certificates; None where what is said is not encrypted.
    """

    key: Path
    tls: Path | None = None

    def make_key(self) -> None:
        """Makes one where there is none yet. Raises OSError where it can't be written."""
        self.key.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            file = os.open(self.key, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        except FileExistsError:
            return
        with os.fdopen(file, "w") as key:
            key.write(secrets.token_hex(32))

    def check(self) -> None:
        """Raises BadAccess where the key or a certificate is missing, or others may read it."""
        if not os.environ.get(BY_VALUE):
            self._check_key()
        if self.tls:
            self._check_tls(self.tls)

    def environment(self) -> Mapping[str, str]:
        """What Ray is told of it; the key itself is in no variable, but its place."""
        told = {
            "RAY_AUTH_MODE": "token",
            "RAY_gcs_rpc_server_reconnect_timeout_s": str(RECONNECT),
            "RAY_USAGE_STATS_ENABLED": "0",
        }
        if not os.environ.get(BY_VALUE):
            told["RAY_AUTH_TOKEN_PATH"] = str(self.key.absolute())
        if self.tls:
            files = {"SERVER_CERT": CERTIFICATE, "SERVER_KEY": PRIVATE, "CA_CERT": AUTHORITY}
            told |= {f"RAY_TLS_{name}": str((self.tls / file).absolute()) for name, file in files.items()}
            told["RAY_USE_TLS"] = "1"
        return told

    def _check_key(self) -> None:
        try:
            mode, size = S_IMODE(self.key.stat().st_mode), self.key.stat().st_size
        except OSError as error:
            raise BadAccess(
                f"CLUSTER_KEY: {self.key}: {error.strerror}. `lukis head` makes it; copy it from there"
            ) from error
        if mode & 0o077:
            raise BadAccess(f"CLUSTER_KEY: others may read {self.key} ({mode:o}): chmod 600 {self.key}")
        if not size:
            raise BadAccess(f"CLUSTER_KEY: {self.key} is empty; copy it from the head")

    def _check_tls(self, folder: Path) -> None:
        for name in (CERTIFICATE, PRIVATE, AUTHORITY):
            if not os.access(folder / name, os.R_OK):
                raise BadAccess(f"CLUSTER_TLS: {folder / name} is not there, or can't be read")
        if (mode := S_IMODE((folder / PRIVATE).stat().st_mode)) & 0o007:
            raise BadAccess(f"CLUSTER_TLS: others may read {folder / PRIVATE} ({mode:o}): take that away")
