// The page: what the server tells goes to the chat, what the person does goes to the server.

import { chatList } from "./messages.js";
import { composer } from "./composer.js";
import { byId, el, toast } from "./dom.js";
import { prepareGallery, showGallery } from "./gallery.js";
import { prepareLightbox } from "./lightbox.js";
import { known, speak } from "./words.js";
import { live, press, start } from "./wire.js";

const MOST_EXAMPLES = 6;

const root = document.documentElement;

const chat = chatList({
  reply: about,
  ask: about,
  write: (text) => desk.write(text),
  changed(count) {
    byId("hello").hidden = count > 0;
    title();
  },
});
const desk = composer({ lastSaid: chat.lastSaid, sent: () => (location.hash = "#chat") });

function about(target) {
  location.hash = "#chat";
  desk.aim(target);
}

// language and look

async function learn() {
  speak(await start());
  byId("language").replaceChildren(...known.languages.map(({ tag, name, payload }) =>
    el("option", { value: payload, selected: tag === known.language, lang: tag }, name)));
  byId("examples").replaceChildren(...desk.examples().slice(0, MOST_EXAMPLES).map(exampleNode));
  desk.redraw();
}

function exampleNode(text) {
  const look = { type: "button", class: "chip", lang: "en", dir: "auto" };
  return el("li", {}, el("button", { ...look, onclick: () => desk.try(text) }, text));
}

byId("language").addEventListener("change", ({ target }) => press("", target.value));

byId("theme").addEventListener("click", () => {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  localStorage.setItem("theme", root.dataset.theme);
});

function title() {
  const working = chat.working();
  document.title = working ? `(${working}) Lukis` : "Lukis";
}

// chat or gallery

function route() {
  const gallery = location.hash === "#gallery";
  byId("chat").hidden = gallery;
  byId("gallery").hidden = !gallery;
  for (const link of document.querySelectorAll(".bar nav a")) {
    const here = link.hash === (gallery ? "#gallery" : "#chat");
    here ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current");
  }
  byId("newest").hidden = true;
  if (gallery) showGallery().then(() => scrollTo(0, 0));
  else chat.toEnd();
}

addEventListener("hashchange", route);

// what the server tells

const heard = {
  chat({ messages, version, language }) {
    if (version !== known.version && !desk.busy()) return location.reload();
    chat.show(messages);
    return heard.language({ language });
  },
  put: ({ message }) => chat.put(message),
  remove: ({ id }) => chat.remove(id),
  toast: ({ text }) => toast(text),
  async language({ language }) {
    if (language === known.language) return;
    await learn();
    chat.redraw();
    route();
  },
};

let offline;

function state(connected) {
  clearTimeout(offline);
  if (connected) byId("offline").hidden = true;
  else offline = setTimeout(() => (byId("offline").hidden = false), 1500);
}

try {
  await learn();
} catch (error) {
  setTimeout(() => location.reload(), 3000); // there are no words yet to say so in
  throw error;
}
prepareLightbox(about);
prepareGallery();
route();
root.classList.remove("loading");
byId("prompt").focus({ preventScroll: true });
live((frame) => heard[frame.type]?.(frame), state);
