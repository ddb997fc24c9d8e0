"""A model hub on the loopback interface: what huggingface_hub asks for, from a folder."""

from __future__ import annotations

import hashlib
import importlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

SHA = "0123456789abcdef0123456789abcdef01234567"


class Hub(ThreadingHTTPServer):
    """Serves `root/org/name/...` as repositories.

    Attributes:
        asked: the paths of files that were sent, in order.
        starts: at which byte each of them was to begin.
        broken: how many of the next files break off in the middle.
        troubles: statuses and headers that the next requests get in place of an answer.
        gated: repositories whose files nobody gets without a token.
        tokens: that are valid; others are refused.
        told: whether it tells how large files are, where it tells what there is.
        page: whether it is none, and answers everything with a web page.
        odd: what it answers, where that is not nothing, when it is asked what there is.
        halts: files that stop in the middle and go on when this is set, or None.
    """

    def __init__(self, root: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.root = root
        self.asked: list[str] = []
        self.starts: list[int] = []
        self.broken = 0
        self.troubles: list[tuple[int, dict[str, str]]] = []
        self.gated: set[str] = set()
        self.tokens = {"hf_right"}
        self.told = True
        self.page = False
        self.odd = b""
        self.halts: threading.Event | None = None

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


@contextmanager
def hub(root: Path) -> Iterator[Hub]:
    """The hub, while inside."""
    server = Hub(root)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def found() -> None:
    """Lets huggingface_hub, which reads once where its hub is, read that again: for a process that is forked."""
    importlib.reload(importlib.import_module("huggingface_hub.constants"))


class _Handler(BaseHTTPRequestHandler):
    server: Hub
    protocol_version = "HTTP/1.1"

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def do_GET(self) -> None:
        self._answer(body=True)

    def _answer(self, body: bool) -> None:
        parts = [unquote(part) for part in urlsplit(self.path).path.strip("/").split("/")]
        if self.server.troubles:
            status, headers = self.server.troubles.pop(0)
            return self._send(status, b"{}", headers, body)
        if self.server.page:
            return self._send(200, b"<!doctype html><p>Please log in.", {"Content-Type": "text/html"}, body)
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        if token and token not in self.server.tokens:
            said = {"X-Error-Message": "Invalid credentials in Authorization header"}
            return self._send(401, b"{}", said, body)
        if parts[:2] == ["api", "models"]:
            if self.server.odd:
                return self._send(200, self.server.odd, {"Content-Type": "application/json"}, body)
            repository = self.server.root / parts[2] / parts[3]
            if not repository.is_dir():
                return self._send(404, b"{}", {"X-Error-Code": "RepoNotFound"}, body)
            if parts[4:5] == ["revision"] and parts[5] not in ("main", "v1", SHA):
                return self._send(404, b"{}", {"X-Error-Code": "RevisionNotFound"}, body)
            files = sorted(p for p in repository.rglob("*") if p.is_file())
            named = [(str(p.relative_to(repository)), p) for p in files]
            listing: object = {
                "id": "/".join(parts[2:4]),
                "sha": SHA,
                "siblings": [
                    {"rfilename": n, **({"size": p.stat().st_size} if self.server.told else {})}
                    for n, p in named
                ],
            }
            if parts[4:5] == ["tree"]:
                listing = [
                    {"type": "file", "path": n, "size": p.stat().st_size, "oid": _oid(p)} for n, p in named
                ]
            return self._send(200, json.dumps(listing).encode(), {"Content-Type": "application/json"}, body)
        file = self.server.root.joinpath(*parts[:2], *parts[4:])
        if parts[2:3] != ["resolve"] or not file.is_file():
            return self._send(404, b"", {"X-Error-Code": "EntryNotFound"}, body)
        if "/".join(parts[:2]) in self.server.gated and not token:
            return self._send(401, b"", {"X-Error-Code": "GatedRepo"}, body)
        return self._file(file, body)

    def _file(self, file: Path, body: bool) -> None:
        content = file.read_bytes()
        headers = {"ETag": f'"{_oid(file)}"', "X-Repo-Commit": SHA}
        start = int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").split("-")[0])
        status, rest = (206 if start else 200), content[start:]
        if start:
            headers["Content-Range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
        if body:
            self.server.asked.append(file.name)
            self.server.starts.append(start)
        if body and self.server.broken:
            self.server.broken -= 1
            self.close_connection = True
            return self._send(status, rest[: len(rest) // 2], headers, body, len(rest))
        if body and self.server.halts and file.suffix == ".safetensors":
            half = len(rest) // 2
            self._send(status, rest[:half], headers, body, len(rest))
            self.server.halts.wait()
            with suppress(OSError):  # whoever asked is gone
                self.wfile.write(rest[half:])
            return None
        return self._send(status, rest, headers, body)

    def _send(
        self, status: int, content: bytes, headers: dict[str, str], body: bool, length: int | None = None
    ) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content) if length is None else length))
        self.end_headers()
        if body:
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


def _oid(file: Path) -> str:
    return hashlib.sha1(file.read_bytes()).hexdigest()
