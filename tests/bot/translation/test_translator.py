"""PromptTranslator: what a person gets, and who is asked how often."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from bot.translating import Translation
from bot.translation.cache import Cached
from bot.translation.options import TranslationOptions
from bot.translation.providers.base import NoTranslation, Provider, Unavailable
from bot.translation.providers.glossary import Glossary
from tests.bot.translation.stand_ins import DETECTOR, MemoryCache, StandIn, forever, translator
from tests.patience import PATIENCE

FOX = "seekor rubah merah di salju"


def refusing(error: Exception) -> StandIn:
    async def refuse(text: str) -> str:
        raise error

    return StandIn(refuse, name="refusing")


async def test_a_prompt_becomes_english_and_says_who_did_it() -> None:
    translation = await translator(StandIn(lambda _: "a red fox in the snow", name="google")).translate(FOX)
    assert translation == Translation(
        FOX, "a red fox in the snow", "id", "translated", "google", translation.confidence
    )
    assert 0.5 < translation.confidence <= 1


async def test_english_is_left_alone_and_nobody_is_asked() -> None:
    provider = StandIn()
    prompt = "1girl, masterpiece, 8k, octane render, by Greg Rutkowski"
    translation = await translator(provider).translate(prompt, "id")
    assert (translation.english, translation.outcome, translation.provider) == (prompt, "unchanged", None)
    assert provider.asked == []


async def test_only_the_part_that_needs_it_is_translated() -> None:
    provider = StandIn()
    translation = await translator(provider).translate("seekor kucing, cinematic lighting, 85mm")
    assert translation.english == "a cat, cinematic lighting, 85mm"
    assert provider.asked == ["seekor kucing"]
    assert translation.kept == ("cinematic lighting", "85mm")


async def test_ten_who_ask_the_same_at_once_cause_one_call() -> None:
    async def slowly(text: str) -> str:
        await asyncio.sleep(0.05)
        return "a red fox in the snow"

    provider = StandIn(slowly)
    chain = translator(provider)
    answers = await asyncio.gather(*(chain.translate(FOX, person=str(n)) for n in range(10)))
    assert len(provider.asked) == 1
    assert {a.english for a in answers} == {"a red fox in the snow"}


async def test_one_who_leaves_does_not_stop_the_others() -> None:
    started = asyncio.Event()

    async def slowly(text: str) -> str:
        started.set()
        await asyncio.sleep(0.05)
        return "a red fox in the snow"

    chain = translator(StandIn(slowly))
    first, second = (asyncio.create_task(chain.translate(FOX)) for _ in range(2))
    await started.wait()
    first.cancel()
    assert (await second).english == "a red fox in the snow"


async def test_an_answer_is_remembered() -> None:
    provider = StandIn(lambda _: "a red fox in the snow")
    chain = translator(provider)
    await chain.translate(FOX)
    account = await chain.account("  seekor rubah   merah di salju ")
    assert account.remembered
    assert account.translation.english == "a red fox in the snow"
    assert len(provider.asked) == 1


async def test_the_glossarys_help_is_not_remembered_so_that_a_real_translation_can_come() -> None:
    glossary = Glossary(TranslationOptions())
    answers: Iterator[Unavailable | str] = iter([Unavailable("down"), "a red fox in the snow"])

    async def at_last(text: str) -> str:
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    chain = translator(StandIn(at_last), glossary)
    first = await chain.translate(FOX)
    chain._chain.links[0].breaker.worked()
    second = await chain.translate(FOX)
    assert (first.outcome, first.provider, second.outcome) == ("word-for-word", "glossary", "translated")
    await chain.close()


@pytest.mark.parametrize(
    "first",
    [
        refusing(Unavailable("down")),
        refusing(NoTranslation("none")),
        refusing(RuntimeError("a bug")),
        StandIn(lambda _: ""),
        StandIn(lambda text: text),
        StandIn(lambda _: "Error 500 (Server Error)!!1500.That’s an error.There was an error."),
        StandIn(lambda _: "<!DOCTYPE html><html><title>Sorry...</title></html>"),
        StandIn(lambda _: "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY."),
        StandIn(lambda _: "fox " * 200),
        StandIn(lambda _: "красная лиса на снегу"),
        StandIn(forever),
    ],
)
async def test_the_next_provider_answers_where_one_does_not(first: Provider) -> None:
    translation = await translator(first, StandIn(name="second"), timeout=0.2).translate(FOX)
    assert (translation.provider, translation.outcome) == ("second", "translated")


async def test_a_chain_of_which_all_fail_leaves_the_prompt_and_says_so() -> None:
    translation = await translator(refusing(Unavailable("down")), StandIn(lambda _: "")).translate(FOX)
    assert translation == Translation(FOX, FOX, "id", "failed", None, translation.confidence)


async def test_nothing_in_the_chain_leaves_the_prompt() -> None:
    assert (await translator().translate(FOX)).outcome == "failed"


async def test_a_provider_that_is_down_is_not_asked_again_at_once() -> None:
    down = refusing(Unavailable("down"))
    chain = translator(down, StandIn())
    await chain.translate(FOX)
    account = await chain.account("anjing biru di hutan")
    assert account.translation.outcome == "translated"
    assert len(down.asked) == 1
    assert account.attempts[0].outcome.startswith("resting")


@pytest.mark.parametrize("unknown", ["Kuala Lumpur zzxq", "夜鬯鬻", "ฎฏฐ", "schadenfreude qqq"])
async def test_words_that_a_translator_does_not_know_say_nothing_about_its_health(unknown: str) -> None:
    chain = translator(Glossary(TranslationOptions()))
    for n in range(12):
        await chain.account(f"{unknown} {n}", "id")
    assert (await chain.translate(FOX, "id")).outcome == "word-for-word"
    await chain.close()


async def test_a_service_that_leaves_words_as_they_are_is_asked_for_the_next_ones() -> None:
    provider = StandIn(lambda text: text if "zzxq" in text else "a red fox in the snow")
    chain = translator(provider)
    for n in range(12):
        await chain.translate(f"seekor zzxq{'xyz'[n % 3]} di salju {n}", "id")
    assert (await chain.translate(FOX, "id")).outcome == "translated"


async def test_a_service_that_sends_pages_instead_of_answers_is_left_alone() -> None:
    provider = StandIn(lambda _: "<!DOCTYPE html><html><title>Sorry...</title></html>")
    chain = translator(provider)
    for n in range(12):
        await chain.translate(f"seekor rubah di salju {n}", "id")
    assert len(provider.asked) == 5


async def test_what_needs_no_network_never_rests() -> None:
    glossary = Glossary(TranslationOptions())
    chain = translator(glossary)
    chain._chain.links[0].breaker.failed()
    assert (await chain.translate(FOX, "id")).outcome == "word-for-word"
    await chain.close()


async def test_a_stumble_is_tried_again() -> None:
    answers = iter([Unavailable("connection reset", retry=True), None])

    async def at_second(text: str) -> str:
        if error := next(answers):
            raise error
        return "a red fox in the snow"

    provider = StandIn(at_second)
    assert (await translator(provider).translate(FOX)).outcome == "translated"
    assert len(provider.asked) == 2


async def test_a_correction_counts_for_whoever_made_it() -> None:
    chain = translator(StandIn(lambda _: "a red fox in the snow"))
    await chain.correct(FOX, "a crimson fox in powder snow", person="ani")
    mine, yours = await chain.translate(FOX, person="ani"), await chain.translate(FOX, person="budi")
    assert (mine.english, mine.provider, mine.outcome) == (
        "a crimson fox in powder snow",
        "person",
        "translated",
    )
    assert yours.english == "a red fox in the snow"


async def test_a_correction_may_be_to_use_the_original() -> None:
    chain = translator(StandIn())
    await chain.correct(FOX, FOX, person="ani")
    assert (await chain.translate(FOX, person="ani")).outcome == "unchanged"


async def test_an_operators_correction_counts_for_everyone() -> None:
    chain = translator(StandIn())
    await chain.correct(FOX, "a fox")
    assert (await chain.translate(FOX, person="budi")).english == "a fox"


async def test_emoji_alone_are_named_by_the_glossary_and_nobody_else_is_asked() -> None:
    provider = StandIn()
    chain = translator(provider, Glossary(TranslationOptions()))
    translation = await chain.translate("🦊 ❄️")
    assert (translation.english, translation.outcome) == ("fox snowflake", "word-for-word")
    assert provider.asked == []
    await chain.close()


@pytest.mark.parametrize(
    "prompt", ["", " ", ",", "123", "()", "\x00", "🦊", "\ud800", "a" * 10_000, "猫" * 10_000]
)
async def test_any_prompt_comes_back(prompt: str) -> None:
    translation = await translator(Glossary(TranslationOptions())).translate(prompt)
    assert translation.original == prompt
    assert translation.english or not prompt


async def test_a_broken_cache_is_no_reason_to_raise() -> None:
    class Broken(MemoryCache):
        async def get(self, text: str, language: str, providers: object) -> Cached | None:
            raise OSError("disk full")

        async def correct(self, text: str, english: str, person: str) -> None:
            raise OSError("disk full")

    chain = translator(StandIn(), cache=Broken())
    await chain.correct(FOX, "a fox")
    assert await chain.translate(FOX) == Translation(FOX, FOX, "und", "failed")


async def test_a_slow_provider_delays_its_own_prompt_only() -> None:
    async def sometimes(text: str) -> str:
        return await forever(text) if "salju" in text else "a blue dog"

    chain = translator(StandIn(sometimes), timeout=2 * PATIENCE)
    slow = asyncio.create_task(chain.translate(FOX))
    async with asyncio.timeout(PATIENCE):
        assert (await chain.translate("anjing biru")).english == "a blue dog"
    slow.cancel()
    await chain.close()


async def test_negative_prompts_and_lists_of_tags_are_translated_too() -> None:
    chain = translator(Glossary(TranslationOptions()))
    translation = await chain.translate("buram, kualitas rendah, jari berlebih, watermark", "id")
    assert translation.english == "blurry, low quality, extra fingers, watermark"
    await chain.close()


def test_the_detector_is_loaded_once() -> None:
    DETECTOR.load()
    assert DETECTOR.loaded
