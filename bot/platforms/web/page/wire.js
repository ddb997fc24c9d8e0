// Talking to the server: POST for what a person does, one WebSocket for what they see; questions in its place where
// something between passes none on.

import { toast } from "./dom.js";
import { say } from "./words.js";

async function ask(path, options) {
  let answer;
  try {
    answer = await fetch(path, options);
  } catch {
    throw new Error(say("page-not-sent"));
  }
  const data = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(data.error ?? say("page-not-sent"));
  return data;
}

/** What the page is made of, in the person's language. */
export const start = () => ask("/start");

/** The words of what comes later. */
export const more = () => ask("/more");

/** Signs in as who Telegram says has opened the page. */
export const vouched = (told) => ask("/signin/telegram", { method: "POST", body: told });

/** Lets whoever has signed in here be nobody here again. */
export const signOut = () => ask("/signout", { method: "POST" });

/** A page of the gallery, of favourites alone, or of what is looked for by words, from after that place on. */
export const galleryPage = (before, stars, words) =>
  ask(`/gallery?${new URLSearchParams({ ...(before && { before }), ...(stars && { stars }), ...(words && { words }) })}`);

/** Presses buttons of many pictures that no message carries; what was told of each. Nothing where there was no answer. */
export async function pressMany(payloads) {
  try {
    const headers = { "Content-Type": "application/json" };
    return (await ask("/many", { method: "POST", headers, body: JSON.stringify({ payloads }) })).told;
  } catch (error) {
    toast(error.message);
    return [];
  }
}

/** Whether something can be fetched; the status where it can't, 0 where there is no answer. */
export const refusedAt = (path) =>
  fetch(path, { method: "HEAD" }).then(({ ok, status }) => (ok ? null : status), () => 0);

/** What there is to say of a picture: facts, the one before it, what it came from and became. */
export const about = ({ src }) => ask(src.replace("/picture/", "/about/"));

/** A link by which anybody may see a picture for a while, and what to say of it. */
export const share = ({ src }) => ask(src.replace("/picture/", "/share/"), { method: "POST" });

/** Lets no link show it any more; what to say of that. */
export const unshare = ({ src }) => ask(src.replace("/picture/", "/unshare/"), { method: "POST" });

let turn = Promise.resolve();

/** A new message's id: the same twice counts once. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Sends a message, after those before it; throws an Error whose message is one sentence for the person. */
export function send(message) {
  const sent = turn.then(() => sendNow(message));
  turn = sent.catch(() => {});
  return sent;
}

/** How a picture was made, as its file says: words, what is typed for each option, what there is to say. */
export function told({ file }) {
  const form = new FormData();
  form.append("id", newId());
  form.append("text", "");
  form.append("picture", file);
  return ask("/told", { method: "POST", body: form });
}

async function sendNow({ id, text, reply, pictures = [] }) {
  await Promise.all(pictures.map(({ ready }) => ready)); // their thumbs; nothing sent later overtakes it meanwhile
  const form = new FormData();
  form.append("id", id);
  form.append("text", text);
  if (reply) form.append("reply", reply);
  const { thumb } = pictures.find(({ drawn }) => drawn) ?? pictures.find((picture) => picture.thumb) ?? {};
  if (thumb) form.append("thumb", thumb);
  if (pictures.length > 1) form.append("pictures", pictures.map((picture) => picture.purpose).join(" "));
  // last: the server reads them when it knows the rest
  for (const { purpose, file } of pictures) form.append(purpose || "picture", file);
  return ask("/send", { method: "POST", body: form });
}

/** Presses a button of a message ("" for one that is on no message); what was told, and whether it was done; {} where there
 * was no answer. */
export async function press(message, payload) {
  try {
    const headers = { "Content-Type": "application/json" };
    const told = await ask("/press", { method: "POST", headers, body: JSON.stringify({ message, payload }) });
    toast(told.toast);
    return told;
  } catch (error) {
    toast(error.message);
    return {};
  }
}

const FIRST_PAUSE = 400, LONGEST_PAUSE = 4000, OPENS_WITHIN = 10_000, MOST_REFUSED = 2;

/** Hears what the server tells, for ever; calls `onframe` with every frame and `onstate` with true or false. */
export function live(onframe, onstate) {
  let pause = FIRST_PAUSE, waiting = null, refused = 0, opened = true;

  function heard(frames) {
    pause = FIRST_PAUSE;
    onstate(true);
    frames.forEach((frame) => onframe(frame));
  }

  function rest() {
    onstate(false);
    waiting = setTimeout(again, pause * (0.7 + 0.6 * Math.random()));
    pause = Math.min(2 * pause, LONGEST_PAUSE);
  }

  function connect() {
    opened = false;
    const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/live`);
    const late = setTimeout(() => socket.close(), OPENS_WITHIN);
    socket.onopen = () => {
      clearTimeout(late);
      opened = true;
    };
    socket.onmessage = ({ data }) => heard([JSON.parse(data)]);
    socket.onclose = () => {
      clearTimeout(late);
      rest();
    };
  }

  async function askOn() {
    const tab = newId(); // a new one is told everything
    try {
      for (;;) heard((await ask(`/news?tab=${tab}`)).frames);
    } catch {
      rest();
    }
  }

  /** Asks for the start first, in case it was the cookie that was missing, or it is sockets alone that don't come through. */
  async function again() {
    clearTimeout(waiting);
    waiting = null;
    const there = await start().then(() => true, () => false);
    refused = opened || !there ? 0 : refused + 1;
    if (refused < MOST_REFUSED) return connect();
    await askOn();
  }

  function hurry() {
    if (document.visibilityState === "visible" && waiting) again();
  }

  addEventListener("online", hurry);
  document.addEventListener("visibilitychange", hurry);
  connect();
}
