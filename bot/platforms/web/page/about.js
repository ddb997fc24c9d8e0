// What the words are about: pictures sent along, with perhaps a part of one marked, one to change, a question to answer.

import { pictureOf } from "./attach.js";
import { byId, el, icon, iconButton } from "./dom.js";
import { keepFocus } from "./focus.js";
import { draw, mark } from "./studio.js";
import { known, say } from "./words.js";

const MASK = "mask", LIKE = "like";

/**
 * What the words of `prompt` are about; `changed()` is called whenever that is another thing, `drawn()` when a person is
 * done drawing, `asked()` when they want to know how the picture was made, `restored(picture)` when they want to have
 * what it was made with.
 */
export function subject(prompt, { changed, drawn, asked, restored }) {
  let pictures = [], target = null; // what is sent along; what is replied to

  const all = () => [...target ? [target] : [], ...pictures];

  function update() {
    const [first] = pictures;
    if (all().length === 1 && first && !may(first.purpose, "alone")) alone(first);
    redraw();
    changed();
  }

  /** A mask of nothing is a picture like any other, if it is not of our making. */
  function alone(mask) {
    if (mask.drawn) pictures = [];
    else mask.purpose = known.inputs[0].name;
  }

  /**
   * A picture joins those that are there as far as a mode takes them; anything else begins anew. What another one is to be
   * like goes with any picture.
   */
  function point(next) {
    const free = next?.file ? freeInputs(next, pictures, target) : [];
    if (!next?.file) [pictures, target] = [next?.src ? pictures.filter(({ purpose }) => purpose === LIKE) : [], next];
    else if (free.length) [pictures, target] = [[...pictures, next], target?.src ? target : null];
    else beginWith(next);
    if (next?.file) next.purpose = known.inputs.length > 1 ? free[0] ?? known.inputs[0].name : "";
    update();
    next?.ready?.then(() => pictures.includes(next) && redraw());
  }

  /** Words are about this picture alone; the one before it comes back where it turns out to be a mask of that one. */
  function beginWith(picture) {
    picture.before = base(picture);
    [pictures, target] = [[picture], null];
  }

  /** Lets a person mark a part of a picture, of these or another one; then that is what the words are about. */
  function part(picture) {
    const before = all().includes(picture) && pictures.find((one) => one.drawn && one.purpose === MASK);
    mark(picture, before?.file, (mask) => {
      if (!all().includes(picture)) [pictures, target] = picture.file ? [[picture], null] : [[], picture];
      if (picture.file) picture.purpose = known.inputs[0].name;
      pictures = [...pictures.filter(({ purpose }) => purpose !== MASK), { ...mask, purpose: MASK }];
      update();
      drawn();
    });
  }

  /** Lets a person draw a picture to start from, or draw on with one. */
  function sketch(before = null) {
    draw(before?.file, (picture) => {
      if (before) pictures = pictures.map((one) => (one === before ? { ...picture, purpose: before.purpose } : one));
      if (before) update();
      else point(picture);
      drawn();
    });
  }

  function leave(about) {
    pictures = pictures.filter((picture) => picture !== about);
    if (target === about) target = null;
    update();
    prompt.focus();
  }

  function restore(before) {
    ({ pictures, target } = before);
    update();
    for (const picture of pictures) picture.ready?.then(() => pictures.includes(picture) && redraw());
  }

  function redraw() {
    prompt.placeholder = say(placeholder());
    keepFocus(byId("context"), () => {
      byId("context").hidden = !all().length;
      byId("context").replaceChildren(...all().map(row));
    }, () => prompt);
  }

  function placeholder() {
    const { purpose } = pictures.find((one) => one.drawn) ?? {};
    if (purpose !== undefined) return purpose === MASK ? "page-placeholder-part" : "page-placeholder-drawing";
    return all().some((one) => one.purpose !== LIKE) ? "page-placeholder-change" : "page-placeholder";
  }

  function row(about) {
    const [kind, words] = named(about), chosen = about.file && !about.drawn && choices(about).length > 1;
    return el("div", {},
      about.thumb ? el("img", { src: about.thumb, alt: "" }) : "",
      el("p", { dir: "auto" }, chosen ? purposeOf(about) : el("b", {}, say(kind)), el("span", {}, words ?? "")),
      brush(about),
      about.file && !about.drawn ? iconButton("help", say("page-how"), () => alike(about), { "data-action": "how" }) : "",
      iconButton("cancel", say("page-remove"), () => leave(about)),
      about.tells && !about.drawn ? useNode(about) : "");
  }

  const useNode = (about) => el("button", { type: "button", class: "button restore", "data-action": "restore", onclick: () => restored(about) },
    icon("auto"), el("span", {}, say("page-restore")));

  /** Asks how a picture was made: what its file tells can be taken into the box, and drawn. */
  function alike(picture) {
    [pictures, target] = [[picture], null];
    update();
    asked();
  }

  /** What is drawn can be drawn on; a part of a picture that has no mask yet can be marked. */
  function brush(about) {
    const look = { "data-action": "brush" };
    const masked = pictures.some(({ purpose }) => purpose === MASK);
    if (about.drawn && about.purpose !== MASK) return iconButton("draw", say("page-draw"), () => sketch(about), look);
    if (about.drawn) return iconButton("brush", say("page-part"), () => part(base()), look);
    if (masked || about.purpose === LIKE || (!about.file && !about.src)) return "";
    return iconButton("brush", say("page-part"), () => part(about), look);
  }

  /** The picture that a mask, or this other one, would be of. */
  const base = (other) =>
    (target?.src ? target : pictures.find((one) => one !== other && ![MASK, LIKE].includes(one.purpose)));

  /** What a picture is for, to choose where there is more than one thing: two that swap keep both apart. */
  function purposeOf(picture) {
    const options = choices(picture).map(({ name, label, help }) =>
      el("option", { value: name, title: help, selected: name === picture.purpose }, label));
    const onchange = ({ target: { value } }) => choose(picture, value);
    return el("select", { "aria-label": picture.file.name, onchange }, ...options);
  }

  function choose(picture, purpose) {
    const [first] = known.inputs, other = pictures.find((one) => one.purpose === purpose), { before } = picture;
    if (other) other.purpose = picture.purpose;
    else if (purpose === first.name && target?.src) beginWith(picture);
    else if (before && picture.purpose === first.name) bringBack(before, picture);
    picture.purpose = purpose;
    update();
  }

  /** The picture that another one had taken the place of is there again, before it. */
  function bringBack(before, picture) {
    picture.before = null;
    if (before.file) pictures = [{ ...before, purpose: known.inputs[0].name }, ...pictures];
    else target = before;
  }

  /** What a picture may be for: a mask only where there is something that it could be the mask of. */
  function choices({ before }) {
    const several = before || all().filter(({ drawn }) => !drawn).length > 1;
    return known.inputs.filter(({ plain, alone }) => plain || alone || several);
  }

  return {
    point, part, sketch, restore, redraw,
    some: () => all().length > 0,
    get pictures() { return pictures; },
    get target() { return target; },
    /** As the browser keeps it: without what is only for now. */
    kept: () => pictures.map(({ file, purpose, drawn, thumb }) => ({ file, purpose, drawn, thumb })),
  };
}

/** A picture as it was before a reload. */
export const again = ({ file, purpose, drawn, thumb }) =>
  drawn ? { file, purpose, drawn, thumb } : { ...pictureOf(file), purpose };

/** What a line of it begins with, and the words behind that. */
function named({ file, drawn, purpose, src, prompt, text }) {
  if (drawn) return [purpose === MASK ? "page-marked" : "page-drawn", ""];
  if (file) return ["page-from-file", file.name];
  return src ? ["page-changing", prompt] : ["page-answering", text];
}

/** Whether an input is such a one: `plain`, or of use `alone`. */
const may = (purpose, what) => known.inputs.find(({ name }) => name === purpose)?.[what] ?? true;

/**
 * Names of the inputs that this picture may be for and none is yet; the one replied to is the first of all. A picture is
 * a mask at once where its file is called one; what else it is to be is chosen.
 */
function freeInputs(next, pictures, target) {
  const taken = new Set(pictures.map(({ purpose }) => purpose || known.inputs[0].name));
  if (target?.src) taken.add(known.inputs[0].name);
  const free = known.inputs.filter(({ name }) => !taken.has(name));
  const called = (word) => next.file.name.toLowerCase().includes(word.toLowerCase());
  const masks = free.filter(({ name, label }) => name === MASK && [name, label].some(called));
  return [...masks, ...free.filter(({ plain }) => plain)].map(({ name }) => name);
}
