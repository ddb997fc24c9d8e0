"""The process behind `bot.telling`: reads wishes from its input, a line each, and writes what its model says."""

from __future__ import annotations

import base64
import io
import json
import resource
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

MEMORY = 16 << 30
"""Bytes of data that the process may have."""

VARIANTS = 4
"""Descriptions of a picture."""

_WANTED, _ELSEWHERE = ("*.json", "*.safetensors", "*.txt", "*.model"), ("*/*",)
_ASK = (
    "Rewrite this short prompt for a picture as one rich description in English: subject, surroundings, light, "
    "colours, style. Answer with the description alone, in at most 60 words. Prompt: "
)
_LOOK = "Describe this picture in one sentence, as a prompt that would draw it."

Speak = Callable[[Mapping[str, Any]], list[str]]


def main(kind: str, name: str) -> None:
    """Serves until the input ends."""
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    speak: Speak | None = None
    for line in sys.stdin:
        try:
            speak = speak or {"describe": describer, "expand": expander}[kind](name)
            said: dict[str, Any] = {"words": speak(json.loads(line))}
        except Exception as error:
            said = {"error": (str(error).strip() or type(error).__name__).splitlines()[0][:200]}
        print(json.dumps(said), flush=True, file=_ANSWERS)


def describer(name: str) -> Speak:
    """A captioning model: any that transformers knows as one from a picture, and maybe a question, to words."""
    import torch
    from PIL import Image
    from transformers import AutoModelForImageTextToText, AutoProcessor

    folder = _fetched(name)
    model = AutoModelForImageTextToText.from_pretrained(folder, **_HERE, use_safetensors=True).eval()
    processor = AutoProcessor.from_pretrained(folder, **_HERE)

    def speak(wish: Mapping[str, Any]) -> list[str]:
        picture = Image.open(io.BytesIO(base64.b64decode(wish["png"]))).convert("RGB")
        if getattr(processor, "chat_template", None):
            content = [{"type": "image", "image": picture}, {"type": "text", "text": _LOOK}]
            given = processor.apply_chat_template(
                [{"role": "user", "content": content}],
                add_generation_prompt=True,
                tokenize=True,
                return_dict=True,
                return_tensors="pt",
            )
        else:
            given = processor(images=picture, return_tensors="pt")
        given = {n: v for n, v in given.items() if n != "token_type_ids"}
        start = given["input_ids"].shape[1] if "input_ids" in given else 0
        said = []
        torch.manual_seed(0)
        with torch.inference_mode():
            for n in range(VARIANTS):
                chosen: dict[str, Any] = {"do_sample": True, "top_p": 0.9} if n else {"do_sample": False}
                tokens = model.generate(**given, max_new_tokens=60, **chosen)
                begun = start if tokens.shape[1] > start else 0
                said += processor.batch_decode(tokens[:, begun:], skip_special_tokens=True)
        return said

    return speak


def expander(name: str) -> Speak:
    """A language model: one that is spoken to is asked; one that goes on with a text goes on with the prompt."""
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer

    folder = _fetched(name)
    model = AutoModelForCausalLM.from_pretrained(folder, **_HERE, use_safetensors=True).eval()
    tokens_of = AutoTokenizer.from_pretrained(folder, **_HERE)

    def speak(wish: Mapping[str, Any]) -> list[str]:
        text = str(wish["text"])
        if asked := getattr(tokens_of, "chat_template", None):
            given = tokens_of.apply_chat_template(
                [{"role": "user", "content": _ASK + text}],
                add_generation_prompt=True,
                return_dict=True,
                return_tensors="pt",
                enable_thinking=False,
            )
        else:
            given = tokens_of(text, return_tensors="pt")
        torch.manual_seed(int(wish.get("seed", 0)))
        given = {n: v for n, v in given.items() if n != "token_type_ids"}
        with torch.inference_mode():
            tokens = model.generate(
                **given, max_new_tokens=100, do_sample=True, top_p=0.9, temperature=0.8,
                pad_token_id=tokens_of.pad_token_id if tokens_of.pad_token_id is not None else tokens_of.eos_token_id,
            )  # fmt: skip
        said = tokens_of.decode(tokens[0, given["input_ids"].shape[1] :], skip_special_tokens=True).strip()
        return [said if asked else f"{text}{'' if said[:1] in ',.;' else ' '}{said}"] if said else []

    return speak


_HERE: dict[str, Any] = {"local_files_only": True, "trust_remote_code": False}


def _fetched(name: str) -> Path:
    """The folder, downloaded first where it is a name on the hub."""
    from huggingface_hub import snapshot_download

    if (there := Path(name)).is_dir():
        return there
    return Path(snapshot_download(name, allow_patterns=_WANTED, ignore_patterns=_ELSEWHERE))


if __name__ == "__main__":
    _ANSWERS, sys.stdout = sys.stdout, sys.stderr  # what libraries print is no answer
    main(*sys.argv[1:3])
