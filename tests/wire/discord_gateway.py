"""Discord's gateway on loopback: hello, identify, heartbeats, events, and resuming after a drop."""

from __future__ import annotations

import asyncio
import copy
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import discord
from aiohttp import WSMsgType, web
from simcord import intents as rules
from simcord.backend import Backend, serializers
from simcord.backend.cdn import CDN_BASE

from tests.patience import PATIENCE

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID, HELLO, ACK = 0, 1, 2, 6, 7, 9, 10, 11
UNKNOWN_TOKEN = 4004


@dataclass
class _Session:
    """What one shard is told, and over which connection; without one it is kept for when it comes again."""

    id: str
    shard: int
    events: list[str] = field(default_factory=list)
    socket: web.WebSocketResponse | None = None


class Gateway:
    """Sends what happens in the world to whoever has identified: of a server's to its shard, the rest to the first.

    Attributes:
        url: where it is reached.
        shards: how many connections it wants; who identifies as one of fewer is refused.
        at_once: how many sessions may begin at once; `left`: how many today, and `reset` the ms until then.
        sessions: how often somebody identified.
        resumed: how often somebody resumed.
        beats: heartbeats that came.
        accept: whether connections are let in at all.
        refuse: the code with which identifying is refused, or None.
        odd: frames with which the next connections begin, one each, in place of what belongs there.
    """

    def __init__(self, world: Backend, changed: Callable[[], None]) -> None:
        """`changed` is called when a heartbeat came."""
        self._changed = changed
        self.url = ""
        self.shards, self.at_once, self.left, self.reset = 1, 1, 999, 0
        self.sessions = self.resumed = self.beats = 0
        self.accept = True
        self.refuse: int | None = None
        self.odd: list[str] = []
        self.interval = 41_250
        self.intents = discord.Intents.none()
        self._world = world
        self._told: dict[int, _Session] = {}
        self._count = 1
        self._forgotten = False
        self._connected = asyncio.Event()
        self._pending: set[asyncio.Task[None]] = set()
        world.subscribers.append(self._happened)

    @property
    def limits(self) -> dict[str, Any]:
        """What /gateway/bot says."""
        limit = {
            "total": 1000,
            "remaining": self.left,
            "reset_after": self.reset,
            "max_concurrency": self.at_once,
        }
        return {"url": self.url, "shards": self.shards, "session_start_limit": limit}

    async def connected(self, patience: float = PATIENCE) -> None:
        """Waits until a bot listens, over all its connections."""
        await asyncio.wait_for(self._connected.wait(), patience)

    async def drop(self, code: int = 1006, shard: int | None = None) -> None:
        """Closes all connections, or that shard's, as a network would (1006) or as Discord does."""
        self._connected.clear()
        for session in list(self._told.values()):
            socket = session.socket
            if socket is None or shard not in (None, session.shard):
                continue
            session.socket = None
            if code == 1006 and socket._req and socket._req.transport:
                socket._req.transport.abort()
            else:
                await socket.close(code=code)

    def forget(self) -> None:
        """Makes the next attempt to resume fail."""
        self._forgotten = True

    @property
    def told(self) -> list[str]:
        """Everything that was sent since somebody identified, as it went over the wire."""
        return [event for session in self._told.values() for event in session.events]

    async def say(self, event: str, body: Any) -> None:
        """Sends an event of whatever form."""
        await self._dispatch(event, body)

    async def repeat(self, event: str) -> None:
        """Sends the last event of that kind once more, as new."""
        last = [json.loads(e) for e in self.told if json.loads(e)["t"] == event][-1]
        await self._dispatch(event, last["d"])

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """One connection."""
        if not self.accept:
            return web.Response(status=503)
        assert request.query["encoding"] == "json"
        socket = web.WebSocketResponse(max_msg_size=0)
        await socket.prepare(request)
        if self.odd:
            await _tell(socket, self.odd.pop(0))
        await _send(socket, HELLO, {"heartbeat_interval": self.interval})
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                await self._take(socket, json.loads(message.data), request)
        for session in self._told.values():
            session.socket = None if session.socket is socket else session.socket
        return socket

    async def _take(self, socket: web.WebSocketResponse, said: dict[str, Any], request: web.Request) -> None:
        match said["op"]:
            case 1:
                self.beats += 1
                self._changed()
                await _send(socket, ACK, None)
            case 2:
                await self._identify(socket, said["d"])
            case 6:
                await self._resume(socket, said["d"])

    async def _identify(self, socket: web.WebSocketResponse, said: dict[str, Any]) -> None:
        shard, count = said.get("shard", (0, 1))
        if code := self.refuse or _misfit(shard, count, self.shards):
            await socket.close(code=code)
            return
        self.sessions += 1
        self.left -= 1
        self.intents = discord.Intents._from_value(said["intents"])
        self._told = {number: session for number, session in self._told.items() if number < count}
        self._told[shard] = session = _Session(f"session-{self.sessions}", shard, socket=socket)
        self._count = count
        world = self._world
        guilds = [guild for guild in world.guilds.values() if _shard(guild.id, count) == shard]
        ready = {
            "v": 10,
            "user": dict(serializers.user_payload(world.bot_user)),
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
            "session_id": session.id,
            "shard": [shard, count],
            "resume_gateway_url": self.url,
            "application": {"id": str(world.application_id), "flags": 0},
        }
        await self._tell(session, "READY", ready)
        for guild in guilds:
            body = self._shown("GUILD_CREATE", serializers.guild_create_payload(world, guild))
            await self._tell(session, "GUILD_CREATE", body)
        self._listens()

    async def _resume(self, socket: web.WebSocketResponse, said: dict[str, Any]) -> None:
        session = next((s for s in self._told.values() if s.id == said["session_id"]), None)
        if session is None or self._forgotten:
            self._forgotten = False
            await _send(socket, INVALID, False)
            return
        self.resumed += 1
        session.socket = socket
        for event in session.events[said["seq"] :]:
            await _tell(socket, event)
        await self._tell(session, "RESUMED", {})
        self._listens()

    def _listens(self) -> None:
        """Whether all shards are there now."""
        if len(self._told) == self._count and all(session.socket for session in self._told.values()):
            self._connected.set()

    def _happened(self, event: str, payload: Mapping[str, Any]) -> None:
        gate = rules.required_intent(event, payload)
        if gate is None or getattr(self.intents, gate):
            task = asyncio.get_running_loop().create_task(self._dispatch(event, self._shown(event, payload)))
            self._pending.add(task)
            task.add_done_callback(self._pending.discard)

    def _shown(self, event: str, payload: Mapping[str, Any]) -> dict[str, Any]:
        """What the bot may see of it."""
        shown = copy.deepcopy(dict(payload))
        me = self._world.bot_user.id
        if event == "GUILD_CREATE":
            rules.prune_guild_create(shown, self.intents, me)
        if event == "MESSAGE_CREATE":
            shown |= self._member(shown)
        if event in ("MESSAGE_CREATE", "MESSAGE_UPDATE") and not self.intents.message_content:
            # Since 2023 a reply that pings an interaction's answer mentions the bot, and shows its words.
            mentioned = any(str(u["id"]) == str(me) for u in shown.get("mentions") or ())
            rules.censor_message(shown, me, backend=self._world, exempt_root=mentioned)
        return shown

    def _member(self, message: Mapping[str, Any]) -> dict[str, Any]:
        """Who wrote a server's message, with their roles there."""
        guild = self._world.guilds.get(int(message.get("guild_id") or 0))
        member = guild.members.get(int(message["author"]["id"])) if guild else None
        if not guild or not member:
            return {}
        return {"member": dict(serializers.member_payload(self._world, guild, member, with_user=False))}

    async def _dispatch(self, event: str, payload: Any) -> None:
        """Tells the shard whose server it is about; the first of all that is about none."""
        body = payload if isinstance(payload, dict) else {}
        server = (
            body.get("id") if event.startswith("GUILD_") and "guild_id" not in body else body.get("guild_id")
        )
        shard = _shard(int(str(server)), self._count) if str(server).isdecimal() else 0
        if session := self._told.get(shard):
            await self._tell(session, event, payload)

    async def _tell(self, session: _Session, event: str, payload: Any) -> None:
        number = len(session.events) + 1
        text = json.dumps({"op": DISPATCH, "t": event, "s": number, "d": payload}, default=str)
        text = text.replace(CDN_BASE, self.url.replace("ws://", "http://").replace("/gateway", "/cdn"))
        session.events.append(text)
        if session.socket:
            await _tell(session.socket, text)


def _shard(server: int, count: int) -> int:
    """Whose a server is, as Discord has it."""
    return (server >> 22) % count


def _misfit(shard: int, count: int, wanted: int) -> int | None:
    """The code with which Discord refuses a shard that can't be one, or one of too few."""
    if not 0 <= shard < count:
        return 4010
    return 4011 if count < wanted else None


async def _send(socket: web.WebSocketResponse, op: int, data: Any) -> None:
    await _tell(socket, json.dumps({"op": op, "d": data}))


async def _tell(socket: web.WebSocketResponse, text: str) -> None:
    """Sends a frame to whoever is still there: a bot that stops may leave at any moment."""
    if not socket.closed:
        with suppress(ConnectionError):
            await socket.send_str(text)
