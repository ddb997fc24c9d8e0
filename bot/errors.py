"""What only the bot refuses, in the tree that `engine/api/errors.py` begins.

LukisError
  x BadRequest            the person can fix it
    - EmptyPrompt         nothing to draw
    - UnknownFlag         a flag that no parameter has
    - NoSetting           nothing that could be set for all pictures
    - ImageNotFetched     the platform did not hand the file over
    - AddressNotFetched   nothing came from the address of a picture
    - AddressRefused      nothing is fetched from such an address
    - NotAPicture         a video, a sound or another file that no picture can be taken from
    - Unseen              the message replied to, which the platform does not show us
  x Refused               this person may not do this
    - NotAllowed          not on the allow-list
    - NotYours            someone else's job
    - NotFound            no such job, picture or button
    - NotAdmin            it is for admins
    - Banned              an admin takes nothing from this person
    - BadCode             nobody was given that code, or it is too old
    - OwnCode             it was given to that very person
    - TooManyJoined       the two accounts have too many people together
    - Blocked             its words are on a list of what is not drawn there
    - TooMuchAtOnce       more than this person, or this chat, may ever have in that time
    - TooLargeHere        larger than this person may draw
    - NotThatModel        a model that this person may not draw with
  - Withheld              none of a job's pictures is fit for everybody
  - NotForAll             not everybody may see that picture, so no link can show it
  - Unlooked              none of them could be checked
  x Busy                  try again later
    - NoWords             the model that finds words for a picture or a prompt has none now
    - TooManyJobs         this person has enough waiting jobs
    - OverQuota           this person, or this chat, has had as much as they may for now
    - NotNow              it is being done already
    - TooManyGuesses      several codes were wrong
    - Paused              an admin lets nothing new in
    - NoStore             the data folder is gone, or its disk is full
"""

from __future__ import annotations

from engine.api.errors import BadRequest, Busy, LukisError, by_code


class EmptyPrompt(BadRequest):
    """Nothing to draw."""

    code = "empty-prompt"


class UnknownFlag(BadRequest):
    """Facts: `flag` as typed, `nearest` known flag or an empty string."""

    code = "unknown-flag"


class NoSetting(BadRequest):
    """Facts: `flag`, as typed, which nobody can have set for all pictures."""

    code = "no-setting"


class ImageNotFetched(BadRequest):
    """The platform did not hand the file over; sending it again can help."""

    code = "image-not-fetched"


class AddressNotFetched(BadRequest):
    """Nothing came from the address of a picture, or not in time."""

    code = "address-not-fetched"


class AddressRefused(BadRequest):
    """Nothing is fetched from such an address. Facts: `why`: `off` where nothing is fetched from any, `private` where
    it doesn't lead to the open internet, `strange` where it is none of a page's."""

    code = "address-refused"


class NotAPicture(BadRequest):
    """A video, a sound or another file that no picture can be taken from."""

    code = "not-a-picture"


class Unseen(BadRequest):
    """The message replied to is none that the platform shows us."""

    code = "unseen"


class Refused(LukisError):
    """This person may not do this."""

    code = "refused"


class NotAllowed(Refused):
    """Facts: `id`, the person's id to give to the admin."""

    code = "not-allowed"


class NotYours(Refused):
    """Someone else's job."""

    code = "not-yours"


class NotFound(Refused):
    """No such job, picture or button."""

    code = "not-found"


class NotAdmin(Refused):
    """It is for admins. Facts: `id`, the person's id, which whoever runs the bot may put into ADMINS."""

    code = "not-admin"


class Banned(Refused):
    """An admin takes nothing from this person."""

    code = "banned"


class BadCode(Refused):
    """Nobody was given that code, or it is too old."""

    code = "bad-code"


class OwnCode(Refused):
    """The code was given to that very person."""

    code = "own-code"


class TooManyJoined(Refused):
    """Facts: `limit`, the most people that may be one account."""

    code = "too-many-joined"


class Blocked(Refused):
    """Its words are on a list of what is not drawn there. Nothing repeats them."""

    code = "blocked"


class TooMuchAtOnce(Refused):
    """It would never fit. Facts: as those of `OverQuota`, and `asked`, how much it is; without `after`."""

    code = "too-much-at-once"


class TooLargeHere(Refused):
    """Facts: `limit` in megapixels, and `size`, of what was asked for."""

    code = "too-large-here"


class NotThatModel(Refused):
    """Facts: `model`, and `choices`, those that the person may draw with, joined by commas."""

    code = "not-that-model"


class OverQuota(Busy):
    """There is room again later. Facts: `limit` of `what` ("pictures" or "work") in a `span` ("hour" or "day"), `whose`
    it is ("person", "member" or "chat", `bot.quotas.windows.Whose`), and `after`, in how many seconds there is room."""

    code = "over-quota"


class NotNow(Busy):
    """It is being done already."""

    code = "not-now"


class TooManyGuesses(Busy):
    """Several codes were wrong. Facts: `after`, in how many seconds another one may be tried."""

    code = "too-many-guesses"


class Paused(Busy):
    """An admin lets nothing new in."""

    code = "paused"


class NoWords(Busy):
    """The model that finds words for a picture or a prompt can't be used, takes too long, or says nothing."""

    code = "no-words"


class TooManyJobs(Busy):
    """Facts: `limit`, the most jobs one person may have waiting."""

    code = "too-many-jobs"


class Withheld(LukisError):
    """The safety check lets none of a job's pictures pass. Facts: `count`, how many they were."""

    code = "withheld"


class NotForAll(LukisError):
    """Not everybody may see that picture, so no link can show it."""

    code = "not-for-all"


class Unlooked(LukisError):
    """None of a job's pictures could be checked, so that none is shown. Facts: `count`, how many they were."""

    code = "unlooked"


class NoStore(Busy):
    """The data folder can't be used, or its disk is nearly full: nothing that is accepted would be kept."""

    code = "no-store"


ERRORS = by_code()
"""Every error by its code, the engine's and the bot's."""
