"""The notebook for a rented GPU, from one definition: `python -m tools.notebook.write` writes it.

Its cells only call `bot/programs/rented/`; what stands behind `#@` is a form in Google Colab and a comment elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.locales import Locales
from bot.programs.rented.running import CHATS, STARTER

FILE = Path(__file__).parents[2] / "deploy" / "notebook" / "lukis.ipynb"

MODELS = (
    STARTER,
    "stabilityai/sd-turbo",
    "stable-diffusion-v1-5/stable-diffusion-v1-5",
    "Lykon/dreamshaper-8",
    "stabilityai/sdxl-turbo",
    "stabilityai/stable-diffusion-xl-base-1.0",
)
"""What the form offers: from the smallest to the largest that a free GPU draws with. Any other may be typed."""


@dataclass(frozen=True)
class Cell:
    """One cell: what it does, in English and Indonesian, and how."""

    name: str
    title: str
    english: str
    indonesian: str
    code: str


def cells() -> Iterable[Cell]:
    """All that is run, from the first to the last."""
    yield Cell(
        "install",
        "1. Install · Pasang",
        "Brings Lukis onto this machine, which takes a minute or two; where it is already, nothing happens.",
        "Memasang Lukis di mesin ini, perlu satu atau dua menit; kalau sudah ada, tidak terjadi apa-apa.",
        """source = "lukis[engine]"  #@param {type: "string"}
from importlib.util import find_spec
if find_spec("bot") is None:
    %pip install --quiet "{source}\"""",
    )
    yield Cell(
        "choose",
        "2. Choose · Pilih",
        "Choose what draws, the language, and where you talk to it; a token comes from your secrets, or you paste it.",
        "Pilih pelukisnya, bahasanya, dan tempat mengobrol; token diambil dari secrets-mu, atau kamu tempelkan.",
        f"""model = "{STARTER}"  #@param {json.dumps(MODELS)} {{allow-input: true}}
language = "en · English"  #@param {json.dumps(_languages(), ensure_ascii=False)}
chats = "page"  #@param {json.dumps(["page", *CHATS, " + ".join(CHATS)])}
keep_on_my_drive = True  #@param {{type: "boolean"}}
from bot.programs.rented import choose
lukis = choose(model, language, chats, keep_on_my_drive)""",
    )
    yield Cell(
        "start",
        "3. Start · Mulai",
        "Starts Lukis and shows its page and log; it draws until you stop this cell, and then ends cleanly.",
        "Menjalankan Lukis, menampilkan halaman dan lognya; ia melukis sampai sel ini dihentikan, lalu selesai rapi.",
        """watch = True  #@param {type: "boolean"}
lukis.run(watch)""",
    )
    yield Cell(
        "status",
        "4. Status",
        "Says whether Lukis runs, and what is kept; to ask while it draws, start it without “watch”.",
        "Memberi tahu apakah Lukis berjalan dan apa yang tersimpan; untuk itu saat ia melukis, mulai tanpa “watch”.",
        "lukis.status()",
    )
    yield Cell(
        "stop",
        "5. Stop · Berhenti",
        "Ends Lukis cleanly, if it runs; what was waiting is drawn at the next start.",
        "Menghentikan Lukis dengan rapi kalau sedang berjalan; yang masih menunggu dilukis saat dimulai lagi.",
        "lukis.stop()",
    )


def _languages() -> list[str]:
    locales = Locales.load()
    return [f"{tag} · {locales.say(tag)('language-name')}" for tag in locales.languages]


def notebook() -> dict[str, Any]:
    """The notebook as its file has it, without any output."""
    return {
        "cells": [_words(), *map(_code, cells())],
        "metadata": {
            "accelerator": "GPU",
            "colab": {"gpuType": "T4", "name": "Lukis", "provenance": []},
            "kaggle": {"accelerator": "nvidiaTeslaT4", "isGpuEnabled": True, "isInternetEnabled": True},
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def _words() -> dict[str, Any]:
    text = """# Lukis

Paints pictures from a chat, on a GPU that you borrow. Choose a GPU (in Colab *Runtime → Change runtime type → T4*; in
Kaggle *Settings → Accelerator*), then run all cells.

Melukis gambar dari obrolan, di GPU pinjaman. Pilih GPU (di Colab *Runtime → Ubah jenis runtime → T4*; di Kaggle
*Settings → Accelerator*), lalu jalankan semua sel."""
    return {"cell_type": "markdown", "id": "words", "metadata": {}, "source": _lines(text)}


def _code(cell: Cell) -> dict[str, Any]:
    form = f"#@title {cell.title}\n#@markdown {cell.english}\n\n#@markdown {cell.indonesian}\n"
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": cell.name,
        "metadata": {"cellView": "form"},
        "outputs": [],
        "source": _lines(form + cell.code),
    }


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def written() -> str:
    """The file's text."""
    return json.dumps(notebook(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(written(), "utf-8")
