"""Files have kind names: what is in them, in letters that every system takes, and no id."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.chat import FakeTranslator, stage


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        ("a red apple", "lukis-a-red-apple-7.png"),
        ("여우", "lukis-a-fox-7.png"),
        ("사과", "lukis-7.png"),
        ("Café, Ångström & Co.", "lukis-cafe-angstrom-co-7.png"),
        ("(red:1.3) it's <lora:ink:0.8> big", "lukis-red-its-big-7.png"),
        ("../../etc/passwd", "lukis-etc-passwd-7.png"),
        ('"; rm -rf \\ \n CON', "lukis-rm-rf-con-7.png"),
        ("word " * 300, "lukis-" + "word-" * 8 + "7.png"),
        ("a" * 900, "lukis-" + "a" * 40 + "-7.png"),
        ("🦊🦊", "lukis-7.png"),
    ],
)
async def test_an_original_s_name_says_what_is_in_it(tmp_path: Path, prompt: str, name: str) -> None:
    async with stage(tmp_path, translator=FakeTranslator(여우="a fox")) as on:
        alice = on.someone()
        await alice.send(f"/imagine {prompt} --seed 7")
        picture = await alice.pictures()
        await alice.press(picture, "Original")
        document = (await on.platform.until(lambda m: m.card.document)).card
    assert document.file_name == name
    assert re.fullmatch(r"[a-z0-9-]{1,70}\.png", name)
    assert (picture.card.job or "") not in name
