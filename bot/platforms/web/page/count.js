// How many characters were written, once that comes near to what Lukis reads.

import { byId } from "./dom.js";
import { withoutFlags } from "./settings.js";
import { known, say } from "./words.js";

const COMMAND = /^\/\S+\s/u, NEAR = 0.8, SENDABLE = 20000; // the server reads a form's field up to some length, whatever it is made of

/** Shows the count below the prompt. Screen readers tell it with the prompt, not at every key. */
export function drawCount(prompt) {
  const node = byId("count"), { length } = [...withoutFlags(prompt.value.replace(COMMAND, ""))];
  node.hidden = length < NEAR * known.longest;
  node.textContent = node.hidden ? "" : counted(length, known.longest);
  node.classList.toggle("over", length > known.longest);
  prompt.setAttribute("aria-invalid", String(length > known.longest));
}

/** Says that a text is longer than can be sent at all, by its words or else by its flags; "" where it is not. */
export function tooLong(text) {
  if (text.length <= SENDABLE) return "";
  const node = byId("count");
  return node.classList.contains("over") ? node.textContent : counted(text.length, SENDABLE);
}

function counted(count, limit) {
  const number = new Intl.NumberFormat(known.language);
  return say("page-count", { count: number.format(count), limit: number.format(limit) });
}
