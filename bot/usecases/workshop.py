"""What becomes of a wish, put together: it is chosen, booked, repeated, and run."""

from __future__ import annotations

from bot.usecases.admins import Admins
from bot.usecases.answers import Answers
from bot.usecases.booking import Booking
from bot.usecases.choosing import Choosing
from bot.usecases.drafting import Drafting
from bot.usecases.eyes import Eyes
from bot.usecases.favourites import Favourites
from bot.usecases.links import Links
from bot.usecases.masks import Masks
from bot.usecases.moderation import Moderation
from bot.usecases.morphs import Morphs
from bot.usecases.preferences import Preferences
from bot.usecases.preferring import Preferring
from bot.usecases.quotas import Quotas
from bot.usecases.reach import Reach
from bot.usecases.reception import Reception
from bot.usecases.repeats import Repeats
from bot.usecases.resources import Resources
from bot.usecases.runner import JobRunner
from bot.usecases.showroom import Showroom
from bot.usecases.sketches import Sketches
from bot.usecases.speech import Speech
from bot.usecases.views import Views
from bot.usecases.wardrobe import Wardrobe


class Workshop:
    """Where wishes become pictures.

    Attributes:
        runner: runs what was accepted.
        booking: keeps what is accepted.
        repeats: accepts what is made of another job.
        wardrobe: knows how pictures can look.
        room: shows that, and the models.
        reception: accepts all else.
        drafting: opens forms.
        preferring: knows settings.
        stars: knows favourites and other lists.
    """

    def __init__(
        self,
        given: Resources,
        reach: Reach,
        speech: Speech,
        answers: Answers,
        views: Views,
        eyes: Eyes,
        moderation: Moderation,
        quotas: Quotas,
    ) -> None:
        engine, store, intake = given.engine, given.store, given.intake
        self.runner = JobRunner(
            engine, given.translator, store, given.platforms, answers, speech, views, eyes, moderation, quotas
        )
        choosing, masks = Choosing(engine), Masks(intake)
        self.booking = Booking(store, quotas, self.runner, choosing, moderation)
        self.repeats = Repeats(given.translator, reach, choosing, masks, self.booking)
        self.wardrobe = Wardrobe(given.styles, store, given.locales, engine)
        self.room = Showroom(given, reach, answers, self.wardrobe, lambda: self.runner.busy)
        preferences = Preferences(store.preferences)
        sketches, morphs = Sketches(engine, intake), Morphs(choosing, self.booking)
        self.reception = Reception(
            engine,
            reach,
            speech,
            intake,
            Links(given.fetching),
            masks,
            sketches,
            choosing,
            self.wardrobe,
            self.repeats,
            morphs,
            self.booking,
            preferences,
        )
        self.drafting = Drafting(store, answers, views, speech, reach, self.reception, self.repeats)
        self.stars = Favourites(store, answers, views)
        admins = Admins(given.access, given.platforms)
        self.preferring = Preferring(store.preferences, answers, admins, speech, views, eyes, self.wardrobe)
