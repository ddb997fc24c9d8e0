// A picture as large as the window allows; arrows leaf through the others.

import { words } from "./buttons.js";
import { compareNode, detailsNode, shareLink } from "./details.js";
import { byId, copy, el, icon, iconButton, pictureNode, toast } from "./dom.js";
import { go, lowered, raise } from "./views.js";
import { press } from "./wire.js";
import { say } from "./words.js";

const SWIPE = 40; // pixels

let items = [], at = 0, can = {}, tapped = null, telling = false, told = null, before = null;

const close = () => byId("lightbox").close();

function prepare(box) {
  box.addEventListener("keydown", (event) => {
    if (event.target.type === "range") return; // its own keys move it
    const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = document.documentElement.dir === "rtl" ? "ArrowRight" : "ArrowLeft";
    const step = { [forward]: 1, [back]: -1 }[event.key];
    if (step) leafTo(at + step);
    if (event.key === "Home") leafTo(0);
    if (event.key === "End") leafTo(items.length - 1);
  });
  watchSwipes(box);
  box.addEventListener("click", (event) => {
    if (event.target === box || event.target.classList.contains("stage")) close();
  });
  box.addEventListener("close", () => {
    box.replaceChildren();
    lowered(close);
  });
}

prepare(byId("lightbox"));

/** Opens `picture` among `album`, a list of pictures with their prompts; `actions` as `large.js` has them. */
export function openLightbox(album, picture, actions) {
  [items, can] = [album, actions];
  at = Math.max(0, album.findIndex((item) => item.src === picture.src && item.message === picture.message));
  tapped = items[at];
  [telling, told, before] = [false, null, null];
  draw();
  byId("lightbox").showModal();
  raise(close);
}

/** A finger that goes sideways turns to the next picture; not one of two, nor on a picture that is zoomed in. */
function watchSwipes(box) {
  let from = null;
  const begun = ({ touches, target }) => (from = touches.length === 1 && target.closest(".stage") && !target.closest(".compare") ? touches[0] : null);
  box.addEventListener("touchstart", begun, { passive: true });
  box.addEventListener("touchend", ({ changedTouches: [to] }) => {
    if (!from || visualViewport.scale > 1.01) return;
    const aside = to.clientX - from.clientX, along = Math.abs(to.clientY - from.clientY);
    const forward = aside < 0 === (document.documentElement.dir !== "rtl");
    if (Math.abs(aside) > SWIPE && Math.abs(aside) > 2 * along) leafTo(at + (forward ? 1 : -1));
  });
}

function leafTo(to) {
  if (to < 0 || to >= items.length || to === at) return;
  at = to;
  before = null;
  draw();
}

/** Shows a picture of the same family: where it is among the others, else beside this one. */
function visit(picture) {
  const to = items.findIndex(({ src }) => src === picture.src);
  if (to < 0) items = items.toSpliced(at, 0, picture);
  at = to < 0 ? at : to;
  before = null;
  draw();
}

function draw() {
  const box = byId("lightbox"), item = items[at];
  const held = document.activeElement?.dataset?.tool, scrolled = told?.node?.scrollTop;
  box.replaceChildren(...[
    el("div", { class: "stage" },
      turn("back", at - 1, "page-previous"),
      before ? compareNode(before, item, say("page-picture-alt", item)) : shownNode(item),
      turn("forward", at + 1, "page-next")),
    telling && told?.item === item ? told.node : null,
    el("footer", {},
      el("p", { class: "title", dir: "auto" }, item.prompt),
      el("div", { class: "row" }, ...actions(item))),
    iconButton("cancel", say("page-close"), close, { class: "quiet close", "data-tool": "close" })].filter(Boolean));
  box.classList.toggle("told", telling && told?.item === item);
  told?.node?.scrollTo(0, scrolled);
  (box.querySelector(`[data-tool="${held}"]:not(:disabled)`) ?? box.querySelector(".close")).focus();
  if (telling && item.job && told?.item !== item) tell(item);
}

/** Says beside the picture what there is to say of it, which is perhaps that it is gone. */
async function tell(item) {
  const node = await detailsNode(item, visit, compare, () => tell(item));
  if (items[at] !== item || !byId("lightbox").open) return;
  telling = Boolean(node);
  told = { item, node };
  draw();
}

/** Puts the picture that this one came from into one place with it, or takes it away. */
function compare(other) {
  before = before ? null : other;
  told.node.querySelector("[data-tool=compare]").ariaPressed = String(Boolean(before));
  draw();
  if (before) byId("lightbox").querySelector("[data-tool=compared]").focus();
}

/** The picture; one that hides, and was only leafed to, shows once it is tapped. */
function shownNode(item) {
  const hides = item.spoiler && item !== tapped;
  const image = pictureNode(item, { alt: say("page-picture-alt", item), class: hides ? "spoiler" : null });
  if (!hides) return image;
  return el("button", { type: "button", class: "veil", title: say("page-open"), onclick: () => ((tapped = item), draw()) }, image);
}

const turn = (name, to, label) =>
  iconButton(name, say(label), () => leafTo(to), { class: `quiet turn ${name}`, "data-tool": name, disabled: !items[to] });

/** What can be done with a picture; a sweep's sheet can be kept, and nothing be done with one of the guide's. */
function actions(item) {
  if (!item.job) return item.src.startsWith("data:") ? [] : [keep(item)];
  const copied = (text) => async () => {
    await copy(text);
    toast(say("page-copied"));
  };
  const own = (item.buttons ?? []).map((button) => tool(button.action, words(button), () => {
    go("#chat");
    press("", button.payload);
  }));
  return [
    item.message ? tool("reply", say("page-change"), () => can.reply(item)) : null,
    tool("brush", say("page-part"), () => can.part(item)),
    ...own,
    pressable("info", "page-details", telling, () => {
      telling = !telling;
      draw();
    }),
    starNode(item),
    tool("delete", say("page-delete"), async () => {
      close();
      const told = await press(item.message ?? "", item.delete);
      item.deleted?.(told);
    }),
    tool("share", say("page-share"), async () => {
      const done = await shareLink(item);
      if (items[at] === item && (telling ||= !done)) tell(item);
    }),
    tool("copy", say("page-copy-prompt"), copied(item.prompt)),
    tool("seed", say("page-copy-seed", { seed: item.seed }), copied(item.seed)),
    keep(item),
  ].filter(Boolean);
}

function pressable(name, word, pressed, onclick) {
  const node = tool(name, say(word), onclick);
  node.ariaPressed = String(pressed);
  return node;
}

/** Makes it a favourite, or none any more; which it is now is known of the gallery's. */
function starNode(item) {
  const node = tool("star", say("page-favourite"), async () => {
    const { on } = await press(item.message ?? "", item.star);
    if (on === undefined) return;
    item.starred = on;
    node.ariaPressed = String(on);
    item.redraw?.();
  });
  node.ariaPressed = String(Boolean(item.starred));
  return node;
}

const keep = ({ src }) =>
  el("a", { class: "button", href: `${src}?download`, download: "", "data-tool": "download" },
    icon("download"), el("span", {}, say("page-download")));

const tool = (name, label, onclick) =>
  el("button", { type: "button", class: "button", "data-tool": name, onclick }, icon(name), el("span", {}, label));
