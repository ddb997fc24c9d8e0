"""The key to the clusters of a process's tests, in its environment before anything else is imported or forked.

Ray reads it once, when it is imported; and what the fork server starts has the environment that it was started in.
"""

from __future__ import annotations

import atexit
import os
import secrets
from pathlib import Path
from tempfile import TemporaryDirectory

_FOLDER = TemporaryDirectory(prefix="lukis-key-")
atexit.register(_FOLDER.cleanup)

KEY = Path(_FOLDER.name) / "key"
KEY.touch(0o600)
KEY.write_text(secrets.token_hex(32))
os.environ |= {"RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN_PATH": str(KEY)}
