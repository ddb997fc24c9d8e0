// In a deleted picture's place, as long as it can be brought back: a button that does.

import { el, icon } from "./dom.js";
import { press } from "./wire.js";
import { say } from "./words.js";

const UNDO = 9500; // milliseconds: a little less than the server waits

/**
 * Leaves a gap; `undo` is the payload that brings the picture back. `place(gap)` puts it where the picture was, `back(gap)`
 * the picture where it was, `over(gap)` takes it away. Returns what brings many back at once: `undo`, and `settle(done)`,
 * which says whether that was done, or undefined where nobody heard it.
 */
export function leaveGap({ width, height }, undo, { place, back, over }) {
  const node = el("li", { class: "gap" }, el("p", {}, say("page-deleted")),
    el("button", { type: "button", class: "button", "data-action": "undo", onclick: async () => settle((await press("", undo)).done) },
      icon("undo"), el("span", {}, say("page-undo"))));
  const end = performance.now() + UNDO;
  let closing = setTimeout(close, UNDO), left = true;

  function close() {
    left = false;
    over(node);
  }

  function settle(done) {
    if (!left) return;
    clearTimeout(closing);
    if (done === undefined) closing = setTimeout(close, end - performance.now()); // once more
    else if (done === false) close();
    else {
      left = false;
      back(node);
    }
  }

  node.style.setProperty("--ratio", width / height);
  place(node);
  return { undo, settle, left: () => left };
}
