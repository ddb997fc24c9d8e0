// Which view is shown: the chat or the gallery, and over them perhaps one picture. Each is a step of the browser's
// history, so Back leads from one to the one before. Addresses change without a jump: a jump would take the focus along.

import { byId } from "./dom.js";

const CHAT = "#chat", GALLERY = "#gallery";

let onshow = {}, shown = "", closeOver = null, leaving = false, turns = 0;

const view = () => (location.hash === GALLERY ? GALLERY : CHAT);

/** Lets links and the browser's Back work; `chat()` and `gallery()` are called when these are shown. */
export function prepareViews(calls) {
  onshow = calls;
  history.scrollRestoration = "manual"; // else Back jumps to what the address names, and the focus is lost
  addEventListener("keydown", ({ key }) => key === "Escape" && (turns += 1));
  addEventListener("popstate", () => {
    if (!leaving) turns += 1;
    leaving = false;
    closeOver?.();
    if (view() !== shown) show();
  });
  document.addEventListener("click", follow);
  if (history.state?.over) history.replaceState(null, "");
  show();
}

/** What tells, later, whether the person still waits for what was asked for now, and has not turned to something else. */
export function waits() {
  const then = turns;
  return () => turns === then;
}

/** Shows the chat ("#chat") or the gallery, and nothing over it. */
export function go(hash) {
  const here = hash === view(), close = closeOver;
  turns += 1;
  if (!here) {
    if (close) history.replaceState(null, "", hash); // the picture's step becomes that of what comes after it
    else history.pushState(null, "", hash);
  }
  close?.();
  if (!here) show();
}

/**
 * Notes that something is shown over the view, which Back closes by `close`; `lowered` says when it is closed. What was
 * shown there before gives way to it.
 */
export function raise(close) {
  const before = closeOver;
  turns += 1;
  closeOver = close;
  if (before) before();
  else history.pushState({ over: true }, "");
}

/** Notes that what that closes is closed, however that came. */
export function lowered(close) {
  if (closeOver !== close) return;
  closeOver = null;
  if (!history.state?.over || leaving) return;
  leaving = true; // until the browser has gone back
  history.back();
}

/** Shows the view that the address names, anew. */
export function show() {
  const held = document.activeElement;
  shown = view();
  const gallery = shown === GALLERY;
  byId("chat").hidden = gallery;
  byId("gallery").hidden = !gallery;
  byId("newest").hidden = true;
  for (const link of document.querySelectorAll(".bar nav a")) {
    link.hash === shown ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current");
  }
  gallery ? onshow.gallery() : onshow.chat();
  keepPlace(held);
}

/** Whoever was at what is hidden now is at the view's link. */
export function keepPlace(held) {
  if (held !== document.body && !held.checkVisibility()) document.querySelector("[aria-current=page]").focus();
}

/** A link within the page: to a view, or to the prompt, which is in the chat. */
function follow(event) {
  const hash = event.target.closest("a[href^='#']")?.hash;
  if (!hash || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(hash === GALLERY ? GALLERY : CHAT);
  if (hash === "#prompt") byId("prompt").focus();
}
