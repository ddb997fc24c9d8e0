"""The secrets behind the key: COLAB_SECRETS is an object of them; null is one that the notebook may not read."""

from __future__ import annotations

import json
import os


class SecretNotFoundError(Exception):
    """There is none of that name."""


class NotebookAccessError(Exception):
    """The person does not let this notebook read it."""


def get(key: str) -> str:
    """The secret of that name."""
    secrets: dict[str, str | None] = json.loads(os.environ["COLAB_SECRETS"])
    if key not in secrets:
        raise SecretNotFoundError(key)
    if (found := secrets[key]) is None:
        raise NotebookAccessError(key)
    return found
