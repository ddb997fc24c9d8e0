// All of one's pictures, newest first, as far down as one cares to scroll; favourites alone, or those that are looked for.

import { byId, el, toast } from "./dom.js";
import { keepFocus } from "./focus.js";
import { leaveGap } from "./gaps.js";
import { enlarge } from "./large.js";
import { deselect, pickNode, prepareSelecting, toggled } from "./selecting.js";
import { galleryPage } from "./wire.js";
import { say } from "./words.js";

let album = [], next = null, loading = false, generation = 0, stars = false, words = "";

// the end of the grid comes near
new IntersectionObserver(([end]) => end.isIntersecting && next && more(), { rootMargin: "800px" })
  .observe(byId("gallery-end"));

byId("gallery-stars").addEventListener("click", ({ currentTarget }) => {
  stars = !stars;
  currentTarget.ariaPressed = String(stars);
  showGallery();
});

const there = () => album.filter(({ gone }) => !gone);
prepareSelecting(there);
prepareSearch(byId("search"));

function prepareSearch(form) {
  const look = () => {
    const asked = byId("gallery-search").value.trim();
    if (asked === words) return;
    words = asked;
    showGallery();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    look();
  });
  byId("gallery-search").addEventListener("input", ({ target }) => target.value || look());
}

/** Shows the gallery, what is chosen of it, from the newest picture on. */
export function showGallery() {
  album = [];
  generation += 1;
  loading = false;
  deselect();
  return more(true);
}

async function more(fresh = false) {
  if (loading) return;
  loading = true;
  const mine = generation;
  try {
    const page = await galleryPage(fresh ? null : next, stars, words);
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
    el("button", { type: "button", "aria-label": label, onclick: () => toggled(picture) || enlarge(there(), picture) },
      image, el("span", { class: "caption", dir: "auto" }, picture.prompt)),
    pickNode(picture));
  picture.redraw = () => node.classList.toggle("starred", picture.starred);
  picture.redraw();
  node.style.setProperty("--ratio", width / height);
  picture.deleted = ({ undo }) => {
    if (!undo) return;
    picture.gone = true;
    picture.gap = leaveGap(picture, undo, {
      place: (gap) => put(node, gap),
      back(gap) {
        picture.gone = false;
        put(gap, node);
      },
      over(gap) {
        keepFocus(byId("tiles"), () => gap.remove(), () => document.querySelector(".bar [aria-current]"));
        tellEmpty();
      },
    });
  };
  return node;
}

/** Puts one tile in place of another, and the focus on it where that was on the other. */
function put(before, after) {
  keepFocus(byId("tiles"), () => before.replaceWith(after));
}

function tellEmpty() {
  const none = words ? "page-search-empty" : stars ? "page-favourites-empty" : "page-gallery-empty";
  byId("gallery-empty").textContent = say(none);
  byId("gallery-empty").hidden = byId("tiles").children.length > 0;
}
