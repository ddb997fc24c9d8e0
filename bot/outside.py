"""What the settings ask for so that Lukis is seen from outside, around the parts that it is made of."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.extras import lacking
from bot.settings import BadSetting, Settings
from bot.watching import Parts, watched
from bot.watching.options import CantListen


@asynccontextmanager
async def seen_from_outside(settings: Settings, parts: Parts) -> AsyncIterator[Parts]:
    """The parts, watched as the settings want it. Raises BadSetting where that can't be."""
    if settings.watch.traces and (sentence := lacking("tracing")):
        raise BadSetting(f"OTEL_EXPORTER_OTLP_ENDPOINT: it {sentence}")
    try:
        async with watched(settings.watch, parts) as seen:
            yield seen
    except CantListen as error:
        raise BadSetting(f"METRICS_PORT: {error}.") from error
