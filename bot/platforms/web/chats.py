"""Open chats: what each shows, and the tabs that show it, kept in step."""

from __future__ import annotations

import asyncio
import json
from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from aiohttp import web

Json = dict[str, Any]

LONGEST_CHAT = 200
"""Messages kept for a chat; older pictures are in the gallery."""

MOST_CHATS = 200
"""Chats kept in memory once all their tabs are closed; the others are rebuilt from the store."""

MOST_TABS = 32
"""Tabs that one person may have open."""


class Tab:
    """One open page. What it has not been told yet waits here, only the newest state of each message."""

    def __init__(self) -> None:
        self._waiting: dict[str, Json] = {}
        self._wake = asyncio.Event()

    def show(self, key: str, frame: Json) -> None:
        """Tells a frame soon; one with the same key that still waits is outdated."""
        self._waiting[key] = frame
        self._wake.set()

    async def take(self) -> list[Json]:
        """What waits, as soon as anything does; nothing once the tab is closed."""
        await self._wake.wait()
        self._wake.clear()
        frames, self._waiting = self._waiting, {}
        return list(frames.values())

    async def close(self) -> None:
        """Lets whoever waits for something go."""
        self._wake.set()


class SocketTab(Tab):
    """A page that is told over a WebSocket."""

    def __init__(self, socket: web.WebSocketResponse) -> None:
        super().__init__()
        self._socket = socket

    async def pump(self) -> None:
        """Sends what waits, until cancelled. A slow reader costs nobody else anything."""
        while True:
            for frame in await self.take():
                await self._socket.send_str(json.dumps(frame, ensure_ascii=False))

    async def close(self) -> None:
        """Says goodbye; the page connects again by itself."""
        await self._socket.close(code=1001)


class Chat:
    """One person's chat while somebody looks at it, or is about to."""

    def __init__(self) -> None:
        self.messages: dict[str, Json] = {}
        self.documents: dict[str, tuple[Path, str]] = {}
        self.tabs: set[Tab] = set()
        self.filled = False
        self.language: str | None = None
        self.filling = asyncio.Lock()

    def fill(self, earlier: Iterable[Json]) -> None:
        """Puts what the store knows before what was said since; what was said since is newer."""
        self.messages = {m["id"]: m for m in earlier} | self.messages
        self.filled = True

    def put(self, message: Json) -> None:
        """Adds a message, or changes the one with its id in place."""
        self.messages[message["id"]] = message
        self._tell(message["id"], {"type": "put", "message": message})
        if len(self.messages) > LONGEST_CHAT:
            self.remove(next(iter(self.messages)))

    def attach(self, message: str, file: Path, name: str) -> None:
        """Lets a message's file be downloaded, under that name."""
        self.documents[message] = (file, name)

    def remove(self, message: str) -> None:
        """Takes a message away."""
        self.messages.pop(message, None)
        self.documents.pop(message, None)
        self._tell(message, {"type": "remove", "id": message})

    def forget(self) -> None:
        """Takes all messages away, and what the tabs keep of whoever wrote there."""
        for message in [*self.messages]:
            self.remove(message)
        self._tell("forget", {"type": "forget"})

    def speak(self, language: str) -> None:
        """Tells all tabs which language is spoken from now on."""
        self.language = language
        self._tell("language", {"type": "language", "language": language})

    def snapshot(self) -> Json:
        """All of it, for a tab that just came or came back."""
        return {"type": "chat", "messages": list(self.messages.values())}

    def _tell(self, key: str, frame: Json) -> None:
        for tab in self.tabs:
            tab.show(key, frame)


class Chats:
    """All chats by person's id, most recently used last."""

    def __init__(self) -> None:
        self._chats: OrderedDict[str, Chat] = OrderedDict()

    def get(self, person: str) -> Chat | None:
        """A chat in which somebody has done something since the start, or None."""
        return self._chats.get(person)

    def keep(self, person: str) -> Chat:
        """The chat: what is said in it now is there for a tab that is still on its way."""
        chat = self._chats.setdefault(person, Chat())
        self._chats.move_to_end(person)
        self._forget()
        return chat

    def open(self, person: str, tab: Tab) -> Chat:
        """The chat, with one more tab."""
        chat = self.keep(person)
        chat.tabs.add(tab)
        return chat

    def _forget(self) -> None:
        """Never the newest, which somebody is about to look at."""
        closed = [person for person, chat in [*self._chats.items()][:-1] if not chat.tabs]
        for person in closed[: max(0, len(self._chats) - MOST_CHATS)]:
            del self._chats[person]

    async def close(self) -> None:
        """Closes all tabs."""
        for chat in self._chats.values():
            for tab in list(chat.tabs):
                await tab.close()
