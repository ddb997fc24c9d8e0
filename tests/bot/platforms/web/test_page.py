"""The page's files: their colours can be read, their words exist, and nothing in them comes from elsewhere."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

import aiohttp
import pytest

from bot.locales import Locales
from bot.platforms.web.files import FOLDER, begins, read_page, version
from bot.platforms.web.known import FIRSTS
from bot.usecases.buttons import SINGLE
from tests.wire.web import house

TEXTS = {
    name: file.data.decode() for name, file in read_page().items() if name.endswith((".html", ".js", ".css"))
}


@cache
def colours() -> dict[str, tuple[str, str]]:
    """Every colour of the page by its name: by day and by night."""
    found = re.findall(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", TEXTS["base.css"])
    return {name: (day, night) for name, day, night in found}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it, 0 to 1."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """1 to 21, as WCAG 2 defines it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("night", [0, 1])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *(
            (text, ground)
            for text in ("ink", "soft", "accent")
            for ground in ("paper", "sheet", "raised", "tint")
        ),
        ("on-accent", "accent"),
        ("paper", "ink"),
    ],
)
def test_text_can_be_read(text: str, ground: str, night: int) -> None:
    assert contrast(colours()[text][night], colours()[ground][night]) >= 4.5


@pytest.mark.parametrize("night", [0, 1])
@pytest.mark.parametrize("ground", ["sheet", "raised"])
def test_fields_have_visible_edges(ground: str, night: int) -> None:
    assert contrast(colours()["strong-line"][night], colours()[ground][night]) >= 3


def test_each_button_below_a_picture_has_an_icon_and_its_picture_comes_into_view() -> None:
    actions = {action for row in SINGLE for action, _ in row} - {"original", "delete"}
    icons = dict(re.findall(r'(\w+): "([\w-]+)"', TEXTS["buttons.js"].partition("const ARROWS")[0]))
    drawn = {*re.findall(r'id="([\w-]+)"', (FOLDER / "icons.svg").read_text("utf-8"))}
    assert actions <= {*icons} and {*icons.values()} <= drawn
    asking = {
        *re.findall(r'"(\w+)"', TEXTS["messages.js"].partition("ASKS_FOR_MORE = [")[2].partition("]")[0])
    }
    assert actions - {"report", "star"} <= asking


def test_the_page_asks_nobody_else_for_anything() -> None:
    for name, text in TEXTS.items():
        addresses = re.findall(
            r"(?:https?:)?//[a-z0-9][\w.-]*\.[a-z]{2,}", re.sub(r"^\s*//.*$", "", text, flags=re.M)
        )
        known = ["https://web.telegram.org"] if name == "telegram.js" else ["http://www.w3.org"]
        assert addresses in ([], known), name  # inside Telegram the page tells its frame that it is there


def test_nothing_is_inserted_as_markup() -> None:
    for name, text in TEXTS.items():
        if name.endswith(".js"):
            assert not re.search(
                r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", text
            ), name


def test_every_file_is_used_and_every_used_file_is_there() -> None:
    used = {"index.html", "young-serif.txt", *(f"first-{name}.webp" for name in FIRSTS)}
    frames = (file.read_text("utf-8") for file in (FOLDER.parent / "frames").iterdir())
    for text in (*TEXTS.values(), *frames, (FOLDER / "manifest.webmanifest").read_text("utf-8")):
        used |= set(
            re.findall(r"(?:/page/|\./|url\(\")([\w.-]+\.(?:js|css|svg|woff2|png|webmanifest))", text)
        )
    assert used == {f.name for f in FOLDER.iterdir()}


def test_every_word_is_used_and_every_used_word_is_there() -> None:
    served = {*re.findall(r"\bpage-[a-z-]+[a-z]\b", "\n".join(TEXTS.values())), *SAID_BY_THE_SERVER}
    english = (FOLDER.parents[2] / "locales" / "en.ftl").read_text("utf-8")
    assert served == set(re.findall(r"^(page-[a-z-]+) =", english, flags=re.M))
    assert all(Locales.load().has("en", word) for word in served)


SAID_BY_THE_SERVER = (
    "page-malformed",
    "page-too-fast",
    "page-cookie",
    "page-not-vouched",
    *FIRSTS.values(),
)


def test_the_version_changes_with_any_file(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "a.js").write_text("1")
    before = version(read_page(tmp_path))
    assert version(read_page(tmp_path)) == before
    (tmp_path / "a.js").write_text("2")
    assert version(read_page(tmp_path)) != before


DRAWING = {"easel.js", "drawing.js", "hand.js", "sight.js", "easel.css"}
LOOKING = {"gallery.js", "gaps.js", "selecting.js", "lightbox.js", "details.js", "gallery.css"}
CHOOSING = {"panel.js", "fields.js", "panel.css", "earlier.js", "earlier.css"}
HELPING = {"help.js", "help.css"}
SIGNING = {"doors.js", "doors.css", "telegram.js"}
WAITING = {"queue.js", "queue.css"}
STANDING_IN = {"away.js", "worker.js"}
SHARED = {"shared.css"}


def test_what_most_people_need_later_comes_later() -> None:
    later = DRAWING | LOOKING | CHOOSING | HELPING | SIGNING | WAITING | STANDING_IN | SHARED
    assert {*TEXTS} - begins(read_page()) == later


async def test_the_words_of_what_comes_later_come_with_it(tmp_path: Path) -> None:
    async with house(tmp_path) as at, aiohttp.ClientSession() as session:
        told = []
        for path in ("start", "more"):
            headers = {
                "Sec-Fetch-Site": "same-origin",
                "Accept-Language": "ru",
                "Cookie": f"lukis={'a' * 43}",
            }
            async with session.get(at.url + path, headers=headers) as answer:
                told.append(await answer.json())
    first, later = (answer["words"] for answer in told)
    assert "page-send" in first and "page-brush-size" not in later and not first.keys() & later.keys()
    assert {*first, *later} == {*re.findall(r"\bpage-[a-z-]+[a-z]\b", "\n".join(TEXTS.values()))}
    assert later["page-copy-seed"] == Locales.load().say("ru")("page-copy-seed", seed="{seed}")
    assert {p["name"] for p in told[0]["parameters"]} == {*told[1]["parameters"]}
    assert all(about["help"] for about in told[1]["parameters"].values())


@pytest.mark.parametrize("accepted", ["gzip, deflate, br", "GZIP", "*", "br;q=1, gzip;q=0.5"])
async def test_what_comes_first_comes_compressed(tmp_path: Path, accepted: str) -> None:
    async with house(tmp_path) as at, aiohttp.ClientSession(auto_decompress=False) as session:
        sizes = {}
        for path in (
            "",
            "start",
            *(f"page/{name}" for name in TEXTS if name != "index.html"),
            "page/icons.svg",
        ):
            for coding in (accepted, "identity", "gzip;q=0", "nonsense;q=x"):
                headers = {"Accept-Encoding": coding, "Sec-Fetch-Site": "same-origin"}
                async with session.get(at.url + path, headers=headers) as answer:
                    body, squeezed = await answer.read(), answer.headers.get("Content-Encoding")
                if coding == accepted:
                    sizes[path] = len(body)
                    plain = gzip.decompress(body) if squeezed else body
                    assert squeezed == "gzip" or len(plain) < 400
                else:
                    assert squeezed is None and (body == plain or path == "start")
        early = {"", "start", "page/icons.svg", *(f"page/{name}" for name in begins(read_page()))}
        assert early <= {*sizes, "page/index.html"}
        assert sum(size for path, size in sizes.items() if path in early) < 56_000


async def test_a_browser_s_copy_is_good_whichever_way_it_came(tmp_path: Path) -> None:
    async with house(tmp_path) as at, aiohttp.ClientSession() as session:
        tags = set()
        for coding in ("gzip", "identity"):
            headers = {"Accept-Encoding": coding, "Sec-Fetch-Site": "same-origin"}
            async with session.get(at.url + "page/main.js", headers=headers) as answer:
                tags.add(tag := answer.headers["ETag"])
                assert answer.headers["Vary"] == "Accept-Encoding"
            async with session.get(
                at.url + "page/main.js", headers=headers | {"If-None-Match": tag}
            ) as answer:
                assert answer.status == 304
        assert len(tags) == 2


def test_files_are_small_enough_to_be_read() -> None:
    for name, text in TEXTS.items():
        assert text.count("\n") <= 300, name
