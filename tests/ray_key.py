"""The key to the clusters of a program's tests, in its environment before anything else is imported or forked.

Ray reads it once, when it is imported; and what the fork server starts has the environment that the server was started
in. Whoever is started from here finds it there.
"""

from __future__ import annotations

import atexit
import os
import secrets
from pathlib import Path
from tempfile import TemporaryDirectory

OURS = "LUKIS_TESTS_KEY"
"""The variable that names the key's file, which may be another program's than Ray's own variable does."""

if OURS not in os.environ:
    _folder = TemporaryDirectory(prefix="lukis-key-")
    atexit.register(_folder.cleanup)
    os.environ[OURS] = f"{_folder.name}/key"

KEY = Path(os.environ[OURS])
if not KEY.exists():
    KEY.touch(0o600)
    KEY.write_text(secrets.token_hex(32))
os.environ |= {"RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN_PATH": str(KEY)}
