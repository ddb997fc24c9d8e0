// A picture to send along: chosen, dropped or pasted.

import { byId } from "./dom.js";
import { known } from "./words.js";

const THUMB_SIDE = 320, LONGEST_THUMB = 40000, LONGEST_NAME = 60;

/** Calls `take` with `{file, purpose, thumb, ready}` whenever a person hands over a picture. */
export function onPicture(take) {
  const file = byId("file");
  byId("attach").addEventListener("click", () => file.click());
  file.addEventListener("change", () => {
    give(file.files, take);
    file.value = "";
  });
  addEventListener("paste", (event) => give(event.clipboardData.files, take) && event.preventDefault());
  watchDrops(take);
}

/** Takes as many pictures as can be of use, else the first file: the server says what is wrong with it. */
function give(files, take) {
  const pictures = [...files].filter(({ type }) => type.startsWith("image/")).slice(0, known.inputs.length);
  for (const file of pictures.length ? pictures : [...files].slice(0, 1)) take(pictureOf(file));
  return files.length > 0;
}

/** The picture at once; `thumb`, a small JPEG as a data URL, is there once `ready` is done. */
export function pictureOf(file) {
  const picture = { file, purpose: "", thumb: "" };
  const looks = thumbOf(file).then((thumb) => (picture.thumb = thumb));
  picture.ready = Promise.all([looks, tellsHow(file).then((tells) => (picture.tells = tells), () => {})]);
  return picture;
}

/** One of our pictures as a file, named after its words. */
export async function fileOf({ src, prompt }) {
  const blob = await fetched(src);
  return new File([blob], `${prompt.slice(0, LONGEST_NAME)}.png`, { type: blob.type });
}

/** What lies at an address of ours; rejects where there is nothing. */
export async function fetched(src) {
  const answer = await fetch(src);
  if (!answer.ok) throw new Error(src);
  return answer.blob();
}

const HEAD = 1 << 18, TEXTS = /^(?:tEXt|zTXt|iTXt)(?:parameters|prompt|workflow|Comment|Dream|sd-metadata|invokeai_\w+)\0/;

/** Whether the file is a PNG in which is written how it was made: a look at what its first pieces are called. */
async function tellsHow(file) {
  const head = new DataView(await file.slice(0, HEAD).arrayBuffer());
  if (head.byteLength < 8 || head.getUint32(0) !== 0x89504e47) return false;
  for (let at = 8; at + 8 <= head.byteLength; at += 12 + head.getUint32(at)) {
    const name = new Uint8Array(head.buffer, at + 4, Math.min(32, head.byteLength - at - 4));
    if (TEXTS.test(String.fromCharCode(...name))) return true;
  }
  return false;
}

function watchDrops(take) {
  const drop = byId("drop");
  let depth = 0;
  const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");
  const show = (change) => {
    depth = Math.max(0, depth + change);
    drop.hidden = depth === 0;
  };
  addEventListener("dragenter", (event) => carriesFiles(event) && show(1));
  addEventListener("dragleave", (event) => carriesFiles(event) && show(-1));
  addEventListener("dragover", (event) => carriesFiles(event) && event.preventDefault());
  addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    show(-depth);
    give(event.dataTransfer.files, take);
  });
}

/** The picture small, for the composer and the chat; "" for what the browser can't read (the server says why). */
async function thumbOf(file) {
  try {
    const bitmap = await createImageBitmap(file);
    const thumb = small(bitmap);
    bitmap.close();
    return thumb;
  } catch {
    return "";
  }
}

/** A bitmap or a canvas as a small JPEG, a data URL. */
export function small(image) {
  const scale = Math.min(1, THUMB_SIDE / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  const paper = canvas.getContext("2d");
  paper.fillStyle = "white";
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(image, 0, 0, canvas.width, canvas.height);
  const url = canvas.toDataURL("image/jpeg", 0.8);
  return url.length < LONGEST_THUMB ? url : canvas.toDataURL("image/jpeg", 0.4);
}
