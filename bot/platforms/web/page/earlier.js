// The words of one's pictures, newest first, to take into the box: a list of what the server keeps, each of them once.

import { byId, el, toast } from "./dom.js";
import { galleryPage } from "./wire.js";
import { say } from "./words.js";

const NEAR = "200px"; // from the end, where more is fetched

let watch = null;

/** Draws the list from the newest on; `take(words)` is what a tap does. Whether there was an answer. */
export async function drawEarlier(take) {
  const list = el("ul"), end = el("div"), none = el("p", { class: "empty", hidden: true }, say("page-earlier-empty"));
  const told = new Set();
  let next = null;

  async function more() {
    const page = await galleryPage(next);
    next = page.before;
    const fresh = page.entries.filter(({ prompt }) => prompt && !told.has(prompt) && told.add(prompt));
    list.append(...fresh.map((entry) => rowOf(entry, take)));
    none.hidden = told.size > 0 || Boolean(next);
  }

  /** Goes on while the end is near; what is watched anew is told of anew. */
  async function goOn([{ isIntersecting }], own) {
    if (!isIntersecting || !next) return;
    own.unobserve(end);
    await more().then(() => own.observe(end), (error) => toast(error.message));
  }

  try {
    await more();
  } catch (error) {
    toast(error.message);
    return false;
  }
  byId("earlier").replaceChildren(el("h2", {}, say("page-earlier")), none, list, end);
  watch?.disconnect();
  watch = new IntersectionObserver(goOn, { root: byId("earlier"), rootMargin: NEAR });
  watch.observe(end);
  return true;
}

function rowOf({ prompt, pictures: [{ thumb, spoiler }] }, take) {
  const image = el("img", { src: thumb, alt: "", class: spoiler ? "spoiler" : null, loading: "lazy", width: 46, height: 46 });
  return el("li", {}, el("button", { type: "button", onclick: () => take(prompt) }, image, el("span", { dir: "auto" }, prompt)));
}
