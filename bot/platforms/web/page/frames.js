// Pictures in their mats, and the one that is coming into being.

import { deleteNode, onPicture, toolNode } from "./buttons.js";
import { el, iconButton, pictureNode } from "./dom.js";
import { enlarge } from "./large.js";
import { say } from "./words.js";

const MANY = 4; // in one row, where there is room

/** A message's pictures, each in its mat; several with what can be done about each. */
export function drawPictures(message, context) {
  const { pictures } = message;
  if (!pictures) return null;
  const frames = pictures.map((picture, i) => frame(message, picture, i, context));
  return el("div", { class: `pictures ${pictures.length > 1 ? "several" : ""} ${pictures.length >= MANY ? "many" : ""}`.trim() }, ...frames);
}

function frame(message, picture, i, context) {
  const { pictures: { length: count }, prompt = "" } = message;
  const alt = say(count > 1 ? "page-picture-of" : "page-picture-alt", { prompt, number: i + 1, count });
  const image = pictureNode(picture, { alt, class: picture.spoiler ? "spoiler" : null, loading: "lazy", decoding: "async" });
  const open = () => enlarge(context.album(), picture);
  return el("figure", { class: "frame" },
    el("button", { type: "button", class: "open", title: say("page-open"), onclick: open }, image),
    count > 1 && picture.job ? el("div", { class: "tools" }, ...tools(message, picture, context)) : null);
}

function tools(message, picture, context) {
  const meant = { ...picture, prompt: message.prompt };
  const change = iconButton("reply", say("page-change"), () => context.reply(meant));
  const part = iconButton("brush", say("page-part"), () => context.part(meant));
  return [change, part, ...onPicture(message, picture).map((button) => toolNode(button, message)), deleteNode(picture, message)];
}

/** The newest preview and the bar of a job under way; `before` is the node that showed them so far, if any. */
export function drawProgress({ working, preview, progress }, _context, before) {
  if (!working) return null;
  const node = before ?? progressNode();
  const rail = node.querySelector(".rail");
  const known = progress !== undefined;
  if (preview) {
    node.classList.add("previewing");
    const image = node.querySelector("img") ?? el("img", { class: "preview", alt: say("page-preview") });
    image.src = preview;
    rail.before(image);
  }
  rail.classList.toggle("waiting", !known);
  rail.firstChild.style.inlineSize = `${100 * (progress ?? 0)}%`;
  if (known) rail.setAttribute("aria-valuenow", Math.round(100 * progress));
  return node;
}

function progressNode() {
  const range = { role: "progressbar", "aria-valuemin": 0, "aria-valuemax": 100, "aria-label": say("page-progress") };
  return el("div", { class: "progress" }, el("div", { class: "rail", ...range }, el("i")));
}
