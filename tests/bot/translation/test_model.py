"""A translation model on this machine: real weights, small ones."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.translation.options import TranslationOptions
from bot.translation.providers.base import NoTranslation, Unavailable
from bot.translation.providers.fetching import fetch
from bot.translation.providers.glossary import Glossary
from bot.translation.providers.model import LocalModel
from tests.bot.translation.stand_ins import translator
from tests.bot.translation.tiny_models import PAIRS, make_m2m100, make_marian
from tests.patience import PATIENCE
from tests.wire_hub import hub


@pytest.fixture(scope="session")
def marian_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_marian(tmp_path_factory.mktemp("marian"))


@pytest.fixture
async def marian(marian_folder: Path) -> AsyncIterator[LocalModel]:
    model = LocalModel(TranslationOptions(translation_model=str(marian_folder)))
    yield model
    await model.close()


async def test_a_marian_model_translates_through_the_chain(marian: LocalModel) -> None:
    await marian.warm()
    translation = await translator(marian, timeout=PATIENCE).translate(
        "(apel merah di latar biru:1.2), <lora:x:0.8>, 8k"
    )
    assert translation.english == "(a red apple on a blue background:1.2), <lora:x:0.8>, 8k"
    assert (translation.provider, translation.outcome) == ("model", "translated")


async def test_requests_of_many_people_share_a_forward(marian: LocalModel) -> None:
    await marian.warm()
    seen: list[int] = []
    forward = marian._load()

    def counting(texts: list[str], language: str) -> list[str]:
        seen.append(len(texts))
        return forward(texts, language)

    marian._seq2seq = counting  # type: ignore[assignment]
    answers = await asyncio.gather(*(marian.translate(source, "id") for source, _ in PAIRS * 4))
    assert answers == [target for _, target in PAIRS * 4]
    assert seen == [12]


async def test_one_who_gives_up_leaves_the_others_their_answer(marian: LocalModel) -> None:
    await marian.warm()
    gone = asyncio.create_task(marian.translate("rubah di salju", "id"))
    stays = asyncio.create_task(marian.translate("seekor kucing", "id"))
    await asyncio.sleep(0)
    gone.cancel()
    assert await stays == "a cat"


async def test_the_log_tells_of_a_model_that_is_loaded(
    marian_folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "bot.translation")
    model = LocalModel(TranslationOptions(translation_model=str(marian_folder)))
    await model.warm()
    await model.close()
    begun, ready = (record.getMessage() for record in caplog.records)
    assert begun.startswith("Loading the translation model") and "is ready after" in ready


def test_the_log_tells_how_far_a_model_is_that_comes_from_a_hub(
    marian_folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "bot.translation")
    (tmp_path / "hub" / "org").mkdir(parents=True)
    (tmp_path / "hub" / "org" / "words").symlink_to(marian_folder)
    with hub(tmp_path / "hub") as server:
        server.halts = threading.Event()
        where: dict[str, Any] = {"endpoint": server.endpoint, "cache_dir": tmp_path / "cache"}
        coming = threading.Thread(target=lambda: fetch("org/words", pause=0.05, **where))
        coming.start()
        for _ in range(int(PATIENCE * 50)):
            if any("%." in record.getMessage() for record in caplog.records):
                break
            time.sleep(0.02)
        server.halts.set()
        coming.join()
        server.halts = None
        first, *told = [record.getMessage() for record in caplog.records]
        fetch("org/words", **where)
    assert first.startswith("Downloading the translation model org/words: 0.0") and told
    assert all(line.endswith(" %.") for line in told)
    assert len(caplog.records) == 1 + len(told), "what is here is not fetched again"


async def test_a_model_of_many_languages_is_told_which(tmp_path: Path) -> None:
    model = LocalModel(TranslationOptions(translation_model=str(make_m2m100(tmp_path))))
    assert isinstance(await model.translate("seekor kucing", "id"), str)
    with pytest.raises(NoTranslation, match="does not know the language"):
        await model.translate("pusa", "tlh")
    await model.close()


async def test_a_folder_without_a_model_leaves_the_work_to_the_next(tmp_path: Path) -> None:
    model = LocalModel(TranslationOptions(translation_model=str(tmp_path)))
    with pytest.raises(Unavailable):
        await model.translate("seekor kucing", "id")
    chain = translator(model, Glossary(TranslationOptions()), timeout=PATIENCE)
    assert (await chain.translate("seekor kucing")).provider == "glossary"
    await chain.close()


async def test_pickled_weights_are_refused(marian_folder: Path, tmp_path: Path) -> None:
    import torch
    from safetensors.torch import load_file

    for file in marian_folder.iterdir():
        if file.suffix != ".safetensors":
            (tmp_path / file.name).write_bytes(file.read_bytes())
    torch.save(load_file(marian_folder / "model.safetensors"), tmp_path / "pytorch_model.bin")
    model = LocalModel(TranslationOptions(translation_model=str(tmp_path)))
    with pytest.raises(Unavailable):
        await model.translate("seekor kucing", "id")
    await model.close()


def test_the_bot_loads_no_torch_for_a_model_that_nobody_asked() -> None:
    code = (
        "import sys; from bot.translation.build import build_translator; from bot.translation.options import *\n"
        "from bot.translation.providers import make_provider\n"
        "make_provider('model', TranslationOptions(translation_model='x')); assert 'torch' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
