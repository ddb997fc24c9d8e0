"""What goes to many chats, each once: over restarts, and never twice."""

from __future__ import annotations

from dataclasses import dataclass

from bot.store.cells import cell, text
from bot.store.db import Database
from bot.store.moderation import Act


@dataclass(frozen=True)
class Post:
    """What is to be said in a chat. `text` is as the admin wrote it; "", as `chat`, where it can't be read."""

    id: int
    platform: str
    chat: str
    text: str


class PostStore:
    """The table of posts. One that is handed to a platform is noted before: a kill costs that chat the post."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def broadcast(self, act: Act) -> int:
        """A post of `act.about` for each chat there is; how many."""
        sql = (
            "INSERT INTO posts (broadcast, platform, chat)"
            " SELECT ?, platform, chat FROM chats WHERE platform <> 'console'"
        )
        async with self._db.transaction() as connection:
            number = (await connection.execute(*act.note)).lastrowid
            return (await connection.execute(sql, (number,))).rowcount

    async def next(self, platform: str) -> Post | None:
        """The next one that waits on a platform."""
        sql = (
            "SELECT p.*, a.about FROM posts p JOIN acts a ON a.id = p.broadcast"
            " WHERE p.platform = ? AND p.state = 'waiting' ORDER BY p.id LIMIT 1"
        )
        row = await self._db.row(sql, platform)
        if row is None:
            return None
        told = {name: cell(row, name, text, "", "posts") for name in ("platform", "chat", "about")}
        return Post(row["id"], told["platform"], told["chat"], told["about"])

    async def sending(self, post: Post) -> bool:
        """Says that it is handed to the platform now; False where it was, or is not to be any more."""
        sql = "UPDATE posts SET state = 'sending' WHERE id = ? AND state = 'waiting'"
        return bool(await self._db.write(sql, post.id))

    async def ended(self, post: Post, state: str) -> None:
        """Says what became of it: sent, unreachable, or waiting where it surely did not arrive."""
        await self._db.write_soon(("UPDATE posts SET state = ? WHERE id = ?", (state, post.id)))

    async def stop(self, act: Act) -> int:
        """Takes back all that wait; how many."""
        async with self._db.transaction() as connection:
            count = (
                await connection.execute("UPDATE posts SET state = 'stopped' WHERE state = 'waiting'")
            ).rowcount
            if count:
                await connection.execute(*act.note)
            return count
