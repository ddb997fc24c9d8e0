// The help over everything: examples that draw at a click, every option, every key.

import { byId, el, iconButton } from "./dom.js";
import { firstNode } from "./firsts.js";
import { lowered, raise } from "./views.js";
import { known, say } from "./words.js";

const box = byId("help");
const close = () => box.close();

box.addEventListener("close", () => {
  box.replaceChildren();
  lowered(close);
});

/** Opens it; `keys` and `single` are those of `keys.js`, `draw(words)` draws an example. */
export function openHelp(keys, single, draw) {
  const drawn = (words) => {
    close();
    draw(words);
  };
  box.replaceChildren(el("div", { class: "sheet" },
    el("div", { class: "head" }, el("h2", { class: "headline" }, say("page-help")), iconButton("cancel", say("page-close"), close)),
    el("h3", {}, say("page-help-examples")),
    el("ul", { class: "firsts" }, ...known.firsts.map((first) => el("li", {}, firstNode(first, drawn)))),
    el("h3", { id: "help-keys" }, say("page-help-keys")),
    singleNode(single),
    el("dl", { class: "keys" }, ...keys.flatMap(keyNodes)),
    el("h3", { id: "help-options" }, say("page-help-options")),
    el("p", { class: "help", dir: "auto" }, say("page-help-option", { value: "--steps 30" })),
    el("ul", { class: "options" }, ...known.parameters.map(optionNode))));
  box.showModal();
  box.scrollTo(0, 0);
  raise(close);
}

/** The switch for keys of a single sign. */
function singleNode({ on, choose }) {
  const box = el("input", { type: "checkbox", id: "single-keys", checked: on(), onchange: () => choose(box.checked) });
  return el("label", { class: "single" }, box, el("span", { dir: "auto" }, say("page-keys-single")));
}

const keyNodes = ({ keys, word }) => [
  el("dt", { dir: "ltr" }, ...keys.map((key) => el("kbd", {}, key))), el("dd", { dir: "auto" }, say(word)),
];

/** One option: what is typed, its name, what it does. */
function optionNode({ flag, label, help, kind, least, most, example, choices }) {
  const number = new Intl.NumberFormat(known.language);
  const values = choices.length ? choices.join(", ") : least !== null ? `${number.format(least)} – ${number.format(most)}` : "";
  return el("li", {},
    el("p", {}, el("b", { dir: "auto" }, label), " ", el("code", { dir: "ltr" }, kind === "switch" ? flag : `${flag} ${example}`)),
    el("p", { class: "help", dir: "auto" }, help),
    values ? el("p", { class: "help", dir: "ltr" }, values) : null);
}
