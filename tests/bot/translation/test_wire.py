"""Every service's wire format, and every way to answer badly, over real HTTP."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Iterable

import pytest
from pydantic import SecretStr

from bot.translation.build import build_translator
from bot.translation.options import TranslationOptions
from bot.translation.translator import PromptTranslator
from tests.bot.translation.services import Services, serve
from tests.bot.translation.stand_ins import DETECTOR, MemoryCache
from tests.patience import PATIENCE, until

FOX = "seekor kucing (merah:1.3) di salju, memakai topi biru, 85mm"
ENGLISH = "a cat (red:1.3) in the snow, wearing hat blue, 85mm"
REMOTE = ("google", "mymemory", "libretranslate", "apertium", "deepl", "microsoft", "papago", "yandex")
BAD = ("429", "500", "page", "empty", "garbage", "echo", "huge")


@pytest.fixture
async def services() -> AsyncIterator[Services]:
    async with serve() as running:
        yield running


def chain(services: Services, *names: str, timeout: float = 60.0) -> PromptTranslator:
    paths = {"google": "m", "mymemory": "get", "deepl": "v2/translate", "microsoft": "microsoft", "papago": "papago",
             "yandex": "yandex"}  # fmt: skip
    options = TranslationOptions(
        timeout=timeout,
        libretranslate_url=services.url,
        apertium_url=f"{services.url}/apy/",
        deepl_key=SecretStr("key:fx"),
        microsoft_key=SecretStr("key"),
        papago_id="id",
        papago_secret=SecretStr("secret"),
        yandex_key=SecretStr("key"),
        addresses={name: f"{services.url}/{path}" for name, path in paths.items()},
    )
    built = build_translator(names, cache=MemoryCache(), options=options)
    built._detector = DETECTOR
    for link in built._chain.links:
        link.breaker._clock = lambda: 0.0  # who rests does so until the test is over
    return built


@pytest.mark.parametrize("name", REMOTE)
async def test_each_service_translates_in_its_own_format(services: Services, name: str) -> None:
    translator = chain(services, name)
    await translator.warm()
    account = await translator.account(FOX, "id")
    assert (account.translation.english, account.translation.provider) == (ENGLISH, name), account.attempts
    await translator.close()


@pytest.mark.parametrize("mood", BAD)
@pytest.mark.parametrize("name", REMOTE)
async def test_the_glossary_answers_where_a_service_answers_badly(
    services: Services, name: str, mood: str
) -> None:
    services.mood = mood
    translator = chain(services, name, "glossary")
    account = await translator.account("seekor kucing merah di salju", "id")
    assert account.translation.english == "a red cat in the snow"
    assert account.attempts[0].provider == name
    assert account.attempts[0].outcome.startswith(("unavailable", "no translation")), account.attempts
    await translator.close()


@pytest.mark.parametrize("mood", ["slow", "drip"])
@pytest.mark.parametrize("name", ["google", "mymemory", "libretranslate", "apertium"])
async def test_a_slow_service_costs_no_more_than_its_time_out(
    services: Services, name: str, mood: str
) -> None:
    services.mood = mood
    translator = chain(services, name, "glossary", timeout=0.3)
    translator._chain._timeout = PATIENCE  # the service's own holds; the glossary has a dictionary to read
    await asyncio.to_thread(DETECTOR.load)
    async with asyncio.timeout(PATIENCE):
        first = await translator.account("seekor kucing merah", "id")
        second = await translator.account("seekor anjing biru", "id")
    assert first.translation.provider == second.translation.provider == "glossary"
    assert "unavailable" in first.attempts[0].outcome or "no answer in 0.3 s" in first.attempts[0].outcome
    assert second.attempts[0].outcome.startswith("resting")
    await translator.close()


async def test_a_chain_of_failing_services_ends_with_the_last_and_the_next_prompt_asks_none(
    services: Services,
) -> None:
    services.mood = "429"
    translator = chain(services, *REMOTE, "glossary")
    first = await translator.account("seekor kucing merah", "id")
    asked = len(services.seen)
    second = await translator.account("seekor anjing biru", "id")
    assert first.translation.provider == second.translation.provider == "glossary"
    assert len(services.seen) == asked
    await translator.close()


async def test_too_many_requests_is_heeded_for_as_long_as_it_says(services: Services) -> None:
    services.mood = "429"
    translator = chain(services, "libretranslate")
    await translator.translate("kucing", "id")
    assert 6 < translator._chain.links[0].breaker.remaining <= 20
    await translator.close()


async def test_a_refused_key_is_not_tried_again_for_minutes(
    services: Services, caplog: pytest.LogCaptureFixture
) -> None:
    services.mood = "forbidden"
    translator = chain(services, "deepl")
    account = await translator.account("kucing", "id")
    assert "is the key right" in account.attempts[0].outcome
    assert translator._chain.links[0].breaker.remaining > 500
    assert "key:fx" not in caplog.text
    await translator.close()


async def test_a_server_error_is_tried_once_more(services: Services) -> None:
    services.mood = "500"
    translator = chain(services, "libretranslate")
    await translator.translate("kucing", "id")
    assert [path for path, _, _ in services.seen].count("/translate") == 2
    await translator.close()


async def test_google_is_told_the_language(services: Services) -> None:
    translator = chain(services, "google")
    await translator.translate("seekor kucing merah", "id")
    path, query, _ = services.seen[0]
    assert (path, query["sl"], query["tl"], query["q"]) == ("/m", "id", "en", "seekor kucing merah")
    await translator.close()


async def test_what_is_too_long_for_a_service_goes_in_pieces(services: Services) -> None:
    translator = chain(services, "mymemory")
    prompt = ", ".join(["seekor kucing merah di salju"] * 30)
    account = await translator.account(prompt, "id")
    assert account.translation.english == ", ".join(["a cat red in the snow"] * 30)
    assert account.attempts[0].outcome == "answered in pieces"
    assert all(len(query["q"].encode()) < 500 for _, query, _ in services.seen)
    await translator.close()


async def test_a_libretranslate_server_is_asked_for_what_it_lists(services: Services) -> None:
    translator = chain(services, "libretranslate", "glossary")
    await translator.warm()
    assert (await translator.translate("꽃", "ko")).provider == "glossary"
    await translator.translate("猫", "zh")
    assert '"source": "zh-Hans"' in services.seen[-1][2]
    await translator.close()


async def test_apertium_goes_by_way_of_spanish_where_there_is_no_direct_pair(services: Services) -> None:
    translator = chain(services, "apertium")
    assert (await translator.translate("seekor kucing merah", "id")).english == "a cat red"
    pairs = [body.split("&")[0] for path, _, body in services.seen if path == "/apy/translate"]
    assert pairs == ["langpair=ind%7Cspa", "langpair=spa%7Ceng"]
    await translator.close()


def asking(threads: Iterable[threading.Thread]) -> int:
    """How many of them ask Google."""
    return sum(thread.name.startswith("translate-google") for thread in threads)


async def test_requests_for_google_run_in_threads_of_their_own(services: Services) -> None:
    services.mood = "slow"
    translator = chain(services, "google", timeout=0.5)
    waiting = asyncio.gather(*(translator.translate(f"kucing merah nomor {n}", "id") for n in range(12)))
    await until(lambda: asking(threading.enumerate()))
    assert 0 < asking(threading.enumerate()) <= 4
    assert await asyncio.wait_for(asyncio.to_thread(lambda: "free"), PATIENCE) == "free"
    await waiting
    await translator.close()


async def test_nobody_there_is_an_unavailable_service() -> None:
    async with serve() as gone:
        url = gone.url
    services = Services()
    services.url = url
    translator = chain(services, *REMOTE, "glossary")
    account = await translator.account("seekor kucing", "id")
    assert account.translation.provider == "glossary"
    await translator.close()
