"""A translation model on this machine, through transformers: Marian, M2M100 or NLLB, a folder or a hub name.

The one place of the bot that loads torch, and only when this provider is asked for. One thread runs the model;
requests that come in while it is busy share its next batch, whoever made them.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from bot.extras import lacking
from bot.translation.options import TranslationOptions
from bot.translation.providers.base import NoTranslation, Provider, Unavailable
from bot.translation.providers.fetching import fetch
from bot.translation.providers.http import required

log = logging.getLogger(__name__)
_BATCH = 16  # texts in one forward
_WAIT = 0.01  # seconds for others to join a batch
_LONGEST = 256  # tokens
_NLLB = {
    "ar": "arb_Arab", "bg": "bul_Cyrl", "bn": "ben_Beng", "ca": "cat_Latn", "cs": "ces_Latn", "da": "dan_Latn",
    "de": "deu_Latn", "el": "ell_Grek", "es": "spa_Latn", "fa": "pes_Arab", "fi": "fin_Latn", "fr": "fra_Latn",
    "he": "heb_Hebr", "hi": "hin_Deva", "hr": "hrv_Latn", "hu": "hun_Latn", "id": "ind_Latn", "it": "ita_Latn",
    "ja": "jpn_Jpan", "jv": "jav_Latn", "km": "khm_Khmr", "ko": "kor_Hang", "lo": "lao_Laoo", "ms": "zsm_Latn",
    "my": "mya_Mymr", "nl": "nld_Latn", "no": "nob_Latn", "pl": "pol_Latn", "pt": "por_Latn", "ro": "ron_Latn",
    "ru": "rus_Cyrl", "sk": "slk_Latn", "sr": "srp_Cyrl", "su": "sun_Latn", "sv": "swe_Latn", "sw": "swh_Latn",
    "ta": "tam_Taml", "te": "tel_Telu", "th": "tha_Thai", "tl": "tgl_Latn", "tr": "tur_Latn", "uk": "ukr_Cyrl",
    "be": "bel_Cyrl", "kk": "kaz_Cyrl", "mk": "mkd_Cyrl", "mr": "mar_Deva", "ne": "npi_Deva",
    "ur": "urd_Arab", "vi": "vie_Latn", "zh": "zho_Hans", "en": "eng_Latn",
}  # fmt: skip


@dataclass
class _Request:
    text: str
    language: str
    answer: asyncio.Future[str]


class LocalModel(Provider):
    """Runs `translation_model` on `translation_device`; safetensors weights only. Nothing leaves the machine."""

    name = "model"
    local = True
    limit = 1_500

    def __init__(self, options: TranslationOptions) -> None:
        self._source = required(options.translation_model, self.name, "TRANSLATION_MODEL")
        if sentence := lacking("model"):
            raise ValueError(f"the translator {self.name!r} {sentence}")
        self._device = options.translation_device
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="translate-model")
        self._seq2seq: Seq2Seq | None = None
        self._waiting: list[_Request] = []
        self._worker: asyncio.Task[None] | None = None

    async def translate(self, text: str, language: str) -> str:
        """See `Provider`."""
        request = _Request(text, language, asyncio.get_running_loop().create_future())
        self._waiting.append(request)
        if self._worker is None or self._worker.done():
            self._worker = asyncio.create_task(self._work(), name="translate-model")
        return await request.answer

    async def warm(self) -> None:
        """Loads the model."""
        await asyncio.get_running_loop().run_in_executor(self._pool, self._load)

    async def close(self) -> None:
        """See `Provider`."""
        if self._worker is not None:
            self._worker.cancel()
        self._pool.shutdown(wait=False, cancel_futures=True)

    async def _work(self) -> None:
        await asyncio.sleep(_WAIT)
        while batch := [r for r in self._waiting if not r.answer.done()][:_BATCH]:
            same = [r for r in batch if r.language == batch[0].language]
            self._waiting = [r for r in self._waiting if r not in same and not r.answer.done()]
            await self._answer(same)

    async def _answer(self, batch: Sequence[_Request]) -> None:
        texts, language = [r.text for r in batch], batch[0].language
        try:
            loop = asyncio.get_running_loop()
            english = await loop.run_in_executor(self._pool, lambda: self._load()(texts, language))
        except Exception as error:
            for request in batch:
                if not request.answer.done():
                    request.answer.set_exception(error)
            return
        for request, words in zip(batch, english, strict=True):
            if not request.answer.done():
                request.answer.set_result(words)

    def _load(self) -> Seq2Seq:
        if self._seq2seq is None:
            try:
                fetch(self._source)
                log.info("Loading the translation model %s.", self._source)
                began = time.monotonic()
                self._seq2seq = Seq2Seq(self._source, self._device)
                log.info(
                    "The translation model %s is ready after %.0f s.", self._source, time.monotonic() - began
                )
            except Exception as error:
                log.warning("the translation model %s can't be loaded: %s", self._source, error)
                raise Unavailable("the model can't be loaded, see the log", wait=600.0) from None
        return self._seq2seq


class Seq2Seq:
    """A loaded model with its tokenizer."""

    def __init__(self, source: str, device: str) -> None:
        import torch
        from transformers import AutoModelForSeq2SeqLM, AutoTokenizer

        self._torch = torch
        self._tokenizer: Any = AutoTokenizer.from_pretrained(source, trust_remote_code=False)
        model: Any = AutoModelForSeq2SeqLM.from_pretrained(
            source, use_safetensors=True, trust_remote_code=False
        )
        self._model = model.to(device).eval()
        self._kind = str(model.config.model_type)

    def __call__(self, texts: Sequence[str], language: str) -> list[str]:
        """English for each text.

        Raises:
            NoTranslation: the model does not know the language.
        """
        options = self._options(language)
        tokens = self._tokenizer(
            list(texts), return_tensors="pt", padding=True, truncation=True, max_length=_LONGEST
        )
        with self._torch.inference_mode():
            output = self._model.generate(**tokens.to(self._model.device), **options)
        return [str(t) for t in self._tokenizer.batch_decode(output, skip_special_tokens=True)]

    def _options(self, language: str) -> dict[str, Any]:
        options: dict[str, Any] = {"num_beams": 4, "max_new_tokens": _LONGEST}
        if self._kind != "m2m_100":
            return options
        source, target = (_NLLB.get(language, ""), "eng_Latn") if self._nllb else (language, "en")
        start = self._start(target)
        if start is None or self._start(source) is None:
            raise NoTranslation("the model does not know the language")
        self._tokenizer.src_lang = source
        return options | {"forced_bos_token_id": start}

    @property
    def _nllb(self) -> bool:
        return "Nllb" in type(self._tokenizer).__name__

    def _start(self, code: str) -> int | None:
        """The token that names a language, or None where the model has none."""
        if not self._nllb:
            code = f"__{code}__"
        token = self._tokenizer.convert_tokens_to_ids(code)
        return None if token is None or token == self._tokenizer.unk_token_id else int(token)
