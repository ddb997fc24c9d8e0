"""What the use cases are given by whoever puts the program together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.access import Access
from bot.fetching import Fetching
from bot.keeping import KeepingOptions
from bot.locales import Locales
from bot.moderation.folder import RuleFolder
from bot.ports import Platform
from bot.quotas.file import QuotaFile
from bot.safety import Safety
from bot.store import Store
from bot.styles.folder import StyleFolder
from bot.telling import Teller
from bot.translating import Translator
from bot.usecases.stock import Stock
from bot.usecases.uploads import Intake
from engine.api.ports import Engine


@dataclass(frozen=True)
class Resources:
    """The ports, and what whoever runs Lukis has settled.

    Attributes:
        platforms: by name.
        intake: reads strangers' pictures.
        fetching: fetches those that they name the address of.
        describer: finds words for pictures.
        expander: finds more words for a prompt.
        stock: what lies in the models' folder.
        max_waiting: how many jobs a person may have waiting or running.
        keeping: how long pictures are kept.
        rules: the lists of words for all chats.
        quotas: who may ask for how much.
        styles: how pictures can look.
        page: the address by which people reach the page from anywhere, None where they don't.
        samples: whether pictures of styles and models are drawn while nobody asks for any.
    """

    engine: Engine
    translator: Translator
    store: Store
    platforms: Mapping[str, Platform]
    locales: Locales
    access: Access
    intake: Intake
    fetching: Fetching
    describer: Teller
    expander: Teller
    stock: Stock
    max_waiting: int
    safety: Safety
    keeping: KeepingOptions
    rules: RuleFolder
    quotas: QuotaFile
    styles: StyleFolder
    page: str | None
    samples: bool
