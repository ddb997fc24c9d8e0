"""Commands, flags, corrections, help and the choice of a language, all in one's own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.bootstrap import open_translator
from bot.locales import Locales
from bot.settings import Settings
from bot.store import open_store
from bot.usecases.parsing import parse
from tests.chat import stage

LOCALES = Locales.load()


@pytest.mark.parametrize(
    ("language", "typed", "note"),
    [
        ("id", "/gambar rubah --langkah 3 --benih 7", "seed 7 · 128×128 · 3 langkah"),
        ("id", "/bayangkan rubah —langkah ３ —benih:7", "3 langkah"),
        ("ko", "/그려줘 여우 --스텝 3 --씨드 7", "시드 7 · 128×128 · 3스텝"),
        ("es", "/dibuja un zorro --pasos=3 --semilla 7", "semilla 7 · 128×128 · 3 pasos"),
        ("ja", "/描いて キツネ --ステップ ３ --シード ７", "シード 7 · 128×128 · 3ステップ"),
        ("zh", "/画 狐狸 --步数 3 --种子 7", "种子 7 · 128×128 · 3 步"),
        ("pt", "/desenhe uma raposa --passos 3 --semente 7", "semente 7 · 128×128 · 3 passos"),
        ("ru", "/нарисуй лиса --шаги 3 --сид 7", "сид 7 · 128×128 · 3 шага"),
        ("ar", "/ارسم ثعلب --خطوات ٣ --بذرة ٧", "\u20683\u2069 خطوات"),
        ("hi", "/बनाओ लोमड़ी --चरण ३ --सीड ७", "सीड 7 · 128×128 · 3 चरण"),
    ],
)
async def test_imagine_in_ones_own_words(tmp_path: Path, language: str, typed: str, note: str) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone(language=language)
        await alice.send(typed)
        photo = await alice.pictures()
        assert any(note in line for line in photo.card.notes), photo.card.notes
        assert (on.engine.jobs[0].recipe.steps, on.engine.jobs[0].recipe.seed) == (3, 7)


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        ("id", "/gambar rubah --langka 3", "Aku tidak mengenal --langka. Maksudmu --langkah?"),
        ("ko", "/그려줘 여우 --스탭 3", "모르는 옵션이에요: --스탭. 혹시 --스텝 인가요?"),
        ("es", "/imagine zorro --pasos 900", "--pasos no puede ser 900. Prueba con 1–150."),
        ("pt", "/imagine raposa --passos", "--passos precisa de um valor: 1–150."),
        ("ru", "/imagine лиса --сэмплер eulr", "Может быть, euler?"),
    ],
)
async def test_gentle_corrections(tmp_path: Path, language: str, typed: str, said: str) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone(language=language)
        await alice.send(typed)
        await alice.told(said)
        assert on.engine.jobs == []


async def test_help_is_leafed_through_in_place(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone(language="id")
        await alice.send("/bantuan")
        page = await alice.told("Aku melukis apa yang kamu ceritakan")
        for label, words in [
            ("Pengaturan", "Tombol putar"),
            ("Langkah", "Gambar bermula sebagai derau murni"),
            ("Seed", "Setiap gambar tumbuh dari derau acak"),
            ("Kembali", "Aku melukis apa yang kamu ceritakan"),
            ("Semua pilihan", "--steps, --langkah – "),
        ]:
            await alice.press(page, label)
            assert words in page.card.text
        assert len(on.platform.messages) == 1


async def test_help_about_a_word(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone(language="ko")
        await alice.send("/help 스텝")
        await alice.told("순수한 노이즈에서 시작해서")
        await alice.send("/도움말 cgf")
        await alice.told("가이던스(CFG)는")


async def test_a_forged_topic_shows_a_page_all_the_same(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/help")
        page = await alice.told("I paint what you describe")
        await alice.press_payload(page, "help:no-such-topic")
        assert "I have no page about" in page.card.text


async def test_a_language_is_chosen_by_button_and_given_back_to_the_app(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone(language="es")
        await alice.send("/idioma")
        question = await alice.told("¿En qué idioma te hablo?")
        labels = [button.label for row in question.card.buttons for button in row]
        assert labels == [*map(LOCALES.name, LOCALES.languages), "Como mi aplicación"]
        assert await alice.press(question, "한국어") == "이제 한국어로 말할게요."
        await alice.send("/취소")
        await alice.told("기다리거나 그리는 중인 그림이 없어요.")
        assert await alice.press(question, "Como mi aplicación") == "Ahora hablo español."
        await alice.send("/cancel")
        await alice.told("No tienes nada en cola")


@pytest.mark.parametrize("words", ["한국어", "korean", "ko", "KO-kr"])
async def test_a_language_is_chosen_by_name(tmp_path: Path, words: str) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send(f"/language {words}")
        await alice.told("이제 한국어로 말할게요.")


async def test_a_forged_language_is_the_apps(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone(language="id")
        await alice.send("/bahasa")
        question = await alice.told("bahasa apa")
        assert await alice.press_payload(question, "language:klingon") == "Sekarang aku berbahasa Indonesia."


async def test_strangers_are_spoken_to_in_the_settings_language(tmp_path: Path) -> None:
    async with stage(tmp_path, language="pt") as on:
        await on.someone(language=None).send("/cancel")
        await on.someone().told("Você não tem nada na fila nem em andamento.")
        await on.someone("bob", language="de").send("/cancel")
        await on.someone("bob").told("You have nothing waiting or running.")


async def test_the_example_of_every_language_works_with_no_network(tmp_path: Path) -> None:
    settings = Settings.read(env_file=None, data_dir=tmp_path, translators=("glossary",))
    async with open_store(tmp_path) as store, open_translator(settings, store) as translator:
        for tag in LOCALES.languages:
            example = parse(LOCALES.say(tag)("imagine-example"), LOCALES.flags()).prompt
            english = (await translator.translate(example, tag)).english
            assert "fox" in english and "snow" in english, (tag, example, english)
