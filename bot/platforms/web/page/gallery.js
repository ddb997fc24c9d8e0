// All of one's pictures, newest first, as far down as one cares to scroll.

import { byId, el, toast } from "./dom.js";
import { openLightbox } from "./lightbox.js";
import { galleryPage } from "./wire.js";
import { say } from "./words.js";

let album = [], next = null, loading = false, generation = 0;

/** Loads more whenever the end of the grid comes near. */
export function prepareGallery() {
  new IntersectionObserver(([end]) => end.isIntersecting && next && more(), { rootMargin: "800px" })
    .observe(byId("gallery-end"));
}

/** Shows the gallery from its newest picture on. */
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
    const page = await galleryPage(fresh ? null : next);
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
  byId("gallery-empty").hidden = album.length > 0;
}

function tile(picture) {
  const { thumb, width, height } = picture;
  const image = el("img", { src: thumb, alt: "", loading: "lazy", width, height });
  const label = say("page-picture-alt", picture);
  const node = el("li", {},
    el("button", { type: "button", "aria-label": label, onclick: () => openLightbox(album, picture) },
      image, el("span", { class: "caption", dir: "auto" }, picture.prompt)));
  node.style.setProperty("--ratio", width / height);
  return node;
}
