// The page: what the server tells goes to the chat, what the person does goes to the server.

import { chatList } from "./messages.js";
import { composer } from "./composer.js";
import { byId, el, toast } from "./dom.js";
import { forGood } from "./kept.js";
import { firstNode } from "./firsts.js";
import { prepareKeys } from "./keys.js";
import { prepareLarge } from "./large.js";
import { later, worded } from "./lazy.js";
import { forgetChosen } from "./settings.js";
import { isDrawing } from "./studio.js";
import { go, keepPlace, prepareViews, show } from "./views.js";
import { known, say, speak } from "./words.js";
import { live, press, start } from "./wire.js";

const MOST_EXAMPLES = 6;

const root = document.documentElement;

const chat = chatList({
  reply: (picture) => desk.aim(picture),
  part: (picture) => desk.part(picture),
  ask: (question) => desk.aim(question),
  write: (text) => desk.write(text),
  take: (said, about) => desk.take(said, about),
  insert: (text) => desk.insert(text),
  changed(count) {
    byId("hello").hidden = count > 0;
    tellWork();
  },
});
const desk = composer({ said: chat.said, shown: () => go("#chat") });

// language and look

const doors = later(() => import("./doors.js"), "/page/doors.css");
const keepAway = () => import("./away.js").then((away) => away.keepAway()).catch(() => {}); // not every browser keeps any

async function learn() {
  const { whole } = known;
  speak(await start());
  if (known.doors?.length || known.signed) doors().then((module) => module?.showDoors());
  if (whole) await worded().catch(() => {}); // what lacks its words says nothing until it is opened again
  byId("language").replaceChildren(...known.languages.map(({ tag, name, payload }) =>
    el("option", { value: payload, selected: tag === known.language, lang: tag }, name)));
  byId("firsts").replaceChildren(...known.firsts.map((first) => el("li", {}, firstNode(first, desk.try))));
  byId("examples").replaceChildren(...desk.examples().slice(0, MOST_EXAMPLES).map(exampleNode));
  desk.redraw();
}

function exampleNode(text) {
  const look = { type: "button", class: "chip", lang: "en", dir: "auto" };
  return el("li", {}, el("button", { ...look, onclick: () => desk.try(text) }, text));
}

byId("language").addEventListener("change", async ({ target }) => {
  const { done } = await press("", target.value);
  if (!done) target.value = known.languages.find(({ tag }) => tag === known.language).payload;
});

byId("theme").addEventListener("click", () => {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  forGood.write("theme", root.dataset.theme);
});

// what of theirs waits or is drawn

const queue = later(() => import("./queue.js"), "/page/queue.css");
const list = byId("queue");

/** Says how much there is in the title and in the bar, and what in the list where that is open. */
function tellWork() {
  const held = document.activeElement, button = byId("queue-button"), count = chat.working().length;
  document.title = count ? `(${count}) Lukis` : "Lukis";
  byId("queue-count").textContent = new Intl.NumberFormat(known.language).format(count);
  button.title = button.ariaLabel = say("page-queue-count", { count: byId("queue-count").textContent });
  button.hidden = !count;
  if (count && list.matches(":popover-open")) drawQueue();
  if (count) return;
  list.hidePopover();
  keepPlace(held);
}

async function drawQueue() {
  const drawn = await queue();
  if (!drawn) list.hidePopover();
  else if (list.matches(":popover-open")) drawn.drawQueue(chat.working(), reveal);
}

function reveal(id) {
  go("#chat");
  chat.reveal(id);
}

list.addEventListener("toggle", ({ newState }) => newState === "open" && drawQueue());

// what the server tells

const READS_WITHIN = 5000; // that they are forgotten

const heard = {
  chat({ messages, version, language }) {
    if (version !== known.version && !desk.busy() && !isDrawing()) return location.reload();
    chat.show(messages);
    for (const message of messages) desk.giveBack(message.refused);
    return heard.language({ language });
  },
  put({ message }) {
    chat.put(message);
    desk.giveBack(message.refused);
  },
  remove: ({ id }) => chat.remove(id),
  forget() {
    forgetChosen();
    if (known.signed) setTimeout(() => location.reload(), READS_WITHIN); // they are signed in no more
  },
  toast: ({ text }) => toast(text),
  async language({ language }) {
    if (language === known.language) return;
    await learn();
    chat.redraw();
    show();
    keepAway();
  },
};

let offline;

function tellOffline() {
  byId("offline").textContent = say(navigator.cookieEnabled ? "page-offline" : "page-cookie");
  byId("offline").hidden = false;
}

function state(connected) {
  clearTimeout(offline);
  if (connected) byId("offline").hidden = true;
  else offline = setTimeout(tellOffline, 1500);
}

try {
  if (location.hash.includes("tgWebAppData=")) await (await import("./telegram.js")).enter();
  await learn();
} catch (error) {
  setTimeout(() => location.reload(), 3000); // there are no words yet to say so in
  throw error;
}
prepareKeys((text) => {
  go("#chat");
  desk.try(text);
});
prepareLarge({ reply: (picture) => desk.aim(picture), part: (picture) => desk.part(picture) });
const gallery = later(() => import("./gallery.js"), "/page/gallery.css");
const backToChat = () => {
  desk.grow();
  chat.toEnd();
};
prepareViews({ chat: backToChat, gallery: () => gallery().then((tiles) => tiles?.showGallery()).then(() => scrollTo(0, 0)) });
root.classList.remove("loading");
desk.resume();
byId("prompt").focus({ preventScroll: true });
live((frame) => heard[frame.type]?.(frame), state);
keepAway();
