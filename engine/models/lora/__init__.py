"""LoRAs and their kin: files that change layers of a model, for each row of a batch on its own."""

from engine.models.lora.rows import FLAG, Loras, layer_names, original_name

__all__ = ["FLAG", "Loras", "layer_names", "original_name"]
