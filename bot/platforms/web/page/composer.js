// Where a person writes: words, a picture to start from, settings.

import { onPicture } from "./attach.js";
import { byId, el, iconButton, toast } from "./dom.js";
import { commandMenu } from "./menu.js";
import { drawSettings, flagsFor, prepareSettings } from "./settings.js";
import { send } from "./wire.js";
import { known, say } from "./words.js";

/** The composer. `lastSaid()` gives the person's last words, `sent()` is called once a message is on its way. */
export function composer({ lastSaid, sent }) {
  const form = byId("composer"), prompt = byId("prompt");
  let picture = null, target = null;

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
    grow();
  }

  /** Lets the next words be about a picture sent along, one to change, a question to answer, or nothing. */
  function aim(next) {
    point(next);
    prompt.focus();
  }

  function point(next) {
    picture = next?.file ? next : null;
    target = next && !next.file ? next : null;
    drawContext();
    picture?.ready.then(() => picture === next && drawContext());
  }

  function drawContext() {
    const about = picture ?? target, box = byId("context");
    box.hidden = !about;
    prompt.placeholder = say(about ? "page-placeholder-change" : "page-placeholder");
    if (!about) return box.replaceChildren();
    const [kind, words] = picture ? ["page-from-file", picture.file.name]
      : target.src ? ["page-changing", target.prompt] : ["page-answering", target.text];
    box.replaceChildren(
      about.thumb ? el("img", { src: about.thumb, alt: "" }) : "",
      el("p", { dir: "auto" }, el("b", {}, say(kind)), el("span", {}, words ?? "")),
      iconButton("cancel", say("page-remove"), () => aim(null)));
  }

  /** The text as it goes out: the form's flags join a prompt, never another command. */
  function composed() {
    const text = prompt.value.trim();
    const [, command] = /^\/(\S*)/u.exec(text) ?? [];
    const paints = command === undefined || (known.painting.includes(command.toLowerCase()) && text.includes(" "));
    return text && paints && !target?.ask ? `${text} ${flagsFor(text)}`.trim() : text;
  }

  async function submit() {
    const text = composed(), kept = { text: prompt.value, about: picture ?? target };
    if (!text) return prompt.focus();
    const message = { text, picture, reply: target?.message ?? target?.id };
    fill("");
    point(null);
    if (matchMedia("(hover: hover)").matches) prompt.focus(); // on a phone that would open the keyboard again
    sent();
    try {
      await message.picture?.ready;
      await send(message);
    } catch (error) {
      toast(error.message);
      if (!prompt.value) fill(kept.text);
      if (!picture && !target) point(kept.about);
    }
  }

  function key(event) {
    if (event.isComposing || menu.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (event.key === "ArrowUp" && !prompt.value) {
      event.preventDefault();
      write(lastSaid());
    } else if (event.key === "Escape" && (picture || target)) aim(null);
  }

  function grow() {
    prompt.style.blockSize = "auto";
    prompt.style.blockSize = `${prompt.scrollHeight}px`;
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  prompt.addEventListener("keydown", key);
  prompt.addEventListener("input", grow);
  onPicture(aim);
  prepareSettings();

  return {
    aim,
    write,
    /** Draws everything in the language of now. */
    redraw() {
      drawSettings();
      drawContext();
    },
    /** Sends an example as if it had been typed. */
    try(text) {
      fill(text);
      submit();
    },
    busy: () => Boolean(prompt.value || picture || target),
    examples: () => known.models[0]?.examples ?? [],
  };
}
