// Keys that do something wherever one is, while nobody writes. Letters go by where they are on the keyboard, so that
// they are the same in every alphabet.

import { byId } from "./dom.js";
import { forGood } from "./kept.js";
import { later } from "./lazy.js";
import { go, waits } from "./views.js";

const help = later(() => import("./help.js"), "/page/help.css");

const click = (selector) => [...document.querySelectorAll(selector)].findLast((node) => node.checkVisibility())?.click();

function write() {
  go("#chat");
  byId("prompt").focus();
}

/** What is pressed, which message says what that does, and how; what has no deed has it where it belongs. */
export const KEYS = [
  { keys: ["W"], word: "page-key-write", deed: write },
  { keys: ["/"], word: "page-key-commands", deed: write, types: true },
  { keys: ["C"], word: "page-chat", deed: () => go("#chat") },
  { keys: ["G"], word: "page-gallery", deed: () => go("#gallery") },
  { keys: ["Q"], word: "page-queue", deed: () => click("#queue-button") },
  { keys: ["S"], word: "page-key-settings", deed: () => (go("#chat"), byId("settings-button").click()) },
  { keys: ["H"], word: "page-earlier", deed: () => (go("#chat"), byId("earlier-button").click()) },
  { keys: ["?"], word: "page-key-help", deed: () => byId("help-button").click() },
  { keys: ["F"], word: "page-search", deed: () => (go("#gallery"), byId("gallery-search").focus()) },
  { keys: ["X"], word: "page-select", deed: () => click("#gallery-select") },
  { keys: ["↑", "↓"], word: "page-key-before" },
  { keys: ["←", "→"], word: "page-key-turn" },
  { keys: ["I"], word: "page-details", deed: () => click("#lightbox [data-tool=info]"), over: true },
  { keys: ["Delete"], word: "page-key-delete", deed: () => click("#lightbox [data-tool=delete]"), over: true },
  { keys: ["Z"], word: "page-key-undo", deed: () => click("[data-action=undo]") },
  { keys: ["Esc"], word: "page-key-close" },
];

const SINGLE = "single-keys", OFF = "off";

/** Whether keys that write a sign do anything here: whoever speaks to their machine may press them by accident. */
export const single = {
  on: () => forGood.read(SINGLE) !== OFF,
  choose: (on) => forGood.write(SINGLE, on ? null : OFF),
};

const OTHER = { "؟": "?", "？": "?" }; // the same keys in other scripts

/** Lets keys work, and the help open; `draw(words)` draws an example. */
export function prepareKeys(draw) {
  byId("help-button").addEventListener("click", async () => {
    const wanted = waits(), sheet = await help();
    if (wanted()) sheet?.openHelp(KEYS, single, draw);
  });
  addEventListener("keydown", pressed);
}

function pressed(event) {
  const { target, key, code, repeat } = event;
  if (repeat || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (target.closest?.("input:not([type=checkbox], [type=radio], [type=range]), textarea, select, canvas")) return;
  const named = [OTHER[key] ?? key, !event.shiftKey && code.startsWith("Key") && code.slice(3)];
  const found = KEYS.find(({ keys, deed }) => deed && keys.some((one) => named.includes(one)));
  if (!found || (found.keys[0].length === 1 && !single.on()) || (document.querySelector("dialog[open]") && !found.over)) return;
  if (!found.types) event.preventDefault();
  found.deed();
}
