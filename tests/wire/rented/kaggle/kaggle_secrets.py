"""Kaggle's secrets, as its documentation tells: KAGGLE_SECRETS is an object of those attached to the notebook."""

from __future__ import annotations

import json
import os


class BackendError(Exception):
    """There is none of that name, or it is not attached."""


class UserSecretsClient:
    """Asks for secrets."""

    def get_secret(self, label: str) -> str:
        """The secret of that name."""
        secrets: dict[str, str] = json.loads(os.environ["KAGGLE_SECRETS"])
        if label not in secrets:
            raise BackendError(label)
        return secrets[label]
