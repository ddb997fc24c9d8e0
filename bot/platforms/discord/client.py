"""The connection: what Discord is asked to tell us, which commands it offers, and where it is found."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from typing import Any, cast

import aiohttp
import discord
import yarl
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.platforms.discord import buttons, commands, forms
from bot.platforms.discord.errors import passes
from bot.platforms.discord.inbox import Inbox
from bot.platforms.discord.shards import Shard, Turns, connect, may_begin
from bot.platforms.discord.unreadable import UNREADABLE
from bot.platforms.discord.words import Words
from bot.platforms.discord.work import Work
from bot.ports import Service
from bot.proxies import through

log = logging.getLogger(__name__)

LONGEST_WAIT = 30.0
"""Seconds that a request may wait for a rate limit before it is given back to us."""

INTENTS = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
"""None of them is privileged: a reply to the bot mentions it, so its words may be read without."""

PERMISSIONS = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    attach_files=True,
    read_message_history=True,
)
SCOPES = ("bot", "applications.commands")
"""What the link asks for that adds the bot to a server."""

discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
"""Nobody misses the voice libraries, so nobody need be warned that they are not there."""

_SYNC_PAUSES = (5, 15, 60, 300, 900, 3600)


class _Tree(app_commands.CommandTree[Any]):
    """Lets in the interactions that discord.py can read: what it finds out later goes unheard."""

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        try:
            told = cast(Mapping[str, Any], interaction.data)
            _ = interaction.command, interaction.namespace, interaction.user.id, hash(told.get("target_id"))
            discord.AppCommandType(told.get("type", 1))
        except Exception as error:
            UNREADABLE.say("INTERACTION_CREATE", error)
            return False
        return True


class LukisClient(discord.AutoShardedClient):
    """discord.py's client with our commands, buttons and ears, over as many connections as Discord wants."""

    def __init__(self, service: Service, work: Work, proxy: str | None = None) -> None:
        """`proxy` is on the way there."""
        super().__init__(
            intents=INTENTS,
            allowed_mentions=discord.AllowedMentions.none(),
            max_ratelimit_timeout=LONGEST_WAIT,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_messages=None,
            **through(proxy),
        )
        self.inbox = Inbox(service, self, work, proxy)
        self.tree = _Tree(self)
        UNREADABLE.watch()
        parsers = self._connection.parsers
        parsers |= {event: UNREADABLE.guarded(event, parse) for event, parse in parsers.items()}
        self._service = service
        self._me: discord.ClientUser | None = None
        self._turns = Turns()
        self._tasks: list[asyncio.Task[None]] = []

    async def setup_hook(self) -> None:
        """Runs between log-in and connection."""
        self._me = self.user
        self.tree.allowed_installs, self.tree.allowed_contexts = _places(self.application)
        await self.tree.set_translator(Words(self._service.locales))
        for command in commands.build(self._service, self.inbox):
            self.tree.add_command(command)
        await self.inbox.keep_promises()
        self._tasks.append(asyncio.create_task(self._sync(), name="discord commands"))

    async def launch_shards(self) -> None:
        """Begins to connect as many as Discord wants; those that are connected are heard meanwhile."""
        count, url, limit = await self.http.get_bot_gateway()
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(url)
        self.shard_count = self._connection.shard_count = count
        self._connection.shard_ids = range(count)
        self._turns = await may_begin(count, limit)
        self._tasks.append(asyncio.create_task(self._launch(count), name="discord shards"))

    async def _launch(self, count: int) -> None:
        """Connects as many at once as may begin at once."""
        for first in range(0, count, self._turns.at_once):
            numbers = range(first, min(first + self._turns.at_once, count))
            await asyncio.gather(*map(self._launch_one, numbers))

    async def _launch_one(self, number: int) -> None:
        """As discord.py's `launch_shard`, in whose books it enters it, but with pauses that grow and plain words."""
        books = vars(self)
        shards, queue = books["_AutoShardedClient__shards"], books["_AutoShardedClient__queue"]
        shards[number] = shard = Shard(await connect(self, number), self, queue.put_nowait)
        shard.launch()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Waits for the shard's turn to begin a session."""
        await asyncio.sleep(self._turns.wait(shard_id or 0))

    @property
    def listens(self) -> bool:
        """Whether everybody is heard: all shards are connected. A server is told about by one of them alone."""
        return (
            self.is_ready()
            and not self.is_closed()
            and not any(shard.is_closed() for shard in self.shards.values())
        )

    async def on_ready(self) -> None:
        link = discord.utils.oauth_url(self.application_id or 0, permissions=PERMISSIONS, scopes=SCOPES)
        over = f" over {self.shard_count} connections" if self.shard_count != 1 else ""
        servers = len(self.guilds)
        log.info(
            "Discord: I am %s, in %d servers%s. To add me to another: %s", self.user, servers, over, link
        )

    async def on_message(self, message: discord.Message) -> None:
        if me := self.user or self._me:
            await self.inbox.message(message, me)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Buttons and forms are known by what they carry, whenever and by whomever they were sent."""
        if (payload := buttons.pressed(interaction)) is not None:
            await self.inbox.press(interaction, payload)
        elif filled := forms.filled(interaction):
            await self.inbox.submit(interaction, *filled)
        elif written := forms.written(interaction):
            await self.inbox.write(interaction, *written)

    def dispatch(self, event: str, /, *args: Any, **kwargs: Any) -> None:
        """Tells nobody once we are closed: discord.py's READY, which waits for all servers, comes whenever it comes."""
        if not self.is_closed():
            super().dispatch(event, *args, **kwargs)

    async def close(self) -> None:
        """Closes all of it, though whoever asks for that is cancelled meanwhile: it can't be begun a second time."""
        for task in self._tasks:
            task.cancel()
        closing = asyncio.create_task(super().close())
        try:
            await asyncio.shield(closing)
        except asyncio.CancelledError:
            await closing
            raise

    async def _sync(self) -> None:
        """Tells Discord our commands if it knows others; tried again, and never fatal."""
        for pause in _SYNC_PAUSES:
            try:
                await self._sync_once()
                return
            except app_commands.CommandSyncFailure as error:
                log.error("Discord does not take the commands: %s", error)
                return
            except discord.HTTPException as error:
                if not passes(error):
                    log.error("Discord does not take the commands: %s", error)
                    return
            except (OSError, aiohttp.ClientError, discord.RateLimited) as error:
                log.warning("Discord does not take the commands now: %s", type(error).__name__)
            await asyncio.sleep(pause)

    async def _sync_once(self) -> None:
        assert self.tree.translator
        ours = [
            await c.get_translated_payload(self.tree, self.tree.translator) for c in self.tree.get_commands()
        ]
        route = Route("GET", "/applications/{id}/commands", id=self.application_id)
        theirs = await self.http.request(route, params={"with_localizations": "true"})
        if not same_commands(ours, theirs):
            await self.tree.sync()
            log.info("Discord: told it about %d commands", len(ours))


def _places(
    application: discord.AppInfo | None,
) -> tuple[app_commands.AppInstallationType, app_commands.AppCommandContext]:
    """Who may add the commands, and where they show: as far as the application's settings go."""
    servers = application.guild_integration_config if application else None
    people = application.user_integration_config if application else None
    unsaid = servers is None and people is None
    for_people = unsaid or people is not None
    return (
        app_commands.AppInstallationType(guild=unsaid or servers is not None, user=for_people),
        app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=for_people),
    )


def same_commands(ours: Sequence[Mapping[str, Any]], theirs: Sequence[Mapping[str, Any]]) -> bool:
    """Whether Discord knows just these commands, whatever else it says about them."""
    known = {(c["type"], c["name"]): c for c in theirs}
    wanted = {(c["type"], c["name"]): c for c in ours}
    return known.keys() == wanted.keys() and all(_same(c, known[key]) for key, c in wanted.items())


def _same(ours: Any, theirs: Any) -> bool:
    """Equal as far as ours goes; what is left out equals what is empty."""
    if isinstance(ours, Mapping) and isinstance(theirs, Mapping):
        return all(_same(value, theirs.get(key)) for key, value in ours.items() if key != "dm_permission")
    if isinstance(ours, list) and isinstance(theirs, list):
        return len(ours) == len(theirs) and all(map(_same, ours, theirs))
    return bool(ours == theirs or (not ours and not theirs))


def point_at(api_url: str | None) -> None:
    """Where Discord's API is: discord.py keeps that for the whole process, as one process has one Discord."""
    Route.BASE = f"{(api_url or 'https://discord.com').rstrip('/')}/api/v10"
