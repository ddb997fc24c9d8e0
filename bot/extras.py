"""The parts of Lukis that pip brings only when asked, and what to do where one is missing."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed
from importlib.util import find_spec
from types import MappingProxyType

EXTRAS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "engine": ("torch", "diffusers", "transformers", "safetensors", "huggingface_hub", "scipy"),
        "cluster": ("ray", "psutil"),
        "model": ("torch", "transformers", "sentencepiece"),
        "socks": ("aiohttp_socks", "socksio"),
        "tracing": ("opentelemetry.sdk", "opentelemetry.exporter.otlp.proto.http"),
    }
)
"""Extras of pyproject.toml, and the modules by which one sees that they are there."""


def lacking(extra: str) -> str:
    """How a sentence goes on about an extra that is not installed: what it needs, and what brings it. Or empty."""
    gone = ", ".join(name for name in EXTRAS[extra] if not _there(name))
    return gone and f"needs {gone}, not installed here. This brings it: pip install 'lukis[{extra}]'"


def _there(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:  # what it is a part of is missing
        return False


def version() -> str:
    """Lukis's own; "?" where it was not installed."""
    try:
        return installed("lukis")
    except PackageNotFoundError:
        return "?"
