// What whoever comes for the first time may have drawn by a click: a picture that Lukis drew, with its words.

import { el } from "./dom.js";

/** One of them; `draw(words)` draws it. */
export function firstNode({ name, words }, draw) {
  const src = `/page/first-${name}.webp`;
  return el("button", { type: "button", class: "first", onclick: () => draw(words) },
    el("img", { src, alt: "", width: 240, height: 240, decoding: "async" }), el("span", { dir: "auto" }, words));
}
