"""Two to five pictures in one: drawn halfway between them, as one frame of a morph."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Sequence
from dataclasses import replace

from PIL import Image, ImageOps

from bot.locales import Say
from bot.messages import Attachment, Card, Incoming
from bot.usecases.answers import Answers
from bot.usecases.links import Links
from bot.usecases.reach import Reach
from bot.usecases.reception import Reception
from bot.usecases.uploads import Intake
from engine.api.modes import REPLIED
from engine.api.parameters import PARAMETERS

LEAST, MOST = 2, 5
"""Pictures that are blended."""


class Blending:
    """Accepts blends."""

    def __init__(
        self, reception: Reception, reach: Reach, links: Links, intake: Intake, answers: Answers
    ) -> None:
        self._reception = reception
        self._reach = reach
        self._links = links
        self._intake = intake
        self._answers = answers

    async def blend(self, incoming: Incoming, say: Say) -> None:
        """Draws what lies between the pictures that came and the one replied to; words may say what it shows.

        Raises:
            LukisError: it was not accepted, and why.
        """
        incoming, words = self._links.taken(incoming, incoming.text)
        note = await self._reach.replied_to(incoming)
        ours = bool(note and note.job)
        own = [each for each in incoming.attachments if not ours or each.purpose != REPLIED]
        if not LEAST <= len(own) + ours <= MOST:
            text = say("blend-how", command="/blend", least=LEAST, most=MOST)
            await self._answers.answer(incoming.address, Card(text=text, refused=True))
            return
        first, second = ([], own) if ours else (own[::2], own[1::2])
        ends = [self._mixed(each) for each in (first, second) if each]
        place = len(second) / (len(own) + ours)
        asked = replace(
            incoming, text=f"{words} {PARAMETERS['place'].flag} {place:.2f}", attachments=tuple(ends)
        )
        await self._reception.accept_text(asked)

    def _mixed(self, pictures: Sequence[Attachment]) -> Attachment:
        """Several as one, to be read when it is needed."""
        if len(pictures) == 1:
            return replace(pictures[0], purpose="")

        async def read(most: int) -> bytes:
            pngs = [(await self._intake.take(each)).png for each in pictures]
            return await asyncio.to_thread(mixed, pngs)

        return Attachment("", None, read)


def mixed(pngs: Sequence[bytes]) -> bytes:
    """Pictures over each other, each as much as any other, in the size of the first; blocks."""
    whole = Image.open(io.BytesIO(pngs[0])).convert("RGB")
    for count, png in enumerate(pngs[1:], 2):
        other = ImageOps.fit(Image.open(io.BytesIO(png)).convert("RGB"), whole.size)
        whole = Image.blend(whole, other, 1 / count)
    file = io.BytesIO()
    whole.save(file, "PNG", compress_level=1)
    return file.getvalue()
