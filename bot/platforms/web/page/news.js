// What is said aloud by a screen reader: that a picture is begun, that it is there, and every answer. How far the work
// is in between is for eyes, and for whoever looks at the progress bar.

import { plain } from "./card.js";
import { byId, el } from "./dom.js";
import { say } from "./words.js";

const MOST_KEPT = 6;

/** Says what is new in a message of ours; `before` is what it was, or undefined. */
export function announce(before, now) {
  if (now.mine || (before && (now.working || alike(before, now)))) return;
  const pictures = now.prompt && !now.working ? (now.pictures ?? []) : [];
  const count = pictures.length, { prompt } = now;
  const alt = count > 1 ? "page-picture-of" : "page-picture-alt";
  const lines = [plain(now.text), ...pictures.map((_, i) => say(alt, { prompt, number: i + 1, count }))];
  const news = byId("news");
  news.append(el("p", { dir: "auto" }, lines.filter(Boolean).join(" ")));
  while (news.children.length > MOST_KEPT) news.firstChild.remove();
}

const told = ({ working, text, prompt, pictures = [] }) => JSON.stringify([working, text, prompt, pictures.map((p) => p.src)]);

const alike = (one, other) => told(one) === told(other);
