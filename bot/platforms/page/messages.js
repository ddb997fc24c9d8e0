// The chat's list of messages, kept as the server tells it.

import { byId } from "./dom.js";
import { isWorking, messageView } from "./card.js";

const NEAR = 160;

/** Shows the chat; `actions` are `reply(picture)`, `ask(message)`, `write(text)` and `changed(count)`. */
export function chatList(actions) {
  const list = byId("messages"), newest = byId("newest");
  const views = new Map();
  const context = { album, pictureOf, reply: actions.reply, write: actions.write };

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
    const known = views.get(message.id), view = known ?? messageView(context);
    const low = isLow();
    view.update(message);
    if (!known) {
      views.set(message.id, view);
      list.append(view.node);
    }
    if (message.ask && !known) actions.ask(message);
    if (low || (message.mine && !known)) toEnd();
    actions.changed(views.size);
  }

  function remove(id) {
    views.get(id)?.node.remove();
    views.delete(id);
    actions.changed(views.size);
  }

  /** Takes over the whole chat: what is gone goes, what is known stays in place, so nothing flickers. */
  function show(messages) {
    const ids = new Set(messages.map((message) => message.id));
    for (const id of [...views.keys()].filter((id) => !ids.has(id))) remove(id);
    const first = views.size === 0;
    messages.forEach((message, i) => {
      const view = views.get(message.id) ?? messageView(context);
      view.update(message);
      views.delete(message.id);
      views.set(message.id, view);
      if (list.children[i] !== view.node) list.insertBefore(view.node, list.children[i] ?? null);
    });
    if (first) toEnd();
    actions.changed(views.size);
  }

  /** Draws every message again: in another language, labels change. */
  function redraw() {
    const messages = [...views.values()].map((view) => view.message);
    views.clear();
    list.replaceChildren();
    show(messages);
  }

  const isLow = () => innerHeight + scrollY > document.documentElement.scrollHeight - NEAR;
  const toEnd = () => requestAnimationFrame(() => inChat() && scrollTo({ top: document.documentElement.scrollHeight }));
  const inChat = () => !byId("chat").hidden;
  const working = () => [...views.values()].filter(({ message }) => isWorking(message)).length;
  /** The person's last own words, for the arrow key. */
  const lastSaid = () => [...views.values()].map((view) => view.message).findLast((m) => m.mine)?.text ?? "";

  let sticky = true;
  const keepLow = new ResizeObserver(() => sticky && toEnd());
  keepLow.observe(list);
  keepLow.observe(byId("composer"));
  newest.addEventListener("click", () => scrollTo({ top: document.documentElement.scrollHeight, behavior: "smooth" }));
  addEventListener("scroll", () => {
    sticky = isLow();
    newest.hidden = sticky || !inChat();
  }, { passive: true });

  return { put, remove, show, redraw, album, pictureOf, working, lastSaid, toEnd };
}
