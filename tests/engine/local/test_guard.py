"""The safety check: whatever goes wrong with it, no picture counts as fit for everybody."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import torch
from PIL import Image
from safetensors.torch import load_file, save_file

from engine.api.cards import ModelCard
from engine.api.events import Done, Progress
from engine.local.engine import LocalEngine
from engine.local.guard import Guard
from engine.models.files.catalogue import Found
from engine.models.safety import NoCheck, Unfit, classifier, own_check
from tests.classifiers import red_is, with_a_check
from tests.engine.bench import Shelf, job, tiny
from tests.patience import PATIENCE
from tests.wire_hub import hub

RED, BLUE = Image.new("RGB", (40, 30), (220, 20, 20)), Image.new("RGB", (40, 30), (20, 20, 220))


def test_a_classifier_and_a_model_s_own_check_tell_red_from_blue(tmp_path: Path) -> None:
    for check in (
        classifier(str(red_is(tmp_path / "two"))),
        classifier(str(red_is(tmp_path / "named", "porn", "Neutral"))),
        own_check(model(with_a_check(tmp_path / "model"))),
    ):
        guard = Guard(lambda model, check=check: check, PATIENCE)  # type: ignore[misc]
        assert [guard.verdict("any", picture) for picture in (RED, BLUE, RED)] == ["unfit", "fine", "unfit"]


def test_of_a_classifier_on_the_hub_only_what_is_read_is_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = red_is(tmp_path / "hub" / "org" / "red")
    (folder / "checkpoint-1").mkdir()
    (folder / "checkpoint-1" / "older.safetensors").write_bytes(b"older")
    with hub(tmp_path / "hub") as server:
        url = f"{server.endpoint}/{{repo_id}}/resolve/{{revision}}/{{filename}}"
        monkeypatch.setattr("huggingface_hub.constants.HUGGINGFACE_CO_URL_TEMPLATE", url)
        monkeypatch.setattr("huggingface_hub.constants.ENDPOINT", server.endpoint)
        monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "cache"))
        unfit = classifier("org/red")
    assert unfit(RED) and not unfit(BLUE)
    assert sorted(server.asked) == ["config.json", "model.safetensors", "preprocessor_config.json"]


def model(folder: Path) -> Found:
    return Found(folder, ModelCard(name="any"))


def nan(folder: Path) -> Unfit:
    """A classifier whose file holds no numbers."""
    weights = load_file(red_is(folder) / "model.safetensors")
    save_file({n: torch.full_like(w, torch.nan) for n, w in weights.items()}, folder / "model.safetensors")
    return classifier(str(folder))


def hollow(folder: Path) -> Unfit:
    """A model's own check whose file holds no numbers."""
    file = with_a_check(folder) / "safety_checker/model.safetensors"
    save_file({n: torch.full_like(w, torch.nan) for n, w in load_file(file).items()}, file)
    return own_check(model(folder))


def cut(folder: Path) -> Unfit:
    """A classifier whose file broke off."""
    file = red_is(folder) / "model.safetensors"
    file.write_bytes(file.read_bytes()[:1000])
    return classifier(str(folder))


def headless(folder: Path) -> Unfit:
    """A classifier whose file lacks what tells apart: it would be made up."""
    file = red_is(folder) / "model.safetensors"
    weights = {n: w.clone() for n, w in load_file(file).items() if not n.startswith("classifier.")}
    save_file(weights, file, {"format": "pt"})
    return classifier(str(folder))


def unsaying(folder: Path) -> Unfit:
    """One that tells apart what has nothing to do with it."""
    return classifier(str(red_is(folder, "cat", "dog")))


def by_pickle(folder: Path) -> Unfit:
    """One whose weights are a program."""
    torch.save(load_file(red_is(folder) / "model.safetensors"), folder / "pytorch_model.bin")
    (folder / "model.safetensors").unlink()
    return classifier(str(folder))


@pytest.mark.parametrize(
    "broken",
    [
        nan,
        hollow,
        cut,
        headless,
        unsaying,
        by_pickle,
        lambda folder: own_check(model(folder)),
        lambda folder: own_check(None),
    ],
    ids=[
        "no numbers",
        "own, no numbers",
        "cut",
        "no head",
        "other labels",
        "pickle",
        "none of its own",
        "no model",
    ],
)
def test_what_can_t_check_calls_nothing_fit(
    tmp_path: Path, broken: Callable[[Path], Unfit], caplog: pytest.LogCaptureFixture
) -> None:
    guard = Guard(lambda model: broken(tmp_path / "it"), PATIENCE)
    assert [guard.verdict("any", BLUE) for _ in range(2)] == ["unchecked"] * 2
    assert "could not be checked" in caplog.text and not [r for r in caplog.records if r.exc_info]


@pytest.mark.parametrize("broken", [nan, headless])
def test_a_broken_classifier_is_read_anew(
    tmp_path: Path, broken: Callable[[Path], Unfit], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.local.guard.AGAIN", 0.0)
    with pytest.raises(NoCheck):
        broken(tmp_path / "it")
    one = cache(classifier)  # as the engine has it for all models
    asked = Guard(lambda model: one(str(tmp_path / "it")), PATIENCE)
    assert asked.verdict("any", RED) == "unchecked"
    red_is(tmp_path / "it")
    assert [asked.verdict("any", picture) for picture in (RED, BLUE)] == ["unfit", "fine"]


def test_a_check_that_hangs_holds_back_what_comes_until_it_answers() -> None:
    go, at_it, asked = threading.Event(), threading.Event(), []

    def slow(image: Image.Image) -> bool:
        asked.append(image)
        at_it.set()
        go.wait(PATIENCE)
        return False

    guard = Guard(lambda model: slow, 0.2)
    assert [guard.verdict("any", BLUE) for _ in range(5)] == ["unchecked"] * 5
    assert at_it.wait(PATIENCE) and len(asked) == 1
    go.set()
    for image in (BLUE, RED):
        while guard.verdict("any", image) != "fine":
            time.sleep(0.05)


async def test_pictures_of_a_job_that_is_checked_come_with_their_verdict_and_without_previews() -> None:
    def check(model: str) -> Unfit:
        if model != "tiny":
            raise NoCheck(model)
        return lambda image: image.size != (16, 16)

    async with LocalEngine(Shelf({"tiny": tiny()}), check=check) as engine:
        for asked, verdict in ((False, ""), (True, "fine")):
            events = [
                e async for e in engine.submit(job(f"job{asked}").model_copy(update={"checked": asked}))
            ]
            assert isinstance(events[-1], Done) and [p.verdict for p in events[-1].pictures] == [verdict]
            if asked:
                assert not [e for e in events if isinstance(e, Progress) and e.preview]
