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
    ...fields.map((parameter) => fieldOf(parameter, state))));
}

/** Whether there is anything to choose: nothing rare, no model where there is one, no size where the model has its own. */
function offered({ kind, rare }, model) {
  if (rare) return false;
  if (kind === "model") return known.models.length > 1;
  return kind !== "size" || !model.sizes.length;
}
