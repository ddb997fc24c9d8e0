// Where a person writes: words, pictures to start from, settings.

import { onPicture, pictureOf } from "./attach.js";
import { drawCount, tooLong } from "./count.js";
import { byId, el, iconButton, toast } from "./dom.js";
import { keepFocus } from "./focus.js";
import { forTab, keepFiles, keptFiles } from "./kept.js";
import { commandMenu } from "./menu.js";
import { drawSettings, flagsFor, prepareSettings } from "./settings.js";
import { newId, send } from "./wire.js";
import { known, say } from "./words.js";

const MOST_UNDER_WAY = 20;

/** The composer. `lastSaid()` gives the person's last words, `shown()` brings the chat up. */
export function composer({ lastSaid, shown }) {
  const form = byId("composer"), prompt = byId("prompt");
  const underWay = new Map(); // what was sent, by message: it may be refused
  let pictures = [], target = null;

  const menu = commandMenu((name) => {
    write(`/${name} `);
    if (name !== "imagine") submit();
  });

  function write(text) {
    fill(text);
    prompt.focus();
  }

  function fill(text) {
    prompt.value = text;
    written();
  }

  /** Keeps what is written, so that a reload costs nothing, and shows how much it is. */
  function written() {
    forTab.writeObject("draft", prompt.value || target ? { text: prompt.value, target } : {});
    drawCount(prompt);
    grow();
  }

  /** What the words are about is another thing now. */
  function changed() {
    const [first] = pictures;
    if (all().length === 1 && first && !isPlain(first.purpose)) first.purpose = known.inputs[0].name; // a mask of nothing
    drawContext();
    written();
    keepFiles(pictures.map(({ file }) => file));
  }

  /** Brings back what was written before a reload, and the pictures that were with it. */
  async function resume() {
    const { text, target: about } = forTab.readObject("draft"), files = keptFiles();
    if (typeof text === "string") fill(text);
    const found = await files; // before anything is kept in their place
    if (about && typeof about === "object") point(about);
    for (const file of found) point(pictureOf(file));
  }

  /** Lets the next words be about a picture sent along, one to change, a question to answer, or nothing. */
  function aim(next) {
    shown();
    point(next);
    prompt.focus();
  }

  /** A picture joins those that are there as far as a mode takes them; anything else begins anew. */
  function point(next) {
    const free = freeInputs(pictures, target);
    if (!next?.file) [pictures, target] = [[], next];
    else if (free.length) [pictures, target] = [[...pictures, next], target?.src ? target : null];
    else [pictures, target] = [[next], null];
    if (next?.file) next.purpose = known.inputs.length > 1 ? free[0] ?? known.inputs[0].name : "";
    changed();
    next?.ready?.then(() => pictures.includes(next) && drawContext());
  }

  function leave(about) {
    pictures = pictures.filter((picture) => picture !== about);
    if (target === about) target = null;
    changed();
    prompt.focus();
  }

  const all = () => [...target ? [target] : [], ...pictures];

  function drawContext() {
    prompt.placeholder = say(all().length ? "page-placeholder-change" : "page-placeholder");
    keepFocus(byId("context"), () => {
      byId("context").hidden = !all().length;
      byId("context").replaceChildren(...all().map(row));
    }, () => prompt);
    grow();
  }

  function row(about) {
    const [kind, words] = about.file ? ["page-from-file", about.file.name]
      : about.src ? ["page-changing", about.prompt] : ["page-answering", about.text];
    return el("div", {},
      about.thumb ? el("img", { src: about.thumb, alt: "" }) : "",
      el("p", { dir: "auto" }, about.file && choices().length > 1 ? purposeOf(about) : el("b", {}, say(kind)),
        el("span", {}, words ?? "")),
      iconButton("cancel", say("page-remove"), () => leave(about)));
  }

  /** What a picture is for, to choose where there is more than one thing: two that swap keep both apart. */
  function purposeOf(picture) {
    const options = choices().map(({ name, label, help }) =>
      el("option", { value: name, title: help, selected: name === picture.purpose }, label));
    return el("select", { "aria-label": picture.file.name, onchange: ({ target: { value } }) => {
      const other = pictures.find(({ purpose }) => purpose === value);
      if (other) other.purpose = picture.purpose;
      picture.purpose = value;
      drawContext();
    } }, ...options);
  }

  /** What a picture may be for: a mask only where there is something that it could be the mask of. */
  const choices = () => known.inputs.filter(({ plain }) => plain || all().length > 1);

  /** The text as it goes out: the form's flags join a prompt, never another command. */
  function composed() {
    const text = prompt.value.trim();
    const [, command] = /^\/(\S*)/u.exec(text) ?? [];
    const paints = command === undefined || (known.painting.includes(command.toLowerCase()) && text.includes(" "));
    return text && paints && !target?.ask ? `${text} ${flagsFor(text)}`.trim() : text;
  }

  async function submit() {
    const text = composed(), id = newId();
    const alone = pictures.length && !target; // a picture without words is asked how it was made
    if ((!text && !alone) || tooLong(text)) return incomplete(text);
    underWay.set(id, { text: prompt.value, pictures, target });
    if (underWay.size > MOST_UNDER_WAY) underWay.delete(underWay.keys().next().value);
    const message = { id, text, pictures, reply: target?.message ?? target?.id };
    fill("");
    point(null);
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
    else if (pictures.length || target) toast(say(target?.ask ? "page-words-answer" : "page-words-missing"));
    prompt.focus();
  }

  /** What was refused is there again, words with pictures; not where something else is begun by now. */
  function giveBack(id) {
    const sent = underWay.get(id);
    underWay.delete(id);
    if (!sent || prompt.value || pictures.length || target) return;
    ({ pictures, target } = sent);
    fill(sent.text);
    changed();
  }

  function key(event) {
    if (event.isComposing || menu.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (event.key === "ArrowUp" && !prompt.value) {
      event.preventDefault();
      write(lastSaid());
    } else if (event.key === "Escape" && (pictures.length || target)) aim(null);
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
  prepareSettings();

  return {
    aim,
    write,
    giveBack,
    resume,
    grow,
    /** Draws everything in the language of now. */
    redraw() {
      drawSettings();
      drawContext();
      drawCount(prompt);
    },
    /** Sends an example as if it had been typed. */
    try(text) {
      fill(text);
      submit();
    },
    busy: () => Boolean(prompt.value || pictures.length || target),
    examples: () => known.models[0]?.examples ?? [],
  };
}

const isPlain = (purpose) => known.inputs.find(({ name }) => name === purpose)?.plain ?? true;

/** Names of the inputs that no picture is for yet, masks last; the one replied to is the first of all. */
function freeInputs(pictures, target) {
  const taken = new Set(pictures.map(({ purpose }) => purpose || known.inputs[0].name));
  if (target?.src) taken.add(known.inputs[0].name);
  const free = known.inputs.map(({ name }) => name).filter((name) => !taken.has(name));
  return [...free.filter(isPlain), ...free.filter((name) => !isPlain(name))];
}
