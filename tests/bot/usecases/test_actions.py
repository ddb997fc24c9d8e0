"""Buttons: each acts on the kind of message that it is made for, and for whom it is made."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, get_args

from bot.messages import Card, Kind, Receipt
from bot.payloads import decode
from bot.usecases.accounts import LENGTH
from bot.usecases.buttons import FOUND, MASKED, SINGLE, TIMES
from bot.usecases.reports import DEEDS
from engine.api.canvas import GROWTHS
from engine.api.names import mark
from tests.bot.pictures.made_elsewhere import ELSEWHERE
from tests.bot.usecases.test_access_matrix import ACTIONS
from tests.chat import FakePlatform, FakeTranslator, Message, Someone, Stage, stage

NOT_HERE = "That is not here any more."

VALID: dict[str, set[str]] = {
    "reroll": {"picture", "page", "list"},
    "subtle": {"picture", "page", "list"},
    "strong": {"picture", "page", "list"},
    **{growth: {"picture", "page", "list"} for growth in GROWTHS},
    "invert": {"picture", "page", "list"},
    **{word: {"picture", "page", "list"} for word in TIMES},
    "original": {"picture", "page", "list"},
    "delete": {"picture", "page", "list"},
    "undo": {"picture", "page", "list"},
    "use": {"picture"},
    "raw": {"picture"},
    "edit": {"picture"},
    "show": {"picture", "page", "list", "report"},
    "report": {"picture", "page", "list"},
    **{deed: {"report"} for deed in DEEDS},
    "star": {"picture", "page", "list"},
    "page": {"page"},
    "turn": {"list"},
    "cancel": {"status", "picture", "sentence"},
    "help": {"help"},
    "beside": {"models"},
    "put": {"models"},
    "styles": {"models"},
    "wear": {"models"},
    "language": {"language"},
    "draw": {"offer"},
    "anew": {"offer"},
    "join": {"account"},
    "remix": {"picture", "page", "list"},
    "form": {"form"},
    "fill": {"form"},
    "paint": {"form"},
    "settings": {"settings"},
    "prefer": {"settings"},
    "forget": {"account"},
}
"""Every action with the kinds of message on which it is valid; who may do it there is the matrix's."""

KINDS = get_args(Kind)


class Shown:
    """A chat in which there is a message of every kind, all of Alice's."""

    def __init__(self, on: Stage, alice: Someone, messages: dict[str, Message], running: str) -> None:
        self.on, self.alice, self.messages = on, alice, messages
        self.running = running
        self.job = messages["picture"].card.job or ""
        self.listed = messages["list"].card.buttons[0][0].payload.split(":")[1]

    def payload(self, action: str, kind: str) -> str:
        """The action on the job that a message of that kind shows, else on the one that there is a picture of."""
        if action in ("help", "language", "join", "forget"):
            return f"{action}:id"
        lists = {"beside": "loras:1", "put": f"loras-{mark('ink')}", "styles": "all:2", "wear": mark("ink")}
        if action in lists:
            return f"{action}:{lists[action]}"
        if action in ("beside", "put"):
            return {"beside": "beside:loras:1", "put": f"put:loras-{mark('ink')}"}[action]
        if action in ("settings", "prefer", "form", "fill", "paint"):
            kept = self.messages["settings" if action in ("settings", "prefer") else "form"]
            payload = kept.card.buttons[0][0].payload.partition(":")[2]
            return f"{action}:{payload.partition('-')[0].partition(':')[0]}"
        if action == "turn":
            return f"turn:{self.listed}"
        if action == "draw":
            return self.messages["offer"].card.buttons[0][0].payload
        return f"{action}:{self.running if kind == 'status' else self.job}:0"

    def standing(self) -> dict[str, tuple[Card, int]]:
        return {m.id: (m.card, len(m.history)) for m in self.on.platform.messages.values()}


@asynccontextmanager
async def shown(folder: Path) -> AsyncIterator[Shown]:
    async with stage(folder, translator=FakeTranslator(여우="a fox"), admins=("fake:room",)) as on:
        alice = on.someone()
        await alice.send("/imagine 여우 --n 2")
        await alice.pictures(2)
        picture = [m for m in on.platform.messages.values() if m.card.pictures][-1]
        await alice.press(picture, "Edit translation")
        messages = {"picture": picture, "edit": await alice.told("Reply to this message")}
        await alice.press(picture, "📄 1")
        messages["original"] = await on.platform.until(lambda m: m.card.document)
        await alice.press(picture, "Favourite")
        await alice.press(picture, "Report")
        messages["report"] = await alice.told("A picture was reported.")
        for command, kind, words in (
            ("/cancel", "words", "You have nothing"),
            ("/models", "models", "starter"),
            ("/help", "help", "/imagine"),
            ("/language", "language", "Which language"),
            ("/settings", "settings", "Your settings"),
            ("/imagine", "form", "Tell me what to paint"),
            ("/history", "page", "1 of 2"),
            ("/favourites", "list", "Your favourites"),
        ):
            await alice.send(command)
            messages[kind] = await alice.told(words)
        await on.someone("bob", chat="hall").send("/link")
        code = (await alice.told("/link ")).card.text.split("/link ")[1][:LENGTH]
        await alice.send(f"/link {code}")
        messages["account"] = await alice.told("Is this you as well")
        await alice.send("/info", image=ELSEWHERE["InvokeAI"]())
        messages["offer"] = await alice.told("says how it was made")
        on.engine.hold(1)
        await alice.send("/imagine a kite")
        messages["sentence"] = await on.platform.until(lambda m: m.card.progress)
        await alice.press(messages["sentence"], "Cancel")
        await on.platform.until(lambda m: m is messages["sentence"] and m.card.kind == "sentence")
        await alice.send("/imagine a boat")
        messages["status"] = await on.platform.until(lambda m: m.card.progress)
        yield Shown(on, alice, messages, messages["status"].card.job or "")


async def test_an_action_is_valid_on_its_own_kinds_of_message_alone(tmp_path: Path) -> None:
    async with shown(tmp_path) as here:
        assert set(here.messages) == set(KINDS)
        before, drawn = here.standing(), len(here.on.engine.jobs)
        for action, valid in VALID.items():
            for kind in set(KINDS) - valid:
                toast = await here.alice.press_payload(here.messages[kind], here.payload(action, kind))
                assert toast == NOT_HERE, f"{action} on {kind}"
        assert (here.standing(), len(here.on.engine.jobs)) == (before, drawn)
        assert len(await here.on.lukis.service.gallery(here.alice.person)) == 1


async def test_every_button_of_a_message_is_valid_on_its_kind(tmp_path: Path) -> None:
    async with shown(tmp_path) as here:
        for kind, message in here.messages.items():
            for button in (button for row in message.card.buttons for button in row):
                assert kind in VALID[decode(button.payload).action], f"{button.label} on {kind}"
        pictured = {"picture", "page", "list"}
        assert all(here.messages[kind].card.pictures for kind in pictured)


async def test_a_favourite_is_edited_where_it_is_shown(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice = on.someone()
        await alice.send("/imagine a fox")
        await alice.press(await alice.pictures(), "Favourite")
        await alice.send("/favourites")
        assert await alice.press(await alice.told("Your favourites"), "📝 Edit") is None
        assert (await on.platform.until(lambda m: m.card.kind == "form")).card.prompt == "a fox"


def test_an_action_is_valid_where_we_say() -> None:
    assert {action.word: action.on for action in ACTIONS.values()} == VALID


async def test_nobody_turns_somebody_s_picture_into_a_help_page(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        await on.someone().send("/imagine a fox")
        picture = await on.someone().pictures()
        assert await on.someone("bob").press_payload(picture, "help:steps") == NOT_HERE
        assert picture.card.prompt == "a fox" and len(picture.history) == 1


async def test_a_message_does_not_act_on_another_job_than_its_own(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice, bob = on.someone(), on.someone("bob")
        await alice.send("/imagine a fox")
        fox = await alice.pictures()
        await bob.send("/imagine a boat")
        boat = await bob.pictures()
        for action in ("reroll", "original", "delete", "raw", "edit", "cancel"):
            assert await bob.press_payload(fox, f"{action}:{boat.card.job}") == NOT_HERE, action
        assert fox.id in on.platform.messages and len(on.engine.jobs) == 2


async def test_a_button_of_the_page_before_still_works_after_the_page_was_turned(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        alice, bob = on.someone(), on.someone("bob")
        for prompt in ("first", "second"):
            await alice.send(f"/imagine {prompt}")
            await alice.pictures()
        await bob.send("/imagine not hers")
        others = (await bob.pictures()).card.job
        await alice.send("/history")
        page = await alice.told("1 of 2")
        older = next(b.payload for row in page.card.buttons for b in row if "▶️" in b.label)
        await alice.press_payload(page, older)
        assert await alice.press_payload(page, older) is None, "a double click is no mistake"
        assert await bob.press_payload(page, f"page:{others}:1") == NOT_HERE
        assert (await alice.told("2 of 2")).card.prompt == "first"


async def test_buttons_of_messages_that_nobody_noted_go_on_working(tmp_path: Path) -> None:
    async with shown(tmp_path) as here:
        await here.on.lukis.store.db.write("DELETE FROM messages")  # as an earlier version leaves its help
        for kind, payload in (
            ("help", "help:steps"),
            ("language", "language:en"),
            ("page", f"page:{here.job}:2"),
            ("picture", f"original:{here.job}:1"),
        ):
            assert await here.alice.press_payload(here.messages[kind], payload) != NOT_HERE
        await here.alice.told("2 of 2")
        await here.on.platform.until(lambda m: m.card.document)


async def test_a_message_that_cannot_be_noted_is_sent_once(tmp_path: Path) -> None:
    async with stage(tmp_path) as on:
        await on.lukis.store.db.write("DROP TABLE messages")
        alice = on.someone()
        await alice.send("/help")
        on.engine.hold(1)
        await alice.send("/imagine a boat")
        await alice.told("25%")
        await on.engine.release(until=3)
        await alice.told("75%")
        assert len(on.platform.messages) == 2, "the guide and one status message"


async def test_a_status_message_that_just_became_the_result_has_the_result_s_buttons(tmp_path: Path) -> None:
    class InPlace(FakePlatform):
        """Turns the status message into the result; people see that before we hear that it went well."""

        heard = asyncio.Event()

        async def deliver(self, address: Any, status: Any, card: Card, key: str) -> Receipt:
            if not card.pictures or self.heard.is_set():
                return await super().deliver(address, status, card, key)
            await self.edit(status, card)
            await self.heard.wait()
            return status  # type: ignore[no-any-return]

    async with stage(tmp_path, platform=InPlace()) as on:
        alice = on.someone()
        await alice.send("/imagine a boat")
        boat = await on.platform.until(lambda m: m.card.pictures)
        pressing = asyncio.create_task(alice.press(boat, "Reroll"))
        await asyncio.sleep(0.05)
        InPlace.heard.set()
        assert await pressing is None
        await on.platform.until(lambda m: m.card.pictures and m.id != boat.id)


def test_every_button_that_we_make_can_be_pressed() -> None:
    sources = (Path(__file__).parents[3] / "bot").rglob("*.py")
    made = {a for f in sources for a in re.findall(r'(?<!\.)\bencode\(\s*"(\w+)"', f.read_text("utf-8"))}
    made |= {word for row in (*SINGLE, MASKED, FOUND) for word, _ in row} | {*DEEDS}
    assert made == set(VALID)


async def test_delete_takes_each_message_away_once(tmp_path: Path) -> None:
    class Counting(FakePlatform):
        """Writes down what it is asked to take away."""

        def __init__(self) -> None:
            super().__init__()
            self.removed: list[str] = []

        async def remove(self, receipt: Receipt, instead: Card) -> None:
            self.removed.extend(receipt.messages)
            await super().remove(receipt, instead)

    platform = Counting()
    async with stage(tmp_path, platform=platform) as on:
        alice = on.someone()
        for page in (False, True):
            await alice.send("/imagine a fox --n 2")
            gone = [photo := await alice.pictures(2)]
            album = [m.id for m in platform.messages.values() if m.card is photo.card]
            if page:
                await alice.send("/history")
                gone = [await alice.told("1 of 2")]
            platform.removed.clear()
            assert await alice.press(gone[-1], "Delete") == "Deleted."
            assert sorted(platform.removed) == ([gone[-1].id] if page else sorted(album)), "a page shows one"
