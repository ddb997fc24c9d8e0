"""deep-translator's services with what it leaves out: time-outs, a size limit, threads of their own."""

from __future__ import annotations

import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from types import ModuleType
from typing import Any

import requests
from deep_translator.exceptions import (
    LanguageNotSupportedException,
    NotValidLength,
    NotValidPayload,
    RequestError,
    TooManyRequests,
    TranslationNotFound,
)

from bot.translation.providers.base import NoAnswer, NoTranslation, Provider, Unavailable

_LARGEST = 1_000_000  # bytes of a page
_THREADS = 4
_REST = 60.0  # seconds after "too many requests"


class Bounded:
    """Stands in for the `requests` module inside deep-translator, which sets no time-out anywhere.

    One session a thread keeps connections open; a whole response must arrive within the thread's `seconds`.
    """

    exceptions = requests.exceptions

    def __init__(self) -> None:
        self._local = threading.local()

    def allow(self, seconds: float) -> None:
        """How long this thread's next requests may take."""
        self._local.seconds = seconds

    def get(self, url: str, **options: Any) -> requests.Response:
        """As `requests.get`, bounded in time and size."""
        return self._request("GET", url, **options)

    def _request(self, method: str, url: str, **options: Any) -> requests.Response:
        seconds: float = self._local.seconds
        end = time.monotonic() + seconds
        response = self._session().request(method, url, timeout=seconds, stream=True, **options)
        body = bytearray()
        for chunk in response.iter_content(16_384):
            body += chunk
            if time.monotonic() > end or len(body) > _LARGEST:
                response.close()
                raise requests.exceptions.ReadTimeout("the answer takes too long or is too large")
        response._content = bytes(body)  # where requests itself puts a body that it has read
        return response

    def _session(self) -> requests.Session:
        if not hasattr(self._local, "session"):
            self._local.session = requests.Session()
        session: requests.Session = self._local.session
        return session


_BOUNDED = Bounded()


class Scraped(Provider):
    """A deep-translator engine in threads of its own, so that a slow one starves nobody else."""

    def __init__(self, module: ModuleType, timeout: float) -> None:
        module.requests = _BOUNDED  # type: ignore[attr-defined]
        self._timeout = timeout
        self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix=f"translate-{self.name}")

    def ask(self, text: str, language: str) -> Any:
        """The engine's own call; runs in a thread."""
        raise NotImplementedError

    async def translate(self, text: str, language: str) -> str:
        """See `Provider`."""
        answer = await asyncio.get_running_loop().run_in_executor(self._pool, self._guarded, text, language)
        if not isinstance(answer, str):
            raise NoTranslation("nothing")
        return answer

    def _guarded(self, text: str, language: str) -> Any:
        _BOUNDED.allow(self._timeout)
        try:
            return self.ask(text, language)
        except TooManyRequests:
            raise Unavailable("too many requests", wait=_REST) from None
        except (requests.exceptions.Timeout, requests.exceptions.ConnectionError) as error:
            slow = isinstance(error, requests.exceptions.ReadTimeout)
            raise Unavailable(type(error).__name__, retry=not slow) from None
        except (RequestError, requests.exceptions.RequestException) as error:
            raise Unavailable(type(error).__name__, retry=True) from None
        except (TranslationNotFound, NotValidLength, NotValidPayload, LanguageNotSupportedException) as error:
            raise NoTranslation(type(error).__name__) from None
        except (ValueError, AttributeError, KeyError, TypeError, StopIteration) as error:
            raise NoAnswer(f"an answer of another form ({type(error).__name__})") from None

    async def close(self) -> None:
        """See `Provider`; requests under way end by their own time-out."""
        self._pool.shutdown(wait=False, cancel_futures=True)
