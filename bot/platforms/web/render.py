"""Cards as the page draws them: plain JSON, every text as it is; the page inserts texts, never markup."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from bot.errors import NotFound
from bot.locales import Say
from bot.messages import About, Address, Asked, Button, Card, Made, Receipt, Refusal, Shown, Starred, Undoable
from bot.payloads import decode, encode
from bot.pictures.moving import SUFFIX

Json = dict[str, Any]

LONGEST_SAID = 4000
"""Characters of a person's own message that are shown."""


def said_json(address: Address, thumb: str = "") -> Json:
    """A person's own message; `thumb` is a small picture of what they sent along, as a data URL."""
    said, reply = address.data.get("said", ""), address.data.get("reply", "")
    return {"id": address.message, "mine": True, "text": said, "reply": reply, "thumb": thumb}


def rebuilt(asked: Asked) -> list[Json]:
    """What the chat shows of a job: the words that asked for it, if they were typed, and what came of them."""
    said = [said_json(asked.address)] if asked.address.message else []
    return [*said, card_json(result_id(asked.status, asked.job), asked.card, answers=asked.address.message)]


def result_id(status: Receipt | None, job: str) -> str:
    """The message that shows a job: its status message, or one named after the job."""
    return whole(status.messages[0]) if status and status.messages else job


def card_json(message: str, card: Card, refused: str | None = None, answers: str | None = None) -> Json:
    """One of our messages. Only what is there is there, except for its id.

    `refused` is the person's message that it refuses: the tab that sent that still has its words and pictures. So
    `answers` is the one that asked for the job that it is about.
    """
    pictures = [_shown_json(card, p) | {"message": part(message, i)} for i, p in enumerate(card.pictures)]
    shown = (*card.pictures, card.moving) if card.moving else card.pictures
    if card.moving:
        size = {"width": card.moving.width, "height": card.moving.height}
        pictures[0] |= {"moving": {"src": f"/picture/{_place(card.moving)}", **size}}
    full: Json = {
        "text": card.text,
        "prompt": card.prompt,
        "notes": list(card.notes),
        "pictures": pictures,
        "document": document_json(message, card),
        "buttons": [[button_json(b, shown) for b in row] for row in card.buttons],
        "progress": card.progress,
        "preview": _data_url(card.preview),
        "job": card.job,
        "kind": card.kind,
        "ask": card.ask,
        "refused": refused,
        "answers": answers,
    }
    return {"id": message} | {k: v for k, v in full.items() if v not in ("", [], None, False)}


def told_json(toast: str | None) -> Json:
    """What the page is told of a button pressed: a sentence, whether it was done, and what it makes of that."""
    told: Json = {"toast": toast, "done": not isinstance(toast, Refusal)}
    if isinstance(toast, Undoable):
        return told | {"undo": toast.undo}
    return told | {"on": toast.on} if isinstance(toast, Starred) else told


def actions_of(message: Json) -> set[str]:
    """What a message's buttons do."""
    return {button.get("action", "") for row in message.get("buttons", ()) for button in row}


def page_payload(message: Json) -> str | None:
    """The payload that turns a page of the history to itself; None where a message is none."""
    if message.get("kind") != "page":
        return None
    buttons = [button for row in message.get("buttons", ()) for button in row]
    turns = {b["index"] + (1 if "◀" in b["label"] else -1) for b in buttons if b.get("action") == "page"}
    return encode("page", message["job"], turns.pop() if turns else 1)


def part(message: str, index: int) -> str:
    """The id under which a message's picture is replied to: the first has the message's own."""
    return message if index == 0 else f"{message}.{index}"


def whole(part_id: str) -> str:
    """The message that a part belongs to."""
    return part_id.partition(".")[0]


def picture_json(job: str, shown: Shown) -> Json:
    """A picture and where to get it, large and small."""
    full: Json = {
        "src": f"/picture/{_place(shown)}",
        "thumb": f"/thumb/{_place(shown)}",
        "job": job,
        "index": shown.index,
        "width": shown.width,
        "height": shown.height,
        "seed": str(shown.seed),
        "delete": encode("delete", job, shown.index),
        "star": encode("star", job, shown.index),
    }
    return full | ({"spoiler": True} if shown.spoiler else {})


def _place(shown: Shown) -> str:
    """Where one's own picture is: by the job's number among one's own, which tells nobody else anything.

    With its seed, no other picture that this browser ever keeps has the same address, also after the cookie is new.
    """
    return f"{shown.job}-{shown.seed}/{shown.index}"


_LOOKS = ("src", "thumb", "width", "height")


def _shown_json(card: Card, shown: Shown) -> Json:
    """A picture on a card; one of no job, which is a small one of the guide, comes along with the card.

    A sweep's sheet is to be looked at: what can be done is done with one of those that it was put together from.
    """
    if card.job:
        full = picture_json(card.job, shown)
        return {name: full[name] for name in _LOOKS} if card.parts else full
    url = f"data:image/png;base64,{base64.b64encode(shown.file.read_bytes()).decode()}"
    return {"src": url, "thumb": url, "width": shown.width, "height": shown.height}


def document_json(message: str, card: Card) -> Json | None:
    """A file to download."""
    return {"src": f"/document/{message}", "name": card.file_name} if card.document else None


def button_json(button: Button, pictures: Iterable[Shown] = ()) -> Json:
    """A button; one for the original file of one of the pictures is a link to it, so that one click saves it."""
    try:
        pressed = decode(button.payload)
    except NotFound:
        return {"label": button.label, "payload": button.payload}
    full = {
        "label": button.label,
        "payload": button.payload,
        "action": pressed.action,
        "index": pressed.index,
        **({"fills": button.fills} if button.fills else {}),
    }
    meant = next((p for p in pictures if p.index == (pressed.index or 0)), None)
    if pressed.action == "original" and meant:
        full["href"] = f"/picture/{_place(meant)}?download"
    return full


def entry_json(made: Made, say: Say) -> Json:
    """A job in the gallery, with what can be done about each of its pictures."""
    return {
        "job": made.job,
        "prompt": made.prompt,
        "created": made.created,
        "pictures": [
            picture_json(made.job, p) | _tile(made.job, p, say) | {"starred": p.index in made.stars}
            for p in made.pictures
        ],
    }


def about_json(about: About, say: Say) -> Json:
    """What there is to say of a picture."""
    return {
        "facts": [asdict(fact) for fact in about.facts],
        "before": {name: picture_json("", about.before)[name] for name in _LOOKS} if about.before else None,
        "parents": _each(about.parent, say) if about.parent else [],
        "children": [picture for made in about.children for picture in _each(made, say)],
        "shared": about.shared,
    }


def _each(made: Made, say: Say) -> list[Json]:
    """A job's pictures, each as the gallery has it and with its words."""
    return [picture | {"prompt": made.prompt} for picture in entry_json(made, say)["pictures"]]


def _tile(job: str, shown: Shown, say: Say) -> Json:
    """What can be done about one of a job's pictures; about an animation, with all that it is made of."""
    moving = shown.file.suffix == SUFFIX
    reroll = Button(say("button-reroll"), encode("reroll", job, None if moving else shown.index))
    if moving:
        return {"buttons": [button_json(reroll)], "delete": encode("delete", job)}
    show = Button(say("button-show"), encode("show", job, shown.index))
    return {"buttons": [button_json(show), button_json(reroll)]}


def _data_url(jpeg: bytes | None) -> str | None:
    return f"data:image/jpeg;base64,{base64.b64encode(jpeg).decode()}" if jpeg else None
