// What opens above the desk: the form of settings, the words of before.

import { byId } from "./dom.js";
import { keepFocus } from "./focus.js";
import { waits } from "./views.js";

const REACHED = "li button, input, select";

/**
 * Lets the button `<name>-button` open and close the sheet `<name>`, whoever turns away close it. `draw()` fills it, and
 * says whether it could; `kept` are selectors of what else belongs to it. Returns what closes it.
 */
export function prepareSheet(name, draw, kept = "") {
  const sheet = byId(name), button = byId(`${name}-button`), own = `#${name}, #${name}-button${kept}`;

  async function toggle(open = sheet.hidden) {
    const wanted = waits();
    if (open !== sheet.hidden || (open && (!(await draw()) || !wanted()))) return;
    keepFocus(sheet, () => (sheet.hidden = !open), () => button);
    button.setAttribute("aria-expanded", String(open));
    if (open) sheet.querySelector(REACHED)?.focus({ preventScroll: true });
  }

  button.addEventListener("click", () => toggle());
  addEventListener("keydown", (event) => event.key === "Escape" && toggle(false));
  addEventListener("pointerdown", ({ target }) => target.closest(own) || toggle(false));
  return () => toggle(false);
}
