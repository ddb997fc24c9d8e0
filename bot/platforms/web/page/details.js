// What there is to say of a large picture, beside it: how it was made, what it came from, what it became.

import { copy, el, icon, iconButton, toast } from "./dom.js";
import { about, share, unshare } from "./wire.js";
import { known, say } from "./words.js";

const COPIED = ["prompt", "english", "negative", "seed"], MOST = 12;

/**
 * Asks what there is to say of a picture; the panel that says it, or null. `visit(picture)` shows another one,
 * `compare(before)` this one and the one that it came from in one place; `again()` asks anew.
 */
export async function detailsNode(item, visit, compare, again) {
  try {
    const { facts, before, parents, children, shared } = await about(item);
    return el("aside", { class: "details", "aria-label": say("page-details") },
      el("h2", {}, say("page-details")),
      el("dl", {}, ...facts.map(factNode)),
      ...kin("page-made-from", parents, visit),
      before && el("button", { type: "button", class: "button", "data-tool": "compare", "aria-pressed": "false", onclick: () => compare(before) },
        icon("compare"), el("span", {}, say("page-compare"))),
      ...kin("page-became", children, visit),
      ...linkNodes(item, shared, again));
  } catch (error) {
    toast(error.message);
    return null;
  }
}

/** Until when whoever has its link sees it, the link where it was made just now, and what ends that. */
function linkNodes(item, shared, again) {
  if (!shared) return [];
  const ended = async () => {
    if (await told(unshare(item))) item.link = null;
    again();
  };
  return [
    el("p", { class: "shared" }, icon("share"), el("span", {}, say("page-shared-until", { time: moment(shared) }))),
    item.link && el("input", { type: "url", readonly: true, dir: "ltr", value: item.link, "aria-label": say("page-share"), onfocus: ({ target }) => target.select() }),
    el("button", { type: "button", class: "button", "data-tool": "unshare", onclick: ended }, icon("cancel"), el("span", {}, say("page-unshare"))),
  ];
}

/**
 * Makes a link by which anybody may see a picture for a while. It is handed on by what the device has for that, where it
 * is held in a hand, else copied; whether one of these was done.
 */
export async function shareLink(item) {
  const made = share(item), link = made.then(({ link: url }) => (item.link = url));
  const held = navigator.share && matchMedia("(pointer: coarse)").matches;
  const done = await (held ? link.then((url) => navigator.share({ url })) : copy(link)).then(() => true, ({ name }) => name === "AbortError");
  await told(made, done && !held ? say("page-copied") : "");
  return done || !item.link;
}

/** Says what came of it; whether it was done. */
const told = (answered, before = "") => answered.then((answer) => {
  toast(`${before} ${answer.told}`);
  return true;
}, ({ message }) => toast(message));

function factNode({ name, label, value }) {
  const shown = name === "created" ? moment(value) : value;
  const taken = async () => {
    await copy(value);
    toast(say("page-copied"));
  };
  const node = COPIED.includes(name) ? iconButton("copy", `${say("page-copy")}: ${label}`, taken, { "data-tool": `copy-${name}` }) : null;
  return el("div", {}, el("dt", {}, label), el("dd", {}, el("span", { dir: "auto" }, shown), node));
}

const moment = (seconds) =>
  new Intl.DateTimeFormat(known.language, { dateStyle: "medium", timeStyle: "short" }).format(new Date(1000 * Number(seconds)));

/** Pictures of the same family, one tap away. */
function kin(word, pictures, visit) {
  if (!pictures.length) return [];
  const nodes = pictures.slice(0, MOST).map((picture) => el("li", {},
    el("button", { type: "button", "aria-label": say("page-picture-alt", picture), onclick: () => visit(picture) },
      el("img", { src: picture.thumb, class: picture.spoiler ? "spoiler" : null, alt: "", width: picture.width, height: picture.height }))));
  return [el("h3", {}, icon(word === "page-became" ? "forward" : "back"), say(word)), el("ul", { class: "kin" }, ...nodes)];
}

/** Both pictures in one place, and how much of each is seen: by dragging, or by arrow keys. */
export function compareNode(before, after, alt) {
  const size = { width: after.width, height: after.height };
  const node = el("div", { class: "compare", dir: "ltr" },
    el("img", { src: after.src, alt, ...size }),
    el("img", { src: before.src, alt: say("page-before"), class: "before", ...size }),
    el("span", { class: "word", dir: "auto" }, say("page-before")), el("span", { class: "word after", dir: "auto" }, say("page-after")),
    el("input", { type: "range", min: 0, max: 100, value: 50, "data-tool": "compared", "aria-label": say("page-compared"),
      oninput: ({ target }) => node.style.setProperty("--seen", `${target.value}%`) }));
  node.style.setProperty("--ratio", after.width / after.height);
  return node;
}
