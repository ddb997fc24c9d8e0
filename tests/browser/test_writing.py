"""What people have written is theirs: nothing that goes wrong costs them their words, their picture or the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.browser.people import Someone, someone
from tests.browser.test_page import png
from tests.fakes import FAKE_CARD, FakeEngine
from tests.wire.web import house

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

SPOILT = (
    "{",
    "null",
    "7",
    "[1]",
    '"steps"',
    '{"steps": {}}',
    '{"steps": 3}',
    '{"steps": "999"}',
    '{"steps": "many"}',
    '{"seed": "-1"}',
    '{"sampler": "gone", "model": "gone", "ratio": "round"}',
    '{"tile": "yes", "__proto__": {"steps": "9"}}',
)
"""Settings as no page of ours keeps them, or that say what cannot be any more."""


@pytest.mark.parametrize("settings", SPOILT)
async def test_spoilt_settings_cost_nobody_the_page(tmp_path: Path, chromium: Browser, settings: str) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as at, someone(chromium, at) as ann:
        await ann.page.evaluate(
            "(text) => { localStorage.settings = text; localStorage.theme = text; sessionStorage.draft = text; }",
            settings,
        )
        await ann.page.reload()
        await ann.page.wait_for_selector("html:not(.loading)")
        await expect(ann.page.locator("#chosen")).to_be_hidden()
        await ann.clicks("Settings")
        await ann.page.get_by_label("Steps").fill("9")
        await ann.page.keyboard.press("Escape")
        await ann.sends("a boat")
        await ann.sees_pictures(1)
        assert engine.jobs[-1].recipe.steps == 9


FORBID = """(what) => {
  const refuse = () => { throw new DOMException("no", "SecurityError"); };
  if (what === "all") for (const name of ["localStorage", "sessionStorage"])
    Object.defineProperty(window, name, { get: refuse });
  if (what === "all") Object.defineProperty(window, "indexedDB", { get: refuse });
  else Storage.prototype.setItem = refuse;
}"""


@pytest.mark.parametrize("what", ["all", "writing"])
async def test_a_browser_that_keeps_nothing_shows_the_page(
    tmp_path: Path, chromium: Browser, what: str
) -> None:
    async with house(tmp_path) as at, someone(chromium) as ann:
        await ann.page.add_init_script(f"({FORBID})('{what}')")
        await ann.opens(at.url)
        await ann.clicks("Light or dark")
        await ann.clicks("Settings")
        await ann.page.get_by_label("Without").fill("blurry")
        await ann.page.keyboard.press("Escape")
        await ann.sends("a boat")
        await ann.sees_pictures(1)
        await expect(ann.page.locator(".mine .said p")).to_have_text("a boat --no blurry")


async def has_picture(ann: Someone) -> None:
    await expect(ann.page.locator("#context")).to_contain_text("mine.png")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("a boat --steps 999", "--steps can't be 999"),
        ("a boat --stepz 9", "I don't know --stepz"),
        ("a boat --model nothing", "--model can't be"),
        ("a long boat " * 200, "2,399 characters; I can read 2,000 at most"),
        ("/imagine ", "Tell me what to paint"),
        ("?!", "I found no words"),
    ],
)
async def test_refused_words_stay_with_their_picture(
    tmp_path: Path, chromium: Browser, words: str, why: str
) -> None:
    engine = FakeEngine((FAKE_CARD,))
    async with house(tmp_path, engine=engine) as at, someone(chromium, at) as ann:
        picture = {"name": "mine.png", "mimeType": "image/png", "buffer": png()}
        await ann.page.set_input_files("#file", picture)  # type: ignore[arg-type]
        await ann.sends(words)
        await ann.sees(why)
        await expect(ann.prompt).to_have_value(words)
        await has_picture(ann)
        await ann.sends("in oil")
        await ann.sees_pictures(1)
        assert engine.jobs[-1].mode == "image"
        await expect(ann.prompt).to_have_value("")


async def test_a_command_that_there_is_not_stays(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        await ann.sends("/xyzzy a boat")
        await ann.sees("I draw what you write")
        await expect(ann.prompt).to_have_value("/xyzzy a boat")


async def test_words_whose_picture_is_refused_stay(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        for name, data in (("mine.png", b"%PDF-1.4"), ("mine.png", png()[:40])):
            file = {"name": name, "mimeType": "image/png", "buffer": data}
            await ann.page.set_input_files("#file", file)  # type: ignore[arg-type]
            await ann.sends("in oil")
            await ann.sees("I can't read that file as a picture.")
            await expect(ann.prompt).to_have_value("in oil")
            await has_picture(ann)
            await ann.clicks("Remove")


async def test_what_is_refused_late_leaves_alone_what_is_written_since(
    tmp_path: Path, chromium: Browser
) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as at, someone(chromium, at) as ann:
        await ann.page.route("**/send", lambda route: route.abort())
        await ann.sends("the first")
        await ann.sees("That could not be sent.")
        await expect(ann.prompt).to_have_value("the first")
        await ann.page.unroute("**/send")
        await ann.prompt.fill("a boat --steps 999")
        await ann.prompt.evaluate("p => { p.form.requestSubmit(); p.value = 'the next'; }")
        await ann.sees("--steps can't be 999")
        await expect(ann.prompt).to_have_value("the next")
        await ann.sends("a boat")
        await ann.sees_pictures(1)
        await ann.clicks("Change it")
        await ann.prompt.fill("at night --steps 998")
        await ann.prompt.evaluate("p => { p.form.requestSubmit(); p.value = 'a red fox'; }")
        await ann.sees("--steps can't be 998")
        await expect(ann.prompt).to_have_value("a red fox")
        await expect(ann.page.locator("#context")).to_be_hidden()
        await ann.prompt.press("Enter")
        await ann.sees_pictures(1, total=2)
        assert [job.mode for job in engine.jobs] == ["text", "text"]
        ann.faults.clear()  # the browser's own words on what was not sent


async def test_what_is_refused_late_does_not_land_on_a_picture_chosen_since(
    tmp_path: Path, chromium: Browser
) -> None:
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        await ann.sends("a boat")
        await ann.sees_pictures(1)
        await ann.prompt.fill("a red fox --steps 999")
        await ann.prompt.evaluate(
            "p => { p.form.requestSubmit(); document.querySelector('[data-action=change]').click(); }"
        )
        await ann.sees("--steps can't be 999")
        await ann.sees("Changing this picture")
        await expect(ann.prompt).to_have_value("")


async def test_a_counter_shows_the_limit(tmp_path: Path, chromium: Browser) -> None:
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        count = ann.page.locator("#count")
        await ann.prompt.fill("a" * 1500)
        await expect(count).to_be_hidden()
        for text in ("狐" * 1990, "🦊" * 1990, f"/imagine {'a' * 1990} --steps 3 --no {'b' * 500}"):
            await ann.prompt.fill(text)
            await expect(count).to_have_text("1,990 of 2,000 characters")
            await expect(ann.prompt).to_have_accessible_description("1,990 of 2,000 characters")
            await expect(ann.prompt).to_have_attribute("aria-invalid", "false")
        await ann.prompt.fill("a" * 2001)
        await expect(count).to_have_text("2,001 of 2,000 characters")
        await expect(ann.prompt).to_have_attribute("aria-invalid", "true")
        await ann.sends("a" * 150_000)
        await expect(ann.page.locator("#toasts")).to_have_text("150,000 of 2,000 characters")
        await expect(ann.prompt).to_have_value(re.compile("^a{150000}$"))
        await ann.prompt.fill("")
        await expect(count).to_be_hidden()


@pytest.mark.parametrize("words", ["a boat", "b" * 1900])
async def test_words_short_enough_with_flags_that_are_too_long_are_said(
    tmp_path: Path, chromium: Browser, words: str
) -> None:
    async with house(tmp_path) as at, someone(chromium, at) as ann:
        text = f"{words} --no {'x' * 25_000}"
        await ann.sends(text)
        await expect(ann.page.locator("#toasts")).to_have_text(f"{len(text):,} of 20,000 characters")
        await expect(ann.prompt).to_have_value(text)
        await expect(ann.messages).to_have_count(0)


async def test_a_draft_survives_a_reload(tmp_path: Path, chromium: Browser) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as at, someone(chromium, at) as ann:
        await ann.sends("a boat")
        await ann.sees_pictures(1)
        await ann.clicks("Change it")
        await ann.prompt.press_sequentially("at night")
        await ann.page.reload()
        await ann.page.wait_for_selector("html:not(.loading)")
        await expect(ann.prompt).to_have_value("at night")
        await ann.sees("Changing this picture")
        await ann.prompt.press("Enter")
        await ann.sees_pictures(1, total=2)
        assert engine.jobs[-1].mode == "image"
        await ann.page.reload()
        await ann.page.wait_for_selector("html:not(.loading)")
        await expect(ann.prompt).to_have_value("")
        await expect(ann.page.locator("#context")).to_be_hidden()


ON_SHELF = """new Promise((done) => {
  const opened = indexedDB.open("lukis", 1);
  opened.onupgradeneeded = () => opened.result.createObjectStore("drafts");
  opened.onsuccess = () => {
    const asked = opened.result.transaction("drafts").objectStore("drafts").count();
    asked.onsuccess = () => { opened.result.close(); done(asked.result); };
  };
})"""
"""For how many drafts the browser keeps pictures."""


async def test_the_picture_of_a_draft_survives_a_reload(tmp_path: Path, chromium: Browser) -> None:
    engine = FakeEngine()
    async with house(tmp_path, engine=engine) as at, someone(chromium, at) as ann:
        picture = {"name": "mine.png", "mimeType": "image/png", "buffer": png()}
        await ann.page.set_input_files("#file", picture)  # type: ignore[arg-type]
        await has_picture(ann)
        await ann.prompt.fill("in oil")
        await ann.until(f"{ON_SHELF}.then((count) => count > 0)")
        await ann.page.reload()
        await has_picture(ann)
        await expect(ann.prompt).to_have_value("in oil")
        async with someone(chromium, context=ann.page.context) as other:
            await other.opens(at.url)
            await other.page.wait_for_timeout(300)
            await expect(other.page.locator("#context")).to_be_hidden()
        await ann.prompt.press("Enter")
        await ann.sees_pictures(1)
        assert engine.jobs[-1].mode == "image"
        await ann.until(f"{ON_SHELF}.then((count) => count === 0)")
        await ann.page.reload()
        await ann.page.wait_for_selector("html:not(.loading)")
        await ann.page.wait_for_timeout(300)
        await expect(ann.page.locator("#context")).to_be_hidden()
