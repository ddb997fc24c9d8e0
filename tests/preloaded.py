"""Importing this loads all that Lukis needs, and the tiny model: what is forked afterwards has it."""

from importlib import import_module

from engine.lasting import lasting

with lasting():
    for name in (
        "engine.local.engine",
        "engine.models.library",
        "bot.programs.serve",
        "bot.platforms.telegram.platform",
        "bot.platforms.discord.platform",
        "tests.process",
        "tests.engine.processes",
    ):
        import_module(name)
    import_module("tests.engine.bench").tiny()
