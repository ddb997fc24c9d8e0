"""What survives a restart: SQLite for rows, a folder for pictures."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.store.accounts import AccountStore
from bot.store.age import AgeStore
from bot.store.db import Database, open_database
from bot.store.deliveries import DeliveryStore
from bot.store.drafts import DraftStore
from bot.store.favourites import FavouriteStore
from bot.store.forgetting import ForgettingStore
from bot.store.history import HistoryStore
from bot.store.jobs import JobStore
from bot.store.lists import ListStore
from bot.store.messages import MessageStore
from bot.store.moderation import ModerationStore
from bot.store.moves import MoveStore
from bot.store.offers import OfferStore
from bot.store.parcels import ParcelStore
from bot.store.people import PeopleStore
from bot.store.pictures import PictureFiles
from bot.store.posts import PostStore
from bot.store.preferences import PreferenceStore
from bot.store.promises import PromiseStore
from bot.store.quotas import QuotaStore
from bot.store.reports import ReportStore
from bot.store.search import SearchStore
from bot.store.sessions import SessionStore
from bot.store.shares import ShareStore
from bot.store.styles import StyleStore
from bot.store.trouble import Trouble
from bot.store.watch import Watch

DATABASE = "lukis.sqlite"
"""The file of the database in the data folder."""


@dataclass(frozen=True)
class Store:
    """All of it, over one database and one folder."""

    root: Path
    db: Database
    people: PeopleStore
    accounts: AccountStore
    jobs: JobStore
    deliveries: DeliveryStore
    moves: MoveStore
    messages: MessageStore
    forgetting: ForgettingStore
    promises: PromiseStore
    offers: OfferStore
    drafts: DraftStore
    preferences: PreferenceStore
    history: HistoryStore
    favourites: FavouriteStore
    lists: ListStore
    search: SearchStore
    age: AgeStore
    moderation: ModerationStore
    reports: ReportStore
    posts: PostStore
    quotas: QuotaStore
    styles: StyleStore
    sessions: SessionStore
    parcels: ParcelStore
    shares: ShareStore
    files: PictureFiles
    watch: Watch


@asynccontextmanager
async def open_store(root: Path, least_free: int = 0) -> AsyncIterator[Store]:
    """The store in the data folder `root`, which is made if need be.

    Args:
        root: the folder.
        least_free: bytes that are left free: with less, `Store.watch` lets nothing new in.

    Raises:
        OSError, sqlite3.Error: the folder can't be written.
        Unusable: the database is damaged, or of a newer version.
    """
    root.mkdir(parents=True, exist_ok=True)
    trouble = Trouble(root)
    file, pictures = root / DATABASE, PictureFiles(root, trouble)
    async with open_database(file, trouble) as db:
        await pictures.sweep()
        yield Store(
            root,
            db,
            PeopleStore(db),
            AccountStore(db),
            JobStore(db),
            DeliveryStore(db),
            MoveStore(db),
            MessageStore(db),
            ForgettingStore(db),
            PromiseStore(db),
            OfferStore(db),
            DraftStore(db),
            PreferenceStore(db),
            HistoryStore(db),
            FavouriteStore(db),
            ListStore(db),
            SearchStore(db),
            AgeStore(db),
            ModerationStore(db),
            ReportStore(db),
            PostStore(db),
            QuotaStore(db),
            StyleStore(db),
            SessionStore(db),
            ParcelStore(db),
            ShareStore(db),
            pictures,
            Watch(file, least_free),
        )
