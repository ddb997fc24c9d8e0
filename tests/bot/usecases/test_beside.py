"""What there is to draw with, by buttons: kinds, pages of names, and a text to copy for each."""

from __future__ import annotations

from pathlib import Path

from bot.platforms.web.render import button_json
from engine.api.names import Addon, Addons, ControlNet
from tests.chat import stage
from tests.fakes import FakeEngine


async def test_everything_under_models_can_be_put_into_the_next_prompt(tmp_path: Path) -> None:
    loras = (Addon("ink", triggers=("inkstyle", "washed")), *(Addon(f"style-{n:02}") for n in range(9)))
    there = Addons(
        loras,
        embeddings=(Addon("easynegative", bare=True), Addon("snow")),
        controls=(ControlNet("sd15-canny", kind="canny"), ControlNet("odd", reason="it is odd")),
        upscalers=(Addon("crisp"),),
        hypernets=(Addon("glow"), Addon("old", reason="it is a pickle", fault="pickle")),
        vaes=(Addon("soft", widths=(4,)),),
    )
    async with stage(tmp_path, engine=FakeEngine(addons=there)) as on:
        alice = on.someone()
        await alice.send("/models")
        models = await alice.told("Models that can paint")
        kinds = [button.label for row in models.card.buttons for button in row]
        assert kinds == ["Models", "LoRAs", "Embeddings", "Hypernetworks", "VAEs", "ControlNets", "Upscalers"]

        async def labels(press: str) -> list[str]:
            await alice.press(models, press)
            return [button.label for row in models.card.buttons for button in row]

        first = await labels("LoRAs")
        assert first == ["ink", *(f"style-{n:02}" for n in range(7)), "All kinds", "▶️"]
        assert models.card.text == "LoRAs, 1 of 2: press one to use it in your next prompt."
        await alice.press(models, "ink")
        ready = (await alice.told("Ready for your next prompt")).card
        assert ready.prompt.startswith("/imagine ") and ready.prompt.endswith(
            "inkstyle, washed <lora:ink:0.8>"
        )
        assert ready.notes == ("Words that call it up: inkstyle, washed",)
        assert await labels("▶️") == ["style-07", "style-08", "◀️", "All kinds"]
        assert await labels("All kinds") == kinds

        for kind, name, asked in (
            ("Models", "starter", "--model starter"),
            ("Embeddings", "easynegative", ", easynegative"),
            ("Hypernetworks", "glow", "<hypernet:glow:0.7>"),
            ("VAEs", "soft", "--vae soft"),
            ("ControlNets", "sd15-canny", "--control sd15-canny"),
            ("Upscalers", "crisp", "--upscale 2 --upscaler crisp"),
        ):
            names = await labels(kind)
            assert "odd" not in names and "old" not in names
            name = "Use this model" if kind == "Models" else name
            button = next(b for row in models.card.buttons for b in row if b.label == name)
            assert asked.removeprefix(", ") in button.fills
            assert button_json(button)["fills"] == button.fills, "the page puts it into the box itself"
            before = {*on.platform.messages}
            await alice.press(models, name)
            (told,) = (m.card for key, m in on.platform.messages.items() if key not in before)
            assert told.prompt.endswith(asked)
            await labels("All kinds")

        for gone in ("put:vaes-000000", "put:nothing", "beside:nothing:1"):
            assert await alice.press_payload(models, gone) == "That is not here any more."
