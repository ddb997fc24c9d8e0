"""Short lines under pictures: the English that they were drawn from, and what the engine has to say of them."""

from __future__ import annotations

from dataclasses import asdict

from bot.locales import Say
from bot.store.rows import JobRow
from bot.usecases.sheets import finds
from engine.api.events import DefaultAway


def translation_notes(say: Say, job: JobRow) -> tuple[str, ...]:
    """The English, and who translated; nothing for a prompt that stayed as typed."""
    translation = job.translation
    if translation is None:
        return ()
    looked_for = "result-looked-for" if finds(job) else "result-english"
    english = say("result-joined" if translation.joined else looked_for, english=translation.english)
    if translation.outcome == "unchanged":
        return (english,) if translation.joined else ()
    if translation.outcome == "failed":
        return *((english,) if translation.joined else ()), say("result-not-translated")
    notes = [english]
    if translation.negative:
        notes.append(say("result-without", negative=translation.negative))
    if translation.outcome == "word-for-word":
        return *notes, say("result-word-for-word" if translation.unanswered else "result-dictionary")
    if translation.provider == "person":
        return *notes, say("result-person")
    return *notes, say("result-translator", provider=(translation.provider or "?").capitalize())


def notices(say: Say, job: JobRow) -> tuple[str, ...]:
    """What there is to say of how the job was drawn; of which model, only where one drew."""
    told = [n for n in job.notices if not (job.recipe.upscaler and isinstance(n, DefaultAway))]
    return tuple(say(f"notice-{notice.code}", model=job.recipe.model, **asdict(notice)) for notice in told)
