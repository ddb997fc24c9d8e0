"""A default model from a hub that is not here yet: nobody gets a picture by another one in its place."""

from __future__ import annotations

import json
import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.locales import Locales
from bot.programs.coming import fetch_default
from bot.settings import BadSetting, ModelSettings, Settings
from engine.models.files.default import unfit
from tests.checkpoints import folder
from tests.patience import until
from tests.process import Forked, lukis, stop
from tests.wire_hub import Hub, hub


@pytest.fixture(name="server")
def _server(tmp_path: Path) -> Iterator[Hub]:
    folder(tmp_path / "hub" / "org" / "tiny", "sd1")
    (tmp_path / "hub" / "org" / "pickled").mkdir()
    (tmp_path / "hub" / "org" / "pickled" / "model.ckpt").write_bytes(b"\x80\x04")
    with hub(tmp_path / "hub") as running:
        yield running


async def said(tmp_path: Path, server: Hub, *arguments: str, model: str = "org/tiny") -> tuple[int, str]:
    """Exit code and all that a command says, with a default model from the hub."""
    settings = from_hub(tmp_path, server, model)
    async with Forked(tmp_path, *arguments, first="tests.wire_hub:found", **settings) as program:
        return await program.end(), program.err + program.out


def from_hub(tmp_path: Path, server: Hub, model: str) -> dict[str, Any]:
    """The settings of a default model from the hub."""
    return {"model": model, "hf_endpoint": server.endpoint, "hf_hub_cache": tmp_path / "cache"}


async def test_imagine_fetches_the_default_model_and_draws_with_it(tmp_path: Path, server: Hub) -> None:
    drawing = ("imagine", "a fox --steps 1 --size 64x64", "--json")
    async with lukis(tmp_path / "data", *drawing, **from_hub(tmp_path, server, "org/tiny")) as process:
        told = (await process.communicate())[0].decode()
    assert process.returncode == 0, told
    assert "Downloading org/tiny: " in told and "(100%)" in told
    assert json.loads(told.splitlines()[-1])["model"] == "tiny"


async def test_imagine_by_another_model_does_not_wait_for_the_default(tmp_path: Path, server: Hub) -> None:
    code, told = await said(tmp_path, server, "imagine", "a fox --steps 1 --model starter", "--json")
    assert code == 0, told
    assert json.loads(told.splitlines()[-1])["model"] == "starter"
    assert not server.asked


async def test_words_that_are_refused_or_name_another_model_in_any_language_fetch_nothing(
    tmp_path: Path, server: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.ENDPOINT", server.endpoint)
    models, flags = ModelSettings(folder=tmp_path / "models", default="org/tiyn"), Locales.load("en").flags()
    for words in (
        "a fox --steps 1000",
        "a fox —モデル：starter",
        "a fox --модель starter",
        "--model=starter fox",
    ):
        assert (await fetch_default(models, words, flags)).default is None
        assert not server.asked
    with pytest.raises(
        BadSetting, match="there is no such repository"
    ):  # since that is the default, by its name
        await fetch_default(models, "a fox -m Tiyn", flags)


async def test_an_interrupt_ends_a_download_that_the_next_picture_goes_on_with(
    tmp_path: Path, server: Hub
) -> None:
    server.halts = threading.Event()
    drawing, settings = ("imagine", "a fox --steps 1 --size 64x64"), from_hub(tmp_path, server, "org/tiny")
    async with lukis(tmp_path / "data", *drawing, **settings) as process:
        await until(
            lambda: any(part.stat().st_size for part in tmp_path.glob("models/*/*/*.safetensors.part"))
        )
        assert await stop(process, signal.SIGINT) == 130
    server.halts.set()
    server.halts = None
    code, told = await said(tmp_path, server, *drawing, "--json")
    assert code == 0, told
    assert any(server.starts)
    assert [path.name for path in (tmp_path / "models").iterdir()] == ["tiny"]


@pytest.mark.parametrize(
    ("model", "why"),
    [
        ("org/tiyn", "MODEL: org/tiyn: there is no such repository at {hub}/org/tiyn"),
        ("org/tiny@v9", "MODEL: org/tiny@v9: it has no revision “v9”"),
        ("org/pickled", "MODEL: org/pickled: it holds pickles only"),
    ],
)
async def test_what_cannot_be_had_draws_nothing(tmp_path: Path, server: Hub, model: str, why: str) -> None:
    for command in (("imagine", "a fox --steps 1"), ("doctor",)):
        code, told = await said(tmp_path, server, *command, model=model)
        assert code, told
        assert why.format(hub=server.endpoint) in told and "Traceback" not in told
    assert not (tmp_path / "lukis.png").exists()


async def test_the_doctor_tells_how_large_a_model_is_that_is_not_here(tmp_path: Path, server: Hub) -> None:
    code, told = await said(tmp_path, server, "doctor")
    assert code == 0, told
    assert "org/tiny is not here yet: 0 of 0.01 GB are downloaded" in told
    assert not server.asked


def test_a_default_that_arrived_and_cannot_draw_is_told(tmp_path: Path) -> None:
    (tmp_path / "broken.safetensors").write_bytes(b"<html>")
    assert unfit("org/broken", tmp_path).startswith("“org/broken” can't be used: ")


@pytest.mark.parametrize(
    ("default", "why"),
    [
        ("strater", "Did you mean starter?"),
        ("https://hub.example/org/name", "is an address; write org/name."),
        ("https://hub.example/org/name/tree/v1", "is an address; write org/name@v1."),
        ("hub.example/org/name/", "is an address; write org/name."),
        ("./models/dream.safetensors", "that is a path, and a model in "),
        ("models/dream.safetensors", "that is a path, and a model in "),
        ("{folder}/dream", "that is a path, and a model in "),
    ],
)
def test_a_misspelt_default_says_what_it_may_have_been(tmp_path: Path, default: str, why: str) -> None:
    assert why in unfit(default.format(folder=tmp_path), tmp_path)


def test_what_names_the_hub_may_stand_in_the_settings_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HF_TOKEN", "HF_ENDPOINT"):
        monkeypatch.setenv(name, "")  # put back after the test
    (tmp_path / ".env").write_text("HF_TOKEN=hf_secret\nHF_ENDPOINT=http://127.0.0.1:9")
    settings = Settings.read(tmp_path / ".env")
    assert (os.environ["HF_TOKEN"], os.environ["HF_ENDPOINT"]) == ("hf_secret", "http://127.0.0.1:9")
    assert settings.secrets() == ["hf_secret"]
    with pytest.raises(BadSetting, match="HF_ENDPOINT: "):
        Settings.read(tmp_path / ".env", hf_endpoint="mirror")
