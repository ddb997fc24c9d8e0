// How many characters were written, once that comes near to what Lukis reads.

import { byId } from "./dom.js";
import { withoutFlags } from "./settings.js";
import { known, say } from "./words.js";

const COMMAND = /^\/\S+\s/u, NEAR = 0.8, SENDABLE = 20000; // the server reads a form's field up to some length, whatever it is made of

/** Shows the count below the prompt. Screen readers tell it with the prompt, not at every key. */
export function drawCount(prompt) {
  const node = byId("count"), { length } = [...withoutFlags(prompt.value.replace(COMMAND, ""))];
  const number = new Intl.NumberFormat(known.language);
  node.hidden = length < NEAR * known.longest;
  node.textContent = node.hidden ? ""
    : say("page-count", { count: number.format(length), limit: number.format(known.longest) });
  node.classList.toggle("over", length > known.longest);
  prompt.setAttribute("aria-invalid", String(length > known.longest));
}

/** Whether a text is longer than can be sent at all. */
export const tooLong = (text) => text.length > SENDABLE;
