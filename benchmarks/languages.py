"""How well and how fast prompts become English: detection, protection, glossary, cache, chain.

    python -m benchmarks.languages

Corpora and hostile providers are those of the tests; services are a server on this machine.
"""

from __future__ import annotations

import asyncio
import random
import statistics
import tempfile
import time
import zlib
from collections.abc import Awaitable, Callable, Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.store.db import open_database
from bot.translation.build import build_translator
from bot.translation.cache import SqliteCache
from bot.translation.glossary.dictionary import dictionary
from bot.translation.glossary.translate import word_for_word
from bot.translation.options import TranslationOptions
from bot.translation.protect import Piece, split
from bot.translation.translator import PromptTranslator
from tests.bot.translation.kinds import KINDS, outcomes
from tests.bot.translation.services import serve
from tests.bot.translation.stand_ins import HOPELESS, HOSTILE, WORDS, MemoryCache, StandIn, translator

CORPUS = Path(__file__).parent.parent / "tests" / "bot" / "translation" / "corpus"
PROMPT = "seekor rubah merah di salju, (topi biru:1.2), <lora:detail:0.8>, 85mm"
HOSTILE_PROMPTS = 3_000
Row = tuple[str, str]


async def main() -> None:
    """Prints the table."""
    table = Table(title="Translation", show_header=False)
    for part in (detection, kinds, protection, glossary, cached, chain):
        for name, value in await part():
            table.add_row(name, value)
        table.add_section()
    Console(width=100).print(table)


async def detection() -> Sequence[Row]:
    """Decisions of the corpus, with the quarter apart that was not looked at while tuning; and their cost."""
    chain = translator(StandIn())
    await chain.warm()
    rows = [tuple(line.split("\t")) for line in (CORPUS / "foreign.tsv").read_text("utf-8").splitlines()]
    rows += [("en", line) for line in (CORPUS / "english.txt").read_text("utf-8").splitlines()]
    found = [(language, prompt, await chain.plan(prompt)) for language, prompt in rows]
    right = {p: plan.needed == (language != "en") for language, p, plan in found}
    held = {p for p in right if zlib.crc32(p.encode()) % 4 == 0}
    told = [plan.verdict.language == language for language, _, plan in found if language != "en"]
    return (
        ("decisions right, tuned on", _share([ok for p, ok in right.items() if p not in held])),
        ("decisions right, held out", _share([ok for p, ok in right.items() if p in held])),
        ("English prompts changed", str(sum(plan.needed for language, _, plan in found if language == "en"))),
        ("language itself right", _share(told)),
        ("a decision", await _timed(lambda n: chain.plan(rows[n % len(rows)][1]), 2_000)),
    )


async def kinds() -> Sequence[Row]:
    """Prompts of each kind that went wrong for somebody."""
    right = {kind: [not o.amiss async for o in outcomes(kind)] for kind in KINDS}
    rows = [(f"right, {kind}", _share(found)) for kind, found in right.items()]
    return (*rows, ("right, all kinds", _share([ok for found in right.values() for ok in found])))


async def protection() -> Sequence[Row]:
    """Generated prompts through every hostile provider: pieces whole, words translated."""
    rng = random.Random(4)
    whole, translated = [], []
    for n in range(HOSTILE_PROMPTS):
        prompt, kind = _prompt(rng), sorted(HOSTILE)[n % len(HOSTILE)]
        result = await translator(StandIn(HOSTILE[kind])).translate(prompt, "id")
        whole.append(
            _structure(result.english) == _structure(prompt) and _leaves_once(result.english, prompt)
        )
        if kind not in HOPELESS:
            translated.append(result.outcome == "translated")
    return (
        (f"syntax whole, {len(HOSTILE)} hostile providers", _share(whole)),
        (f"translated all the same, {len(HOSTILE) - len(HOPELESS)} of them", _share(translated)),
    )


async def glossary() -> Sequence[Row]:
    """The embedded glossary on the tests' prompts."""
    rows = [line.split("\t") for line in (CORPUS / "glossary.tsv").read_text("utf-8").splitlines()]
    start = time.perf_counter()
    dictionary("ka")
    loading = time.perf_counter() - start
    right = [word_for_word(prompt, language) == english for language, prompt, english in rows]

    async def one(n: int) -> None:
        word_for_word(rows[n % len(rows)][1], rows[n % len(rows)][0])

    return (
        ("glossary as expected, 9 languages", _share(right)),
        ("words read of a language that nobody expects", f"{loading * 1e3:.0f} ms"),
        ("a prompt word for word", await _timed(one, 1_000)),
    )


async def cached() -> Sequence[Row]:
    """A remembered prompt, all in all: correction, decision, SQLite."""
    with tempfile.TemporaryDirectory() as folder:
        async with open_database(Path(folder) / "lukis.db") as database:
            chain = PromptTranslator(
                translator(StandIn())._chain, cache=SqliteCache(database), detector=_DETECTOR
            )
            await chain.translate(PROMPT)
            hit = await _timed(lambda _: chain.translate(PROMPT), 1_000)
            english = await _timed(lambda _: chain.translate("a red fox in the snow, 85mm"), 1_000)
    return ("a cached prompt", hit), ("an English prompt", english)


async def chain() -> Sequence[Row]:
    """A chain of which all but the last fail, and the next prompt; ten who ask the same at once."""
    async with serve() as services:
        services.mood = "slow"
        options = TranslationOptions(
            timeout=0.5,
            libretranslate_url=services.url,
            addresses={"google": f"{services.url}/m", "mymemory": f"{services.url}/get"},
        )
        names = ["google", "mymemory", "libretranslate", "glossary"]
        failing = build_translator(names, cache=MemoryCache(), options=options)
        await failing.warm()
        first = await failing.account("seekor rubah merah di salju", "id")
        second = await failing.account("seekor kucing biru di hutan", "id")
        await failing.close()
    provider = StandIn(_slowly)
    shared = translator(provider)
    await asyncio.gather(*(shared.translate("seekor rubah merah di salju", person=str(n)) for n in range(10)))
    return (
        ("three providers hang (0.5 s each), the fourth", f"{first.seconds * 1e3:.0f} ms"),
        ("the next prompt, breakers open", f"{second.seconds * 1e3:.2f} ms"),
        ("calls for ten who ask the same at once", str(len(provider.asked))),
    )


async def _slowly(text: str) -> str:
    await asyncio.sleep(0.05)
    return "a red fox in the snow"


async def _timed(work: Callable[[int], Awaitable[object]], times: int) -> str:
    """Median and 99th percentile."""
    spent = []
    for n in range(times):
        start = time.perf_counter()
        await work(n)
        spent.append(time.perf_counter() - start)
    return f"{statistics.median(spent) * 1e3:.2f} ms (99 %: {sorted(spent)[int(0.99 * times)] * 1e3:.2f} ms)"


def _share(values: Sequence[bool]) -> str:
    return f"{sum(values)} of {len(values)} ({sum(values) / len(values):.1%})"


def _prompt(rng: random.Random) -> str:
    """A prompt of every syntax around Indonesian words; each leaf unlike all others."""
    numbers = iter(rng.sample(range(11, 99), 20))

    def words() -> str:
        return " ".join(rng.choices(sorted(WORDS), k=rng.randint(1, 4)))

    def part() -> Iterator[str]:
        for _ in range(rng.randint(1, 3)):
            number = next(numbers)
            leaf = rng.choice(
                (
                    f"<lora:a{number}:0.8>",
                    f"“Toko {number}”",
                    f"by Ani{number}",
                    f"{number}mm",
                    f"__w{number}__",
                )
            )
            yield rng.choice(
                (words(), leaf, f"({words()}:1.3)", f"[{words()}, {words()}]", f"{{{words()}|{words()}}}")
            )

    segments = ["seekor kucing", *(" ".join(part()) for _ in range(rng.randint(1, 4)))]
    return rng.choice((", ", " | ", " BREAK ", "，")).join(segments)


def _structure(prompt: str) -> list[str]:
    return [p.english.strip() for p in _syntax(prompt) if p.kind != "leaf"]


def _leaves_once(english: str, prompt: str) -> bool:
    return all(english.count(p.text) == prompt.count(p.text) for p in _syntax(prompt) if p.kind == "leaf")


def _syntax(prompt: str) -> list[Piece]:
    return [p for p in split(prompt) if p.kind != "text" and p.text.strip()]


_DETECTOR = translator()._detector

if __name__ == "__main__":
    asyncio.run(main())
