"""Words as Discord shows them: a card's text in Markdown, with everything that people wrote made harmless."""

from __future__ import annotations

import re

from bot.messages import Card

LONGEST = 2000
"""Of a message's content. Discord's client counts UTF-16 units, so we do."""

_LONGEST_PROMPT = 900
_LONGEST_NOTE = 400
_MENTION_ROOM = 32
_BAR = 12

_SPECIAL = re.compile(
    r"(?P<sign>[\\*_~`|<@\[]|(?<=[^\s])/)"  # styles, mentions, emoji, times, masked links, addresses and invitations
    r"|^(?P<block>[^\S\n]*)(?P<mark>[>#+-])"  # quotes, headings, small print, lists
    r"|^(?P<digits>[^\S\n]*\d+)(?P<point>[.)])",  # numbered lists
    re.M,
)
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\u2028\u2029]")


def escape(text: str) -> str:
    """The text so that Discord shows just these characters: no styles, links, mentions or emoji of its own."""
    return _SPECIAL.sub(_escaped, _CONTROL.sub(" ", text))


def _escaped(match: re.Match[str]) -> str:
    if sign := match["sign"]:
        return f"\\{sign}"
    if mark := match["mark"]:
        return f"{match['block']}\\{mark}"
    return f"{match['digits']}\\{match['point']}"


def size(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def clip(text: str, room: int) -> str:
    """The escaped text, cut to `room` UTF-16 units with an ellipsis where it is too long."""
    escaped = escape(text)
    if size(escaped) <= room:
        return escaped
    units = escaped.encode("utf-16-le", "surrogatepass")[: 2 * max(room - 1, 0)]
    cut = units.decode("utf-16-le", "ignore")  # half of a sign goes
    if (len(cut) - len(cut.rstrip("\\"))) % 2:  # what it escapes is cut off
        cut = cut[:-1]
    return f"{cut.rstrip()}…" if cut else ""


def content(card: Card, mention: str = "") -> str:
    """The card as a message's content: the prompt as a quote, what Lukis says, a bar, and notes in small print."""
    notes = "\n".join(f"-# {clip(' '.join(note.split()), _LONGEST_NOTE)}" for note in card.notes)
    room = LONGEST - _MENTION_ROOM - _BAR - size(notes) - 8
    said = clip(card.text, room)
    prompt = _quote(card.prompt, min(_LONGEST_PROMPT, room - size(said)))
    return "\n".join(filter(None, (mention, prompt, said, bar(card.progress), notes)))


def _quote(prompt: str, room: int) -> str:
    if not prompt or room < 20:
        return ""
    lines = [line for line in prompt.splitlines() if line.strip()][:12]
    return "\n".join(f"> {line}" for line in clip("\n".join(lines), room - 2 * len(lines)).splitlines())


def bar(progress: float | None) -> str:
    """Progress from 0 to 1 as a row of blocks; nothing where there is none."""
    if progress is None:
        return ""
    done = round(min(max(progress, 0), 1) * _BAR)
    return "▰" * done + "▱" * (_BAR - done)
