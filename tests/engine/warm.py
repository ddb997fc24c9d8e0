"""Importing this loads the tiny model: what is forked afterwards has it."""

from tests.engine.bench import tiny

tiny()
