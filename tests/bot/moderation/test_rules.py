"""Lists of words: what they find, in every script and however it is typed, and what they leave alone."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from bot.moderation import rules as rules_module
from bot.moderation.folder import RuleFolder
from bot.moderation.rules import BadLine, Hit, Rules, check_line
from bot.moderation.told import told
from engine.api.recipe import Recipe

RULES = Rules(
    {
        "block": [
            "nude", "red fox", "сука", "裸", "ラブ", "여우", "gato*", "*pool*", "กา", "कुत्ता", "كلب", "ass", "18+",
            "عاري", "/b[o0]+m/", "секс", "straße",
        ],
        "spoiler": ["ano", "鸡"],
        "allow": ["feliz año", "鸡蛋"],
    }
)  # fmt: skip

FOUND = {
    "nude": (
        "a nude person", "NUDE", "ｎｕｄｅ", "n\u200bu\u00adde", "nüdé", "nude\u0301", "n u d e", "n.u-d e", "nuuuude",
        "(nu:1.2)de", "{nu}de", "nude照片", "照片nude", "nudе", "ηude", "nu\u0501e", "ɴᴜᴅᴇ", "𝓷𝓾𝓭𝓮", "🅝🅤🅓🅔", "🇳🇺🇩🇪",
        "nud3", "black_nude_fox", "nude2", "n\x00ude", "nu\x1bde", "nu\ue000de", "nu\ufffdde", "(nude\ue000:1.2)",
    ),
    "red fox": ("a Red  Fox", "red_fox", "red-fox", "(red:1.1) fox"),
    "сука": ("СУКА", "су́ка", "cyка", "моя cyka"),
    "裸": ("一张裸体照片", "裸 体", "裸、体"),
    "ラブ": ("ラブ", "ﾗﾌﾞの絵"),
    "여우": ("여우", "여우를 그려", "여우들이", "여우와 곰"),
    "gato*": ("gatos negros",),
    "*pool*": ("carpooling",),
    "कुत्ता": ("अच्छा कुत्ता है",),
    "كلب": ("كلب", "الكلب", "وبالكلب", "كَلْب", "كلـــب", "کلب"),
    "عاري": ("عارى", "عاری", "العاري"),
    "ass": ("a$$", "4ss", "a s s"),
    "18+": ("18+ only",),
    "/b[o0]+m/": ("big BOOM", "b0m"),
    "straße": ("STRASSE", "strasse"),
}  # fmt: skip

FINE = (
    "a red fix in the snow", "denuded hills", "a class of bass", "ラブラドール", "여우비", "कुत्ताघर", "كلبة", "180+",
    "сор в избе", "cyka", "red, fox", "feliz año", "鸡蛋", "", "!!!", "a b c d", "ножницы",
)  # fmt: skip


def test_words_are_found_however_they_are_typed() -> None:
    for line, texts in FOUND.items():
        for text in texts:
            assert RULES.find(text)[:1] == [Hit("block", line)], text


def test_what_only_looks_alike_is_left_alone() -> None:
    assert [text for text in FINE if RULES.find(text)] == []


def test_a_word_that_is_allowed_means_itself_alone() -> None:
    assert RULES.find("feliz ano") == [Hit("spoiler", "ano")]
    assert RULES.find("鸡和鸡蛋") == [Hit("spoiler", "鸡")]
    assert RULES.find("nude ano") == [Hit("block", "nude"), Hit("spoiler", "ano")], "one of each list"


def test_lines_that_can_t_be_used_say_why() -> None:
    lines = {"*": "empty", " \u200b ": "empty", "/(/": "pattern", "/.*/": "all", "x" * 201: "long"}
    for line, why in lines.items():
        with pytest.raises(BadLine, match=why):
            check_line(line)
    for line in ("fox", "/fox+/", "🔞"):
        check_line(line)


def test_an_expression_that_fills_the_memory_is_not_even_read() -> None:
    for line in (
        "/a{1001}/",
        "/(?:(?:a{11}){10}){10}/",
        "/(?x)(?:a{9 9}){ 99 }/",
        "/(a{32,}b){32,64}/",
        "/(?x)a{99#\n}/",
        f"/a{{{'9' * 190}}}/",
    ):
        with pytest.raises(BadLine, match=r"slow|pattern"):
            check_line(line)
    for line in ("/a{1000}b{0,999}/", r"/\d{4}-\d{2}-\d{2}/", "/.{0,100}fox.{0,100}/"):
        check_line(line)


def test_an_expression_that_never_ends_counts_as_found() -> None:
    """Nobody gets past it by a text that makes it slow, and nobody waits for it."""
    rules = Rules({"report": [r"/^(\w+\s?)+\d(?<=x\d)$/", "fox"]})
    assert rules.find("word " * 12 + "word!") in ([], [Hit("report", r"/^(\w+\s?)+\d(?<=x\d)$/")])
    assert rules.find("fox") == [Hit("report", "fox")]


def test_expressions_have_a_time_for_all_texts_of_a_job_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has a chat of their own can write slow ones, and ask for many texts at once."""
    tried: list[str] = []

    def matches(pattern: object, text: str) -> bool:
        tried.append(text)
        return False

    monkeypatch.setattr(rules_module, "_matches", matches)
    monkeypatch.setattr(rules_module, "ALL_PATIENCE", -1.0)
    assert Rules({"report": ["/slow+/"]}).find("a", "b", "c") == [Hit("report", "/slow+/")] and tried == []
    assert Rules({"allow": ["/a fox/"], "block": ["fox"]}).find("a fox") == [Hit("block", "fox")]
    monkeypatch.undo()
    assert Rules({"allow": ["/a fox/"], "block": ["fox"]}).find("a fox") == []
    assert Rules({"block": ["fox"], "report": ["/b/"]}).find("a", "b", "fox") == [
        Hit("block", "fox"),
        Hit("report", "/b/"),
    ]


def test_an_expression_that_takes_too_long_allows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless:
        def search(self, *_: object, **__: object) -> bool:
            return True

        def sub(self, *_: object, **__: object) -> str:
            raise TimeoutError

    monkeypatch.setattr(rules_module, "_compiled", lambda body: Endless())
    assert Rules({"allow": ["/fox|(x+x+)+y/"], "block": ["fox"]}).find("a fox") == [Hit("block", "fox")]


def test_the_folder_is_read_anew_when_it_changes(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder = RuleFolder(tmp_path / "moderation")
    assert folder.empty and not folder.rules()
    folder = RuleFolder(tmp_path)
    (tmp_path / "notes.txt").write_text("boat")
    (tmp_path / "block.txt").write_bytes("\ufeff# rude\nfox\r\n/(/\n\n".encode())
    with caplog.at_level(logging.WARNING):
        assert folder.rules().find("a fox and a boat") == [Hit("block", "fox")]
    assert f"{tmp_path / 'block.txt'}, line 3 is passed over: it is no regular expression." in caplog.text
    (tmp_path / "block-id.txt").write_text("rubah")
    (tmp_path / "allow.txt").write_text("a fox")
    assert folder.rules().find("a fox") == [] and folder.rules().find("Rubah")
    (tmp_path / "block.txt").unlink()
    assert not folder.rules().find("fox")
    tmp_path.rename(tmp_path.with_name("elsewhere"))
    assert not folder.empty and folder.rules().find("rubah") and folder.rules().find("rubah")
    assert caplog.text.count("its lists stay as they were") == 1


def test_a_text_is_read_as_the_model_will_hear_it() -> None:
    recipe = Recipe(model="m", width=64, height=64, steps=4, cfg=7, sampler="euler", seed=1, count=4)
    heard = told("a {na|na}{ked|ked} [fo:ca:2]x and [b|oa]t", recipe)
    assert any("a naked fox" in text for text in heard) and any("cax" in text for text in heard)
    assert "ink" not in "".join(told("a fox", recipe.model_copy(update={"negative": "ink"})))
    assert "(ink:-1)" in told("a fox", recipe.model_copy(update={"negative": "(ink:-1)"}))
    assert "the hat" in told("a fox", recipe.model_copy(update={"only": "the hat"}))
