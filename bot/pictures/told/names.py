"""What other programs call samplers and noise spacings, in the words of an infotext."""

from __future__ import annotations

import re

from engine.api.samplers import find_sampler, sampler_title

_OTHERWISE = {
    "pndm": "plms",
    "kdpm2": "dpm2",
    "kdpm2a": "dpm2_a",
    "dpmpp2s": "dpmpp_2s_a",
    "unipcbh2": "unipc",
    "k_lms": "lms",
}
"""Samplers that some programs know by another name; compared without their signs."""

_PREFIX = re.compile(r"^k_(?=[a-z])")
_SUFFIX = re.compile(r"_(?:gpu|v\d)$")
_KARRAS = re.compile(r"_k$|_karras$")
_PLAIN = ("", "normal", "simple", "native", "automatic", "discrete", "uniform", "default")
"""Spacings that are a model's own."""


def sampler_pairs(sampler: str, spacing: str = "") -> dict[str, str]:
    """`Sampler` and `Schedule type` of an infotext: in its own words where it has any for them, else as they are.

    >>> sampler_pairs("dpmpp_2m_sde_gpu", "karras")
    {'Sampler': 'DPM++ 2M SDE', 'Schedule type': 'Karras'}
    """
    if not sampler:
        return {}
    name, spacing = _SUFFIX.sub("", _PREFIX.sub("", sampler.strip().lower())), spacing.strip().lower()
    if _KARRAS.search(name):
        name, spacing = _KARRAS.sub("", name), "karras"
    plain = re.sub(r"[^a-z0-9]", "", name)
    found = find_sampler(_OTHERWISE.get(plain, name))
    pairs = {"Sampler": sampler_title(found) if found else sampler}
    if spacing not in _PLAIN:
        pairs["Schedule type"] = spacing.replace("_", " ").capitalize()
    return pairs
