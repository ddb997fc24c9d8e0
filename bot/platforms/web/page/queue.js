// What of a person's waits or is drawn, in one place: where each stands, and a way to let it be.

import { plain } from "./card.js";
import { byId, el, icon, iconButton, toast } from "./dom.js";
import { keepFocus } from "./focus.js";
import { press, pressMany } from "./wire.js";
import { say } from "./words.js";

const MOST = 100; // that the server takes at once

let rows = new Map(), opened = false;

byId("queue").addEventListener("beforetoggle", ({ newState }) => (opened &&= newState === "open"));

/** Draws the list of these messages; `reveal(id)` brings one into view. What is there stays there: somebody may be tapping it. */
export function drawQueue(messages, reveal) {
  const box = byId("queue"), ids = messages.map(({ id }) => id).join();
  if (box.dataset.of !== ids || !box.firstChild) keepFocus(box, () => {
    rows = new Map(messages.map((message) => [message.id, rows.get(message.id) ?? rowOf(message, reveal)]));
    box.replaceChildren(head(messages), el("ol", {}, ...[...rows.values()].map(({ node }) => node)));
    box.dataset.of = ids;
  });
  for (const message of messages) rows.get(message.id).update(message);
  if (!opened) box.querySelector("li button").focus({ preventScroll: true });
  opened = true;
}

function head(messages) {
  const all = el("button", { type: "button", class: "link", onclick: () => cancelAll(messages) }, say("page-cancel-all"));
  return el("div", { class: "head" }, el("h2", {}, say("page-queue")), messages.length > 1 ? all : null);
}

function rowOf({ id, prompt }, reveal) {
  const words = prompt || say("page-picture");
  const thumb = el("span", { class: "thumb" }, icon("queue")), status = el("span", { class: "status", dir: "auto" });
  const shown = el("button", { type: "button", class: "shown", onclick: () => show(id, reveal) },
    thumb,
    el("span", { class: "told" }, el("span", { class: "words", dir: "auto" }, words), status));
  let payload;
  const cancel = iconButton("cancel", say("page-cancel-one", { prompt: words }), () => press(id, payload));
  return {
    node: el("li", {}, shown, cancel),
    update({ text, preview, buttons }) {
      payload = payloadOf(buttons);
      if (status.textContent !== plain(text)) status.textContent = plain(text);
      if (!preview) return;
      const image = thumb.querySelector("img") ?? el("img", { alt: "" });
      image.src = preview;
      if (!image.parentNode) thumb.append(image);
    },
  };
}

const payloadOf = (buttons) => buttons.flat().find(({ action }) => action === "cancel").payload;

function show(id, reveal) {
  byId("queue").hidePopover();
  reveal(id);
}

/** The last first, so that none begins because one before it went. */
async function cancelAll(messages) {
  const told = await pressMany(messages.map(({ buttons }) => payloadOf(buttons)).reverse().slice(0, MOST));
  toast((told.find(({ done }) => done) ?? told[0])?.toast);
}
