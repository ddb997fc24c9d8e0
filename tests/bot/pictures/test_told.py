"""What a picture's file tells of how it was made is read, whichever program made it; what is made up costs nothing."""

from __future__ import annotations

import io
import json
import struct
import zlib

import pytest
from PIL import Image

from bot.usecases.uploads import Intake
from engine.api.errors import BadImage
from engine.api.infotext import Infotext, read
from tests.bot.pictures.made_elsewhere import (
    A1111,
    COMFY,
    ELSEWHERE,
    FOOOCUS,
    INVOKE,
    SWARM,
    comment,
    png,
    stealth,
)
from tests.patience import PATIENCE

INTAKE = Intake()


def words(data: bytes) -> Infotext | None:
    return read(INTAKE._reader.told(data).words)


@pytest.mark.parametrize("program", ELSEWHERE)
def test_every_program_s_settings_are_read(program: str) -> None:
    told = words(ELSEWHERE[program]())
    assert told
    pairs = told.pairs
    assert told.prompt.startswith("a fox, forest")
    assert told.negative == "text, blurry"
    assert (pairs["Steps"], pairs["CFG scale"], pairs["Seed"]) == ("20", "6.5", "1234")
    assert (pairs["Sampler"], pairs["Size"]) == ("DPM++ 2M", "512x768")
    assert pairs.get("Schedule type") == (None if "Easy" in program else "Karras")
    if "Novel" not in program:
        assert pairs["Model"] == "v1-5-pruned-emaonly"
        assert told.prompt.endswith("" if "Easy" in program else "<lora:quill:0.7>")


def test_what_is_kept_of_a_picture_says_it_in_one_layout() -> None:
    kept = Image.open(io.BytesIO(INTAKE.plain(ELSEWHERE["ComfyUI, prompt"]())))
    told = read(kept.info["parameters"])
    assert told and told.prompt == "a fox, forest <lora:quill:0.7>"
    assert {*kept.info} == {"parameters"}


def test_a_sampler_after_another_is_the_one_whose_picture_was_saved() -> None:
    again = json.loads(json.dumps(COMFY))
    again["11"] = json.loads(json.dumps(COMFY["3"]))
    again["11"]["inputs"] |= {"seed": 99, "denoise": 0.5, "latent_image": ["3", 0]}
    again["8"]["inputs"]["samples"] = ["11", 0]
    told = words(png({"prompt": json.dumps(again)}))
    assert told and told.pairs["Seed"] == "99"
    assert told.pairs["Size"] == "512x768"


def test_the_words_of_flux_s_guider_are_found() -> None:
    flux = {
        "1": {"class_type": "SaveImage", "inputs": {"images": ["2", 0]}},
        "2": {"class_type": "VAEDecode", "inputs": {"samples": ["3", 0]}},
        "3": {
            "class_type": "SamplerCustomAdvanced",
            "inputs": {
                "noise": ["4", 0],
                "guider": ["5", 0],
                "sampler": ["6", 0],
                "sigmas": ["7", 0],
                "latent_image": ["8", 0],
            },
        },
        "4": {"class_type": "RandomNoise", "inputs": {"noise_seed": 7}},
        "5": {"class_type": "BasicGuider", "inputs": {"model": ["9", 0], "conditioning": ["10", 0]}},
        "6": {"class_type": "KSamplerSelect", "inputs": {"sampler_name": "euler"}},
        "7": {
            "class_type": "BasicScheduler",
            "inputs": {"steps": 4, "scheduler": "simple", "model": ["9", 0]},
        },
        "8": {"class_type": "EmptySD3LatentImage", "inputs": {"width": 1024, "height": 512}},
        "9": {"class_type": "UNETLoader", "inputs": {"unet_name": "flux1-schnell.safetensors"}},
        "10": {"class_type": "CLIPTextEncode", "inputs": {"text": ["11", 0]}},
        "11": {"class_type": "PrimitiveString", "inputs": {"value": "a red fox"}},
    }
    told = words(png({"prompt": json.dumps(flux)}))
    assert told and (told.prompt, told.negative) == ("a red fox", "")
    assert told.pairs == {
        "Steps": "4",
        "Sampler": "Euler",
        "Seed": "7",
        "Size": "1024x512",
        "Model": "flux1-schnell",
        "Version": "ComfyUI",
    }


def test_a_picture_from_a_picture_says_how_far_it_left_it() -> None:
    graph = json.loads(json.dumps(COMFY))
    graph["12"] = {"class_type": "LoadImage", "inputs": {"image": "me.png"}}
    graph["13"] = {"class_type": "VAEEncode", "inputs": {"pixels": ["12", 0]}}
    graph["3"]["inputs"] |= {"latent_image": ["13", 0], "denoise": 0.45}
    told = words(png({"prompt": json.dumps(graph)}))
    assert told and told.pairs["Denoising strength"] == "0.45"


@pytest.mark.parametrize(
    ("strength", "weight"), [(["20", 0], "0.4"), (["99", 0], "1"), (None, "1"), ("much", "1"), (1e999, "1")]
)
def test_a_weight_that_is_a_link_is_followed_and_one_that_is_none_costs_nothing_else(
    strength: object, weight: str
) -> None:
    graph = json.loads(json.dumps(COMFY))
    graph["10"]["inputs"]["strength_model"] = strength
    graph["20"] = {"class_type": "PrimitiveFloat", "inputs": {"value": 0.4}}
    told = words(png({"prompt": json.dumps(graph)}))
    assert told and told.prompt == f"a fox, forest <lora:quill:{weight}>"
    if isinstance(strength, list):
        return
    swarm = {**SWARM["sui_image_params"], "loraweights": [strength]}
    for texts in (
        {"invokeai_metadata": {**INVOKE, "loras": [{"model": {"name": "quill"}, "weight": strength}]}},
        {"parameters": {**FOOOCUS, "loras": [["quill.safetensors", strength]]}},
        {"parameters": {"sui_image_params": swarm}},
    ):
        told = words(png({name: json.dumps(table) for name, table in texts.items()}))
        assert told and told.prompt == f"a fox, forest <lora:quill:{weight}>"


LOOP = {
    at: {"class_type": "KSampler", "inputs": {"latent_image": [other, 0], "positive": [other, 0]}}
    for at, other in (("1", "2"), ("2", "1"))
}

HOSTILE = {
    "deep JSON": png({"prompt": '{"a":' * 90_000 + "1" + "}" * 90_000}),
    "a graph that runs in a circle": png({"prompt": json.dumps(LOOP)}),
    "a graph of links to nowhere": png(
        {"prompt": json.dumps({"1": {"class_type": "KSampler", "inputs": {"latent_image": ["9", 0]}}})}
    ),
    "JSON of another shape": png({"prompt": "[1, 2]", "parameters": "7", "workflow": '{"nodes": 3}'}),
    "a list where a name is": png(
        {"workflow": json.dumps({"nodes": [{"id": [], "type": {}}], "links": [[[], 1, 2]]})}
    ),
    "numbers that are none": png(
        {"invokeai_metadata": json.dumps(INVOKE | {"positive_prompt": {}, "steps": []})}
    ),
    "a number of many digits": png({"prompt": '{"1": ' + "9" * 100_000 + "}"}),
    "a LoRA of weight nothing": png(
        {"invokeai_metadata": json.dumps(INVOKE | {"positive_prompt": " ", "loras": [{"weight": "x"}]})}
    ),
    "Exif that is broken": comment("x", "JPEG")[:60] + b"\0" * 40 + comment("x", "JPEG")[60:],
    "a hidden text of great length": stealth("x" * 5_000_000),  # a few thousand bytes, packed
    "an endless prompt": png({"parameters": "a" * 20_000 + "\nSteps: 20"}),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_made_up_is_no_text(name: str) -> None:
    assert words(HOSTILE[name]) is None


def test_a_long_graph_of_many_links_is_read_in_time() -> None:
    nodes = {
        str(i): {
            "class_type": "SaveImage",
            "inputs": {f"x{j}": [str((i * 7 + j) % 2000), 0] for j in range(40)},
        }
        for i in range(2000)
    }
    data = png({"prompt": json.dumps(nodes)})
    assert Intake(seconds=int(PATIENCE))._reader.told(data).words == ""


def test_a_text_that_unpacks_to_a_great_one_is_refused() -> None:
    bomb = zlib.compress(b"x" * 90_000_000)
    chunk = b"zTXt" + b"parameters\0\0" + bomb
    whole = png({})
    data = (
        whole[:33]
        + struct.pack(">I", len(chunk) - 4)
        + chunk
        + struct.pack(">I", zlib.crc32(chunk))
        + whole[33:]
    )
    with pytest.raises(BadImage):
        words(data)


def test_a_comment_in_ascii_is_read() -> None:
    exif, out = Image.Exif(), io.BytesIO()
    exif.get_ifd(0x8769)[0x9286] = b"ASCII\0\0\0" + A1111.encode()
    Image.new("RGB", (64, 64)).save(out, "JPEG", exif=exif)
    told = words(out.getvalue())
    assert told and told.negative == "text, blurry"
