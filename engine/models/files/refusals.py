"""Why a model can't be had from a hub, in a clause that says what to do."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import httpx2
from huggingface_hub import constants, get_token
from huggingface_hub.errors import (
    DisabledRepoError,
    GatedRepoError,
    HfHubHTTPError,
    HFValidationError,
    OfflineModeIsEnabled,
    RepositoryNotFoundError,
    RevisionNotFoundError,
)

from engine.models.files.download import Incomplete, amount, wait_asked

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_SHUT = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR)
_PROXIES = ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy")

KNOWN = (HfHubHTTPError, httpx2.HTTPError, httpx2.InvalidURL, OSError, ValueError)
"""What can go wrong on the way to a hub and back."""


def full(need: int, free: int, folder: Path) -> str:
    """A disk that has no room for a model; bytes."""
    return f"the disk is full: it needs {amount(need)}, and {folder} has {amount(free)} left"


def why(error: Exception, name: str, revision: str, endpoint: str | None, folder: Path) -> str:
    """What is in the way of a download, as a clause.

    Args:
        error: one of `KNOWN`.
        name: of the repository.
        revision: that was asked for, or "".
        endpoint: of the hub; the usual one if None.
        folder: where it is to lie.
    """
    hub = (endpoint or constants.ENDPOINT).rstrip("/")
    if isinstance(error, HfHubHTTPError):
        return _answered(error, name, revision, hub)
    if isinstance(error, OfflineModeIsEnabled):
        return "it is not there yet, and HF_HUB_OFFLINE forbids to download it"
    if isinstance(error, httpx2.HTTPError | httpx2.InvalidURL):
        return _unreachable(error, hub)
    if isinstance(error, HFValidationError):
        return "that is no name of a repository; they are written org/name, or org/name@revision"
    if isinstance(error, Incomplete):
        return "the hub sends it incomplete; try again later, it goes on where it stopped"
    if isinstance(error, OSError):
        return _unwritten(error, folder)
    return f"what answers at {hub} is no model hub; HF_ENDPOINT or a proxy may be wrong"


def _answered(error: HfHubHTTPError, name: str, revision: str, hub: str) -> str:
    page, status = f"{hub}/{name}", error.response.status_code
    said = str(error.response.headers.get("X-Error-Message", ""))
    if isinstance(error, GatedRepoError):
        return _gated(page, said)
    if isinstance(error, RevisionNotFoundError):
        return f"it has no revision “{revision or 'main'}”; {page} tells which there are"
    if isinstance(error, DisabledRepoError):
        return f"the hub has withdrawn it, as {page} tells"
    unknown = error.response.headers.get("X-Error-Code") == "RepoNotFound"
    if status == httpx2.codes.UNAUTHORIZED and get_token() and not unknown:
        return f"HF_TOKEN is not valid (any more); make another one at {hub}/settings/tokens"
    if isinstance(error, RepositoryNotFoundError):
        hint = "HF_TOKEN may not read it" if get_token() else "it is private: then set HF_TOKEN"
        return f"there is no such repository at {page}, or {hint}"
    if status in (httpx2.codes.UNAUTHORIZED, httpx2.codes.FORBIDDEN):
        hint = "HF_TOKEN may not read it" if get_token() else "it wants HF_TOKEN"
        return f"the hub does not give it away: {hint}, see {hub}/settings/tokens"
    if status == httpx2.codes.TOO_MANY_REQUESTS:
        after = wait_asked(error)
        when = f"in {after} s" if after else "later"
        return f"the hub has had too many requests from here; try again {when}, it goes on where it stopped"
    if status >= httpx2.codes.INTERNAL_SERVER_ERROR:
        return f"the hub is out of order ({status}); try again later, it goes on where it stopped"
    return f"the hub refuses it ({status}), see {page}"


def _gated(page: str, said: str) -> str:
    if "awaiting" in said:
        return f"it is gated, and those who made it have not let you in yet, see {page}"
    if get_token():
        return f"it is gated: accept its terms at {page}, as whom HF_TOKEN belongs to"
    return f"it is gated: accept its terms at {page} and set HF_TOKEN"


def _unreachable(error: Exception, hub: str) -> str:
    proxy = next((name for name in _PROXIES if os.environ.get(name)), "")
    if isinstance(error, httpx2.InvalidURL | httpx2.UnsupportedProtocol):
        return f"{hub} is no address of a hub (HF_ENDPOINT)"
    if isinstance(error, httpx2.ProxyError):
        return f"the proxy in {proxy} lets nothing through: {error}"
    if "CERTIFICATE" in str(error).upper():
        return f"the certificate of {hub} is not trusted here; SSL_CERT_FILE names others to trust"
    if isinstance(error, httpx2.RemoteProtocolError | httpx2.ReadError | httpx2.ReadTimeout):
        return "the connection keeps breaking off; try again later, it goes on where it stopped"
    through = f", through the proxy in {proxy}" if proxy else "; behind a proxy, set HTTPS_PROXY"
    return f"{hub} can't be reached from here{through}"


def _unwritten(error: OSError, folder: Path) -> str:
    if error.errno in _FULL:
        return f"the disk is full, in {folder}; it goes on where it stopped"
    if error.errno in _SHUT or error.errno is not None:
        return f"{folder} can't be written: {error.strerror}"
    return f"it could not be downloaded: {error}"
