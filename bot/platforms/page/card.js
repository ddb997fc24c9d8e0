// One message of the chat. It is drawn part by part, and a part only again when what it shows has changed.

import { el, icon, iconButton } from "./dom.js";
import { openLightbox } from "./lightbox.js";
import { say } from "./words.js";
import { press } from "./wire.js";

const EMOJI = /^(\p{Extended_Pictographic}|\uFE0F|\u200D)+\s*/u;
const FLAGS = /\s+(?=(?:--|[—–])\p{L})/u;

/** A label without the emoji that other platforms need in place of icons. */
const plain = (label) => label.replace(EMOJI, "");

/** The parts of a message: which of its fields each shows, and how. Order is from top to bottom. */
const PARTS = [
  [["mine", "thumb", "replied"], drawSource],
  [["mine", "text", "buttons"], drawWords],
  [["pictures", "prompt", "buttons"], drawPictures],
  [["preview", "progress", "buttons"], drawProgress],
  [["text", "buttons"], drawStatus],
  [["pictures", "prompt"], drawTitle],
  [["notes"], drawNotes],
  [["document"], drawDocument],
  [["buttons", "pictures"], drawButtons],
];

/** A message's view: `node` is its list item; `update(message)` shows what changed; `context` helps it act. */
export function messageView(context) {
  const node = el("li", { class: "message", tabindex: "-1" });
  const shown = PARTS.map(() => ({ key: "", node: null }));
  const view = { node, message: null, update };

  function update(message) {
    view.message = { ...message, replied: context.pictureOf(message.reply)?.thumb };
    node.id = `m-${message.id}`;
    node.classList.toggle("mine", Boolean(message.mine));
    node.classList.toggle("working", isWorking(message));
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
    if (!next) return;
    const after = shown.slice(i + 1).find((part) => part.node)?.node ?? null;
    node.insertBefore(next, after);
  }

  return view;
}

/** Whether the message is about a job that still waits or runs. */
export function isWorking(message) {
  return (message.buttons ?? []).flat().some((button) => button.action === "cancel");
}

function drawSource({ mine, thumb, replied }) {
  const src = thumb || replied;
  return mine && src ? el("img", { class: "source", src, alt: say("page-source") }) : null;
}

function drawWords(message, context) {
  if (message.mine) return saidNode(message.text);
  if (!message.text || isWorking(message)) return null;
  return el("p", { class: "text", dir: "auto" }, ...withCommands(message.text, context));
}

const COMMANDS = /(?<=^|[:：]\s?)(\u2068?\/\u2068?\p{L}{2,}(?:(?! – )[^\n])*)/mu;
const ISOLATES = /[\u2066-\u2069]/g; // they keep a text's directions apart where no element does

/** A text in which a command that it names, on its own line or after a colon, can be taken up by a click. */
function withCommands(text, context) {
  return text.split(COMMANDS).map((piece, i) => (i % 2 ? commandNode(piece.replaceAll(ISOLATES, ""), context) : piece));
}

function commandNode(command, context) {
  return el("button", { type: "button", class: "command", dir: "ltr", onclick: () => context.write(command) }, command);
}

/** How far the work is, below the place where the picture comes into being: nothing moves when it is there. */
function drawStatus(message) {
  return isWorking(message) ? el("p", { class: "status", dir: "auto" }, plain(message.text)) : null;
}

/** The person's own words, with the command and the flags set apart. */
function saidNode(text) {
  const [, command = "", rest = text] = /^(\/\S+)\s*([^]*)$/u.exec(text) ?? [];
  const [words, ...flags] = rest.split(FLAGS);
  return el("div", { class: "said" }, el("p", { dir: "auto" },
    command && el("span", { class: "command", dir: "ltr" }, command), command && words ? " " : "", words,
    ...flags.flatMap((flag) => [" ", el("bdi", { class: "flag" }, flag)])));
}

function drawTitle({ pictures, prompt }) {
  return pictures && prompt ? el("p", { class: "title", dir: "auto" }, prompt) : null;
}

function drawNotes({ notes }) {
  if (!notes) return null;
  return el("ul", { class: "notes" }, ...notes.map((note) => el("li", { dir: "auto" }, note)));
}

function drawDocument(message) {
  if (!message.document) return null;
  const { src, name } = message.document;
  return el("a", { class: "document", href: src, download: name }, icon("download"), el("bdi", {}, name));
}

// pictures

function drawPictures(message, context) {
  const { pictures } = message;
  if (!pictures) return null;
  const frames = pictures.map((_, i) => frame(message, i, context));
  return el("div", { class: pictures.length > 1 ? "pictures several" : "pictures" }, ...frames);
}

function frame(message, i, context) {
  const { pictures, prompt } = message, picture = pictures[i], count = pictures.length;
  const alt = say(count > 1 ? "page-picture-of" : "page-picture-alt", { prompt, number: i + 1, count });
  const image = el("img", { src: picture.src, alt, width: picture.width, height: picture.height });
  const open = () => openLightbox(context.album(), picture);
  return el("figure", { class: "frame" },
    el("button", { type: "button", class: "open", title: say("page-open"), onclick: open }, image),
    count > 1 ? el("div", { class: "tools" }, ...tools(message, picture, context)) : null);
}

/** What can be done with one picture of several, in the mat below it. */
function tools(message, picture, context) {
  const change = iconButton("reply", say("page-change"), () => context.reply({ ...picture, prompt: message.prompt }));
  return [change, ...onPicture(message, picture).map((button) => toolNode(button, message))];
}

/** The buttons of a message with several pictures that are about this one. */
function onPicture({ buttons = [], pictures }, picture) {
  if (pictures.length < 2) return [];
  return buttons.flat().filter((b) => ["reroll", "original"].includes(b.action) && b.index === picture.index);
}

function toolNode(button, message) {
  if (!button.href) return iconButton("reroll", say("page-again"), () => press(message.id, button.payload));
  const label = say("page-download");
  return el("a", { class: "quiet", href: button.href, download: "", title: label, "aria-label": label }, icon("download"));
}

// work under way

function drawProgress(message, _context, before) {
  if (!isWorking(message)) return null;
  const node = before ?? progressNode();
  const image = node.querySelector("img"), bar = node.querySelector(".rail");
  image.hidden = !message.preview;
  node.classList.toggle("previewing", Boolean(message.preview));
  if (message.preview) image.src = message.preview;
  const known = message.progress !== undefined;
  bar.classList.toggle("waiting", !known);
  bar.querySelector("i").style.inlineSize = `${100 * (message.progress ?? 0)}%`;
  known ? bar.setAttribute("aria-valuenow", Math.round(100 * message.progress)) : bar.removeAttribute("aria-valuenow");
  return node;
}

function progressNode() {
  const rail = el("div", { class: "rail", role: "progressbar", "aria-valuemin": 0, "aria-valuemax": 100, "aria-label": say("page-progress") }, el("i"));
  return el("div", { class: "progress" }, el("img", { class: "preview", alt: say("page-preview"), hidden: true }), rail);
}

// buttons

function drawButtons(message, context) {
  const { pictures = [], buttons = [] } = message;
  const taken = pictures.flatMap((picture) => onPicture(message, picture));
  const rows = buttons.map((row) => row.filter((b) => !taken.includes(b)).map((b) => buttonNode(b, message)));
  if (pictures.length === 1) rows.unshift([changeNode({ ...pictures[0], prompt: message.prompt }, context), ...rows.shift() ?? []]);
  const filled = rows.filter((row) => row.length);
  return filled.length ? el("div", { class: "buttons" }, ...filled.map((row) => el("div", { class: "row" }, ...row))) : null;
}

function changeNode(picture, context) {
  return el("button", { type: "button", class: "button", "data-action": "change", onclick: () => context.reply(picture) },
    icon("reply"), el("span", {}, say("page-change")));
}

function buttonNode(button, message) {
  const label = plain(button.label), name = iconOf(button);
  const spoken = label ? null : say(name === "back" ? "page-newer" : "page-older");
  const look = { class: "button", "aria-label": spoken, title: spoken, "data-action": button.action };
  const parts = [name && icon(name), label && el("span", {}, label)].filter(Boolean);
  if (button.href) return el("a", { ...look, href: button.href, download: "" }, ...parts);
  const node = el("button", { ...look, type: "button", onclick: async () => {
    node.disabled = true;
    await press(message.id, button.payload);
    node.disabled = false;
  } }, ...parts);
  return node;
}

const NAMES = { original: "download", help: null, language: null, undefined: null };

function iconOf({ action, label }) {
  if (action === "page") return label.includes("◀") ? "back" : "forward";
  return action in NAMES ? NAMES[action] : action;
}
