"""How settings look: a page of what is preferred, one of the parameters, one of the values of each."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.locales import Locales, Say
from bot.messages import Button, Card
from bot.payloads import encode
from bot.store.preferences import Preferred
from bot.usecases.buttons import Rows, in_rows
from bot.usecases.defaults import checked, settable
from bot.usecases.looks import titled
from bot.usecases.offered import offers
from bot.usecases.preferences import CHOICES, Choice, first
from engine.api.cards import ModelCard
from engine.api.names import mark
from engine.api.parameters import PARAMETERS, Parameter
from engine.api.samplers import SAMPLER_CHOICES, sampler_title

ON_A_PAGE = 12
"""Buttons in rows of three: with the rows for turning and going back, what every platform carries."""

EXAMPLE, RESET = "/settings --steps 30 --ar 16:9", "/settings reset steps"


@dataclass(frozen=True)
class Side:
    """Whose settings are looked at.

    Attributes:
        owner: a person's key, or the owner that the chat is.
        chat: the owner that the chat is.
        group: whether others are in that chat.
        eyes: whose it is to say what is seen there: whoever has the chat to themselves, else the chat.
        checks: whether pictures are looked at there, so that one can choose what becomes of some.
    """

    owner: str
    chat: str
    group: bool
    eyes: str
    checks: bool = False

    @property
    def shared(self) -> bool:
        """Whether they are the chat's."""
        return self.owner == self.chat

    @property
    def mark(self) -> str:
        """Says in a payload whose they are."""
        return mark(self.owner)

    @property
    def choices(self) -> Mapping[str, Choice]:
        """What may be chosen here: what is about a chat by whoever has it to themselves, or is in charge of it."""
        there = {n: c for n, c in CHOICES.items() if n not in self.others}
        return there if self.checks else {n: c for n, c in there.items() if n != "safety"}

    @property
    def others(self) -> frozenset[str]:
        """What is not for this side to choose here: a person's eyes are their own where they are alone."""
        return frozenset(n for n, c in CHOICES.items() if c.placed and self.group and not self.shared)

    def of_chat(self) -> Side:
        """The chat's."""
        return replace(self, owner=self.chat)

    def owner_of(self, name: str) -> str:
        """Whose it is to have something of that name."""
        return self.eyes if name in CHOICES and CHOICES[name].placed else self.owner


def home_card(say: Say, side: Side, values: Preferred, chat: Preferred) -> Card:
    """All that is preferred on a side; of a person also what the `chat` does where they don't."""
    own, others = told(say, values), told(say, {n: v for n, v in chat.items() if n not in values})
    lines = [f"• {line}" for line in own] or [say("settings-none")]
    if others:
        lines.append(say("settings-chats", settings=", ".join(others)))
    which = "chat" if side.shared else "mine"
    text = "\n".join([say("settings-title", whose=which), *lines])
    how = say("settings-how", example=EXAMPLE, reset=RESET)
    notes = (
        (how, say("settings-how-chat", command="/settings chat"))
        if side.group and not side.shared
        else (how,)
    )
    return Card(text=text, notes=notes, buttons=_home_rows(say, side, values), private=True, kind="settings")


def _home_rows(say: Say, side: Side, values: Preferred) -> Rows:
    def button(message: str, payload: str) -> Button:
        return Button(say(message), payload)

    ways = [_toggle(say, side, choice, first(choice.name, values)) for choice in side.choices.values()]
    pages = [button("settings-pictures", encode("settings", side.mark, 1))]
    if not side.shared:
        pages.append(button("settings-language", encode("settings", f"{side.mark}-language")))
    last = [button("settings-reset", encode("prefer", side.mark))] if values else []
    if side.group:
        other = ("settings-to-mine", "me") if side.shared else ("settings-to-chat", mark(side.chat))
        last.append(button(other[0], encode("settings", other[1])))
    return tuple(filter(None, (tuple(pages), *in_rows(ways, 2), tuple(last))))


def _toggle(say: Say, side: Side, choice: Choice, now: str) -> Button:
    """Shows the way that holds, and chooses the next one."""
    place = (choice.values.index(now) + 1) % len(choice.values)
    chosen = f"{side.mark}-{choice.name}-{mark(choice.values[place])}"
    return Button(say(f"setting-{choice.name}", way=now), encode("prefer", chosen))


def told(say: Say, values: Preferred) -> list[str]:
    """What is preferred, a line each, in the words that parameters and choices have."""
    known = checked(values)
    lines = [named(say, PARAMETERS[name], known[name]) for name in PARAMETERS if name in known]
    return lines + [
        say(f"setting-{n}", way=v) for n, c in CHOICES.items() if (v := values.get(n)) in c.values
    ]


def shown(say: Say, parameter: Parameter, value: Any) -> str:
    """A parameter's value as people read it."""
    if value in (True, False) and parameter.words.kind == "switch":
        return say("settings-on" if value else "settings-off")
    if parameter.words.kind == "sampler" and value in SAMPLER_CHOICES:
        return sampler_title(value)
    if parameter.words.kind == "style":
        return titled(say, str(value))
    if parameter.words.kind == "size":
        return str(value).replace("x", "×")
    return f"{value:g}" if isinstance(value, float) else str(value)


def named(say: Say, parameter: Parameter, value: Any) -> str:
    """A parameter with its value, as people read them."""
    return say("settings-line", name=say(f"parameter-{parameter.name}"), value=shown(say, parameter, value))


def list_card(say: Say, side: Side, values: Preferred, number: int) -> Card:
    """One page of the parameters that one may have set, each with what is set."""
    known, pages = checked(values), in_rows(settable(), ON_A_PAGE)
    number = min(max(number, 1), len(pages))
    buttons = (
        Button(
            named(say, each, known[each.name]) if each.name in known else say(f"parameter-{each.name}"),
            encode("settings", f"{side.mark}-{each.name}"),
        )
        for each in pages[number - 1]
    )
    turns = _turns(say, encode("settings", side.mark), number, len(pages), encode("settings", side.mark))
    text = say("settings-choose", whose="chat" if side.shared else "mine")
    return Card(text=text, buttons=(*in_rows(buttons, 2), turns), private=True, kind="settings")


def value_card(
    say: Say, side: Side, name: str, values: Preferred, models: Sequence[ModelCard], number: int
) -> Card:
    """What a parameter is, and buttons with values of it; all others are typed."""
    parameter, now = PARAMETERS[name], checked(values).get(name)
    target, back = f"{side.mark}-{name}", encode("settings", side.mark, 1)
    rows = value_rows(
        say, parameter, now, models, number, encode("settings", target), encode("prefer", target), back
    )
    command = f"/settings {'chat ' if side.shared else ''}{parameter.flag} {parameter.words.example}".strip()
    lines = [named(say, parameter, now) if now is not None else say(f"parameter-{name}")]
    lines += [say(f"parameter-{name}-help"), say("settings-type", command=command)]
    text = "\n".join(lines)
    return Card(text=text, buttons=rows, private=True, kind="settings")


def value_rows(
    say: Say,
    parameter: Parameter,
    now: Any,
    models: Sequence[ModelCard],
    number: int,
    turn: str,
    choose: str,
    back: str,
) -> Rows:
    """Buttons with one page of a parameter's values, of which one holds `now`, or None; the last row turns, or goes
    back. `turn` is the payload for these values, `choose` the one for none of them; marked, for one."""
    pages = in_rows(offers(say, parameter, models), ON_A_PAGE) or ((),)
    number = min(max(number, 1), len(pages))
    buttons = (
        Button(
            f"✓ {offer.label}" if offer.value == now else offer.label,
            f"{choose}-{marked(offer.value)}",
        )
        for offer in pages[number - 1]
    )
    none = (Button(say("settings-unset"), choose),) if now is not None else ()
    return (*in_rows(buttons, 3), (*none, *_turns(say, turn, number, len(pages), back)))


def language_card(say: Say, side: Side, locales: Locales) -> Card:
    """The languages to be spoken to."""
    buttons = (
        Button(locales.name(tag), encode("prefer", f"{side.mark}-language-{mark(tag)}"))
        for tag in locales.languages
    )
    last = (
        Button(say("language-auto"), encode("prefer", f"{side.mark}-language")),
        Button(say("settings-back"), encode("settings", side.mark)),
    )
    return Card(text=say("language-ask"), buttons=(*in_rows(buttons, 3), last), private=True, kind="settings")


def _turns(say: Say, turn: str, number: int, total: int, back: str) -> tuple[Button, ...]:
    """The last row of a page: to its neighbours, and back."""
    before = (Button(say("button-newer"), f"{turn}:{number - 1}"),) if number > 1 else ()
    after = (Button(say("button-older"), f"{turn}:{number + 1}"),) if number < total else ()
    return (*before, Button(say("settings-back"), back), *after)


def marked(value: Any) -> str:
    """Six letters that stand for a value in a payload."""
    return mark(json.dumps(value, ensure_ascii=False))
