"""Prompts that change: with the picture's seed, or from one model call to the next.

    {red|blue} car      one of them, by the seed; {3::red|blue} red three times as often; {2$$a|b|c} two of them
    [fox|cat]           by turns, one model call each
    [fox:cat:0.5]       a fox for half of the calls, then a cat
    [cat:8]  [fox::8]   only after the eighth call; only until then

Each becomes prompts that don't change, which `engine.models.prompts` reads. Written from the documented behaviour of
the web UIs: what is chosen is put in first, and may decide a weight or a time; all may be nested. What has no meaning
stays text, and so does what is escaped: `\\|`. Signs of any keyboard will do: `［猫｜犬］`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from random import Random

from engine.api.errors import TooManyTexts
from engine.api.tags import NUMBER, number

DEEPEST = 32
"""Open brackets, one in the other; deeper ones stay text."""

MOST_TEXTS = 32
"""Different texts that one prompt may become for one picture: each is encoded."""

_ASCII = str.maketrans("（）［］｛｝｜：", "()[]{}|:")
_TOKEN = re.compile(
    r"[<＜]\s*\w+\s*[:：][^<>＜＞\n]*[>＞]|\\.|[^\\<＜()（）\[\]［］{}｛｝|｜:：]+|.", re.DOTALL
)
_PAIRS = {")": "(", "]": "[", "}": "{"}
_WHEN = re.compile(rf"(?![+\-−－﹣＋]){NUMBER}")
_SEVERAL = re.compile(r"(\d{1,3})(?:-(\d{1,3}))?\$\$")
_SHARE = re.compile(r"(\d{1,6}(?:\.\d{1,6})?|\.\d{1,6})::")


class _Sign(str):
    """A `|` or `:` that stands between the pieces of its bracket."""


@dataclass
class _Bracket:
    """A bracket and what stands in it: text, signs, brackets that are closed. A whole text is one with no opening."""

    opening: str = ""
    pieces: list[str | _Bracket] = field(default_factory=list)
    closing: str = ""
    _split: dict[str, list[str]] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """Which bracket it is, on whatever keyboard it was typed."""
        return self.opening.translate(_ASCII)

    def __str__(self) -> str:
        return self.opening + "".join(map(str, self.pieces)) + self.closing

    def split(self, sign: str) -> list[str]:
        """What stands between its signs of that kind; asked for once all of it is there."""
        if sign in self._split:
            return [*self._split[sign]]
        parts = [""]
        for piece in self.pieces:
            if isinstance(piece, _Sign) and piece.translate(_ASCII) == sign:
                parts.append("")
            else:
                parts[-1] += str(piece)
        self._split[sign] = parts
        return [*parts]

    def filled(self, fill: Fill) -> str:
        """The text with each bracket filled, the innermost first."""
        bracket = self
        if any(isinstance(p, _Bracket) for p in self.pieces):
            pieces = [p.filled(fill) if isinstance(p, _Bracket) else p for p in self.pieces]
            bracket = _Bracket(self.opening, [*pieces], self.closing)
        told = fill(bracket) if self.opening else None
        return str(bracket) if told is None else told

    def settled(self) -> str | _Bracket:
        """As text, where nothing in it changes from call to call."""
        self.pieces = [p.settled() if isinstance(p, _Bracket) else p for p in self.pieces]
        changes = self.kind == "[" or any(isinstance(p, _Bracket) for p in self.pieces)
        return self if changes else str(self)


Fill = Callable[[_Bracket], str | None]
"""What stands in a bracket's place, or None for the bracket as it is."""


def chosen(texts: Iterable[str], seed: int) -> list[str]:
    """The texts of one picture with every `{a|b}` decided by its seed, the prompt first.

    So the prompt says the same whatever comes behind it, a negative prompt or none.
    """
    fill = partial(_choice, random=Random(seed))
    return [_read(text).filled(fill) for text in texts]


def by_call(text: str, calls: int) -> tuple[str, ...]:
    """What the prompt says at each of a picture's model calls.

    Raises:
        TooManyTexts: it would become more than `MOST_TEXTS`.
    """
    if not re.search(r"[\[［]", text):
        return (text,) * calls
    whole = _read(text)
    whole.settled()
    told: dict[str, str] = {}
    said = []
    for call in range(calls):
        now = whole.filled(partial(_state, call=call, calls=calls))
        said.append(told.setdefault(now, now))
        if len(told) > MOST_TEXTS:
            raise TooManyTexts(limit=MOST_TEXTS)
    return tuple(said)


def _read(text: str) -> _Bracket:
    """The text with its brackets; those without a partner are text."""
    opened = [_Bracket()]
    for token in _TOKEN.findall(text):
        sign = token.translate(_ASCII)
        if sign in ("(", "[", "{") and len(opened) <= DEEPEST:
            opened.append(_Bracket(token))
        elif sign in _PAIRS and (depth := _partner(opened, _PAIRS[sign])):
            _flatten(opened, depth)
            bracket = opened.pop()
            bracket.closing = token
            opened[-1].pieces.append(bracket)
        else:
            opened[-1].pieces.append(_Sign(token) if sign in ("|", ":") else token)
    _flatten(opened, 0)
    return opened[0]


def _partner(opened: Sequence[_Bracket], opening: str) -> int:
    """Which open bracket is closed: the innermost, where braces count for less than the brackets of weights; or 0."""
    for depth in range(len(opened) - 1, 0, -1):
        if opened[depth].kind == opening:
            return depth
        if opened[depth].kind != "{":
            return 0
    return 0


def _flatten(opened: list[_Bracket], depth: int) -> None:
    """Makes the brackets above that depth, and their signs, text of the one there."""
    for bracket in opened[depth + 1 :]:
        text = (str(piece) if isinstance(piece, _Sign) else piece for piece in bracket.pieces)
        opened[depth].pieces += [bracket.opening, *text]
    del opened[depth + 1 :]


def _choice(bracket: _Bracket, random: Random) -> str | None:
    """One or several of the sides in braces."""
    sides = bracket.split("|")
    if bracket.kind != "{" or len(sides) < 2:
        return None
    least = most = 1
    if several := _SEVERAL.match(first := sides[0].lstrip()):
        least, most = sorted((int(several[1]), int(several[2] or several[1])))
        sides[0] = first[several.end() :]
    shares = [_share(side) for side in sides]
    picked = []
    for _ in range(min(least + int(random.random() * (most - least + 1)), len(sides))):
        place = _drawn([share for share, _ in shares], random)
        picked.append(shares.pop(place)[1])
    return ", ".join(picked)


def _share(side: str) -> tuple[float, str]:
    """How often a side is to be taken, and its words."""
    told = _SHARE.match(side.lstrip())
    return (float(told[1]), side.lstrip()[told.end() :]) if told else (1.0, side)


def _drawn(shares: Sequence[float], random: Random) -> int:
    """A place, drawn by its share. Only `random()` yields the same for a seed in every version of Python."""
    left = random.random() * sum(shares)
    for place, share in enumerate(shares):
        left -= share
        if left < 0:
            return place
    return len(shares) - 1


def _state(bracket: _Bracket, call: int, calls: int) -> str | None:
    """What square brackets say at one of the calls."""
    if bracket.kind != "[":
        return None
    if len(sides := bracket.split("|")) > 1:
        return sides[call % len(sides)]
    *texts, when = bracket.split(":")
    if len(texts) not in (1, 2) or not (told := _WHEN.fullmatch(when.strip())):
        return None
    before, after = texts if len(texts) == 2 else ("", texts[0])
    time = number(told[0])
    return before if call < int(time * calls + 1e-6 if time < 1 else time) else after
