"""What people bring along from Midjourney, NovelAI and the web UIs draws, and the picture says what became of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.locales import Locales
from bot.usecases.habits import HABITS, Habit, settled
from bot.usecases.parsing import parse
from bot.usecases.pasted import pasted, understood
from bot.usecases.weighing import weighed
from engine.api.cards import Defaults, ModelCard, Range
from engine.api.errors import LukisError
from engine.api.events import NoMeaning, NotHere, ReadAs
from engine.api.parameters import FLAGS, PARAMETERS, Parameters
from tests.chat import stage
from tests.fakes import FAKE_CARD, FakeEngine

USUAL = ModelCard(name="usual", defaults=Defaults(steps=20, cfg=7))
TURBO = ModelCard(
    name="turbo",
    defaults=Defaults(steps=4, cfg=1),
    limits={"cfg": Range(least=1, most=1), "steps": Range(least=1, most=6)},
)
ANIME = ModelCard(name="meinamix-v11", title="MeinaMix")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("fox --stylize 0", {"cfg": 9.1}),
        ("fox --s 100", {}),
        ("fox —s 1000", {"cfg": 4.2}),
        ("fox --s 1000 --cfg 10", {"cfg": 6.0}),
        ("fox -s 10 -c 3", {"steps": 10, "cfg": 3.0}),
        ("fox --c 50", {"vary": 0.75}),
        ("fox --chaos 0", {}),
        ("fox --q 2", {"steps": 40}),
        ("fox --q .25 --steps 100", {"steps": 25}),
        ("fox --draft", {"steps": 10}),
        ("fox --iw 2", {"strength": 0.35}),
        ("fox --iw 2 --like", {"like": True, "like_weight": 1.2}),
        ("fox --repeat 3", {"count": 3}),
        ("fox --r 3 --n 2", {"count": 6}),
        ("fox --r 40", {"count": 8}),
        ("fox --seed random --style cute", {}),
        ("fox --seed -1", {}),
        ("fox --seed 5", {"seed": 5}),
        ("fox --niji 6", {"model": "meinamix-v11"}),
        ("fox --width 512 --height 770", {"size": (512, 768)}),
        ("fox --negative_prompt red hat --cfg_scale 5", {"negative": "red hat", "cfg": 5.0}),
        ("fox -x 7 -t 12 -r 512x768", {"seed": 7, "steps": 12, "size": (512, 768)}),
        ("fox --quality ٢", {"steps": 40}),
        ("fox --tile --v 6.1 --fast", {"tile": "both"}),
        ('a sign "--s 900"', {}),
    ],
)
def test_what_a_habit_comes_to(text: str, values: dict[str, Any]) -> None:
    request = parse(text, FLAGS, models=[USUAL, ANIME])
    assert request.prompt in ("fox", 'a sign "--s 900"')
    assert request.parameters.model_dump(exclude_defaults=True) == values


def test_a_model_without_room_for_it_leaves_it_out_and_says_so() -> None:
    request = parse("fox --s 900 --q 4 --draft", FLAGS, models=[TURBO])
    assert request.parameters.given == {"steps"} and request.parameters.steps == 3
    assert request.notices == (ReadAs("--q 4 --draft → --steps 3"), NoMeaning("--s 900"))


def test_values_that_are_swept_stay_as_they_are() -> None:
    request = parse("fox --steps 10,20 --q 2", FLAGS, models=[USUAL])
    assert request.axes == {"steps": (10, 20)} and request.parameters.steps == 10
    assert request.notices == (NoMeaning("--q 2"),)


def test_words_behind_a_flag_that_means_nothing_stay_words() -> None:
    text = "a fox --sref https://example.com/a.png 1234 --v 7 in snow --p m7c4x2q at night --video by day --weird 9 too"
    assert parse(text, FLAGS, models=[USUAL]).prompt == "a fox in snow at night by day too"


@pytest.mark.parametrize("habit", HABITS, ids=lambda habit: habit.flags[0])
def test_every_habit_draws_and_none_is_dropped_unsaid(habit: Habit) -> None:
    """With its usual value, on the command's own flags; what comes to nothing says so, all else changes something."""
    for flag in habit.flags:
        request = parse(f"a red fox {flag} {habit.example}".rstrip(), FLAGS, models=[USUAL])
        assert request.prompt == "a red fox", flag
        said = [note for note in request.notices if isinstance(note, (ReadAs, NoMeaning))]
        known = habit.same or habit.example == "random"
        assert len(said) == (0 if known else 1), flag
        assert bool(request.parameters.given) == (
            bool(habit.same) or any(isinstance(n, ReadAs) for n in said)
        )


def test_no_habit_is_a_flag_of_ours_in_any_language() -> None:
    flags = Locales.load().flags()
    taken = {flag for habit in HABITS if not habit.only for flag in habit.flags if flag in flags}
    assert not taken


@pytest.mark.parametrize(
    ("text", "prompt", "negative"),
    [
        ("hot:: dog", "hot BREAK dog", ""),
        ("cat:: dog::2", "(cat:0.667) BREAK (dog:1.333)", ""),
        ("still life:: fruit::-.5", "still life", "fruit"),
        ("cat::9 dog::1", "(cat:1.6) BREAK (dog:0.3)", ""),
        ("a std::vector at 10::30", "a std::vector at 10::30", ""),
        ("[cat::0.3] (red::2) {2::a|b}", "[cat::0.3] (red::2) {2::a|b}", ""),
        ('a sign "hot:: dog"', 'a sign "hot:: dog"', ""),
        ("{{cat}}", "(cat:1.103)", ""),
        ("{cat} {red,blue} {a|b}", "(cat:1.05) {red,blue} {a|b}", ""),
        ("{{{red hair, hat}}}", "(red hair, hat:1.158)", ""),
        ("{{red {hair}}}", "(red (hair:1.05):1.103)", ""),
        ("1.5::rain, night::, -1::hat ::", "(rain, night:1.5), (hat:-1)", ""),
        (r"\{cat}", r"\{cat}", ""),
    ],
)
def test_weights_of_others(text: str, prompt: str, negative: str) -> None:
    assert weighed(text) == (prompt, negative)


BLOCK = """masterpiece, a red fox
in snow <lora:gone:0.8> <lora:ink:0.5>
Negative prompt: blurry, text
Steps: 20, Sampler: Euler a, CFG scale: 7, Seed: 5, Size: 512x512, Model: foo, Clip skip: 2, ADetailer model: face"""


@pytest.mark.parametrize("block", [BLOCK, " ".join(BLOCK.split())], ids=["lines", "one line"])
def test_settings_pasted_from_a_web_ui(block: str) -> None:
    request = understood(block, FLAGS, FakeEngine())
    assert request.prompt == "masterpiece, a red fox in snow <lora:ink:0.5>"
    given = request.parameters.model_dump(exclude_defaults=True)
    assert given.items() >= {"steps": 20, "sampler": "euler_a", "cfg": 7, "seed": 5, "clip_skip": 2}.items()
    assert given["size"] == (512, 512) and given["negative"] == "blurry, text"
    assert request.notices == (NotHere("foo, gone, ADetailer model face"),)


@pytest.mark.parametrize(
    "text", ["a fox, Steps: 20", "Negative prompt: x Steps: 20, Sampler: a", "steps: 20, x"]
)
def test_what_is_no_such_block_is_a_prompt(text: str) -> None:
    assert pasted(text) is None


async def test_the_picture_says_what_became_of_the_flags_in_ones_own_language(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice, budi = on.someone("alice"), on.someone("budi", language="id")
        await alice.send("/imagine a fox --q 2 --weird 250 --v 7")
        notes = (await alice.pictures()).card.notes
        assert "Read as: --q 2 → --steps 8." in notes
        assert any("--weird 250, --v 7" in note and "no effect" in note for note in notes)
        await budi.send("/imagine a fox --stop 80")
        assert any("tidak berpengaruh: --stop 80" in note for note in (await budi.pictures()).card.notes)
    assert on.engine.jobs[0].recipe.steps == 8


async def test_in_reply_too_and_not_with_the_next_picture(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox")
        photo = await alice.pictures()
        await alice.send("--weird 5 --q 2", reply_to=photo)
        changed = await alice.pictures()
        assert any("--weird 5" in note for note in changed.card.notes)
        await alice.press(changed, "Reroll")
        assert not any("--weird" in note for note in (await alice.pictures()).card.notes)


async def test_a_pasted_block_draws_with_its_settings(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send(f"/imagine {BLOCK}")
        notes = (await alice.pictures()).card.notes
        assert any("foo" in note and "ADetailer" in note for note in notes)
    (job,) = on.engine.jobs
    assert (job.recipe.seed, job.recipe.steps, job.recipe.negative) == (5, 20, "blurry, text")


@given(
    st.lists(
        st.sampled_from([*(f for h in HABITS for f in h.flags), "fox", "::", "2", "-1", "{", "}", "--n"])
    )
)
def test_any_mixture_is_read_or_refused_in_words(words: list[str]) -> None:
    try:
        request = parse(" ".join(words), FLAGS, models=[FAKE_CARD], wordless=True)
    except LukisError:
        return
    Parameters.model_validate(request.parameters.model_dump())


def test_a_hundred_flags_say_no_more_than_a_few_lines() -> None:
    _, notices = settled(Parameters(), (), [(HABITS[0], "--s" * 50, "9" * 90)] * 500, [USUAL])
    assert sum(len(str(note)) for note in notices) < 4000
    assert PARAMETERS["cfg"].flag == "--cfg"
