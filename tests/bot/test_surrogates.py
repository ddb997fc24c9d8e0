"""Halves of characters, as programs that cut text leave them, in whatever comes from outside: people are answered."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.messages import Address, Person, Receipt
from bot.platforms.discord.options import request
from bot.sound import sound, spelt
from tests.chat import stage

HALF, OTHER = "\ud83e", "\udd8a"


def test_halves_are_joined_in_words_and_spelt_out_in_names() -> None:
    assert sound(f"a {HALF}{OTHER} b{HALF}") == "a 🦊 b"
    assert spelt(HALF) != spelt(OTHER) == "\\udd8a"
    assert spelt("é") == sound("é") == "é"


@pytest.mark.parametrize(
    "about",
    [
        {"name": f"bo{HALF}b"},
        {"language": HALF},
        {"language": f"en-{OTHER}"},
        {"chat": f"room{HALF}"},
        {"chat": HALF, "group": True},
    ],
)
async def test_whoever_has_half_a_character_about_them_is_answered(
    tmp_path: Path, about: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    async with stage(tmp_path, min_free_mb=0) as on:
        someone = on.someone(**about)
        await someone.send("/help")
        await someone.told("/imagine")
        await someone.send(f"/imagine a fox{HALF} --no {OTHER}fog")
        photo = await someone.pictures()
        assert photo.card.prompt == "a fox"
        await someone.press(photo, "📄")
        await on.platform.until(lambda m: m.card.document)
        await someone.send(f"at night {HALF}", reply_to=photo)
        await on.platform.until(lambda m: m.card.prompt == "at night" and m.card.pictures)
        await someone.send(f"/history {HALF}")
        await someone.told("1 of 2")
        await on.lukis.service.gallery(someone.person)
    assert not [r.getMessage() for r in caplog.records if r.exc_info]


def test_whatever_is_kept_can_be() -> None:
    address = Address(platform="fake", chat=HALF, message=OTHER, data={HALF: OTHER, "event": HALF})
    receipt = Receipt(platform="fake", chat=HALF, messages=(HALF, OTHER), data={"more": HALF})
    assert Address.model_validate_json(address.model_dump_json()) == address
    assert Receipt.model_validate_json(receipt.model_dump_json()) == receipt
    assert len(set(receipt.messages)) == 2
    person = Person("fake", HALF, HALF, HALF)
    assert (person.name, person.language) == ("", None)
    person.key.encode()


async def test_a_typed_option_with_half_a_character_is_taken(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        asked = request(f"a fox{HALF}", {"negative": f"fog{HALF}"}, on.lukis.service)
    assert (asked.prompt, asked.parameters.negative) == ("a fox", "fog")
