"""The grammar, as people type on real keyboards."""

from __future__ import annotations

from contextlib import suppress
from itertools import cycle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import EmptyPrompt, UnknownFlag
from bot.locales import Locales
from bot.usecases.parsing import parse
from engine.api.cards import ModelCard
from engine.api.errors import BadRequest, OutOfRange, PromptTooLong, UnknownChoice
from engine.api.parameters import PARAMETERS, Parameters
from engine.api.styles import Style
from engine.api.values import Margins

FLAGS = Locales.load().flags()


@pytest.mark.parametrize(
    ("text", "prompt", "values"),
    [
        ("red fox --ar 16:9", "red fox", {"ratio": (16, 9)}),
        ("red fox —ar 16:9", "red fox", {"ratio": (16, 9)}),
        ("red fox –ar 16:9", "red fox", {"ratio": (16, 9)}),
        ("fox --ar 16:9 in the snow", "fox in the snow", {"ratio": (16, 9)}),
        ("fox --ar 16：9 --steps＝３０", "fox", {"ratio": (16, 9), "steps": 30}),
        ("fox --steps=30 --cfg: 7,5", "fox", {"steps": 30, "cfg": 7.5}),
        ("fox --cfg ٧٫٥ --n ४ --seed １２", "fox", {"cfg": 7.5, "count": 4, "seed": 12}),
        ("fox\n--ar 16:9\n--no blurry,\ntext", "fox", {"ratio": (16, 9), "negative": "blurry, text"}),
        ("fox --no red hat, snow --seed 5", "fox", {"negative": "red hat, snow", "seed": 5}),
        ("it's a cat's hat --ar 2:1", "it's a cat's hat", {"ratio": (2, 1)}),
        ("fox --sampler DPM++ 2M Karras, please", "fox please", {"sampler": "dpmpp_2m_karras"}),
        ("fox --sampler=euler_a in snow", "fox in snow", {"sampler": "euler_a"}),
        ("fox --sampler “Euler a”", "fox", {"sampler": "euler_a"}),
        ("fox -s 10 -n 2 -c 3", "fox", {"steps": 10, "count": 2, "cfg": 3.0}),
        ("fox --strength 40%", "fox", {"strength": 0.4}),
        ("fox --size 512 × 768", "fox", {"size": (512, 768)}),
        ("fox --raw --seed 1", "fox", {"raw": True, "seed": 1}),
        ("fox --SEED 1", "fox", {"seed": 1}),
        ("fox --seed 1 --seed 2", "fox", {"seed": 2}),
        ("--seed 1 fox", "fox", {"seed": 1}),
        ('a sign that says "--ar 3:2" --seed 5', 'a sign that says "--ar 3:2"', {"seed": 5}),
        ("a sign «a «--no entry» b» --seed 5", "a sign «a «--no entry» b»", {"seed": 5}),
        ("« fox --seed 5 « snow", "« fox « snow", {"seed": 5}),
        ("a sign “—no entry” --seed 5", "a sign “—no entry”", {"seed": 5}),
        ("sci-fi - a well-known -dog —running, 5-6", "sci-fi - a well-known -dog —running, 5-6", {}),
        ("(red:1.3) <lora:x:0.8> fox", "(red:1.3) <lora:x:0.8> fox", {}),
        ("5 -- 6", "5 -- 6", {}),
        ("rubah --langkah 30", "rubah", {"steps": 30}),
        ("여우 --씨드 7", "여우", {"seed": 7}),
    ],
)
def test_what_people_type(text: str, prompt: str, values: dict[str, Any]) -> None:
    flags = {f: p for p in PARAMETERS.values() for f in p.words.flags}
    flags |= {"--langkah": PARAMETERS["steps"], "--씨드": PARAMETERS["seed"]}
    request = parse(text, flags, models=["starter"])
    assert request.prompt == prompt
    assert request.parameters.model_dump(exclude_defaults=True) == values


@pytest.mark.parametrize(
    ("text", "error", "facts"),
    [
        ("fox --stps 3", UnknownFlag, {"flag": "--stps", "nearest": "--steps"}),
        ("fox —stps 3", UnknownFlag, {"flag": "—stps", "nearest": "--steps"}),
        ("fox --zzzzz", UnknownFlag, {"flag": "--zzzzz", "nearest": ""}),
        ("fox --steps 0", OutOfRange, {"flag": "--steps", "value": "0", "least": 1, "most": 150}),
        ("fox --steps ten", OutOfRange, {"flag": "--steps", "value": "ten", "least": 1, "most": 150}),
        ("fox --steps", OutOfRange, {"flag": "--steps", "value": "", "least": 1, "most": 150}),
        ("fox --cfg nan", OutOfRange, {"flag": "--cfg", "value": "nan", "least": 1, "most": 30}),
        (
            "fox --seed " + "9" * 30,
            OutOfRange,
            {"flag": "--seed", "value": "9" * 30, "least": 0, "most": 4294967295},
        ),
        ("fox --ar wide", OutOfRange, {"flag": "--ar", "value": "wide", "range": "16:9"}),
        ("fox --ar 0:0", OutOfRange, {"flag": "--ar", "value": "0:0", "range": "16:9"}),
        ("fox --strength 2", OutOfRange, {"flag": "--strength", "value": "2", "least": 0.05, "most": 1}),
        ("fox --n 9", OutOfRange, {"flag": "--n", "value": "9", "least": 1, "most": 8}),
        (
            "fox --model ../../etc/passwd",
            UnknownChoice,
            {"flag": "--model", "nearest": "", "choices": "starter"},
        ),
        ("fox --model startr", UnknownChoice, {"flag": "--model", "nearest": "starter"}),
        ("fox --sampler eulr", UnknownChoice, {"flag": "--sampler", "nearest": "euler"}),
        ("--ar 1:1", EmptyPrompt, {}),
        ("", EmptyPrompt, {}),
        (" \n\t\u200b\x00 ", EmptyPrompt, {}),
        ("?!", EmptyPrompt, {}),
        ("«" * 100_000, PromptTooLong, {"length": 100_000, "limit": 2000}),
        ("a" * 2001, PromptTooLong, {"length": 2001, "limit": 2000}),
    ],
)
def test_what_is_wrong_is_named(text: str, error: type[BadRequest], facts: dict[str, Any]) -> None:
    with pytest.raises(error) as caught:
        parse(text, models=["starter"])
    assert {name: caught.value.facts[name] for name in facts} == facts


MODELS = [
    ModelCard(name="starter", file="starter", title="Starter"),
    ModelCard(name="dream-shaper-v8", file="Dream Shaper (v8).safetensors"),
    ModelCard(name="лиса-снегов", file="Лиса снегов.safetensors", former="model"),
    ModelCard(name="水墨", file="水墨.safetensors", former="model-2"),
    ModelCard(name="dream", file="dream.safetensors"),
]


@pytest.mark.parametrize(
    ("written", "name", "rest"),
    [
        ("Dream Shaper (v8)", "dream-shaper-v8", ""),
        ("Dream Shaper (v8).safetensors in snow", "dream-shaper-v8", "in snow"),
        ('"DREAM SHAPER v8" in snow', "dream-shaper-v8", "in snow"),
        ("dream-shaper-v8", "dream-shaper-v8", ""),
        ("dream shape", "dream", "shape"),
        ("ЛИСА СНЕГОВ, зима", "лиса-снегов", "зима"),
        ("水墨", "水墨", ""),
        ("Starter a red fox", "starter", "a red fox"),
    ],
)
def test_a_model_may_be_called_as_its_file_is(written: str, name: str, rest: str) -> None:
    request = parse(f"a fox --model {written}", models=MODELS)
    assert request.parameters.model == name
    assert request.prompt == f"a fox {rest}".strip()


@pytest.mark.parametrize(
    ("written", "value", "nearest"),
    [
        ("Волк", "Волк", ""),
        ("model", "model", ""),
        ("Dream Shapper (v8)", "Dream Shapper (v8)", "dream-shaper-v8"),
        ("Лисса снегов", "Лисса снегов", "лиса-снегов"),
        ("../dream", "../dream", "dream"),
        ("", "", ""),
    ],
)
def test_an_unknown_model_is_never_another(written: str, value: str, nearest: str) -> None:
    with pytest.raises(UnknownChoice) as caught:
        parse(
            f"a fox --model {written}",
            models=[card for card in MODELS if card.name != "dream" or nearest == "dream"],
        )
    assert caught.value.facts["nearest"] == nearest
    assert caught.value.facts["value"] == value


QUOTES = ('""', "“”", "””", "„“", "„”", "«»", "「」", "『』", "＂＂", "''", "‘’")


@pytest.mark.parametrize("quotes", QUOTES)
@pytest.mark.parametrize(
    ("written", "prompt", "values"),
    [
        ("a fox --style @pixel art@ in snow", "a fox in snow", {"style": "pixel-art"}),
        ("a fox --style=@pixel art@, snow", "a fox snow", {"style": "pixel-art"}),
        ("a fox —estilo：@ Arte em Pixel @ --n 2", "a fox", {"style": "arte-em-pixel", "count": 2}),
        ("a fox --style @pixel art@,@neon@ in snow", "a fox in snow", {"style": "pixel-art,neon"}),
        ("a fox --style ink,@pixel art@", "a fox", {"style": "ink,pixel-art"}),
        ("a fox --steps @20@ in snow", "a fox in snow", {"steps": 20}),
        ("a fox --steps @10, 20@ in snow", "a fox in snow", {"steps": (10, 20)}),
        ("a fox --ar @16 : 9@ in snow", "a fox in snow", {"ratio": "16:9"}),
        ("a fox --sampler @euler a@ in snow", "a fox in snow", {"sampler": "euler_a"}),
        ("a fox --model @My Model v2@ in snow", "a fox in snow", {"model": "my-model"}),
        ("a fox --no @red hat@ in snow", "a fox in snow", {"negative": "red hat"}),
        ("a fox --extend @left=64, top=64@ in snow", "a fox in snow", {"extend": Margins(left=64, top=64)}),
        ("a fox --control @canny, depth@ in snow", "a fox in snow", {"control": ("canny", "depth")}),
        ("a fox --upscale @4@ in snow", "a fox in snow", {"upscale": 4}),
    ],
)
def test_what_stands_in_quotes_is_the_whole_value(
    quotes: str, written: str, prompt: str, values: dict[str, Any]
) -> None:
    turns = cycle(quotes)
    text = "".join(next(turns) if sign == "@" else sign for sign in written)
    models = [ModelCard(name="my-model", title="", file="My Model v2.safetensors", family="sd1")]
    asked = parse(text, FLAGS, models=models)
    assert asked.prompt == prompt
    told = {name: asked.axes.get(name, getattr(asked.parameters, name)) for name in values}
    assert {name: str(value) for name, value in told.items()} == {n: str(v) for n, v in values.items()}


@pytest.mark.parametrize(
    ("text", "prompt", "values"),
    [
        ('a fox --style "pixel art', "a fox art", {"style": "pixel"}),
        ('a fox --style pixel" art', "a fox art", {"style": "pixel"}),
        ('a fox --style "“ink”"', "a fox", {"style": "ink"}),
        ('a fox --no "text", snow', "a fox", {"negative": '"text", snow'}),
        ('a fox --no "text" "red hat"', "a fox", {"negative": '"text" "red hat"'}),
        ("a fox --no «text» 'red hat', snow --n 2", "a fox", {"negative": "«text» 'red hat', snow"}),
        ('a fox --no "text" \'til dawn', "a fox 'til dawn", {"negative": "text"}),
        ('a fox --no a sign "OPEN"', "a fox", {"negative": 'a sign "OPEN"'}),
        ('a fox --no ""', "a fox", {"negative": ""}),
        ('a sign "--style ink" --n 2', 'a sign "--style ink"', {"count": 2}),
        ("a dog's bone --style 'n hond", "a dog's bone hond", {"style": "n"}),
        ('--tile "a sign"', '"a sign"', {"tile": "both"}),
        ('a fox --tile "x"', "a fox", {"tile": "x"}),
    ],
)
def test_quotes_that_are_none_of_a_value_or_miss_an_end(
    text: str, prompt: str, values: dict[str, Any]
) -> None:
    asked = parse(text, FLAGS)
    assert asked.prompt == prompt
    assert {name: getattr(asked.parameters, name) for name in values} == {
        name: Style(value) if name == "style" else value for name, value in values.items()
    }


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('a fox --steps "20 cats"', "20 cats"),
        ('a fox --style ""', ""),
        ('a fox --ar "16:9 and snow"', "16:9 and snow"),
        ('a fox --steps "10, 20, cats"', "10, 20, cats"),
    ],
)
def test_what_is_quoted_is_no_value_with_a_prompt_behind(text: str, value: str) -> None:
    with pytest.raises(OutOfRange) as told:
        parse(text, FLAGS)
    assert told.value.facts["value"] == value


@given(
    st.lists(
        st.sampled_from([*"\"“”„«»「」'‘’＂ ,=", "--style", "--no", "--steps", "--sampler", "ink", "20", "n"])
    )
)
def test_whatever_is_quoted_is_a_request_or_one_sentence(pieces: list[str]) -> None:
    text = f"a fox {''.join(pieces)}"
    with suppress(BadRequest):
        asked = parse(text, FLAGS)
        assert asked.prompt.startswith("a fox") and len(asked.prompt) <= len(text)


@pytest.mark.parametrize("language", Locales.load().languages)
@pytest.mark.parametrize("typed", ["pandan", "langka", "pasoz", "guiaa", "graine", "benihh"])
def test_a_flag_is_suggested_in_a_language_of_ones_own(language: str, typed: str) -> None:
    locales = Locales.load()
    own = locales.flags(language)
    with pytest.raises(UnknownFlag) as caught:
        parse(f"a fox --{typed}", locales.flags(), own=own)
    assert caught.value.facts["nearest"] in {"", *own}


def test_a_flag_in_another_script_is_suggested_in_that_script() -> None:
    locales = Locales.load()
    with pytest.raises(UnknownFlag) as caught:
        parse("a fox --스텦", locales.flags(), own=locales.flags("en"))
    assert caught.value.facts["nearest"] == "--스텝"


@given(st.text(max_size=300))
def test_any_text_is_a_request_or_one_sentence(text: str) -> None:
    try:
        request = parse(text, models=["starter"])
    except BadRequest:
        return
    assert request.prompt == request.prompt.strip() != ""


words = st.text(st.characters(categories=("Ll", "Lu", "Lo")), min_size=1, max_size=12)
VALUES: dict[str, st.SearchStrategy[tuple[str, Any]]] = {
    "steps": st.integers(1, 150).map(lambda v: (str(v), v)),
    "seed": st.integers(0, 2**32 - 1).map(lambda v: (str(v), v)),
    "count": st.integers(1, 8).map(lambda v: (str(v), v)),
    "cfg": st.integers(10, 300).map(lambda v: (f"{v / 10:.1f}", v / 10)),
    "ratio": st.tuples(st.integers(1, 99), st.integers(1, 99)).map(lambda v: (f"{v[0]}:{v[1]}", v)),
    "raw": st.just(("", True)),
}


@given(
    st.lists(words, min_size=1, max_size=6),
    st.fixed_dictionaries({}, optional=VALUES),
    st.sampled_from(["--", "—", "–"]),
    st.sampled_from([" ", "\n", "  "]),
    st.data(),
)
def test_flags_anywhere_change_neither_prompt_nor_each_other(
    prompt: list[str], chosen: dict[str, tuple[str, Any]], dash: str, space: str, data: st.DataObject
) -> None:
    pieces = list(prompt)
    for name, (text, _) in chosen.items():
        place = data.draw(st.integers(1, len(pieces)))
        pieces.insert(place, f"{dash}{PARAMETERS[name].flag[2:]}{' ' + text if text else ''}")
    request = parse(space.join(pieces))
    assert request.prompt.split() == prompt
    assert request.parameters == Parameters(**{name: value for name, (_, value) in chosen.items()})
