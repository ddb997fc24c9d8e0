// All of one's pictures, newest first, as far down as one cares to scroll.

import { byId, el, icon, toast } from "./dom.js";
import { keepFocus } from "./focus.js";
import { enlarge } from "./large.js";
import { galleryPage, press } from "./wire.js";
import { say } from "./words.js";

const UNDO = 9500; // milliseconds: a little less than the server waits

let album = [], next = null, loading = false, generation = 0, stars = false;

// the end of the grid comes near
new IntersectionObserver(([end]) => end.isIntersecting && next && more(), { rootMargin: "800px" })
  .observe(byId("gallery-end"));

byId("gallery-stars").addEventListener("click", ({ currentTarget }) => {
  stars = !stars;
  currentTarget.ariaPressed = String(stars);
  showGallery();
});

/** Shows the gallery, or one's favourites alone, from the newest picture on. */
export function showGallery() {
  album = [];
  generation += 1;
  loading = false;
  return more(true);
}

async function more(fresh = false) {
  if (loading) return;
  loading = true;
  const mine = generation;
  try {
    const page = await galleryPage(fresh ? null : next, stars);
    if (mine === generation) add(page, fresh);
  } catch (error) {
    toast(error.message);
  } finally {
    if (mine === generation) loading = false;
  }
  if (mine === generation && next && byId("gallery-end").getBoundingClientRect().top < innerHeight + 800) await more();
}

function add({ entries, before }, fresh) {
  const pictures = entries.flatMap((entry) => entry.pictures.map((picture) => ({ ...picture, prompt: entry.prompt })));
  album.push(...pictures);
  next = before;
  if (fresh) byId("tiles").replaceChildren();
  byId("tiles").append(...pictures.map(tile));
  tellEmpty();
}

function tile(picture) {
  const { thumb, width, height, spoiler } = picture;
  const image = el("img", { src: thumb, class: spoiler ? "spoiler" : null, alt: "", loading: "lazy", width, height });
  const label = say("page-picture-alt", picture);
  const node = el("li", {},
    el("button", { type: "button", "aria-label": label, onclick: () => open(picture) },
      image, el("span", { class: "caption", dir: "auto" }, picture.prompt)));
  picture.redraw = () => node.classList.toggle("starred", picture.starred);
  picture.redraw();
  node.style.setProperty("--ratio", width / height);
  picture.deleted = ({ undo }) => undo && leaveGap(node, picture, undo);
  return node;
}

const open = (picture) => enlarge(album.filter(({ gone }) => !gone), picture);

/** In a deleted picture's place, as long as it can be brought back: a button that does. */
function leaveGap(node, picture, undo) {
  const gap = el("li", { class: "gap" }, el("p", {}, say("page-deleted")),
    el("button", { type: "button", class: "button", "data-action": "undo", onclick: bringBack },
      icon("undo"), el("span", {}, say("page-undo"))));
  const end = performance.now() + UNDO;
  let closing = setTimeout(close, UNDO);
  function close() {
    keepFocus(byId("tiles"), () => gap.remove(), () => document.querySelector(".bar [aria-current]"));
    tellEmpty();
  }
  async function bringBack() {
    clearTimeout(closing);
    const { done } = await press("", undo);
    if (done === false) close();
    if (done === undefined) closing = setTimeout(close, end - performance.now()); // nobody heard it: once more
    if (!done) return;
    picture.gone = false;
    put(gap, node);
  }
  gap.style.setProperty("--ratio", picture.width / picture.height);
  picture.gone = true;
  put(node, gap);
}

/** Puts one tile in place of another, and the focus on it where that was on the other. */
function put(before, after) {
  keepFocus(byId("tiles"), () => before.replaceWith(after));
}

function tellEmpty() {
  byId("gallery-empty").textContent = say(stars ? "page-favourites-empty" : "page-gallery-empty");
  byId("gallery-empty").hidden = byId("tiles").children.length > 0;
}
