"""The operator's file, as the documentation tells of it."""

from __future__ import annotations

from pathlib import Path

from bot.messages import Address, Person
from bot.quotas.file import QuotaFile
from bot.quotas.rules import Class, Rules, places

DOCS = Path(__file__).parents[3] / "docs"


async def test_the_example_is_that_of_the_page_and_says_who_is_in_which_class() -> None:
    text = (DOCS / "quotas.toml").read_text("utf-8")
    assert f"```toml\n{text}```" in (DOCS / "quotas.md").read_text("utf-8")
    rules = QuotaFile(DOCS / "quotas.toml").rules()
    assert rules == Rules.read(text)

    async def name(person: Person, chat: str, admin: bool = False) -> str:
        async def is_admin() -> bool:
            return admin

        found = await rules.of(person, places(Address(platform=person.platform, chat=chat), ""), is_admin)
        return found.name if found else ""

    group, someone = "-1001234567890", Person("telegram", "7")
    assert await name(Person("telegram", "123456"), "elsewhere") == "supporters"
    assert await name(Person("discord", "1", roles=("345678901234567890",)), "1") == "supporters"
    assert [await name(someone, chat, admin=True) for chat in (group, "-2")] == ["admins", "everybody"]
    assert await name(someone, group) == "everybody"
    assert rules.of_chat([f"telegram:{group}"]) and not rules.of_chat(["telegram:-2"])
    everybody = rules.named("everybody")
    assert everybody and everybody.may_use("SD15-base") and not everybody.may_use("sdxl")


def test_a_model_s_name_means_itself_but_for_the_star() -> None:
    named = Class(name="some", models=("Anime [pruned]*", "what?"))
    assert named.may_use("anime [pruned] v3") and named.may_use("What?")
    assert not named.may_use("anime p") and not named.may_use("whats")
