"""From what was raised to what a person hears of it."""

from __future__ import annotations

import logging
import secrets

from engine.api.errors import EngineError, LukisError
from engine.api.events import Failed

log = logging.getLogger(__name__)


def failed(job_id: str, error: BaseException) -> Failed:
    """The job's end. What is not the person's to mend is logged under an id that they see."""
    if isinstance(error, LukisError) and not isinstance(error, EngineError):
        return Failed(error.code, dict(error.facts))
    incident = secrets.token_hex(4)
    log.error("Incident %s: job %s failed", incident, job_id, exc_info=error, extra={"job": job_id})
    known = error if isinstance(error, EngineError) else EngineError()
    return Failed(known.code, known.facts | {"incident": incident})
