// A message's buttons. What they do is the server's; their icons are ours, in place of the emoji of other platforms.

import { el, icon, iconButton } from "./dom.js";
import { press } from "./wire.js";
import { say } from "./words.js";

const ICONS = {
  remix: "edit", cancel: "cancel", report: "report", remove: "delete", delete: "delete", draw: "send", edit: "edit", invert: "invert", original: "download",
  raw: "raw", reroll: "reroll", show: "show", star: "star", strong: "strong", subtle: "subtle", undo: "undo", left: "to-left", right: "to-right", up: "to-up",
  down: "to-down", zoom: "wider", square: "square", double: "larger", quadruple: "larger",
};
const ARROWS = ["left", "right", "up", "down"]; // their icons say it: four of them stand in one row on a phone
const ORNAMENT = /^[^\p{L}\p{N}]+/u;

/** The rows of buttons below a message, without those that stand with one of its several pictures. */
export function drawButtons(message, context) {
  const { pictures = [], buttons = [] } = message;
  const taken = pictures.flatMap((picture) => onPicture(message, picture));
  const rows = buttons.map((row) => row.filter((b) => !taken.includes(b)).map((b) => buttonNode(b, message, context)));
  if (pictures.length === 1 && pictures[0].job) {
    const changes = changeNodes({ ...pictures[0], prompt: message.prompt }, context);
    rows.splice(0, 1, [...changes, ...(rows[0] ?? [])]);
  }
  const filled = rows.filter((row) => row.length).map((row) => el("div", { class: "row" }, ...row));
  return filled.length ? el("div", { class: "buttons" }, ...filled) : null;
}

/** The buttons of a message with several pictures that are about this one. */
export function onPicture({ buttons = [], pictures }, picture) {
  if (pictures.length < 2) return [];
  return buttons.flat().filter((b) => ["reroll", "original"].includes(b.action) && b.index === picture.index);
}

/** A button about one picture of several, as an icon. */
export function toolNode({ href, payload }, message) {
  if (!href) return iconButton("reroll", say("page-again"), () => press(message.id, payload), { "data-action": "reroll" });
  const label = say("page-download");
  return el("a", { class: "quiet", href, download: "", title: label, "aria-label": label }, icon("download"));
}

/** The button that deletes one picture of several. */
export function deleteNode(picture, message) {
  const pressed = () => press(message.id, picture.delete);
  return iconButton("delete", say("page-delete"), pressed, { "data-action": "delete" });
}

/** The buttons that begin a change of a picture: of all of it, or of a part. */
function changeNodes(picture, context) {
  const node = (action, name, label, onclick) =>
    el("button", { type: "button", class: "button", "data-action": action, onclick }, icon(name), el("span", {}, label));
  return [
    node("change", "reply", say("page-change"), () => context.reply(picture)),
    node("part", "brush", say("page-part"), () => context.part(picture)),
  ];
}

function buttonNode(button, message, context) {
  const { action, fills, href, payload } = button;
  const [name, label, spoken] = ["page", "turn"].includes(action) ? turn(button)
    : ARROWS.includes(action) ? [ICONS[action], "", words(button)] : [ICONS[action], words(button)];
  const look = { class: "button", "data-action": action, "aria-label": spoken, title: spoken };
  const parts = [name ? icon(name) : null, label ? el("span", {}, label) : null];
  if (href) return el("a", { ...look, href, download: "" }, ...parts);
  const node = el("button", { ...look, type: "button", onclick: pressed }, ...parts);
  async function pressed() {
    if (fills) return context.insert(fills);
    if (node.ariaDisabled) return;
    node.ariaDisabled = "true"; // a button that is disabled in earnest loses the focus
    const { on } = await press(message.id, payload);
    if (on !== undefined) node.ariaPressed = String(on);
    node.ariaDisabled = null;
  }
  return node;
}

/** Icon, no label, and spoken words of a button that turns a page of the history. */
function turn({ label }) {
  return label.includes("◀") ? ["back", "", say("page-newer")] : ["forward", "", say("page-older")];
}

/** A button's words without the emoji before them. */
export const words = ({ label }) => label.replace(ORNAMENT, "") || label;
