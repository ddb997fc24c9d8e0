// One message of the chat. It is drawn part by part, and a part only again when what it shows has changed.

import { drawButtons } from "./buttons.js";
import { el, icon, iconButton } from "./dom.js";
import { keepFocus } from "./focus.js";
import { drawPictures, drawProgress } from "./frames.js";
import { say } from "./words.js";

/** The parts of a message: which of its fields each shows, and how. Order is from top to bottom. */
const PARTS = [
  [["mine", "thumb", "replied"], drawSource],
  [["mine", "text", "working"], drawWords],
  [["mine", "text"], drawTake],
  [["pictures", "prompt", "buttons"], drawPictures],
  [["working", "preview", "progress"], drawProgress],
  [["working", "text"], drawStatus],
  [["pictures", "prompt"], drawTitle],
  [["notes"], drawNotes],
  [["document"], drawDocument],
  [["buttons", "pictures", "prompt"], drawButtons],
  [["kind", "refused", "answers"], drawRetry],
];

/** A message's view: `node` is its list item; `update(message)` shows what changed; `context` helps it act. */
export function messageView(context) {
  const node = el("li", { class: "message" });
  const shown = PARTS.map(() => ({ key: "", node: null }));
  const view = { node, message: null, update };

  function update(message) {
    view.message = { ...message, working: isWorking(message), replied: context.pictureOf(message.reply)?.thumb };
    node.classList.toggle("mine", Boolean(message.mine));
    keepFocus(node, drawParts, () => Object.assign(node, { tabIndex: -1 }));
  }

  function drawParts() {
    PARTS.forEach(([fields, draw], i) => {
      const key = JSON.stringify(fields.map((field) => view.message[field]));
      if (key === shown[i].key) return;
      const next = draw(view.message, context, shown[i].node);
      if (next !== shown[i].node) replacePart(i, next);
      shown[i].key = key;
    });
  }

  function replacePart(i, next) {
    shown[i].node?.remove();
    shown[i].node = next;
    if (next) node.insertBefore(next, shown.slice(i + 1).find((part) => part.node)?.node ?? null);
  }

  return view;
}

/** Whether the message is about a job that still waits or runs. */
export function isWorking({ buttons = [] }) {
  return buttons.flat().some((button) => button.action === "cancel");
}

function drawSource({ mine, thumb, replied }) {
  const src = thumb || replied;
  return mine && src ? el("img", { class: "source", src, alt: say("page-source") }) : null;
}

const EMOJI = /^(\p{Extended_Pictographic}|\uFE0F|\u200D)+\s*/u; // in place of our icons on other platforms

/** What we say without the emoji in front. */
export const plain = (text = "") => text.replace(EMOJI, "");

const HEADED = /^([^\n.:!?。：！？]{1,60})\n\n([^]+)$/u;

function drawWords({ mine, text, working }, context) {
  if (mine) return text ? saidNode(text) : null;
  if (!text || working) return null;
  const [, head, body] = HEADED.exec(text) ?? [null, "", plain(text)];
  return el("div", { class: "text", dir: "auto" },
    head ? el("h3", {}, head) : null, el("p", { dir: "auto" }, ...withCommands(body, context)));
}

const FLAGS = /\s+(?=(?:--|[—–])\p{L})/u;

/** The person's own words, with the command and the flags set apart. */
function saidNode(text) {
  const [, command = "", rest = text] = /^(\/\S+)\s*([^]*)$/u.exec(text) ?? [];
  const [words, ...flags] = rest.split(FLAGS);
  return el("div", { class: "said" }, el("span", { class: "unseen" }, say("page-you")), el("p", { dir: "auto" },
    command && el("span", { class: "command", dir: "ltr" }, command), command && words ? " " : "", words,
    ...flags.flatMap((flag) => [" ", el("bdi", { class: "flag" }, flag)])));
}

const COMMANDS = /(?<=^[\u200e\u200f]?|[:：]\s?)(\u2068?\/\u2068?\p{L}{2,}(?:(?! – )[^\n])*)/mu;
const ISOLATES = /[\u2066-\u2069]/g; // they keep a text's directions apart where no element does

/** A text in which a command that it names, on its own line or after a colon, can be taken up by a click. */
function withCommands(text, context) {
  return text.split(COMMANDS).flatMap((piece, i) => (i % 2 ? commandNode(piece.replaceAll(ISOLATES, ""), context) : flagged(piece)));
}

function commandNode(command, context) {
  const look = { type: "button", class: "command", dir: "ltr", onclick: () => context.write(command) };
  return el("button", look, ...flagged(command));
}

const FLAG_NAME = /(--\p{L}[\p{L}\p{M}-]*)/u;

/** A text whose flags are kept whole: no line ends behind their dashes. */
const flagged = (text) => text.split(FLAG_NAME).map((piece, i) => (i % 2 ? el("span", { class: "whole" }, piece) : piece));

/** A person's own words can be taken back into the box. */
function drawTake({ id, mine, text }, context) {
  if (!mine || !text) return null;
  return iconButton("edit", say("page-take"), () => context.take(id), { class: "quiet take", "data-action": "take" });
}

/** So can those of which nothing came, from where that is said. */
function drawRetry({ kind, refused, answers }, context) {
  const asked = refused ?? (kind === "sentence" && answers);
  if (!asked) return null;
  return el("button", { type: "button", class: "button", "data-action": "retry", onclick: () => context.take(asked) },
    icon("edit"), el("span", {}, say("page-retry")));
}

/** How far the work is, below the place where the picture comes into being: nothing moves when it is there. */
function drawStatus({ working, text }) {
  return working ? el("p", { class: "status", dir: "auto" }, plain(text)) : null;
}

function drawTitle({ pictures, prompt }) {
  return pictures && prompt ? el("p", { class: "title", dir: "auto" }, prompt) : null;
}

function drawNotes({ notes }) {
  return notes ? el("ul", { class: "notes" }, ...notes.map((note) => el("li", { dir: "auto" }, note))) : null;
}

function drawDocument({ document }) {
  if (!document) return null;
  return el("a", { class: "document", href: document.src, download: document.name },
    icon("download"), el("bdi", {}, document.name));
}
