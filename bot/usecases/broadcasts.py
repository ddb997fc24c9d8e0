"""What goes to all chats: one after the other, slowly, each once, over restarts."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from bot.errors import NoStore
from bot.messages import Address, Card, Person
from bot.ports import Platform, Unavailable, Unreachable
from bot.store import Store
from bot.store.moderation import EVERYWHERE, Act
from bot.store.posts import Post
from bot.store.trouble import until_kept
from bot.usecases.answers import Answers
from bot.usecases.rounds import Rounds

log = logging.getLogger(__name__)

PACE = 0.5
"""Seconds between two chats of a platform: results have most of what a platform takes."""


class Broadcasts:
    """Says something in all chats. A chat whose platform may have taken it, or never will, hears it no second time."""

    def __init__(self, store: Store, answers: Answers, platforms: Mapping[str, Platform]) -> None:
        self._store = store
        self._answers = answers
        self._rounds = Rounds(platforms, store.posts.next, self._say, PACE)
        self.run = self._rounds.run

    async def begin(self, by: Person, text: str) -> int:
        """Keeps what is to be said, and begins; to how many chats it goes."""
        count = await self._store.posts.broadcast(Act(by, EVERYWHERE, "broadcast", text))
        self._rounds.begin()
        return count

    async def stop(self, by: Person) -> int:
        """Takes back what has not gone out; from how many chats."""
        return await self._store.posts.stop(Act(by, EVERYWHERE, "stop"))

    async def _say(self, post: Post) -> float | None:
        """None once it is settled, else how long to wait (0 where the platform did not say)."""
        if not await until_kept(self._store.posts.sending, post):
            return None
        state, after = "sent", None
        if not (post.chat and post.text):
            await self._store.posts.ended(post, "unreachable")
            return None
        try:
            address = Address(platform=post.platform, chat=post.chat)
            await self._answers.send(address, Card(text=post.text))
        except Unreachable as error:
            log.info("a chat can't be told: %s", error)
            state = "unreachable"
        except Unavailable as error:
            state, after = ("sent", None) if error.unsure else ("waiting", error.after or 0.0)
        except NoStore:  # before anything went out
            state, after = "waiting", 0.0
        except Exception:
            log.exception("a chat could not be told")
            state = "unreachable"
        await self._store.posts.ended(post, state)
        return after
