"""Which model is to draw, and in which mode."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from bot.store.rows import JobRow
from bot.usecases.defaults import Defaults
from bot.usecases.given import Replied
from engine.api import controls
from engine.api.cards import ModelCard, PassedOver
from engine.api.choices import Choice, choose
from engine.api.errors import BadModel, BadRequest, PictureNeeded, UnfitModel, UnknownChoice
from engine.api.events import DefaultAway, Notice
from engine.api.fitting import check_fits, likened
from engine.api.modes import MODES, Mode, called
from engine.api.names import Addon, find
from engine.api.parameters import PARAMETERS, Parameters
from engine.api.ports import Engine
from engine.api.upscaling import DRAWN, PLAIN, REDRAWN


def default_away(passed_over: Sequence[PassedOver]) -> DefaultAway | None:
    """The model that draws by default, where it lies among what can't."""
    return next((DefaultAway(each.name) for each in passed_over if each.default), None)


class Choosing:
    """Chooses among what the engine has."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def choice(self, inputs: Sequence[str], parameters: Parameters, model: str | None = None) -> Choice:
        """What is meant by pictures of these names. Raises as `choose` and `cards`.

        Args:
            model: what draws where the parameters name none; another one where it lacks what is asked of models, or
                draws nothing without a picture.
        """
        name = parameters.model or model
        try:
            return choose(inputs, parameters.given, self.cards(name), name)
        except (PictureNeeded, UnfitModel) as unfit:
            if parameters.model is None and model is not None:
                other = choose(inputs, parameters.given, self.cards(None))
                if other.mode.asks or isinstance(unfit, PictureNeeded):
                    return other
            raise

    def going_on(
        self,
        inputs: Sequence[str],
        parameters: Parameters,
        replied: Replied | None,
        model: str | None = None,
    ) -> Choice:
        """As `choice`. What a model did with a picture as it was told, in reply it goes on doing where nobody says
        otherwise."""
        if replied and replied.alone and not parameters.model:
            before = replied.job.one(replied.image.index)
            card = find(self._engine.models(), before.recipe.model, formerly=True)
            if card and MODES[before.mode].instructed:
                with suppress(BadRequest):
                    choice = choose(inputs, parameters.given, [card])
                    if choice.mode.instructed:
                        return choice
        return self.choice(inputs, parameters, model)

    def usual(self, defaults: Defaults, parameters: Parameters) -> str | None:
        """The model that somebody has by default; None where they named one, or where it is not here now."""
        return defaults.model(parameters, self._engine.models())

    def filled(self, defaults: Defaults, parameters: Parameters, choice: Choice, several: bool) -> Parameters:
        """These parameters with the defaults that suit a choice; `several` pictures may come anyway."""
        return defaults.filled(parameters, choice, several, self._engine.addons())

    def named(self, parameters: Parameters) -> Parameters:
        """These parameters with the files that they mean by the names that those have here. Raises as `_enlarging`."""
        parameters = self._enlarging(parameters)
        vae = parameters.vae and find(self._engine.addons().vaes, parameters.vae, formerly=True)
        return parameters.model_copy(update={"vae": vae.name}) if vae else parameters

    def _enlarging(self, parameters: Parameters) -> Parameters:
        """These parameters with the upscaler that they mean, where they ask for a larger picture, and what suits it.

        Raises:
            UnknownChoice: none is called so.
            BadModel: it is there and can't be used.
        """
        name, there = parameters.upscaler, self._engine.addons().upscalers
        if not parameters.given & called("upscale").calls or name in (PLAIN, REDRAWN):
            return parameters
        able = [each for each in there if not each.reason]
        if name is None:
            chosen = able[0] if able and parameters.strength is None else None
        elif not (chosen := find(there, name)):
            flag = PARAMETERS["upscaler"].flag
            raise UnknownChoice.among([*(each.name for each in able), REDRAWN, PLAIN], flag, name)
        elif chosen.reason:
            raise BadModel(model=chosen.name, fault=chosen.fault, reason=chosen.reason)
        return _suited(parameters, chosen) if chosen else parameters

    def can(self, inputs: Sequence[str], parameters: Parameters, model: str | None = None) -> bool:
        """Whether there is a model that can do what is meant by such pictures. Raises as `choice` otherwise."""
        try:
            self.choice(inputs, parameters, model)
        except UnfitModel:
            return False
        return True

    def cards(self, name: str | None) -> Sequence[ModelCard]:
        """The models to choose from: the one that was named, or all.

        Raises:
            UnknownChoice: none is called that.
            BadModel: it is there and can't draw.
        """
        models = self._engine.models()
        if name is None:
            return models
        if chosen := find(models, name):
            return [chosen]
        self.check_usable(name)
        raise UnknownChoice.among([m.name for m in models], PARAMETERS["model"].flag, name)

    def able(self, name: str, mode: Mode) -> ModelCard:
        """The model that was named, or made a picture. Raises as `cards`, and UnfitModel where it can't do that."""
        (card,) = self.cards(name)
        if not mode.fits(card):
            raise UnfitModel(model=card.name)
        return card

    def instead(self, parameters: Parameters) -> tuple[Notice, ...]:
        """That another model draws than does by default, where that one can't and none was asked for."""
        away = default_away(self._engine.passed_over()) if parameters.model is None else None
        return (away,) if away else ()

    def fitted(self, job: JobRow) -> JobRow:
        """The job as a model that is here draws it, by the IP-Adapter that it has for that.

        Raises:
            UnfitModel, BadModel, NoAdapter, UnknownChoice: it can't be drawn, as far as can be told before.
        """
        card = find(self._engine.models(), job.recipe.model, formerly=True)
        if card is None:
            return job
        mode, addons = MODES[job.mode], self._engine.addons()
        check_fits(job.prompt, mode, job.recipe, card, addons)
        for asked in job.recipe.control:
            controls.meant(addons.controls, asked, card)
        return replace(job, recipe=likened(job.recipe, mode, addons.adapters, card))

    def check_there(self, name: str) -> None:
        """Raises BadModel where the model of a job that was made earlier is there and can't draw now."""
        if not find(self._engine.models(), name, formerly=True):
            self.check_usable(name, formerly=True)

    def check_usable(self, name: str, formerly: bool = False) -> None:
        """Raises BadModel, with its reason, where the name is of a model that is there and can't draw."""
        if bad := find(self._engine.passed_over(), name, formerly):
            raise bad.error(self._engine.models())


def _suited(parameters: Parameters, upscaler: Addon) -> Parameters:
    """These parameters for such an upscaler: one that draws has steps of its own where a person chose none."""
    usual = DRAWN[upscaler.kind] if upscaler.kind else {}
    open_still = {name: value for name, value in usual.items() if getattr(parameters, name) is None}
    return parameters.model_copy(update=open_still | {"upscaler": upscaler.name})
