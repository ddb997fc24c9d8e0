// What most people need only later, or never: its script, its looks and its words come at the first time of asking.

import { el, toast } from "./dom.js";
import { more } from "./wire.js";
import { known, learnMore, say } from "./words.js";

/**
 * Lets a module come once it is needed: `load()` imports it, `looks` are its style sheets. Returns what gives the module,
 * or undefined where it could not come, which has been said then; the next time of asking tries again.
 */
export function later(load, ...looks) {
  let coming = null;
  return async () => {
    coming ??= Promise.all([load(), ...looks.map(dressed)]);
    try {
      const [[module]] = await Promise.all([coming, worded()]);
      return module;
    } catch {
      coming = null;
      toast(say("page-no-tools"));
    }
  };
}

/** Returns once the words of what comes later are here, in the language of now. */
export async function worded() {
  while (!known.whole) learnMore(await more());
}

const sheets = new Map();

/** A style sheet, in place once it is there: before those that have the last word where the system chooses the colours. */
function dressed(href) {
  if (!sheets.has(href)) sheets.set(href, new Promise((done, fail) => {
    const node = el("link", { rel: "stylesheet", href, onload: done, onerror: () => {
      node.remove();
      sheets.delete(href);
      fail(new Error(href));
    } });
    document.querySelector("link[href$='forced.css']").before(node);
  }));
  return sheets.get(href);
}
