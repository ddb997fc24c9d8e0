"""A prompt's syntax is told from its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.translation.protect import split


def words(prompt: str) -> list[str]:
    return [p.text for p in split(prompt) if p.kind == "text"]


def kept(prompt: str) -> list[str]:
    return [p.text.strip() for p in split(prompt) if p.kind != "text" and p.text.strip()]


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("gato (rojo:1.3) aquí", ["gato", "rojo", "aquí"]),
        ("((muy (rojo)))", ["muy", "rojo"]),
        ("(rojo)+, gato++", ["rojo", "gato"]),
        ("kucing <lora:add-detail:0.8>", ["kucing"]),
        ("<cat-toy> di pantai", ["di pantai"]),
        ("kucing <lora: Лиса снегов : 0,8> besar", ["kucing", "besar"]),
        ("猫，＜lora：水墨：０．８＞ 海滩", ["猫", "海滩"]),
        ("gato <emb:mala mano:1,2> rojo", ["gato", "rojo"]),
        ("kucing embedding：雪女, jelek", ["kucing", "jelek"]),
        ("gato (rojo:1,3) aquí", ["gato", "rojo", "aquí"]),
        ("قطة (حمراء:١٫٣) كبيرة", ["قطة", "حمراء", "كبيرة"]),
        ("（红色：１．３）的猫", ["红色", "的猫"]),
        ("apel [merah, hijau]", ["apel", "merah", "hijau"]),
        ("apel {merah|hijau} besar", ["apel", "merah", "hijau", "besar"]),
        ("{2$$merah|hijau|biru}", ["merah", "hijau", "biru"]),
        ("[kucing:anjing:0.5]", ["kucing", "anjing"]),
        ("naga __warna__ terbang", ["naga", "terbang"]),
        ("kucing | anjing", ["kucing", "anjing"]),
        ("gadis BREAK gaun merah", ["gadis", "gaun merah"]),
        ("kucing AND anjing", ["kucing", "anjing"]),
        ('papan bertuliskan "Selamat Datang" di toko', ["papan bertuliskan", "di toko"]),
        ("papan “Selamat Datang” besar", ["papan", "besar"]),
        ("cartel «Bienvenidos»", ["cartel"]),
        ("Schild „Willkommen“ im Wald", ["Schild", "im Wald"]),
        ("看板「ようこそ」", ["看板"]),
        ("un cartel 'hola' rojo", ["un cartel", "rojo"]),
        ("it's a cat's hat", ["it's a cat's hat"]),
        ("lihat https://example.com/a,b.png kucing", ["lihat", "kucing"]),
        ("potret by Greg Rutkowski and Alphonse Mucha, hutan", ["potret", "hutan"]),
        ("potret by Vincent van Gogh", ["potret"]),
        ("potret by greg rutkowski", ["potret"]),
        ("en by om natten", ["en by om natten"]),
        ("kucing, 85mm, f/1.8, 8k, 1girl", ["kucing"]),
        ("badhandv4, ng_deepnegative_v1_75t, jelek", ["jelek"]),
        ("embedding:EasyNegative, jelek", ["jelek"]),
        ("kupu2 di taman", ["kupu2 di taman"]),
        ("红色的猫，（微笑：1.2），海滩", ["红色的猫", "微笑", "海滩"]),
        ("قطة، حمراء", ["قطة", "حمراء"]),
        (r"miku \(vocaloid\) merah", ["miku", "vocaloid", "merah"]),
        ("merah::2 biru", ["merah", "biru"]),
        ("kucing\nanjing", ["kucing", "anjing"]),
        ("pukul 12:30 di kota: malam", ["pukul 12:30 di kota: malam"]),
        ("kucing <3 anjing :) <33", ["kucing", "anjing"]),
        ("kucing, ;) anjing ^_^", ["kucing", "anjing"]),
        ("猫<3 犬", ["猫", "犬"]),
        ("*bunga* **merah** 2*3", ["bunga", "merah", "2", "3"]),
        ("_bunga_ ~~merah~~", ["bunga", "merah"]),
        ("kucing `rm -rf` hitam", ["kucing", "hitam"]),
        ("¿un gato? ¡sí!", ["un gato?", "sí!"]),
        ("gato:: perro::2 pez", ["gato", "perro", "pez"]),
        ("kucing @ pantai a.b@c.id @budi", ["kucing", "pantai"]),
        ("kucing -> anjing & ikan + burung", ["kucing", "anjing", "ikan", "burung"]),
        ("#kucing #merah", ["kucing", "merah"]),
        ("lihat https://a.id/x,y(z)?a=1,2, kucing", ["lihat", "kucing"]),
        ("(lihat www.a.id/x)", ["lihat"]),
    ],
)
def test_only_words_are_to_be_translated(prompt: str, expected: list[str]) -> None:
    assert words(prompt) == expected


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("(rojo:1.3)", ["(", ":1.3)"]),
        ("((rojo))", ["((", "))"]),
        ("rojo <lora:x:0.8>", ["<lora:x:0.8>"]),
        ("[a:b:0.5]", ["[", ":", ":0.5]"]),
        ("a, b | c BREAK d", [",", "|", "BREAK"]),
        ("potret by Van Gogh, 8k", ["by Van Gogh", ",", "8k"]),
    ],
)
def test_syntax_is_kept_as_it_stands(prompt: str, expected: list[str]) -> None:
    assert kept(prompt) == expected


def test_full_width_punctuation_becomes_what_models_read() -> None:
    assert "".join(p.english for p in split("猫，（红色：1.2）｜狗")) == "猫, (红色:1.2)|狗"


@given(st.text(alphabet=st.sampled_from(list("ab é,，:：()[]{}（）<>|\\\"'“”«»_12.+-\nBREAKby，、$@猫"))))
def test_pieces_join_to_the_prompt(prompt: str) -> None:
    assert "".join(p.text for p in split(prompt)) == prompt


@given(st.text())
def test_any_text_splits(prompt: str) -> None:
    assert "".join(p.text for p in split(prompt)) == prompt


@pytest.mark.parametrize(
    "stuff",
    [
        "(",
        "“",
        "<",
        "by A",
        '"',
        "__",
        " ",
        "a_",
        ":1",
        "[a:",
        "'",
        "1a/",
        "{2$$",
        "\n ",
        "a/",
        "by A ",
        "a-1",
    ],
)
def test_ten_thousand_of_anything_split(stuff: str) -> None:
    prompt = stuff * (10_000 // len(stuff))
    assert "".join(p.text for p in split(prompt)) == prompt
