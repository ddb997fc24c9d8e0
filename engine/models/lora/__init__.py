"""LoRAs and their kin: files that change layers of a model, for each row of a batch on its own."""

from engine.models.lora.names import layer_names, original_name
from engine.models.lora.rows import FLAG, Loras

__all__ = ["FLAG", "Loras", "layer_names", "original_name"]
