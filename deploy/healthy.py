"""Whether the Lukis beside this answers: at its metrics port, or at its page where there is none. Ends with 0 or 1.

It waits as long as it takes: whoever asks it (`HEALTHCHECK`) sets the bound.
"""

import os
import sys
from http.client import HTTPConnection, HTTPException

metrics = os.environ.get("METRICS_PORT")
port, path = (metrics, "/healthz") if metrics else (os.environ.get("WEB_PORT") or "8017", "/")
connection = HTTPConnection("127.0.0.1", int(port))
try:
    connection.request("GET", path)
    sys.exit(connection.getresponse().status != 200)
except (OSError, HTTPException) as error:
    sys.exit(f"http://127.0.0.1:{port}{path}: {error}")
