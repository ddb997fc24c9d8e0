"""Pictures as other programs write them: each with its settings where that program puts them."""

from __future__ import annotations

import gzip
import io
import json
import math
from collections.abc import Callable, Mapping
from typing import Any

from PIL import Image
from PIL.PngImagePlugin import PngInfo

A1111 = (
    "a fox, forest <lora:quill:0.7>\nNegative prompt: text, blurry\nSteps: 20, Sampler: DPM++ 2M, "
    "Schedule type: Karras, CFG scale: 6.5, Seed: 1234, Size: 512x768, Model hash: 6ce0161689, "
    'Model: v1-5-pruned-emaonly, Clip skip: 2, Lora hashes: "quill: abcdef012345", Version: v1.10.1'
)

COMFY: dict[str, Any] = {
    "3": {
        "class_type": "KSampler",
        "inputs": {
            "seed": 1234,
            "steps": 20,
            "cfg": 6.5,
            "sampler_name": "dpmpp_2m",
            "scheduler": "karras",
            "denoise": 1.0,
            "model": ["10", 0],
            "positive": ["6", 0],
            "negative": ["7", 0],
            "latent_image": ["5", 0],
        },
    },
    "4": {
        "class_type": "CheckpointLoaderSimple",
        "inputs": {"ckpt_name": "sd15\\v1-5-pruned-emaonly.safetensors"},
    },
    "5": {"class_type": "EmptyLatentImage", "inputs": {"width": 512, "height": 768, "batch_size": 1}},
    "6": {"class_type": "CLIPTextEncode", "inputs": {"text": "a fox, forest", "clip": ["10", 1]}},
    "7": {"class_type": "CLIPTextEncode", "inputs": {"text": "text, blurry", "clip": ["10", 1]}},
    "8": {"class_type": "VAEDecode", "inputs": {"samples": ["3", 0], "vae": ["4", 2]}},
    "9": {"class_type": "SaveImage", "inputs": {"images": ["8", 0], "filename_prefix": "x"}},
    "10": {
        "class_type": "LoraLoader",
        "inputs": {
            "lora_name": "quill.safetensors",
            "strength_model": 0.7,
            "model": ["4", 0],
            "clip": ["4", 1],
        },
    },
}

WORKFLOW: dict[str, Any] = {
    "nodes": [
        {
            "id": 3,
            "type": "KSampler",
            "widgets_values": [1234, "randomize", 20, 6.5, "dpmpp_2m", "karras", 1.0],
            "inputs": [
                {"name": "model", "link": 1},
                {"name": "positive", "link": 2},
                {"name": "negative", "link": 3},
                {"name": "latent_image", "link": 4},
            ],
        },
        {"id": 4, "type": "CheckpointLoaderSimple", "widgets_values": ["v1-5-pruned-emaonly.safetensors"]},
        {"id": 5, "type": "EmptyLatentImage", "widgets_values": [512, 768, 1]},
        {"id": 6, "type": "CLIPTextEncode", "widgets_values": ["a fox, forest"]},
        {"id": 7, "type": "CLIPTextEncode", "widgets_values": ["text, blurry"]},
        {
            "id": 10,
            "type": "LoraLoader",
            "widgets_values": ["quill.safetensors", 0.7, 1],
            "inputs": [{"name": "model", "link": 5}],
        },
    ],
    "links": [
        [1, 10, 0, 3, 0, "MODEL"],
        [2, 6, 0, 3, 1, "CONDITIONING"],
        [3, 7, 0, 3, 2, "CONDITIONING"],
        [4, 5, 0, 3, 3, "LATENT"],
        [5, 4, 0, 10, 0, "MODEL"],
    ],
}

INVOKE = {
    "generation_mode": "sd1_txt2img",
    "positive_prompt": "a fox, forest",
    "negative_prompt": "text, blurry",
    "width": 512,
    "height": 768,
    "seed": 1234,
    "cfg_scale": 6.5,
    "steps": 20,
    "scheduler": "dpmpp_2m_k",
    "model": {"name": "v1-5-pruned-emaonly", "hash": "blake3:00", "base": "sd-1", "type": "main"},
    "loras": [{"model": {"name": "quill"}, "weight": 0.7}],
}

SWARM = {
    "sui_image_params": {
        "prompt": "a fox, forest",
        "negativeprompt": "text, blurry",
        "model": "sd15/v1-5-pruned-emaonly.safetensors",
        "seed": 1234,
        "steps": 20,
        "cfgscale": 6.5,
        "width": 512,
        "height": 768,
        "sampler": "dpmpp_2m",
        "scheduler": "karras",
        "loras": ["quill"],
        "loraweights": ["0.7"],
    }
}

FOOOCUS = {
    "prompt": "a fox, forest",
    "negative_prompt": "text, blurry",
    "resolution": "(512, 768)",
    "guidance_scale": 6.5,
    "sampler": "dpmpp_2m",
    "scheduler": "karras",
    "seed": "1234",
    "steps": 20,
    "base_model": "v1-5-pruned-emaonly.safetensors",
    "base_model_hash": "6ce0161689",
    "loras": [["quill.safetensors", 0.7, "abcdef0123"]],
}

NOVEL = {
    "uc": "text, blurry",
    "steps": 20,
    "height": 768,
    "width": 512,
    "scale": 6.5,
    "seed": 1234,
    "sampler": "k_dpmpp_2m",
    "noise_schedule": "karras",
}

EASY = {
    "prompt": "a fox, forest",
    "negative_prompt": "text, blurry",
    "seed": "1234",
    "num_inference_steps": "20",
    "guidance_scale": "6.5",
    "sampler_name": "dpmpp_2m",
    "width": "512",
    "height": "768",
    "use_stable_diffusion_model": "v1-5-pruned-emaonly",
}


def png(texts: Mapping[str, str], mode: str = "RGB") -> bytes:
    """A PNG with text chunks."""
    info, out = PngInfo(), io.BytesIO()
    for name, text in texts.items():
        info.add_itxt(name, text)
    Image.new(mode, (64, 64), "teal").save(out, "PNG", pnginfo=info)
    return out.getvalue()


def comment(text: str, format: str, order: str = "utf-16-be") -> bytes:
    """A picture with an Exif comment."""
    exif, out = Image.Exif(), io.BytesIO()
    exif.get_ifd(0x8769)[0x9286] = b"UNICODE\0" + text.encode(order)
    Image.new("RGB", (64, 64), "teal").save(out, format, exif=exif.tobytes())
    return out.getvalue()


def camera(fields: Mapping[int, str]) -> bytes:
    """A WebP as ComfyUI writes it: the graph where a camera's maker would be."""
    exif, out = Image.Exif(), io.BytesIO()
    for tag, text in fields.items():
        exif[tag] = text
    Image.new("RGB", (64, 64), "teal").save(out, "WEBP", exif=exif)
    return out.getvalue()


def stealth(text: str, packed: bool = True) -> bytes:
    """A PNG with a text in the lowest bit of its transparency, and nothing else."""
    data = gzip.compress(text.encode()) if packed else text.encode()
    whole = (b"stealth_pngcomp" if packed else b"stealth_pnginfo") + (8 * len(data)).to_bytes(4, "big") + data
    bits = [int(bit) for byte in whole for bit in f"{byte:08b}"]
    side = max(64, math.isqrt(len(bits)) + 1)
    image, out = Image.new("RGBA", (side, side), (10, 90, 90, 255)), io.BytesIO()
    for i, bit in enumerate(bits):
        x, y = divmod(i, side)
        image.putpixel((x, y), (10, 90, 90, 254 | bit))
    image.save(out, "PNG")
    return out.getvalue()


ELSEWHERE: dict[str, Callable[[], bytes]] = {
    "A1111, PNG": lambda: png({"parameters": A1111}),
    "A1111, JPEG": lambda: comment(A1111, "JPEG"),
    "A1111, WebP": lambda: comment(A1111, "WEBP"),
    "A1111, AVIF": lambda: comment(A1111, "AVIF"),
    "A1111, the other byte order": lambda: comment(A1111, "JPEG", "utf-16-le"),
    "A1111, stealth": lambda: stealth(A1111),
    "ComfyUI, prompt": lambda: png({"prompt": json.dumps(COMFY), "workflow": json.dumps(WORKFLOW)}),
    "ComfyUI, workflow": lambda: png({"workflow": json.dumps(WORKFLOW)}),
    "ComfyUI, WebP": lambda: camera({0x0110: f"prompt:{json.dumps(COMFY)}"}),
    "InvokeAI": lambda: png({"invokeai_metadata": json.dumps(INVOKE)}),
    "SwarmUI, PNG": lambda: png({"parameters": json.dumps(SWARM)}),
    "SwarmUI, JPEG": lambda: comment(json.dumps(SWARM), "JPEG"),
    "Fooocus": lambda: png({"parameters": json.dumps(FOOOCUS), "fooocus_scheme": "fooocus"}),
    "NovelAI": lambda: png({"Description": "a fox, forest", "Comment": json.dumps(NOVEL)}),
    "NovelAI, stealth": lambda: stealth(
        json.dumps({"Description": "a fox, forest", "Comment": json.dumps(NOVEL)})
    ),
    "Easy Diffusion": lambda: png(EASY),
    "Easy Diffusion, JPEG": lambda: comment(
        json.dumps(EASY | {"num_inference_steps": 20, "seed": 1234}), "JPEG"
    ),
}
"""The same picture from each program."""
