"""`lukis translate` says what was decided and why."""

from __future__ import annotations

import json

from bot.translation.explain import explain
from bot.translation.options import TranslationOptions
from bot.translation.providers.base import Unavailable
from bot.translation.providers.glossary import Glossary
from tests.bot.translation.stand_ins import StandIn, translator

PROMPT = "seekor kucing (merah:1.3) di salju, cinematic lighting, <lora:x:0.8>"


async def down(text: str) -> str:
    raise Unavailable("too many requests")


async def test_it_names_language_pieces_providers_and_english() -> None:
    chain = translator(StandIn(down, name="google"), Glossary(TranslationOptions()))
    told = await explain(chain, PROMPT)
    assert told.language == "id"
    assert told.kept == ("(", ":1.3)", "cinematic lighting", "<lora:x:0.8>")
    assert told.translated == ("seekor kucing", "merah", "di salju")
    assert [(a.provider, a.outcome) for a in told.asked] == [
        ("google", "unavailable: too many requests"),
        ("glossary", "answered"),
    ]
    assert told.english == "a (red:1.3) cat in the snow, cinematic lighting, <lora:x:0.8>"
    assert told.outcome == "word-for-word"
    await chain.close()


async def test_in_words_it_reads_like_this() -> None:
    chain = translator(StandIn(down, name="google"), Glossary(TranslationOptions()))
    lines = (await explain(chain, PROMPT)).in_words().splitlines()
    assert lines[0] == f"prompt      {PROMPT}"
    assert lines[1].startswith("language    Indonesian (id), ")
    assert lines[2] == "decision    to be translated"
    assert lines[-2] == "by          glossary (word for word)"
    assert lines[-1].startswith("english     a (red:1.3) cat")
    await chain.close()


async def test_english_is_said_to_be_left_as_it_is() -> None:
    told = await explain(translator(StandIn()), "a cat")
    assert (told.outcome, told.asked, told.provider) == ("unchanged", (), None)
    assert "decision    left as it is" in told.in_words()


async def test_nobody_could_is_said_plainly() -> None:
    told = await explain(translator(StandIn(down)), "seekor kucing")
    assert "nobody could translate it" in told.in_words()


async def test_as_json_it_has_every_fact() -> None:
    told = json.loads((await explain(translator(StandIn()), "seekor kucing", "id")).model_dump_json())
    assert {
        "prompt",
        "english",
        "language",
        "confidence",
        "reason",
        "outcome",
        "kept",
        "asked",
        "seconds",
    } <= set(told)


async def test_a_remembered_answer_says_so() -> None:
    chain = translator(StandIn())
    await explain(chain, "seekor kucing")
    assert (await explain(chain, "seekor kucing")).in_words().splitlines()[-2].endswith("remembered")
