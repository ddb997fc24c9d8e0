"""Importing this loads all that Lukis needs, dictionaries and tiny model included: what is forked afterwards has it."""

from importlib import import_module

from engine.lasting import lasting

with lasting():
    for name in (
        "engine.local.engine",
        "engine.models.library",
        "bot.programs.serve",
        "bot.platforms.telegram.platform",
        "bot.platforms.discord.platform",
        "bot.translation.providers.glossary",
        "anyio._backends._asyncio",
        "httpcore",
        "tests.process",
        "tests.engine.processes",
    ):
        import_module(name)
    import_module("tests.engine.bench").tiny()
    languages = import_module("bot.translation.options").TranslationOptions().languages
    import_module("bot.translation.detect").Detector(languages).load()
