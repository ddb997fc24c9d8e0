"""What becomes of a picture's words when somebody asks for a change."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.changes import Scene, join, together

FOX = "a red fox in the snow"
TWO = "a penguin and a pizza at the beach"


def joined(shown: str, words: str, negative: str = "") -> tuple[str, str]:
    scene = join(Scene(shown, negative), words)
    assert scene is not None, f"{words!r} describes a picture of its own"
    return scene


@pytest.mark.parametrize(
    ("shown", "words", "prompt"),
    [
        (FOX, "make it blue", "a blue fox in the snow"),
        (FOX, "blue", "a blue fox in the snow"),
        (FOX, "but blue, please", "a blue fox in the snow"),
        (FOX, "the fox should be dark green", "a dark green fox in the snow"),
        (FOX, "change the colour to yellow", "a yellow fox in the snow"),
        ("an old red and white car", "paint it black", "an old black car"),
        ("an apple", "make it red", "a red apple"),
        ("a red apple", "make it orange", "an orange apple"),
        (FOX, "change red to blue", "a blue fox in the snow"),
        (FOX, "not red but blue", "a blue fox in the snow"),
        (FOX, "make the red fox blue", "a blue fox in the snow"),
        (FOX, "make the blue fox", "a blue fox in the snow"),
        (TWO, "make the pizza green", "a penguin and a green pizza at the beach"),
        (TWO, "make them blue", "a blue penguin and a blue pizza at the beach"),
        ("a girl with blue eyes", "make her eyes green", "a girl with green eyes"),
        ("a house", "make the roof red", "a house with a red roof"),
        ("a fox on a blue background", "make the background pink", "a fox on a pink background"),
        (FOX, "replace the background with green", "a red fox on a green background"),
        (FOX, "with a yellow background", "a red fox on a yellow background"),
        (FOX, "the color is blue", "a blue fox in the snow"),
        (FOX, "the colour should be dark green", "a dark green fox in the snow"),
        (FOX, "the color of the fox is blue", "a blue fox in the snow"),
        (FOX, "the background should be blue", "a red fox on a blue background"),
    ],
)
def test_a_colour_takes_the_place_of_a_colour(shown: str, words: str, prompt: str) -> None:
    assert joined(shown, words)[0] == prompt


@pytest.mark.parametrize(
    ("shown", "words", "prompt"),
    [
        (FOX, "make it night", "a red fox in the snow at night"),
        (FOX, "make it look like night", "a red fox in the snow at night"),
        (FOX, "the same but at night", "a red fox in the snow at night"),
        (FOX, "can it be night?", "a red fox in the snow at night"),
        (FOX, "have it be night", "a red fox in the snow at night"),
        (FOX, "have it rain", "a red fox in the rain"),
        (FOX, "put it the beach", "a red fox at the beach"),
        (FOX, "put it a fox in the forest", "a red fox in the forest"),
        (FOX, "at night, with a full moon", "a red fox with a full moon in the snow at night"),
        (FOX, "Make it a night scene.", "a red fox in the snow at night"),
        (FOX, "night", "a red fox in the snow at night"),
        ("four red apples on a blue background", "make it night", "four red apples at night"),
        ("a castle at dawn", "at night", "a castle at night"),
        ("a castle under the stars", "make it day", "a castle in the daytime"),
        ("a sunny beach", "make it night", "a beach at night"),
        ("a castle at night, oil painting", "day instead of night", "a castle in the daytime, oil painting"),
        ("1girl, night, forest", "make it day", "1girl, in the daytime, forest"),
        ("a fox in the desert", "let it rain", "a fox in the desert in the rain"),
        ("a fox in the rain", "make it sunny", "a fox in sunshine"),
        ("a fox in winter", "make it summer", "a fox in summer"),
        (FOX, "make it summer", "a red fox in summer"),
        ("a fox", "on a stormy night", "a fox on a stormy night"),
        (FOX, "put it in the forest", "a red fox in the forest"),
        (FOX, "in the forest", "a red fox in the forest"),
        (FOX, "change the background to a beach", "a red fox at the beach"),
        (FOX, "the background is a forest", "a red fox in the forest"),
        (FOX, "make the background blurry", "a red fox on a blurry background"),
        (FOX, "make the background darker", "a red fox on a dark background"),
        (FOX, "the background should be simple", "a red fox on a simple background"),
        (FOX, "make the background more colourful", "a red fox on a colourful background"),
        ("a fox in a wood", "make the background dark and blurry", "a fox on a dark and blurry background"),
        (FOX, "the weather should be rainy", "a red fox in the rain"),
        ("a fox at night", "the time of day should be dawn", "a fox at dawn"),
        (FOX, "move the fox to Paris", "a red fox in Paris"),
        ("a fox at night in the city", "to the beach", "a fox at night at the beach"),
        ("a fox at night", "in the forest", "a fox in the forest at night"),
        ("a cat on a sofa", "in the garden", "a cat on a sofa in the garden"),
    ],
)
def test_another_setting_takes_the_place_of_what_it_contradicts(shown: str, words: str, prompt: str) -> None:
    assert joined(shown, words)[0] == prompt


@pytest.mark.parametrize(
    ("shown", "words", "prompt"),
    [
        (FOX, "add a hat", "a red fox with a hat in the snow"),
        (FOX, "put a hat on it", "a red fox with a hat in the snow"),
        (FOX, "the fox has a hat", "a red fox with a hat in the snow"),
        (FOX, "put sunglasses on the fox", "a red fox with sunglasses in the snow"),
        (FOX, "add stars to the sky", "a red fox with stars in the snow"),
        (FOX, "put the moon in the sky", "a red fox with the moon in the snow"),
        (FOX, "put a bird in too", "a red fox and a bird in the snow"),
        (FOX, "give the fox sunglasses", "a red fox with sunglasses in the snow"),
        (FOX, "with a blue hat", "a red fox with a blue hat in the snow"),
        ("a fox with a red hat", "add a blue hat", "a fox with a blue hat"),
        (FOX, "add a dog", "a red fox and a dog in the snow"),
        (FOX, "add another fox", "two red foxes in the snow"),
        (FOX, "add a hat and make it night", "a red fox with a hat in the snow at night"),
        (FOX, "next to a tree", "a red fox next to a tree in the snow"),
        (FOX, "make it sleep", "a red fox sleeping in the snow"),
        (FOX, "the fox is wearing a scarf", "a red fox wearing a scarf in the snow"),
        ("a dog running on the beach", "make it swim in the sea", "a dog swimming in the sea"),
        (FOX, "make it scary", "a scary red fox in the snow"),
        (FOX, "bigger", "a big red fox in the snow"),
        ("a wooden house", "make it out of stone", "a house made of stone"),
        ("a wooden house", "make it glass", "a glass house"),
        (FOX, "make it three", "three red foxes in the snow"),
        (FOX, "two of them", "two red foxes in the snow"),
        (FOX, "make it two foxes", "two red foxes in the snow"),
        ("a dog in two hats", "make three dogs", "three dogs in two hats"),
        (FOX, "make it three ثعالب", "three red foxes in the snow"),
        ("three cats on a sofa", "only one cat", "a cat on a sofa"),
        (FOX, "as a watercolour", "a red fox in the snow, watercolour"),
        (FOX, "the style is watercolour", "a red fox in the snow, watercolour"),
        ("an oil painting of a castle", "make it pixel art", "a castle, pixel art"),
        (FOX, "make it a watercolour picture", "a red fox in the snow, watercolour picture"),
        ("a castle, oil painting", "in the style of a comic", "a castle, in the style of a comic"),
        (FOX, "from above", "a red fox in the snow, from above"),
        (FOX, "darker", "a red fox in the snow, dark"),
    ],
)
def test_what_is_asked_for_besides_is_added(shown: str, words: str, prompt: str) -> None:
    assert joined(shown, words)[0] == prompt


@pytest.mark.parametrize(
    ("shown", "words", "prompt", "negative"),
    [
        ("a fox with a hat in the snow", "without the hat", "a fox in the snow", "hat"),
        ("a fox wearing a red hat in the snow", "take the hat off", "a fox in the snow", "hat"),
        (TWO, "remove the pizza", "a penguin at the beach", "pizza"),
        (TWO, "no penguin", "a pizza at the beach", "penguin"),
        (FOX, "remove the snow", "a red fox", "snow"),
        (FOX, "without people or cars", FOX, "people, cars"),
        (FOX, "without the fox", "an empty scene in the snow", "fox"),
        (FOX, "remove the fox and add a cat", "a cat in the snow", "fox"),
        ("a fox on a blue background", "remove the background", "a fox on a plain white background", ""),
    ],
)
def test_what_is_taken_away_goes_to_the_negative_prompt(
    shown: str, words: str, prompt: str, negative: str
) -> None:
    assert joined(shown, words) == (prompt, negative)


def test_what_is_wanted_again_leaves_the_negative_prompt() -> None:
    assert joined("a fox", "add a red hat", "blurry, hat") == ("a fox with a red hat", "blurry")


@pytest.mark.parametrize(
    ("shown", "words", "prompt"),
    [
        (FOX, "replace the fox with a cat", "a cat in the snow"),
        (FOX, "instead of the fox a cat", "a cat in the snow"),
        (FOX, "instead of the fox, a cat", "a cat in the snow"),
        (FOX, "a cat instead of the fox", "a cat in the snow"),
        (FOX, "turn it into a dragon", "a dragon in the snow"),
        (FOX, "change fox to cat", "a cat in the snow"),
        (FOX, "change the fox to a cat", "a cat in the snow"),
        (FOX, "replace the snow with grass", "a red fox on the grass"),
        (TWO, "swap the pizza for a fish", "a penguin and a fish at the beach"),
        ("three cats on a sofa", "make them dogs", "three dogs on a sofa"),
        ("a fox with a hat", "replace hat with scarf", "a fox with a scarf"),
        ("a man in a red suit", "change the suit to a blue one", "a man in a blue suit"),
        ("a red car", "make it a blue one", "a blue car"),
        ("a red car", "make it an orange one", "an orange car"),
        ("a man with a red hat", "replace the hat with a blue one", "a man with a blue hat"),
        ("a man with red shoes", "swap the shoes for blue ones", "a man with blue shoes"),
        ("a woman in a red dress", "change the dress to a blue one", "a woman in a blue dress"),
        ("three red cats", "make them blue ones", "three blue cats"),
        (FOX, "change the hat to a blue one", "a red fox with a blue hat in the snow"),
        (FOX, "replace the background with a simple one", "a red fox on a simple background"),
    ],
)
def test_one_thing_takes_the_place_of_another(shown: str, words: str, prompt: str) -> None:
    assert joined(shown, words)[0] == prompt


@pytest.mark.parametrize(
    "words",
    [
        "a cat on a pink background",
        "a castle",
        "dragon",
        "a red fox in the forest",
        "two dogs playing",
        "draw a cat",
        "cyberpunk city at night",
        "portrait of a king",
        "in the forest a cat sleeps",
        "sunset over the sea",
        "snowy mountains",
        "winter landscape, dramatic light",
        "masterpiece, best quality, 1girl",
        "hello",
        "",
        "!?",
    ],
)
def test_a_whole_description_is_no_change(words: str) -> None:
    assert join(Scene(FOX), words) is None


@pytest.mark.parametrize(
    ("shown", "words", "prompt"),
    [
        (
            "a photo of a (red:1.3) fox in the snow, 4k, <lora:x:0.8>",
            "make it blue and at night",
            "a photo of a (blue:1.3) fox in the snow at night, 4k, <lora:x:0.8>",
        ),
        ('a sign that says "red" in a city', "make it blue", 'a blue sign that says "red" in a city'),
        ("(a cat in the snow:1.2)", "in the desert", "(a cat in the desert:1.2)"),
        ("((a cat)) in (the snow:1.2), [x]", "in the desert", "((a cat)) in the desert, [x]"),
        ("a cat by Greg Rutkowski, night", "make it day", "a cat by Greg Rutkowski, in the daytime"),
    ],
)
def test_weights_quotes_names_and_loras_stay(shown: str, words: str, prompt: str) -> None:
    assert joined(shown, words)[0] == prompt


things = st.sampled_from(["fox", "cat", "apple", "old house", "pizza", "elephant"])
colours = st.sampled_from(["red", "blue", "green", "yellow", "purple"])
places = st.sampled_from(
    ["in the snow", "at the beach", "in the forest", "on a blue background", "in space", ""]
)
times = st.sampled_from(["at night", "at dawn", "in the morning", "at sunset", ""])
tags = st.sampled_from(["", ", 4k", ", <lora:x:0.8>", ", (masterpiece:1.2)", ", watercolour"])
changes = st.sampled_from(
    [
        "make it night", "make it blue", "at sunset", "in the desert", "add a hat", "add a dog", "without the hat",
        "in the style of a comic", "make it three", "let it rain", "make it winter", "turn it into a dragon",
        "make it big", "make it wooden", "make it sleep", "on a yellow background", "remove the snow", "from above",
        "with flowers",
        "make it night, add a moon and remove the dog", "next to a tree", "make it scary", "black and white",
    ]
)  # fmt: skip


@st.composite
def scenes(draw: st.DrawFn) -> str:
    colour, thing = draw(colours), draw(things)
    surroundings = " ".join(filter(None, (draw(places), draw(times))))
    return f"a {colour} {thing} {surroundings}".strip() + draw(tags)


@given(scenes(), changes)
def test_a_change_asked_for_twice_is_one(shown: str, words: str) -> None:
    once = join(Scene(shown), words)
    assert once is not None
    assert join(once, words) == once


@given(scenes(), st.sampled_from(["make it night", "at dawn", "make it sunset", "in the morning"]))
def test_there_is_one_time_of_day_and_the_thing_stays(shown: str, words: str) -> None:
    prompt = joined(shown, words)[0]
    assert sum(t in prompt for t in ("night", "dawn", "morning", "sunset")) == 1
    assert prompt.split(" ")[1] == shown.split(" ")[1], "its colour"
    assert all(word in prompt for word in ("house", "<lora:x:0.8>", "(masterpiece:1.2)") if word in shown)


@given(scenes(), colours)
def test_another_colour_changes_nothing_else(shown: str, colour: str) -> None:
    prompt = joined(shown, f"make it {colour}")[0]
    assert prompt.split()[1] == colour or prompt.split()[2] == colour
    rest = [w for w in shown.split()[2:] if w != "old"]
    assert [w for w in prompt.split()[2:] if w not in ("old", colour)] == [w for w in rest if w != colour]


pieces = [
    *"abcdeот猫 ,.()[]<>:|\"'-0123\n",
    " the ",
    " make it ",
    " in ",
    " with ",
    " and ",
    " fox ",
    " night ",
    " of ",
]
wild = st.lists(st.sampled_from(pieces), max_size=40).map("".join)


@settings(max_examples=300)
@given(wild, wild, changes)
def test_any_words_can_be_joined(shown: str, words: str, change: str) -> None:
    join(Scene(shown), words)
    once = join(Scene(shown), change)
    assert once is None or once.prompt.strip()


def test_the_longest_words_take_no_time() -> None:
    began = time.perf_counter()
    join(Scene("a red fox in the snow with a hat and " * 50), "make the fox " + "and the hat in the " * 14)
    join(Scene("(" * 2000), "make it " + "a" * 250)
    assert time.perf_counter() - began < 60


def test_what_nobody_could_translate_changes_nothing() -> None:
    assert joined(FOX, "make it اثنين")[0] == FOX


def test_two_negative_prompts_say_nothing_twice() -> None:
    assert together("hat, text", "text,blurry") == "hat, text, blurry"
    assert together("", "") == ""


@pytest.mark.parametrize(
    "group",
    [
        "[fox|cat]",
        "{red|blue} fox",
        "[fox:cat:0.5]",
        "{3::a fox|a cat}",
        "{a [fox|cat]|a dog}",
        "[(fox:1.2):cat:3]",
    ],
)
@pytest.mark.parametrize("words", ["make it night", "make it blue", "add a hat", "turn the fox into a dog"])
def test_brackets_whose_words_change_stay_whole_or_go_whole(group: str, words: str) -> None:
    joined = join(Scene(f"{group} in the snow"), words)
    assert joined is not None
    bracket = group.removesuffix(" fox")
    assert bracket in joined.prompt or not set("[]{}|:") & set(joined.prompt)
    assert "snow" in joined.prompt
