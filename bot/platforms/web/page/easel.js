// A picture whose part is marked, or a sheet to draw on, as large as the window.

import { fetched, small } from "./attach.js";
import { blank, drawing, filed, marked, readPicture } from "./drawing.js";
import { byId, el, toast } from "./dom.js";
import { hand } from "./hand.js";
import { shape } from "./settings.js";
import { sight } from "./sight.js";
import { lowered, raise, waits } from "./views.js";
import { known, say } from "./words.js";

const SHEET = "sheet", BROADEST = 0.6; // of the shorter side
const SIZES = { mask: 45, sheet: 18 }; // of 100, as they are at first
const COLOURS = {
  "page-colour-black": "#1d1d1f", "page-colour-grey": "#8c8c8c", "page-colour-white": "#ffffff",
  "page-colour-red": "#d9352b", "page-colour-orange": "#f08a24", "page-colour-yellow": "#f5cf3a",
  "page-colour-green": "#3f9b4b", "page-colour-blue": "#2f6fd0", "page-colour-purple": "#7a49b8",
  "page-colour-pink": "#ef8fb5", "page-colour-brown": "#7a4f2c",
};

let view, drawer, opening = false, now = null, last = null; // { key, drawing, done, marks }; the last one may be gone on with

const close = () => byId("easel").close();
const tool = (id) => byId(`easel-${id}`);
const chosen = (name) => byId("easel").querySelector(`input[name=${name}]:checked`)?.value;

/** Whether something is being drawn that a reload would lose. */
export const isDrawing = () => now !== null;

/** Lets a person mark a part of a picture, a file's or one of ours; `before` is the mask so far, `done(mask)` takes it. */
export function mark(picture, before, done) {
  return begin(true, picture.file ?? picture.src, done, async () => {
    const ground = await readPicture(picture.file ?? await fetched(picture.src));
    return [ground, before ? marked(await readPicture(before)) : null];
  });
}

/** Lets a person draw; `before` is the drawing so far, `done(picture)` takes it. */
export function draw(before, done) {
  if (last?.key === SHEET && !last.drawing.canUndo()) last = null; // an empty one takes the shape that is chosen now
  return begin(false, before ?? SHEET, done, async () => {
    const drawn = before ? await readPicture(before) : null;
    return [drawn ? blank([drawn.width, drawn.height]) : blank(shape()), drawn];
  });
}

async function begin(marks, key, done, read) {
  if (now || opening) return; // pressed twice
  const wanted = waits();
  let found = last?.key === key ? last.drawing : null;
  opening = true;
  try {
    found ??= drawing(...await read());
  } catch {
    return toast(say("page-cannot-draw"));
  } finally {
    opening = false;
  }
  if (!wanted()) return;
  now = last = { key, drawing: found, done, marks };
  return open();
}

function open() {
  const { marks } = now;
  for (const node of [tool("invert"), tool("share")]) node.hidden = !marks;
  tool("colours").hidden = marks;
  tool("size").value = SIZES[marks ? "mask" : SHEET];
  tool("brush").checked = true;
  byId("easel").ariaLabel = say(marks ? "page-part" : "page-draw");
  drawer.rest();
  byId("easel").showModal();
  raise(close);
  view.show(now.drawing, marks);
  tell();
}

/** Lets its keys and buttons work. */
export function prepareEasel() {
  const canvas = tool("canvas");
  view = sight(canvas);
  drawer = hand(canvas, view, brush, { changed: tell, keys });
  const doing = {
    close, undo, redo, clear: () => step("clear"), invert: () => step("invert"), done: finish,
    in: () => drawer.nearer(2), out: () => drawer.nearer(-2), fit: view.fit,
  };
  for (const [id, act] of Object.entries(doing)) {
    tool(id).addEventListener("click", ({ currentTarget }) => currentTarget.ariaDisabled === "true" || act());
  }
  tool("size").addEventListener("input", resized);
  for (const taken of ["click", "input"]) tool("own").addEventListener(taken, () => {
    for (const radio of tool("colours").querySelectorAll(":checked")) radio.checked = false;
  });
  byId("easel").addEventListener("keydown", history);
  byId("easel").addEventListener("close", () => {
    now?.drawing.up();
    now = null;
    view.hide();
    lowered(close);
  });
}

/** The colours by name, in the language of now. */
export function drawColours() {
  const own = tool("colours").querySelector("label") && !chosen("colour"); // one that is none of these
  const before = own ? null : chosen("colour") ?? COLOURS["page-colour-black"];
  tool("colours").querySelectorAll("label").forEach((label) => label.remove());
  tool("colours").prepend(...Object.entries(COLOURS).map(([word, value]) => {
    const swatch = el("i");
    swatch.style.backgroundColor = value;
    const radio = el("input", { type: "radio", name: "colour", value, checked: value === before, "aria-label": say(word) });
    return el("label", { title: say(word) }, radio, swatch);
  }));
}

/** What draws now; a mask has one colour. */
function brush() {
  const { drawing: { width, height }, marks } = now;
  const size = Math.max(1, BROADEST * Math.min(width, height) * (tool("size").value / 100) ** 2);
  return { drawing: now.drawing, size, tool: chosen("tool"), colour: marks ? "white" : chosen("colour") ?? tool("own").value };
}

/** Shows in the middle how broad the brush is now. */
function resized() {
  SIZES[now.marks ? "mask" : SHEET] = tool("size").value;
  view.point({ ...view.centre(), size: brush().size });
}

function step(kind) {
  if (kind === "clear" && !now.drawing.covered()) return;
  now.drawing.up();
  now.drawing.step(kind);
  tell();
}

function undo() {
  now.drawing.undo();
  tell();
}

function redo() {
  now.drawing.redo();
  tell();
}

/** What can be done now, and how much is marked. */
function tell() {
  const { drawing, drawing: { canUndo, canRedo }, marks } = now;
  tool("undo").ariaDisabled = String(!canUndo());
  tool("redo").ariaDisabled = String(!canRedo());
  const percent = new Intl.NumberFormat(known.language, { style: "percent", maximumSignificantDigits: 2 });
  if (marks) tool("share").textContent = say("page-marked-share", { value: percent.format(drawing.about()) });
  view.redraw();
}

async function finish() {
  const { drawing: drawn, marks, done } = now, share = drawn.covered();
  if (!done) return; // pressed twice
  if (!share) return toast(say(marks ? "page-mask-empty" : "page-drawing-empty"));
  if (marks && share === 1) return toast(say("page-mask-full"));
  now.done = null;
  const file = await filed(marks ? drawn.asMask() : drawn.asPicture(), marks ? "mask.png" : "drawing.png");
  if (!marks) last.key = file;
  close();
  done({ file, drawn: true, thumb: small(drawn.asPicture(marks)), purpose: "" });
}

/** Ctrl+Z and its like, wherever one is. */
function history(event) {
  if (!event.ctrlKey && !event.metaKey) return;
  const pressed = event.key.toLowerCase();
  if (pressed === "y" || (pressed === "z" && event.shiftKey)) redo();
  else if (pressed === "z") undo();
  else return;
  event.preventDefault();
}

const KEYS = { "[": () => broader(-4), "]": () => broader(4), "+": () => drawer.nearer(1), "=": () => drawer.nearer(1),
  "-": () => drawer.nearer(-1), "0": () => view.fit(), b: () => tool("brush").click(), e: () => tool("eraser").click() };

/** Does what else a key means on the canvas; whether it meant anything. */
function keys(key) {
  KEYS[key.toLowerCase()]?.();
  return key.toLowerCase() in KEYS;
}

function broader(by) {
  tool("size").value = Number(tool("size").value) + by;
  resized();
}
