"""Commands, buttons, menus and modals, driven by simcord: others' model of Discord, over the real service."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord
from simcord.builders import ChannelHandle

from bot.bootstrap import Lukis, assemble
from bot.locales import Locales
from bot.platforms.discord.client import same_commands
from bot.platforms.discord.options import MOST_CHOICES
from bot.platforms.discord.platform import DiscordPlatform
from bot.platforms.discord.words import LONGEST_DESCRIPTION
from bot.settings import Settings
from bot.usecases import deletions
from engine.api.parameters import usual
from engine.api.samplers import SAMPLER_CHOICES
from tests.chat import FakeTranslator
from tests.fakes import FakeEngine
from tests.patience import PATIENCE


@dataclass
class Room:
    """A server with one channel and two people."""

    env: simcord.Env
    channel: ChannelHandle
    alice: simcord.MemberActor
    bob: simcord.MemberActor
    lukis: Lukis
    platform: DiscordPlatform
    engine: FakeEngine

    @property
    def commands(self) -> dict[str, dict[str, Any]]:
        return {name: c for (name, _), c in self.env.backend.commands[None].items()}

    def last(self) -> discord.Message:
        message = self.channel.last_message
        assert message is not None
        return message


@pytest.fixture
async def platform() -> DiscordPlatform:
    return DiscordPlatform("token")


@pytest.fixture
async def engine() -> FakeEngine:
    return FakeEngine()


@pytest.fixture
async def lukis(tmp_path: Path, platform: DiscordPlatform, engine: FakeEngine) -> AsyncIterator[Lukis]:
    settings = Settings.read(env_file=None, data_dir=tmp_path, shutdown_grace=0)
    translator = FakeTranslator(여우="a fox")
    async with assemble(settings, engine=engine, translator=translator, platforms=[platform]) as put_together:
        yield put_together


@pytest.fixture
async def env(lukis: Lukis, platform: DiscordPlatform) -> AsyncIterator[simcord.Env]:
    env = simcord.Env(platform.client(lukis.service), shard_count=1, settle_timeout=PATIENCE)
    await env.start()
    try:
        yield env
    finally:
        await env.shutdown()
        env.raise_errors()


@pytest.fixture
async def room(env: simcord.Env, lukis: Lukis, platform: DiscordPlatform, engine: FakeEngine) -> Room:
    guild = env.create_guild()
    channel = guild.create_text_channel("general")
    alice, bob = (guild.add_member(env.create_user(name)) for name in ("alice", "bob"))
    return Room(env, channel, alice, bob, lukis, platform, engine)


def labels(message: Any) -> list[str]:
    return [b["label"] for row in message.components for b in row["components"]]


async def test_every_parameter_is_an_option_with_its_range(room: Room) -> None:
    options = {o["name"]: o for o in room.commands["imagine"]["options"]}
    assert list(options) == ["prompt", "image", "mask", "like", *(p.name for p in usual()), "private"]
    assert len(options) <= 25
    for parameter in usual():
        name = parameter.name
        if parameter.words.kind in ("integer", "number"):
            assert (options[name]["min_value"], options[name]["max_value"]) == (
                parameter.least,
                parameter.most,
            )
        assert 0 < len(options[name]["description"]) <= LONGEST_DESCRIPTION
    completed = [n for n, o in options.items() if o.get("autocomplete")]
    assert completed == ["ratio", "size", "sampler", "style", "model", "format"]
    assert options["image"]["type"] == discord.AppCommandOptionType.attachment.value


async def test_commands_work_in_servers_and_for_people_anywhere(room: Room) -> None:
    for command in room.commands.values():
        assert command["integration_types"] == [0, 1]
        assert command["contexts"] == [0, 1, 2]


async def test_languages_that_have_words_for_commands_show_them(room: Room) -> None:
    described = room.commands["imagine"]["description_localizations"]
    for language in Locales.load().languages:
        spoken = [tag for tag in described if tag.split("-")[0] == language]
        assert bool(spoken) == (language not in ("en", "ar")), language
    assert room.commands["imagine"]["name_localizations"]["id"] == "gambar"


async def test_commands_are_told_only_when_they_changed(room: Room) -> None:
    assert len([r for r in room.env.http_requests if r.method == "PUT"]) == 1
    await room.env.restart_bot(room.platform.client(room.lukis.service))
    assert len([r for r in room.env.http_requests if r.method == "PUT"]) == 1
    room.env.backend.commands[None]["help", 1]["description"] = "Something else"
    await room.env.restart_bot(room.platform.client(room.lukis.service))
    assert len([r for r in room.env.http_requests if r.method == "PUT"]) == 2


def test_what_is_left_out_equals_what_is_empty() -> None:
    ours = {"type": 1, "name": "a", "options": [], "nsfw": False, "name_localizations": {}}
    assert same_commands([ours], [{"type": 1, "name": "a", "id": "1", "version": "2"}])
    assert not same_commands([ours], [{"type": 1, "name": "a", "options": [{"name": "x"}]}])
    assert not same_commands([ours], [{"type": 1, "name": "a"}, {"type": 1, "name": "old"}])


async def test_styles_are_suggested_in_the_persons_language(room: Room) -> None:
    found = await room.alice.autocomplete(room.channel, "imagine", "style", "water")
    assert [(c["name"], c["value"]) for c in found] == [("Watercolor", "watercolor")]
    await room.alice.slash(room.channel, "imagine", prompt="fox", style="watercolor")
    assert room.engine.jobs[0].prompt.startswith("fox, watercolor painting")


async def test_samplers_and_models_are_suggested(room: Room) -> None:
    everything = await room.alice.autocomplete(room.channel, "imagine", "sampler", "")
    assert len(everything) == MOST_CHOICES
    found = await room.alice.autocomplete(room.channel, "imagine", "sampler", "2m kar")
    assert ("DPM++ 2M Karras", "dpmpp_2m_karras") in [(c["name"], c["value"]) for c in found]
    assert {c["value"] for c in found} <= set(SAMPLER_CHOICES)
    assert [c["value"] for c in await room.alice.autocomplete(room.channel, "imagine", "model", "sta")] == [
        "starter"
    ]
    assert [c["value"] for c in await room.alice.autocomplete(room.channel, "imagine", "ratio", "16")] == [
        "16:9",
        "9:16",
    ]


async def test_imagine_defers_shows_and_delivers_in_one_message(room: Room) -> None:
    result = await room.alice.slash(
        room.channel, "imagine", prompt="a red fox", steps=5, sampler="DPM++ 2M Karras", seed=7
    )
    message = result.response
    assert message is not None
    assert not message.ephemeral
    assert message.content.startswith("> a red fox\n-# seed 7")
    assert [a.filename for a in message.attachments] == ["lukis-a-red-fox-7.png"]
    assert [a.description for a in message.attachments] == ["a red fox"]
    assert labels(message) == [
        "🎲 Reroll",
        "✨ Vary (subtle)",
        "🌀 Vary (strong)",
        "📝 Edit",
        "🔍 Upscale ×2",
        "🔍 Upscale ×4",
        "🔭 Zoom out",
        "⬅️ Left",
        "➡️ Right",
        "⬆️ Up",
        "⬇️ Down",
        "📄 Original file",
        "⭐ Favourite",
        "🗑 Delete",
        "🚩 Report",
    ]
    assert len(room.channel.history()) == 1
    assert room.engine.jobs[0].recipe.sampler == "dpmpp_2m_karras"


async def test_flags_in_the_prompt_count_and_options_win(room: Room) -> None:
    await room.alice.slash(room.channel, "imagine", prompt="fox --steps 9 --seed 3", steps=5)
    recipe = room.engine.jobs[0].recipe
    assert (recipe.steps, recipe.seed, room.engine.jobs[0].prompt) == (5, 3, "fox")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"prompt": "fox", "sampler": "nonsense"}, "--sampler can't be “nonsense”"),
        ({"prompt": "fox", "ratio": "wide"}, "--ar can't be wide"),
        ({"prompt": "fox", "model": "../../etc/passwd"}, "There are: starter"),
        ({"prompt": "fox --stepz 3"}, "Did you mean --steps?"),
        ({"prompt": "   "}, "I found no words"),
    ],
)
async def test_a_bad_request_is_answered_to_the_person_alone(
    room: Room, options: dict[str, Any], words: str
) -> None:
    result = await room.alice.slash(room.channel, "imagine", **options)
    assert result.response is not None
    assert result.response.ephemeral
    assert words in result.response.content.replace("\\", "")
    assert room.engine.jobs == []


async def test_other_commands_answer_the_person_alone(room: Room) -> None:
    for name in ("help", "history", "cancel", "models", "language"):
        result = await room.alice.slash(room.channel, name)
        assert result.response is not None
        assert result.response.ephemeral
        assert result.response.content or result.response.components
        assert result.response.flags.loading is False


async def test_commands_take_the_word_that_they_take_elsewhere(room: Room) -> None:
    for prompt in ("first fox", "second fox"):
        await room.alice.slash(room.channel, "imagine", prompt=prompt)
    older = await room.alice.slash(room.channel, "history", page=2)
    assert older.response is not None
    assert "first fox" in older.response.content
    about = await room.alice.slash(room.channel, "help", about="steps")
    assert about.response is not None
    assert "--steps" in about.response.content
    found = await room.alice.autocomplete(room.channel, "language", "language", "bahasa")
    assert [(c["name"], c["value"]) for c in found] == [("Bahasa Indonesia", "id")]
    chosen = await room.alice.slash(room.channel, "language", language="id")
    assert chosen.response is not None
    assert chosen.response.content == Locales.load().say("id")("toast-language")


async def test_hostile_prompts_ping_nobody(room: Room) -> None:
    await room.alice.slash(
        room.channel, "imagine", prompt=f"@everyone {room.bob.mention} # big [x](https://a.b) `x`"
    )
    message = room.last()
    assert not message.mentions
    assert not message.mention_everyone
    assert room.bob.mention not in message.content


async def test_the_prompt_is_limited_to_what_a_message_can_hold(room: Room) -> None:
    await room.alice.slash(room.channel, "imagine", prompt="`*_ 한국어 🦊" * 150)
    assert len(room.last().attachments) == 1


async def test_ten_thousand_characters_get_a_sentence(room: Room) -> None:
    result = await room.alice.slash(room.channel, "imagine", prompt="a" * 6000)
    assert result.response is not None
    assert "I can read 2,000" in result.response.content


async def test_four_pictures_come_in_one_message_with_numbered_buttons(room: Room) -> None:
    result = await room.alice.slash(room.channel, "imagine", prompt="fox", count=4)
    assert result.response is not None
    assert len(result.response.attachments) == 4
    rows = [f"🖼 {i}" for i in (1, 2, 3, 4)], [f"📄 {i}" for i in (1, 2, 3, 4)]
    assert labels(result.response) == [
        *(label for row in rows for label in row),
        "🎲 Reroll",
        "⭐ Favourite",
        "🗑 Delete",
        "🚩 Report",
    ]


async def test_somebody_else_rerolls_as_themselves(room: Room) -> None:
    await room.alice.slash(room.channel, "imagine", prompt="a red fox")
    await room.bob.click(room.last(), label="🎲 Reroll")
    first, second = room.engine.jobs
    assert (first.tenant, second.tenant) == (f"discord:{room.alice.id}", f"discord:{room.bob.id}")
    assert first.recipe.seed != second.recipe.seed
    assert len(room.last().attachments) == 1
    assert len(room.channel.history()) == 2


async def test_only_the_owner_and_moderators_delete(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deletions, "GRACE", 0.05)  # a press is over once nobody can take the delete back
    await room.alice.slash(room.channel, "imagine", prompt="a red fox")
    refused = await room.bob.click(room.last(), label="🗑 Delete")
    assert refused.followups[0].ephemeral
    assert refused.followups[0].content == "That belongs to somebody else."
    mods = room.env.guild.create_role("mods", permissions=discord.Permissions(manage_messages=True))
    moderator = room.env.guild.add_member(room.env.create_user("mod"), roles=[mods])
    gone = await moderator.click(room.last(), label="🗑 Delete")
    assert gone.followups[-1].content == "Deleted."
    assert not [m for m in room.channel.history() if m.attachments]


async def test_the_original_file_comes_as_it_was_drawn(room: Room) -> None:
    await room.alice.slash(room.channel, "imagine", prompt="a red fox", seed=7)
    result = await room.alice.click(room.last(), label="📄 Original file")
    (file,) = result.followups[0].attachments
    data = await file.read()
    assert file.filename.endswith(".png")
    assert data.startswith(b"\x89PNG")
    assert b"a red fox" in data


async def test_buttons_work_after_a_restart(room: Room) -> None:
    await room.alice.slash(room.channel, "imagine", prompt="a red fox")
    await room.env.restart_bot(room.platform.client(room.lukis.service))
    await room.alice.click(room.last(), label="🎲 Reroll")
    assert len(room.engine.jobs) == 2
    assert len(room.last().attachments) == 1


@pytest.mark.parametrize(
    "payload", ["lukis:reroll:ffffffff", "lukis:delete:../../x", "lukis:steal:1", "lukis:page"]
)
async def test_forged_buttons_get_one_sentence_or_nothing(room: Room, payload: str) -> None:
    await room.alice.slash(room.channel, "imagine", prompt="fox")
    stored = room.env.backend.get_message(room.channel.id, room.last().id)
    stored.components[0]["components"][0]["custom_id"] = payload
    result = await room.bob.click(room.last(), custom_id=payload)
    assert [f.content for f in result.followups] in ([], ["That is not here any more."])
    assert len(room.engine.jobs) == 1


async def test_history_turns_its_pages_in_place(room: Room) -> None:
    for prompt in ("first fox", "second fox"):
        await room.alice.slash(room.channel, "imagine", prompt=prompt)
    shown = (await room.alice.slash(room.channel, "history")).response
    assert shown is not None
    assert shown.ephemeral
    assert "second fox" in shown.content
    await room.alice.click(shown, label="▶️")
    assert "first fox" in shown.content
    assert [len(a) for a in (shown.attachments,)] == [1]


async def test_words_for_any_picture_through_its_menu(room: Room) -> None:
    await room.alice.slash(room.channel, "imagine", prompt="a red fox", seed=7)
    asked = await room.bob.context_menu(room.channel, "Imagine from this image", room.last())
    assert asked.modal is not None
    assert asked.modal["title"] == "Imagine from this image"
    await room.bob.submit_modal(asked, {"words": "make it blue --strength 0.3"})
    job = room.engine.jobs[1]
    assert (job.mode, job.prompt, job.recipe.strength, job.tenant) == (
        "image",
        "a blue fox",
        0.3,
        f"discord:{room.bob.id}",
    )
    assert job.inputs["image"]


async def test_the_menu_on_a_message_without_a_picture_says_so(room: Room) -> None:
    plain = await room.bob.send(room.channel, "hello")
    result = await room.alice.context_menu(room.channel, "Imagine from this image", plain)
    assert result.modal is None
    assert result.response is not None
    assert result.response.ephemeral
    assert "needs a picture" in result.response.content


async def test_chatter_is_none_of_our_business(room: Room) -> None:
    await room.alice.send(room.channel, "nice weather, @Lukis said")
    plain = await room.bob.send(room.channel, "hello")
    await room.alice.send(room.channel, "hi", reply_to=plain)
    assert [m.author.name for m in room.channel.history()] == ["alice", "bob", "alice"]


async def test_a_greeting_to_the_bot_alone_gets_a_hint(room: Room) -> None:
    await room.alice.send_dm("hello?")
    (said,) = [r for r in room.env.http_requests if r.method == "POST" and r.path.endswith("/messages")]
    assert said.json and "a red fox" in said.json["content"]


async def test_imagine_without_words_opens_a_form_with_what_a_picture_is_made_of(room: Room) -> None:
    asked = await room.alice.slash(room.channel, "imagine", steps=6)
    assert asked.modal is not None
    labels = [label["label"] for label in asked.modal["components"]]
    assert len(labels) == 5 and {"Without", "Aspect ratio", "Model"} <= {*labels}
    await room.env.restart_bot(room.platform.client(room.lukis.service))
    filled = {"words": "a red fox --cfg 3", "negative": "rain", "ratio": ["16:9"]}
    await room.alice.submit_modal(asked, filled)
    (job,) = room.engine.jobs
    assert (job.prompt, job.recipe.steps, job.recipe.cfg, job.recipe.negative) == ("a red fox", 6, 3, "rain")
    assert job.recipe.width > job.recipe.height


async def test_a_form_left_as_it_is_draws_words_alone(room: Room) -> None:
    asked = await room.alice.slash(room.channel, "imagine")
    await room.alice.submit_modal(asked, {"words": "a red fox"})
    (job,) = room.engine.jobs
    assert (job.prompt, job.recipe.negative, job.recipe.width) == ("a red fox", "", job.recipe.height)
