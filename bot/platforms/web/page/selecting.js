// Choosing many pictures of the gallery, to keep, to like or to delete them together: by their boxes, or by a long press.

import { byId, el, icon, toast } from "./dom.js";
import { pressMany, refusedAt } from "./wire.js";
import { known, say } from "./words.js";

const MOST = 100, HELD = 500, STILL = 12; // pictures that the server takes at once, milliseconds, pixels

let there = () => [], on = false, last = null, gone = [], held = false, box = null;

/** Lets tiles be chosen; `pictures()` are those that there are, in their order. */
export function prepareSelecting(pictures) {
  there = pictures;
  box = byId("picked");
  byId("gallery-select").addEventListener("click", () => (on ? deselect() : begin()));
  byId("gallery").addEventListener("keydown", ({ key, target }) => {
    if (key === "Escape" && on) leave();
    if (key === "Delete" && target.type !== "search" && chosen().length) drop();
  });
  watchPresses(byId("tiles"));
}

const chosen = () => there().filter(({ pick }) => pick?.checked);

function begin() {
  on = true;
  draw();
}

/** Chooses nothing any more. */
export function deselect() {
  on = false;
  last = null;
  gone = [];
  for (const { pick } of there()) if (pick) pick.checked = false;
  draw();
}

function leave() {
  deselect();
  byId("gallery-select").focus();
}

/** The box by which a picture is chosen. */
export function pickNode(picture) {
  picture.pick = el("input", { type: "checkbox", class: "pick", "aria-label": say("page-select-one", picture), onclick: ({ shiftKey }) => take(picture, shiftKey) });
  return picture.pick;
}

/** While pictures are being chosen, a click on one chooses it, too. Whether it did. */
export function toggled(picture) {
  if (held || !on) return endsHolding();
  picture.pick.checked = !picture.pick.checked;
  take(picture);
  return true;
}

/** What lifts the finger after a long press is no click. */
function endsHolding() {
  const was = held;
  held = false;
  return was;
}

/** Notes that a picture's box has changed; with Shift, all from the last one on are as it is. */
function take(picture, several) {
  on = true;
  const all = there(), from = all.indexOf(last), to = all.indexOf(picture);
  if (several && from >= 0) {
    for (const { pick } of all.slice(Math.min(from, to), Math.max(from, to) + 1)) pick.checked = picture.pick.checked;
  }
  last = picture;
  draw();
}

function watchPresses(tiles) {
  let waiting = null, from = null;
  const stop = () => clearTimeout(waiting);
  tiles.addEventListener("pointerdown", (event) => {
    stop();
    held = false;
    from = event.pointerType === "touch" ? event : null;
    const picture = from && there().find(({ pick }) => pick?.parentNode.contains(event.target) && pick !== event.target);
    if (picture) waiting = setTimeout(() => {
      held = true;
      picture.pick.checked = true;
      take(picture);
    }, HELD);
  });
  tiles.addEventListener("pointermove", ({ clientX, clientY }) => {
    if (from && Math.hypot(clientX - from.clientX, clientY - from.clientY) > STILL) stop();
  });
  for (const end of ["pointerup", "pointercancel"]) tiles.addEventListener(end, stop);
  tiles.addEventListener("contextmenu", (event) => from && event.preventDefault());
}

// what can be done with those that are chosen

function draw() {
  const picked = chosen(), some = picked.length > 0;
  byId("tiles").classList.toggle("selecting", on);
  byId("gallery-select").ariaPressed = String(on);
  const held = document.activeElement?.dataset?.tool;
  box.hidden = !on && !gone.length;
  box.replaceChildren(
    el("p", { role: "status" }, say("page-selected", { count: new Intl.NumberFormat(known.language).format(picked.length) })),
    tool("star", "page-favourite", like, some),
    tool("download", "page-zip", keep, some),
    tool("delete", "page-delete-them", drop, some),
    ...(gone.length ? [tool("undo", "page-undo", bringBack)] : []),
    tool("cancel", "page-done", leave));
  if (held && !box.hidden) (box.querySelector(`[data-tool=${held}]:enabled`) ?? box.querySelector("[data-tool=undo], [data-tool=cancel]")).focus();
}

const tool = (name, word, onclick, may = true) =>
  el("button", { type: "button", class: "button", "data-tool": name, "data-action": name === "undo" ? "undo" : null, disabled: !may, onclick },
    icon(name), el("span", {}, say(word)));

/** Those that are chosen; none where they are too many, which is said. */
function some() {
  const picked = chosen();
  if (picked.length <= MOST) return picked;
  toast(say("page-select-most", { limit: MOST }));
  return [];
}

/** Does the same with many; `done(picture, told)` with each of which that was done. */
async function withEach(pictures, payload, done) {
  if (!pictures.length) return;
  const told = await pressMany(pictures.map(payload));
  told.forEach((one, i) => one.done && done(pictures[i], one));
  toast((told.find((one) => !one.done) ?? told.at(-1))?.toast);
}

/** Makes all of them favourites; where they all are, none of them. */
async function like() {
  const picked = some(), not = picked.filter(({ starred }) => !starred);
  await withEach(not.length ? not : picked, ({ star }) => star, (picture, { on: now }) => {
    picture.starred = now;
    picture.redraw();
  });
}

async function keep() {
  const picked = some();
  if (!picked.length) return;
  const path = `/zip?${new URLSearchParams(picked.map(({ src }) => ["picture", src.replace("/picture/", "")]))}`;
  const refused = await refusedAt(path);
  if (refused !== null) return toast(say(refused === 413 ? "page-zip-large" : refused ? "page-zip-gone" : "page-not-sent"));
  el("a", { href: path, download: "lukis.zip" }).click();
}

async function drop() {
  const now = [];
  await withEach(some(), (picture) => picture.delete, (picture, told) => {
    picture.pick.checked = false;
    picture.deleted(told);
    if (picture.gap) now.push(picture);
  });
  if (!now.length) return draw();
  gone = now;
  on = true;
  draw();
  box.querySelector("[data-tool=undo]").focus();
}

async function bringBack() {
  const back = gone.filter(({ gap }) => gap.left());
  gone = [];
  const told = back.length ? await pressMany(back.map(({ gap }) => gap.undo)) : [];
  back.forEach(({ gap }, i) => gap.settle(told[i]?.done));
  toast(told.at(-1)?.toast);
  draw();
}
