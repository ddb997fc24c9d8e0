"""Changes in words: what somebody asks of a picture that is there, joined to the words that it was made of.

"Make it night", in reply to "four apples on a blue background", is "four apples at night": what the picture shows
stays, what is asked for is added, or takes the place of what it contradicts. Words that describe a whole picture are no
change. All of it is English; `bot.translation` sees to that.

    words -> clauses -> reading (forms, bare) -> wishes -> joining (things) -> scene -> words
"""

from bot.changes.joining import join, together
from bot.changes.scene import Scene

__all__ = ["Scene", "join", "together"]
