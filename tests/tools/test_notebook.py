"""The notebook for a rented GPU: what its file says, and all its cells run as a person runs them in Google Colab."""

from __future__ import annotations

import asyncio
import json
import os
import re
import secrets
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp
import nbformat
import pytest
from IPython.core.inputtransformer2 import TransformerManager
from nbclient import NotebookClient

from bot.locales import Locales
from tests.patience import PATIENCE, until
from tests.ports import free_port
from tools.notebook.write import FILE, cells, written

ROOT = Path(__file__).parents[2]
COLAB = ROOT / "tests" / "wire" / "rented" / "colab"
TOKEN = "123456:" + "a" * 35


def test_the_notebook_is_as_it_is_written_and_says_itself_in_two_languages() -> None:
    assert FILE.read_text("utf-8") == written(), "run: python -m tools.notebook.write"
    book = opened()
    nbformat.validate(book)
    code = [cell for cell in book.cells if cell.cell_type == "code"]
    assert len(code) == len([*cells()]) == 5
    python: Any = TransformerManager()  # type: ignore[no-untyped-call]
    for cell in code:
        assert cell.outputs == [] and cell.execution_count is None
        compile(python.transform_cell(cell.source), cell.id, "exec")
        told = re.findall(r"^#@markdown (\S.*\.)$", cell.source, re.MULTILINE)
        assert len(told) == 2 and told[0] != told[1]
        assert len([line for line in cell.source.splitlines() if line and not line.startswith("#")]) <= 6
        for choices in re.findall(r"#@param (\[.*?\])", cell.source):
            assert re.search(rf'"({"|".join(map(re.escape, json.loads(choices)))})"  #@param', cell.source)
    (choose,) = (cell.source for cell in code if cell.id == "choose")
    assert all(f'"{tag} · ' in choose for tag in Locales.load().languages)
    assert "TOKEN" not in written()


def opened() -> Any:
    """The notebook's file."""
    return nbformat.read(FILE, nbformat.NO_CONVERT)  # type: ignore[no-untyped-call]


class Desk:
    """A notebook on somebody's screen: they fill in forms, run cells and read what stands below."""

    def __init__(self, client: NotebookClient) -> None:
        self._client = client
        self._numbers = {cell.id: number for number, cell in enumerate(client.nb.cells)}

    def fill(self, name: str, **chosen: object) -> None:
        """Fills in a cell's form."""
        cell = self._cell(name)
        for field, value in chosen.items():
            cell.source, times = re.subn(
                rf"(?m)^({field} = ).*(  #@param)", rf"\g<1>{value!r}\2", cell.source
            )
            assert times == 1

    async def run(self, name: str) -> str:
        """Runs a cell to its end; what it says."""
        await self._client.async_execute_cell(self._cell(name), self._numbers[name])
        return self.said(name)

    async def interrupt(self) -> None:
        """Presses stop."""
        kernel: Any = self._client.km
        await kernel.interrupt_kernel()

    def said(self, name: str) -> str:
        """What stands below a cell by now."""
        return "".join(str(output.get("text", "")) for output in self._cell(name).outputs)

    def everything(self) -> str:
        """The notebook as it would be saved."""
        return json.dumps(self._client.nb)

    def _cell(self, name: str) -> Any:
        return self._client.nb.cells[self._numbers[name]]


@asynccontextmanager
async def desk(folder: Path, monkeypatch: pytest.MonkeyPatch, **more: str) -> AsyncIterator[Desk]:
    """The notebook, opened on a machine whose folder that is."""
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(folder / "runtime"))
    client: Any = NotebookClient(
        opened(),
        timeout=None,
        iopub_timeout=PATIENCE,
        startup_timeout=PATIENCE,
    )
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": f"{ROOT}:{COLAB}",
        "HOME": str(folder),
        "OMP_NUM_THREADS": "1",
        "WEB_PORT": str(free_port()),
        **more,
    }
    with TemporaryDirectory() as short:  # the name of a socket is
        kernel = client.create_kernel_manager()
        kernel.transport, kernel.ip = "ipc", f"{short}/kernel"
        async with client.async_setup_kernel(env=environment, cwd=str(folder)):
            try:
                yield Desk(client)
            finally:  # nothing outlives a test that failed
                with suppress(OSError):
                    number = (folder / "lukis" / "lukis.pid").read_text().split()[0]
                    if str(folder).encode() in Path(f"/proc/{number}/cmdline").read_bytes():
                        os.kill(int(number), signal.SIGTERM)


@pytest.mark.slow
async def test_every_cell_runs_as_in_colab_and_a_picture_is_drawn_through_its_proxy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = json.dumps({"TELEGRAM_TOKEN": TOKEN, "DISCORD_TOKEN": None})
    nowhere = f"http://127.0.0.1:{free_port()}/"  # no network in a test: the bot does not get through
    async with desk(tmp_path, monkeypatch, COLAB_SECRETS=kept, TELEGRAM_API_URL=nowhere) as at:
        assert await at.run("install") == ""  # it is here already
        at.fill("choose", chats="Telegram + Discord", language="id · Bahasa Indonesia")
        assert "Mounted at" in await at.run("choose")
        running = asyncio.create_task(at.run("start"))
        await until(lambda: "<iframe" in at.said("start") or running.done())
        assert "Halamanmu: https://" in at.said("start"), at.said("start")
        number = int((tmp_path / "lukis" / "lukis.pid").read_text().split()[0])
        await draws_by_proxy(at.said("start"))
        await at.interrupt()
        told = await running
        assert told.endswith("Lukis sudah berhenti. Tidak ada yang hilang.\n") and "Traceback" not in told
        assert not alive(number)
        drive = tmp_path / "drive" / "MyDrive" / "Lukis"
        assert [*drive.glob("data/pictures/*/*.png")] and (drive / "data" / "lukis.sqlite").exists()

        at.fill("start", watch=False)
        assert "Halamanmu: https://" in await at.run("start")  # run again, it starts again
        await at.run("choose")  # as after a restart of the kernel: what runs is found again
        assert "sedang berjalan" in (told := await at.run("status")) and re.search(r"Lukis: 1\.", told)
        assert "sudah berhenti" in await at.run("stop")
        assert not alive(int((tmp_path / "lukis" / "lukis.pid").read_text().split()[0]))
        assert "tidak berjalan" in await at.run("stop") and "tidak berjalan" in await at.run("status")
        assert TOKEN not in at.everything()
    assert not [
        file for file in tmp_path.rglob("*") if file.is_file() and TOKEN.encode() in file.read_bytes()
    ]


async def draws_by_proxy(said: str) -> None:
    """Asks the page for a picture as Colab's proxy passes it on: by the machine's own name, and by no WebSocket."""
    found = re.search(r"(https://(\d+)-[\w.-]+)/", said)
    assert found
    origin, here = found[1], f"http://localhost:{found[2]}"
    tab = secrets.token_hex(8)
    async with aiohttp.ClientSession(headers={"Sec-Fetch-Site": "same-origin"}) as session:
        async with session.get(here + "/", headers={"Sec-Fetch-Site": "cross-site"}) as page:
            assert page.status == 200 and "https://colab.research.google.com" in page.headers[POLICY]
        form = {"id": secrets.token_hex(8), "text": "a red apple --steps 1 --raw"}
        with aiohttp.MultipartWriter("form-data") as parts:
            for name, text in form.items():
                parts.append(text).set_content_disposition("form-data", name=name)
        async with session.post(here + "/send", data=parts, headers={"Origin": origin}) as sent:
            assert sent.status == 200, await sent.text()
        async with asyncio.timeout(PATIENCE):
            while True:
                async with session.get(here + "/news", params={"tab": tab}) as news:
                    frames = (await news.json())["frames"]
                shown = [m for f in frames for m in [*f.get("messages", ()), f.get("message")] if m]
                if pictures := [picture for m in shown for picture in m.get("pictures", ())]:
                    break
        async with session.get(here + pictures[0]["src"]) as picture:
            assert (await picture.read())[:4] in (b"\x89PNG", b"RIFF")


POLICY = "Content-Security-Policy"


def alive(number: int) -> bool:
    """Whether there is such a process, and not just what its parent has not heard of its end."""
    with suppress(OSError):
        return Path(f"/proc/{number}/cmdline").read_bytes() != b""
    return False


def test_the_notebooks_own_process_loads_no_torch() -> None:
    import subprocess

    code = "import sys, bot.programs.rented; assert not {'torch', 'aiohttp'} & {*sys.modules}"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
