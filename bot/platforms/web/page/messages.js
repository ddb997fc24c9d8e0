// The chat's list of messages, kept as the server tells it.

import { byId } from "./dom.js";
import { isWorking, messageView } from "./card.js";
import { keepFocus } from "./focus.js";
import { announce } from "./news.js";

const NEAR = 160, SETTLING = 200; // pixels, milliseconds
const ASKS_FOR_MORE = [
  "reroll", "subtle", "strong", "remix", "left", "right", "up", "down", "zoom", "square", "invert", "raw", "edit", "show",
  "draw", "double", "quadruple",
].map((action) => `[data-action=${action}]`).join();

/** Shows the chat; `actions` are `reply(picture)`, `part(picture)`, `ask(message)`, `write(text)`, `insert(text)`, `take(text, picture)` and `changed(count)`. */
export function chatList(actions) {
  const list = byId("messages"), newest = byId("newest");
  const views = new Map();
  let filled = false; // from then on whatever comes is news
  const context = { album, pictureOf, reply: actions.reply, part: actions.part, write: actions.write, insert: actions.insert, take };

  /** All pictures of the chat, oldest first, as the lightbox leafs through them. */
  function album() {
    return [...views.values()].flatMap(({ message }) =>
      (message.pictures ?? []).map((picture) => ({ ...picture, prompt: message.prompt ?? "" })));
  }

  /** The picture that a message id stands for, or undefined. */
  function pictureOf(id) {
    return id ? album().find((picture) => picture.message === id) : undefined;
  }

  function put(message) {
    settling(() => place(message));
  }

  function place(message) {
    const known = views.has(message.id), view = taken(message);
    if (!known) list.append(view.node);
    tell(message, known);
    actions.changed(views.size);
  }

  /** The view of a message as it is now, said aloud where that is news. */
  function taken(message, news = true) {
    const known = views.get(message.id), view = known ?? messageView(context), before = known?.message;
    view.update(message);
    if (news) announce(before, view.message);
    views.set(message.id, view);
    return view;
  }

  /** What a message that was not there before asks of the composer, and of where one looks. */
  function tell(message, known) {
    if (known) return;
    if (message.ask) actions.ask(message);
    if (!message.mine && !awaited) return;
    awaited = false;
    toEnd();
  }

  function remove(id) {
    settling(() => keepFocus(list, () => views.get(id)?.node.remove(), () => byId("prompt")));
    views.delete(id);
    actions.changed(views.size);
  }

  /**
   * Takes over the whole chat: what is gone goes, what is known stays in place, so nothing flickers. What came while
   * the server was out of reach is news.
   */
  function show(messages, news = filled) {
    const ids = new Set(messages.map((message) => message.id));
    for (const id of [...views.keys()].filter((id) => !ids.has(id))) remove(id);
    const first = views.size === 0;
    messages.forEach((message, i) => {
      const known = views.has(message.id), view = taken(message, news);
      views.delete(message.id); // the last now
      views.set(message.id, view);
      if (list.children[i] !== view.node) list.insertBefore(view.node, list.children[i] ?? null);
      if (news) tell(message, known);
    });
    filled = true;
    if (first) toEnd();
    actions.changed(views.size);
  }

  /** Draws every message again: in another language, labels change. */
  function redraw() {
    const messages = [...views.values()].map((view) => view.message);
    keepFocus(list, () => {
      views.clear();
      list.replaceChildren();
      show(messages, false);
    });
  }

  /** Those about what still waits or is drawn, oldest first. */
  const working = () => [...views.values()].map((view) => view.message).filter(isWorking);
  /** The person's own words, oldest first; the same in a row once. */
  const said = () => [...views.values()].map((view) => view.message).filter((m) => m.mine && m.text).map((m) => m.text)
    .filter((text, i, all) => text !== all[i - 1]);

  /** Takes a person's message back into the box; false where it is not shown any more. */
  function take(id) {
    const { message } = views.get(id) ?? {};
    if (!message?.text) return false;
    actions.take(message.text, pictureOf(message.reply));
    return true;
  }

  // The end stays in view until the person scrolls up, and again once they are back.
  // Whoever asks an old message for something new wants to see it come: then it is `awaited`.
  let low = true, awaited = false, last = 0, settled = 0;
  const inChat = () => !byId("chat").hidden;
  const bottom = () => document.documentElement.scrollHeight;

  function toEnd() {
    low = true;
    requestAnimationFrame(() => low && inChat() && scrollTo({ top: bottom() }));
  }

  /** Does what may change the chat's height; the scrolling that comes of it is not the person's. */
  function settling(change) {
    const height = list.offsetHeight;
    change();
    if (list.offsetHeight === height) return;
    settled = performance.now() + SETTLING;
    if (low) toEnd();
  }

  function scrolled() {
    const near = innerHeight + scrollY > bottom() - NEAR;
    if (near) low = true;
    else if (scrollY < last && performance.now() > settled) low = false;
    last = scrollY;
    newest.hidden = low || !inChat();
  }

  /** What scrolls from here on is the person, who looks where they like. */
  function handed() {
    awaited = false;
    settled = 0;
  }

  const growth = new ResizeObserver(() => low && toEnd());
  growth.observe(list);
  growth.observe(byId("composer"));
  addEventListener("scroll", scrolled, { passive: true });
  list.addEventListener("click", ({ target }) => (awaited ||= Boolean(target.closest(ASKS_FOR_MORE))));
  for (const hand of ["wheel", "touchmove", "keydown"]) addEventListener(hand, handed, { passive: true });
  newest.addEventListener("click", () => {
    if (newest.matches(":focus-visible")) byId("prompt").focus({ preventScroll: true }); // it goes once we are there
    scrollTo({ top: bottom(), behavior: "smooth" });
  });

  /** Brings a message into view, and whoever uses the keyboard to it. */
  function reveal(id) {
    const { node } = views.get(id) ?? {};
    low = awaited = false;
    node?.scrollIntoView({ block: "center" });
    if (node) Object.assign(node, { tabIndex: -1 }).focus({ preventScroll: true });
  }

  return { put, remove, show, redraw, album, pictureOf, working, said, reveal, toEnd };
}
