"""aiogram's models of the Bot API, each built where it is first used.

At its import aiogram builds all four hundred, each with all that it may hold: six seconds of every process of tests.
What they judge is the same: they are told the names in each other's hints, and build themselves.
"""

from __future__ import annotations

import sys
import typing
from importlib import import_module
from unittest.mock import patch

from pydantic import BaseModel


def _unbuilt() -> None:
    """Imports the models. They are as they would be, where somebody has imported aiogram before."""
    with patch.object(BaseModel, "model_rebuild", classmethod(lambda model, **how: None)):
        models = import_module("aiogram.types")
    hints = {name: getattr(models, name) for name in models.__all__}
    hints |= {name: getattr(typing, name) for name in ("List", "Literal", "Optional", "Union")}
    hints["Default"] = import_module("aiogram.client.default").Default
    for name, module in sys.modules.items():
        if name.startswith("aiogram.types."):
            vars(module).update(hints | vars(module))
    for model in (models.Message, models.Update):  # what most others hold
        model.model_rebuild()


_unbuilt()

from aiogram import methods as methods  # noqa: E402
from aiogram import types as types  # noqa: E402
from aiogram.enums import MessageEntityType as MessageEntityType  # noqa: E402
from aiogram.utils.web_app import check_webapp_signature as check_webapp_signature  # noqa: E402
