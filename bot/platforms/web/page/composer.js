// Where a person writes: words, pictures to start from, settings.

import { again, subject } from "./about.js";
import { fileOf, onPicture, pictureOf } from "./attach.js";
import { drawCount, tooLong } from "./count.js";
import { byId, toast } from "./dom.js";
import { forTab, keepPictures, keptPictures } from "./kept.js";
import { commandMenu } from "./menu.js";
import { later } from "./lazy.js";
import { drawSettings, flagsFor, prepareSettings, takeFlags } from "./settings.js";
import { prepareSheet } from "./sheet.js";
import { drawColours } from "./studio.js";
import { newId, send, told } from "./wire.js";
import { known, say } from "./words.js";

const MOST_UNDER_WAY = 20;

const before = later(() => import("./earlier.js"), "/page/earlier.css");

/** The composer. `said()` gives the person's own words, oldest first, `shown()` brings the chat up. */
export function composer({ said, shown }) {
  const form = byId("composer"), prompt = byId("prompt");
  let recalled = "", at = 0; // words of before that are in the box, and which they are
  const underWay = new Map(); // what was sent, by message: it may be refused
  const about = subject(prompt, {
    changed() {
      written();
      keepPictures(about.kept());
    },
    drawn() {
      shown();
      prompt.focus();
    },
    asked: () => submit(""),
    restored,
  });

  const menu = commandMenu((name) => {
    write(`/${name} `);
    if (name !== "imagine") submit();
  });

  function write(text) {
    fill(text);
    prompt.focus();
  }

  /** Puts something behind what is written, once. */
  function insert(text) {
    const before = prompt.value.trimEnd(), gap = /^\p{L}/u.test(text) && /[\p{L}\p{N}]$/u.test(before) ? ", " : " ";
    if (!before.includes(text)) fill(before ? before + gap + text : text);
    prompt.focus();
  }

  function fill(text) {
    prompt.value = text;
    written();
  }

  /** Keeps what is written, so that a reload costs nothing, and shows how much it is. */
  function written() {
    const { target } = about;
    forTab.writeObject("draft", prompt.value || target ? { text: prompt.value, target } : {});
    drawCount(prompt);
    grow();
  }

  /** Brings back what was written before a reload, and the pictures that were with it. */
  async function resume() {
    const { text, target } = forTab.readObject("draft"), pictures = keptPictures();
    if (typeof text === "string") fill(text);
    const found = await pictures; // before anything is kept in their place
    if (found.length || target) about.restore({ pictures: found.map(again), target: target instanceof Object ? target : null });
  }

  /** Lets the next words be about a picture sent along, one to change, a question to answer, or nothing. */
  function aim(next) {
    shown();
    about.point(next);
    prompt.focus();
  }

  /** Lets a part of a picture be marked; one that no message shows is sent along as a file. */
  async function part(picture) {
    try {
      about.part(picture.message ? picture : pictureOf(await fileOf(picture)));
    } catch {
      toast(say("page-cannot-draw"));
    }
  }

  /** Takes what a picture was made with into the box and the form; it is nothing to start from then. */
  async function restored(picture) {
    try {
      const { words, flags, notes } = await told(picture);
      if (!about.pictures.includes(picture)) return;
      about.point(null);
      write([words, ...takeFlags(flags)].join(" "));
      toast([say("page-restored"), ...notes].join(" "));
    } catch (error) {
      toast(error.message);
    }
  }

  /** The text as it goes out: the form's flags join a prompt, never another command. */
  function composed() {
    const text = prompt.value.trim();
    const [, command] = /^\/(\S*)/u.exec(text) ?? [];
    const paints = command === undefined || (known.painting.includes(command.toLowerCase()) && text.includes(" "));
    return text && paints && !about.target?.ask ? `${text} ${flagsFor(text)}`.trim() : text;
  }

  async function submit(text = composed()) {
    const id = newId(), { pictures, target } = about;
    const alone = pictures.length && !target && !pictures.some(({ drawn }) => drawn); // that is asked how it was made
    if ((!text && !alone) || tooLong(text)) return incomplete(text);
    const { value } = prompt;
    underWay.set(id, { text: value, pictures, target });
    if (underWay.size > MOST_UNDER_WAY) underWay.delete(underWay.keys().next().value);
    const message = { id, text, pictures, reply: target?.message ?? target?.id };
    fill(text ? "" : value); // words are not about what is only asked
    about.point(null);
    if (matchMedia("(hover: hover)").matches) prompt.focus(); // on a phone that would open the keyboard again
    shown();
    try {
      await send(message);
    } catch (error) {
      toast(error.message);
      giveBack(id);
    }
  }

  /** Says what a message lacks before it can be sent. */
  function incomplete(text) {
    if (text) toast(tooLong(text));
    else if (about.some()) toast(say(about.target?.ask ? "page-words-answer" : "page-words-missing"));
    prompt.focus();
  }

  /** What was refused is there again, words with pictures; not where something else is begun by now. */
  function giveBack(id) {
    const sent = underWay.get(id);
    underWay.delete(id);
    if (!sent || busy()) return;
    fill(sent.text);
    about.restore(sent);
  }

  const busy = () => Boolean(prompt.value) || about.some();

  function key(event) {
    if (event.isComposing || menu.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (recalls(event.key)) event.preventDefault();
    else if (event.key === "Escape" && about.some()) aim(null);
  }

  /** Brings words of before into a box that is empty or has such words: upwards earlier ones. Whether it did. */
  function recalls(key) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[key], earlier = said();
    if (!step || (prompt.value && prompt.value !== recalled)) return false;
    const from = prompt.value ? earlier.lastIndexOf(recalled, at) : earlier.length;
    if (from < 0 || from + step < 0 || from + step > earlier.length) return Boolean(prompt.value);
    at = from + step;
    recalled = earlier[at] ?? "";
    write(recalled);
    return true;
  }

  /** Takes words of before into the box, with the picture that they were about where that is still there. */
  function take(text, picture) {
    shown();
    about.point(picture ?? null);
    write(text);
  }

  /** Takes words of before, out of their list, into the box. */
  function takeEarlier(text) {
    closeEarlier();
    write(text);
  }

  /** As high as what is written, or as the words in its place. */
  function grow() {
    if (!prompt.checkVisibility()) return;
    prompt.style.blockSize = "auto";
    prompt.style.blockSize = `${prompt.scrollHeight}px`;
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  prompt.addEventListener("keydown", key);
  prompt.addEventListener("input", written);
  addEventListener("resize", grow);
  onPicture(aim);
  byId("draw").addEventListener("click", () => about.sketch());
  prepareSettings();
  const closeEarlier = prepareSheet("earlier", async () => (await before())?.drawEarlier(takeEarlier));

  return {
    aim,
    part,
    write,
    take,
    insert,
    giveBack,
    resume,
    grow,
    /** Draws everything in the language of now. */
    redraw() {
      drawSettings();
      drawColours();
      about.redraw();
      grow();
      drawCount(prompt);
    },
    /** Sends an example as if it had been typed. */
    try(text) {
      fill(text);
      submit();
    },
    busy,
    /** What the model says that it draws well, where that is not what anybody is shown at first. */
    examples() {
      const own = known.models[0]?.examples ?? [], ours = own.filter((text) => known.firsts.some(({ english }) => english === text));
      return ours.length ? [] : own;
    },
  };
}
