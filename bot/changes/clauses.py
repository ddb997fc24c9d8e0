"""Parts what somebody writes into clauses, one wish each, and takes off the words of politeness."""

from __future__ import annotations

import re

MAKE = (
    r"(?:make|turn|change|paint|colou?r|tint|dye|have|let|set|render|redraw|repaint|redo|convert|transform|recolou?r|get|"
    r"switch|put|place|move|bring|take|show|keep|shift|transfer|send|dress)"
)
ADD = r"(?:add|include|insert|give|put|place|attach|append|draw in|paint in|plus|with|have)"
REMOVE = (
    r"(?:remove|delete|erase|take (?:away|off|out)|get rid of|drop|lose|hide|clear|cut out|leave out|leave off|omit|"
    r"without|no|minus|not|(?:do not|don't|dont) (?:show|draw|include|paint|have|use)|"
    r"(?:there )?(?:should|must) (?:be|have) no)"
)
_POLITE = re.compile(
    r"^(?:(?:please|kindly|now|ok|okay|just|but|and|then|also|so|hey|well|maybe|actually|only|this time|what if)[\s,]+"
    r"|(?:instead|next),\s*"
    r"|(?:can|could|would|will) (?:you|we|i) (?:please |have )?|(?:can|could) (?:it|this) be "
    r"|(?:i|we)(?:'d| would)? (?:want|like|wish|need|prefer)(?: (?:you )?to(?: have| see)?)? "
    r"|(?:let's|lets|let us) (?:have )?"
    r"|the same(?: (?:thing|one|picture|image|scene|photo))?[\s,]+(?:but |only |just )?"
    r"|same(?: (?:thing|one|picture|image|scene|photo))?[\s,]+(?:but |only |just )?"
    r"|(?:what|how) about |try |how would (?:it|this) look )",
    re.IGNORECASE,
)
_MERE = re.compile(
    r"please|thanks|thank you|too|now|as well|instead|(?:the )?same(?: (?:thing|one|picture|image|scene|photo))?",
    re.IGNORECASE,
)
_BEGUN = re.compile(r"(?:instead of|in place of|rather than|not) ", re.IGNORECASE)
_WHOLE = re.compile(r"\S{1,40} \S{1,40} \S{1,40} an? \S")
_COURTESY = re.compile(
    r"[\s,]{1,3}(?:please|thanks|thank you|instead|too|as well|now|this time|"
    r"in (?:the|this) (?:picture|image|photo|scene))$",
    re.IGNORECASE,
)

_PARTED = re.compile(
    r"[^\S\n]{0,2}[,;\n]++\s*+(?:(?:and|but|then) )?+|\.\s++|\s{1,2}(?:but|then) "
    rf"|\s{{1,2}}(?:and|&) (?:then )?+(?=(?:{MAKE}|{ADD}|{REMOVE}|replace|swap)\b|(?:at|in|on|under)\s)",
    re.IGNORECASE,
)


def plain(clause: str) -> str:
    """A clause without the words of politeness around it."""
    text = " ".join(clause.split()).strip(" .!?…:-–—")
    if _MERE.fullmatch(text):
        return ""
    before = None
    while before != text:
        before, text = text, _COURTESY.sub("", _POLITE.sub("", text).strip())
    return text


def clauses(words: str) -> list[str]:
    """What is asked for, one thing a clause."""
    return _together([part for part in _PARTED.split(words) if part.strip()])


def _together(clauses: list[str]) -> list[str]:
    """Clauses that mean nothing apart: "instead of the fox, a cat"."""
    out: list[str] = []
    for clause in clauses:
        apart = not out or not _BEGUN.match(out[-1]) or _WHOLE.search(out[-1])
        out = [*out, clause] if apart else [*out[:-1], f"{out[-1]}, {clause}"]
    return out
