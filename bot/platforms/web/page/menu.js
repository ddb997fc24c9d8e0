// The menu of commands that opens on a slash.

import { byId, el } from "./dom.js";
import { known } from "./words.js";

/** Offers commands while the prompt is `/…`; `pick(name)` takes one. Returns whether a key was the menu's. */
export function commandMenu(pick) {
  const menu = byId("menu"), prompt = byId("prompt");
  let offered = [], at = 0;

  function refresh() {
    const typed = /^\/(\w*)$/u.exec(prompt.value);
    offered = typed ? known.commands.filter(({ name }) => name.startsWith(typed[1].toLowerCase())) : [];
    at = 0;
    draw();
  }

  function draw() {
    menu.hidden = !offered.length;
    menu.replaceChildren(...offered.map(optionNode));
    menu.children[at]?.scrollIntoView({ block: "nearest" });
    if (menu.hidden) prompt.removeAttribute("aria-activedescendant");
    else prompt.setAttribute("aria-activedescendant", `command-${offered[at].name}`);
  }

  function optionNode({ name, description }, i) {
    const state = { id: `command-${name}`, role: "option", "aria-selected": String(i === at) };
    return el("li", { ...state, onpointerdown: (event) => take(event, i) },
      el("b", { dir: "ltr" }, `/${name}`), el("span", { dir: "auto" }, description));
  }

  function take(event, i) {
    event.preventDefault();
    const { name } = offered[i];
    close();
    pick(name);
  }

  function close() {
    offered = [];
    draw();
  }

  function key(event) {
    if (menu.hidden) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      at = (at + step + offered.length) % offered.length;
      event.preventDefault();
      draw();
    } else if (event.key === "Enter" || event.key === "Tab") take(event, at);
    else if (event.key === "Escape") close();
    else return false;
    return true;
  }

  prompt.addEventListener("input", refresh);
  prompt.addEventListener("blur", close);
  return { key };
}
