"""Whom the work at hand is for, and which job: known to all that is called for it, and to each line of the log."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import asdict, dataclass, replace
from pathlib import Path

SALT = ".salt"
"""The file in the data folder that makes this installation's names of people its own."""

_SALT_BYTES = 16
_DIGITS = 12


@dataclass(frozen=True)
class About:
    """What there is to say of some work; empty where it is nobody's, or no job's."""

    job: str = ""
    person: str = ""
    platform: str = ""


_NOTHING = About()
_now: ContextVar[About] = ContextVar("about", default=_NOTHING)
_jobs: dict[str, About] = {}  # those that are worked on
_salt = secrets.token_bytes(_SALT_BYTES)


@contextmanager
def work_for(platform: str, person: str, job: str = "") -> Iterator[None]:
    """What is done in the block, and by tasks that it starts, is for that person and job; for one whose person has
    been told, "" is that person."""
    known = _jobs.get(job)
    about = About(job, person or (known.person if known else ""), platform)
    before = _now.set(about)
    if job:
        _jobs[job] = about
    try:
        yield
    finally:
        _now.reset(before)
        if known:
            _jobs[job] = known
        else:
            _jobs.pop(job, None)


def now() -> About:
    """Whom the work at hand is for."""
    return _now.get()


def of_job(job: str) -> About:
    """Whom that job is for, where somebody is at it: what an engine says of it knows no more than its id."""
    return _jobs.get(job) or About(job)


def told(about: About) -> dict[str, str]:
    """What a log may say of it: people by a name that tells nothing but that it is the same one again."""
    named = replace(about, person=about.person and pseudonym(about.person))
    return {name: value for name, value in asdict(named).items() if value}


def pseudonym(person: str) -> str:
    """A person's name in the log of this installation; in that of another one they have another."""
    return hmac.digest(_salt, person.encode(), "sha256").hex()[:_DIGITS]


def name_as_before(folder: Path) -> None:
    """Lets people keep their names in the log over restarts; where the folder can't be used, until the next one.

    Whoever knows the salt can try all people there might be: the file is nobody else's to read.
    """
    global _salt
    file = folder / SALT
    with suppress(OSError):
        file.touch(0o600)
        if len(kept := file.read_bytes()) == _SALT_BYTES:
            _salt = kept
        else:  # it is new, or what a full disk has left of one
            file.write_bytes(_salt)
