"""What is not fit for everybody hides on Telegram until it is tapped, or does not come at all."""

from __future__ import annotations

import json
from pathlib import Path

from tests.wire.telegram import TelegramServer
from tests.wire.telegram_people import Person
from tests.wire.telegram_stage import lukis_on


async def test_photos_and_albums_hide_and_files_don_t_go_round_it(
    telegram: TelegramServer, tmp_path: Path, alice: Person
) -> None:
    async with lukis_on(telegram, tmp_path, safety="spoiler") as on:
        on.engine.verdict = lambda job, image: "fine" if image else "unfit"
        await alice.send("/imagine a fox")
        one = await alice.expect_photo()
        await alice.send("/imagine foxes --n 2")
        await alice.expect_album(2)
        await alice.press(one, "📄 Original")
        await alice.expect(lambda m: "won't take the picture" in m.text)
    said = {call.method: call.params for call in telegram.calls}
    assert str(said["sendphoto"]["has_spoiler"]).lower() == "true"
    album = said["sendmediagroup"]["media"]
    album = json.loads(album) if isinstance(album, str) else album
    assert [bool(media.get("has_spoiler")) for media in album] == [True, False]
    assert "senddocument" not in said
