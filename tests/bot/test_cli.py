"""The command line, as a person in a terminal meets it: the real program, the embedded model, no network."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import torch
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo
from safetensors.torch import save_file

from bot import cli
from bot.home import only_one
from engine.models.files.catalogue import STARTER
from engine.models.files.header import read_header
from tests.patience import PATIENCE
from tests.ports import free_port
from tests.process import SLOW_FLAGS, Forked

ROOT = Path(__file__).parents[2]


async def run(folder: Path, *arguments: str, given: bytes = b"", **settings: object) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a command run in the folder."""
    process = Forked(folder, *arguments, given=given, **settings)
    return await process.end(), process.out, process.err


@pytest.mark.slow
async def test_the_same_prompt_and_seed_is_the_same_picture(tmp_path: Path) -> None:
    arguments = ("imagine", "apel merah di latar biru", "--json", "--seed", "7", "-o")
    first, second = [await run(tmp_path, *arguments, name) for name in ("a.png", "b.png")]
    assert first[0] == second[0] == 0, first[2] + second[2]
    about = json.loads(first[1])
    assert (about["prompt"], about["language"], about["seed"]) == ("apel merah di latar biru", "id", 7)
    assert about["english"] == "a red apple on a blue background"
    assert about["file"] == "a.png"
    with Image.open(tmp_path / "a.png") as a, Image.open(tmp_path / "b.png") as b:
        assert a.size == tuple(about["size"])
        assert a.tobytes() == b.tobytes()
        assert "Seed: 7" in a.text["parameters"]  # type: ignore[attr-defined]


@pytest.mark.slow
async def test_what_a_picture_tells_and_its_watermark_unless_that_is_off(tmp_path: Path) -> None:
    draw = ("imagine", "a red apple", "--seed", "7", "--steps", "3", "-o")
    assert (await run(tmp_path, *draw, "marked.png"))[0] == 0
    assert (await run(tmp_path, *draw, "plain.png", WATERMARK="false"))[0] == 0
    code, out, err = await run(tmp_path, "inspect", "--json", "marked.png", "plain.png", "none.png")
    marked, plain = (json.loads(line) for line in out.splitlines())
    assert (code, err) == (1, "lukis: none.png: No such file or directory\n")
    assert (marked["watermark"], plain["watermark"]) == (True, False)
    assert (marked["prompt"], marked["parameters"]["Seed"]) == ("a red apple", "7")
    assert marked["parameters"] == plain["parameters"]
    code, out, _ = await run(tmp_path, "inspect", "marked.png", LANG="id_ID.UTF-8")
    assert code == 0 and "Seed: 7" in out and "tanda air" in out


async def test_no_words_of_strangers_give_the_terminal_orders(tmp_path: Path) -> None:
    orders, name = "a fox\x1b]0;mine\x07 \x9b2J\x7f\u202e\nSteps: 20, Seed: 7", "new\x1b[2J.png"
    Image.new("RGB", (64, 64)).save(tmp_path / name, pnginfo=text({"parameters": orders}))
    code, out, err = await run(tmp_path, "inspect", name, "gone\x1b[2J.png")
    assert code == 1 and "Seed: 7" in out and "gone\\u001b[2J.png" in err
    assert not {*out + err} & {*"\x1b\x07\x9b\x7f\u202e"} and "a fox\\u001b]0;mine\\u0007 \\u009b2J" in out
    code, out, _ = await run(tmp_path, "inspect", "--json", name)
    assert code == 0 and not {*out} & {*"\x1b\x9b\x7f\u202e"}
    assert (json.loads(out)["file"], json.loads(out)["prompt"]) == (name, orders.partition("\n")[0])
    code, out, _ = await run(tmp_path, "translate", "a \x1b[2J fox")
    assert code == 0 and "fox" in out and "\x1b" not in out


def text(texts: Mapping[str, str]) -> PngInfo:
    """Chunks of text for a PNG."""
    info = PngInfo()
    for name, words in texts.items():
        info.add_itxt(name, words)
    return info


async def test_a_picture_to_start_from_and_several_of_them(tmp_path: Path) -> None:
    Image.new("RGB", (90, 60), "red").save(tmp_path / "in.png")
    code, out, err = await run(
        tmp_path, "imagine", "blue --n 2 --steps 2", "--image", "in.png", "-o", "o.png"
    )
    assert code == 0, err
    assert out.split() == ["o-1.png", "o-2.png"]
    assert all((tmp_path / name).exists() for name in out.split())


async def test_a_lora_that_fits_in_part_is_said_in_words_and_in_json(tmp_path: Path) -> None:
    shapes = read_header(next((STARTER / "unet").glob("*.safetensors"))).shapes
    layer, (wide, high) = next((name, shape) for name, shape in shapes.items() if "attn1.to_q" in name)
    key = f"unet.{layer.removesuffix('.weight')}"
    fits = {f"{key}.lora_A.weight": torch.ones(1, high), f"{key}.lora_B.weight": torch.ones(wide, 1)}
    (tmp_path / "models" / "loras").mkdir(parents=True)
    save_file(fits | {"nowhere.diff": torch.ones(1)}, tmp_path / "models" / "loras" / "ink.safetensors")
    asked = ("imagine", "a red apple <lora:ink:1> --steps 1")
    code, _, err = await run(tmp_path, *asked, MODELS_DIR=tmp_path / "models")
    assert code == 0 and "Only 50% of the LoRA ink fits starter" in err
    code, out, _ = await run(tmp_path, *asked, "--json", MODELS_DIR=tmp_path / "models")
    assert code == 0 and json.loads(out)["notices"] == [{"code": "lora-in-part", "lora": "ink", "share": 0.5}]


async def test_an_mp4_without_ffmpeg_is_refused_before_anything_is_drawn(tmp_path: Path) -> None:
    told = await run(tmp_path, "imagine", "a fox | an owl --frames 2", "-o", "x.MP4", PATH="/nowhere")
    assert told[0] == 1 and "x.MP4: an MP4 takes ffmpeg, which is not on this machine." in told[2]
    assert not (tmp_path / "x.MP4").exists() and len(told[2].splitlines()) == 1


async def test_a_part_by_its_words_is_shown_alone(tmp_path: Path) -> None:
    picture = Image.new("RGB", (64, 64), "white")
    ImageDraw.Draw(picture).ellipse((9, 9, 55, 55), "blue")
    words = PngInfo()
    words.add_text(
        "parameters", "a blue circle on a white background\nSteps: 4, Sampler: Euler, Version: Lukis"
    )
    picture.save(tmp_path / "in.png", pnginfo=words)
    given = ("imagine", "--image", "in.png", "-o", "o.png", "--only", "the blue circle", "--show-mask")
    code, out, err = await run(tmp_path, *given, "--seed", "2")
    assert (code, out.splitlines()) == (0, ["o.png", "o-mask.png"]), err
    with Image.open(tmp_path / "o-mask.png") as mask:
        assert [mask.convert("L").getpixel(at) for at in ((32, 32), (2, 2))] == [255, 0]


def test_a_part_by_its_name_is_no_file_unless_one_is_called_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    def given(*arguments: str) -> tuple[str, dict[str, Path]]:
        parsed, rest = cli._parser().parse_known_args(["imagine", *arguments])
        parsed.words = " ".join(rest)
        return cli._given(parsed)

    assert given("a hat", "--mask", "left") == ("a hat --mask left", {})
    assert given("a hat", "--mask", "mask.png") == ("a hat", {"mask": Path("mask.png")})
    Path("left").touch()
    assert given("a hat", "--mask", "left") == ("a hat", {"mask": Path("left")})


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("imagine", "fox --stps 3"), 1, "--steps"),
        (("imagine", "fox", "--image", "missing.png"), 1, "missing.png: No such file or directory"),
        (("imagine", "fox", "-o", "nosuch/x.png"), 1, "nosuch: No such file or directory"),
        (("imagine", "fox", "-o", ".stdin/x.png"), 1, ".stdin: Not a directory"),
        (("imagine", "fox", "-o", "."), 1, "lukis: .: Is a directory"),
        (("imagine", "fox", "-o", f"{'x' * 300}.png"), 1, "File name too long"),
        (("imagine", "fox --steps 2", "-o", "/dev/full"), 1, "/dev/full: No space left on device"),
        (("imagine", "fox --steps 2", "-o", "/proc/x.png"), 1, "/proc/x.png: "),
        (("translate",), 2, "--stdin"),
        (("dance",), 2, "invalid choice"),
    ],
)
async def test_what_is_wrong_is_said(
    tmp_path: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    told = await run(tmp_path, *arguments)
    assert told[0] == code
    assert words in told[2]
    assert "Traceback" not in told[2]


async def test_what_stopped_commands_left_locks_nobody_out(tmp_path: Path) -> None:
    for _ in range(5):
        killed = Forked(tmp_path, "imagine", "a fox", dies="after bot.store.jobs:JobStore.add")
        assert await killed.end() == -signal.SIGKILL
    code, _, err = await run(tmp_path, "imagine", "a fox --steps 2", "-o", "o.png")
    assert code == 0, err
    assert states(tmp_path) == ["cancelled"] * 5 + ["done"]


async def test_an_interrupt_ends_the_own_job_at_once_and_nobody_elses(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("one", "two")]
    for folder in folders:
        folder.mkdir()
    slow = f"a fox {SLOW_FLAGS} --sampler heun --size 1024x1024"  # not over before the second one runs
    one = Forked(folders[0], "imagine", slow, data_dir=tmp_path / "data")
    await until_states(tmp_path, ["running"])
    two = Forked(folders[1], "imagine", slow, data_dir=tmp_path / "data")
    await until_states(tmp_path, ["running", "running"])
    assert await two.end(signal.SIGINT) == 130
    assert "Traceback" not in two.err
    assert sorted(states(tmp_path)) == ["cancelled", "running"]
    assert await one.end(signal.SIGINT) == 130
    assert states(tmp_path) == ["cancelled"] * 2


def states(folder: Path) -> list[str]:
    """Those of all jobs, in the order in which they were accepted."""
    file = folder / "data" / "lukis.sqlite"
    if not file.exists():
        return []
    with closing(sqlite3.connect(file)) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'jobs'").fetchone():
            return []
        return [state for (state,) in connection.execute("SELECT state FROM jobs ORDER BY rowid")]


async def until_states(folder: Path, wanted: list[str]) -> None:
    """Returns once they are these."""
    for _ in range(int(PATIENCE * 10)):
        if states(folder) == wanted:
            return
        await asyncio.sleep(0.1)
    raise AssertionError(states(folder))


async def test_prompts_are_explained_a_line_each(tmp_path: Path) -> None:
    code, out, err = await run(tmp_path, "translate", "--stdin", given="여우\na red fox\n".encode())
    assert code == 0, err
    first, second = map(json.loads, out.splitlines())
    assert (first["language"], first["english"]) == ("ko", "a fox")
    assert (second["language"], second["english"]) == ("en", "a red fox")


async def test_the_doctor_finds_all_well(tmp_path: Path) -> None:
    code, out, _ = await run(tmp_path, "doctor")
    assert code == 0, out
    assert "starter" in out


async def test_the_doctor_finds_a_running_lukis_no_trouble_and_a_folder_that_can_not_be_one(
    tmp_path: Path,
) -> None:
    data = tmp_path / "data, and another"
    with only_one(data):
        code, out, _ = await run(tmp_path, "doctor", data_dir=data)
    assert code == 0, out
    assert "✓" in out.splitlines()[1]
    (tmp_path / "another").touch()
    code, out, _ = await run(tmp_path, "doctor", data_dir=tmp_path / "another")
    assert code == 1, out
    assert "✗" in out.splitlines()[1] and "can't be written" in out.splitlines()[1]


async def test_a_device_that_is_not_there_is_named_at_once(tmp_path: Path) -> None:
    code, out, told = await run(tmp_path, "doctor", devices="cuda:77")
    assert code == 1
    assert "DEVICES: there is no cuda:77" in out
    for command in (("imagine", "a red apple"), ("run",)):
        code, _, told = await run(tmp_path, *command, devices="cuda:77", web=True)
        assert code == 2
        assert "DEVICES: there is no cuda:77" in told and "Traceback" not in told


async def test_the_page_is_served_and_a_second_program_is_refused(tmp_path: Path) -> None:
    port = free_port()
    async with Forked(tmp_path, "run", web="true", web_port=port) as process:
        await process.says("http://127.0.0.1:")
        told = await process.says("ACCESS")
        url = next(word for word in told.split() if word.startswith("http://127"))
        assert "Lukis" in await page(url)
        code, _, told = await run(tmp_path, "run", web="true", web_port=port)
        assert code == 2
        assert "DATA_DIR" in told


async def page(url: str) -> str:
    """The page's text, once it is served."""
    async with aiohttp.ClientSession() as session:
        for _ in range(int(PATIENCE * 10)):
            try:
                async with session.get(url) as response:
                    assert response.status == 200
                    return await response.text()
            except aiohttp.ClientConnectionError:
                await asyncio.sleep(0.1)
    raise AssertionError(f"nothing is served at {url}")


def typed(
    folder: Path, *arguments: str | bytes, given: bytes = b"", **variables: Any
) -> tuple[int, str, str]:
    """Exit code, output and complaints of a command of its own, in a terminal that the variables describe."""
    about = {
        "DATA_DIR": str(folder / "data"),
        "TRANSLATORS": "glossary",
        "PYTHONPATH": str(ROOT),
        **variables,
    }
    done = subprocess.run(
        [sys.executable, "-m", "bot.cli", *arguments],
        input=given,
        capture_output=True,
        cwd=folder,
        env={**os.environ, **about},
        timeout=PATIENCE,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


ASCII = {"PYTHONIOENCODING": "ascii"}
C = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}


@pytest.mark.parametrize("damage", ["no database", "newer", "flipped"])
async def test_the_doctor_finds_a_database_that_a_start_would_refuse(tmp_path: Path, damage: str) -> None:
    assert (await run(tmp_path, "translate", "fox"))[0] == 0
    assert "✗" not in (await run(tmp_path, "doctor"))[1]
    file = tmp_path / "data" / "lukis.sqlite"
    if damage == "newer":
        with closing(sqlite3.connect(file)) as connection:
            connection.execute("PRAGMA user_version=99")
    else:
        whole = file.read_bytes()
        file.write_bytes(
            b"no database" * 1000 if damage == "no database" else whole[:4096] + bytes(len(whole))
        )
    code, out, err = await run(tmp_path, "doctor")
    assert (code, err) == (1, "") and any("✗" in line and str(file) in line for line in out.splitlines())


@pytest.mark.parametrize("variables", [{}, ASCII, C])
def test_a_terminal_of_any_encoding_is_answered(tmp_path: Path, variables: dict[str, Any]) -> None:
    code, out, err = typed(tmp_path, "translate", "여우".encode(), **variables)
    assert (code, err) == (0, "") and out.endswith("a fox\n")


def test_bytes_that_are_no_text_are_left_out(tmp_path: Path) -> None:
    code, out, err = typed(tmp_path, "translate", b"\xff\xfe fox")
    assert (code, err) == (0, "") and out.endswith(" fox\n")
    code, out, err = typed(tmp_path, "translate", "--stdin", given=b"\xff\xfe fox\nfox\n")
    assert (code, err) == (0, "") and len(out.splitlines()) == 2


def test_whoever_reads_no_further_gets_no_traceback(tmp_path: Path) -> None:
    command = f"yes fox | head -500 | {sys.executable} -m bot.cli translate --stdin | head -1"
    variables = {"DATA_DIR": str(tmp_path / "data"), "TRANSLATORS": "glossary", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, env={**os.environ, **variables}, timeout=PATIENCE
    )
    assert len(done.stdout.splitlines()) == 1 and done.stderr == b""


def test_an_output_that_is_full_is_said(tmp_path: Path) -> None:
    variables = {"DATA_DIR": str(tmp_path / "data"), "TRANSLATORS": "glossary", "PYTHONPATH": str(ROOT)}
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "bot.cli", "translate", "fox"],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, **variables},
            timeout=PATIENCE,
        )
    assert (done.returncode, done.stderr) == (1, b"lukis: the output: No space left on device\n")


async def test_the_doctor_names_what_lies_among_the_models_and_can_not_draw(tmp_path: Path) -> None:
    models = tmp_path / "some models"
    models.mkdir()
    (models / "Old one.ckpt").write_bytes(b"\x80\x04")
    code, out, _ = await run(tmp_path, "doctor", models_dir=models)
    assert code == 0, out
    assert "starter" in out
    (line,) = [line for line in out.splitlines() if "Old one.ckpt" in line]
    assert "it is a pickle" in line


async def test_the_doctor_tries_whether_what_is_listed_can_be_loaded(tmp_path: Path) -> None:
    """Its headers and its configs are those of a model."""
    models = tmp_path / "models"
    shutil.copytree(STARTER, models / "mine")
    shutil.copytree(STARTER, models / "sound")
    (models / "mine/vae/config.json").write_text('{"down_block_types": ["Nonsense"]}')
    code, out, _ = await run(tmp_path, "doctor", models_dir=models)
    assert code == 0, out
    (listed,) = [line for line in out.splitlines() if "starter" in line]
    assert "sound" in listed and "mine" not in listed
    (line,) = [line for line in out.splitlines() if "mine" in line]
    assert line.startswith("•")
