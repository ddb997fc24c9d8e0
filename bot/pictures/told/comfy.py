"""ComfyUI's graphs: what the sampler that made the picture was given, followed back along the links."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from bot.pictures.told.forms import stem, weight_of
from bot.pictures.told.names import sampler_pairs
from engine.api.infotext import LABELS, Infotext

Node = Mapping[str, Any]
"""A node's inputs: values, and links to others as `[id, output]`."""

MOST_NODES = 2_000
"""Of a graph that is followed."""

_MOST_SAVES = 20
_SAVES = ("saveimage", "previewimage", "imagesave")
_TEXTS = ("text", "text_g", "clip_l", "t5xxl", "string", "value", "prompt", "wildcard_text")
_SEED, _MODEL = ("seed", "noise_seed"), ("ckpt_name", "unet_name", "model_name")
_WIDGETS: Mapping[str, Sequence[str]] = {
    "KSampler": ("seed", "", "steps", "cfg", "sampler_name", "scheduler", "denoise"),
    "KSamplerAdvanced": ("", "noise_seed", "", "steps", "cfg", "sampler_name", "scheduler"),
    "CLIPTextEncode": ("text",),
    "CheckpointLoaderSimple": ("ckpt_name",),
    "UNETLoader": ("unet_name",),
    "LoraLoader": ("lora_name", "strength_model"),
    "LoraLoaderModelOnly": ("lora_name", "strength_model"),
    "EmptyLatentImage": ("width", "height"),
    "EmptySD3LatentImage": ("width", "height"),
}
"""What the values of a node in a workflow are called, in their order: a workflow alone does not say."""


class Graph:
    """The nodes of a prompt or a workflow, by their ids."""

    def __init__(self, nodes: Mapping[str, Node], kinds: Mapping[str, str]) -> None:
        self.nodes = nodes
        self.kinds = kinds

    def back(self, start: str, first: Sequence[str] = ()) -> Iterator[tuple[str, Node]]:
        """The node and all that it is made from, the nearest first; from `start`, only along the inputs `first`."""
        seen, waiting = {start}, deque([start])
        while waiting:
            at = waiting.popleft()
            node = self.nodes[at]
            if at != start or not first:
                yield at, node
            names = first if at == start and first else [*node]
            for linked in (_link(node.get(name)) for name in names):
                if linked in self.nodes and linked not in seen:
                    seen.add(linked)
                    waiting.append(linked)

    def value(self, start: str, names: Sequence[str], first: Sequence[str] = ()) -> str:
        """The nearest plain value of one of these names; "" where there is none."""
        for _, node in self.back(start, first):
            for name in names:
                if isinstance(node.get(name), str | int | float):
                    return str(node[name])
        return ""

    def sampler(self) -> str | None:
        """The node that drew what was saved; where nothing says so, any that draws."""
        saves = [at for at, kind in self.kinds.items() if kind.lower().startswith(_SAVES)]
        made = (at for start in saves[:_MOST_SAVES] for at, _ in self.back(start))
        return next((at for at in chain(made, self.nodes) if self._draws(at)), None)

    def _draws(self, at: str) -> bool:
        return "sampler" in self.kinds[at].lower() and bool({"latent_image", "latent"} & {*self.nodes[at]})


def read(texts: Mapping[str, str]) -> Infotext | None:
    """What the graph in a file's texts says."""
    graph = _prompt(texts.get("prompt")) or _workflow(texts.get("workflow"))
    at = graph.sampler() if graph else None
    if graph is None or at is None:
        return None
    positive, negative = (
        _said(graph, at, side) for side in (("positive", "guider", "conditioning"), ("negative",))
    )
    pairs = {
        "Steps": graph.value(at, ("steps",)) or "0",
        **sampler_pairs(graph.value(at, ("sampler_name",)), graph.value(at, ("scheduler",))),
        LABELS["cfg"]: graph.value(at, ("cfg", "cfg_scale")),
        "Seed": graph.value(at, _SEED),
        "Size": _size(graph, at),
        "Model": stem(graph.value(at, _MODEL)),
        LABELS["strength"]: _strength(graph, at),
    }
    prompt = " ".join([positive, *_loras(graph, at)]).strip()
    return (
        Infotext(prompt, negative, {n: v for n, v in pairs.items() if v} | {"Version": "ComfyUI"})
        if prompt
        else None
    )


def _prompt(text: str | None) -> Graph | None:
    """The graph as it was run."""
    table = _json(text)
    nodes = {
        str(at): node["inputs"]
        for at, node in list(table.items())[:MOST_NODES]
        if isinstance(node, dict) and isinstance(node.get("inputs"), dict)
    }
    kinds = {at: str(table[at].get("class_type", "")) for at in nodes}
    return Graph(nodes, kinds) if nodes else None


def _workflow(text: str | None) -> Graph | None:
    """The graph as it was drawn: its links are a list, its values have no names."""
    table = _json(text)
    ends = {link[0]: [str(link[1]), link[2]] for link in table.get("links") or () if isinstance(link, list)}
    nodes, kinds = {}, {}
    for node in list(table.get("nodes") or ())[:MOST_NODES]:
        kind, values = str(node.get("type", "")), node.get("widgets_values")
        named = zip(_WIDGETS.get(kind, ()), values if isinstance(values, list) else (), strict=False)
        linked = {i["name"]: ends.get(i.get("link")) for i in node.get("inputs") or ()}
        nodes[str(node["id"])] = {n: v for n, v in named if n} | {
            n: link for n, link in linked.items() if link
        }
        kinds[str(node["id"])] = kind
    return Graph(nodes, kinds) if nodes else None


def _json(text: str | None) -> dict[str, Any]:
    table = json.loads(text) if text and text.lstrip().startswith("{") else {}
    return table if isinstance(table, dict) else {}


def _link(value: Any) -> str:
    return str(value[0]) if isinstance(value, list) and len(value) == 2 else ""


def _said(graph: Graph, at: str, side: Sequence[str]) -> str:
    """The words on one side of a sampler: those of the nearest node that has some."""
    for start, node in graph.back(at, side):
        named = [name for name in _TEXTS if name in node]
        if "guider" in side and "positive" in node and start != at:
            return _said(graph, start, ("positive",))
        for name in named:
            text = node[name] if isinstance(node[name], str) else graph.value(start, _TEXTS, (name,))
            if text.strip():
                return " ".join(text.split())
        if named:
            return ""
    return ""


def _loras(graph: Graph, at: str) -> Iterator[str]:
    for found, node in graph.back(at, ("model", "guider", "sigmas")):
        if isinstance(name := node.get("lora_name"), str):
            told = node.get("strength_model")
            weight = graph.value(found, ("value", "float"), ("strength_model",)) if _link(told) else told
            yield f"<lora:{stem(name)}:{weight_of(weight):g}>"


def _size(graph: Graph, at: str) -> str:
    sides = [graph.value(at, (side,), ("latent_image", "latent")) for side in ("width", "height")]
    return "x".join(sides) if all(side.isdecimal() for side in sides) else ""


def _strength(graph: Graph, at: str) -> str:
    """How far it was to leave another picture; "" where it began from nothing."""
    kinds = [graph.kinds[found].lower() for found, _ in graph.back(at, ("latent_image", "latent"))]
    drawn = any("vaeencode" in kind or "loadimage" in kind for kind in kinds)
    return graph.value(at, ("denoise",)) if drawn else ""
