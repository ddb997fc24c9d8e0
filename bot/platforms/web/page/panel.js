// The form of settings. `state` is { chosen, choose(name, value), forget(), model }.

import { byId, el, icon } from "./dom.js";
import { fieldOf } from "./fields.js";
import { keepFocus } from "./focus.js";
import { known, say } from "./words.js";

/** Draws the form from what the server told and what is chosen. */
export function drawPanel(state) {
  const look = { type: "button", class: "link", onclick: state.forget };
  const reset = el("button", look, icon("auto"), say("page-settings-reset"));
  const fields = known.parameters.filter((parameter) => offered(parameter, state.model));
  keepFocus(byId("settings"), () => byId("settings").replaceChildren(
    el("div", { class: "head" }, el("h2", {}, say("page-settings")), reset),
    ...fields.filter(({ rare }) => !rare).map((parameter) => fieldOf(parameter, state)),
    advanced(fields.filter(({ rare }) => rare), state)));
}

/** What few people need, folded away unless some of it is chosen. */
function advanced(fields, state) {
  const open = Boolean(byId("settings").querySelector("details[open]")) || fields.some(({ name }) => state.chosen[name] !== undefined);
  return el("details", { class: "advanced", open }, el("summary", {}, say("page-advanced")),
    el("div", { class: "fields" }, ...fields.map((parameter) => fieldOf(parameter, state))));
}

/**
 * Whether there is anything to choose: nothing that only means something with a picture to start from, no model where
 * there is one, no size where the model has its own.
 */
function offered({ kind, rare, pictured }, model) {
  if (rare && pictured) return false;
  if (kind === "model") return known.models.length > 1;
  return kind !== "size" || !model.sizes.length;
}
