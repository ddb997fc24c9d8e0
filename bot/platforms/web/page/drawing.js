// What is drawn on a picture or on a blank sheet: step by step, so that each can be taken back.

const LONGEST = 2048, SHEET = 1024; // pixels
export const VEIL = 0.66; // how much the stripes over a marked part hide
const STRIPES = 0.04; // of the longer side, in a small picture of a drawing
const DOT = 0.01; // of a pixel: a line of no length at all would be no line
const GLANCE = 256; // pixels of the longer side: enough to see how much is covered
const HALF = 128; // of 255: what covers at least half of a pixel covers it

/** An empty canvas. */
export function sheet(width, height) {
  return Object.assign(document.createElement("canvas"), { width, height });
}

/** A picture as a canvas, no larger than is of use; rejects what the browser can't read. */
export async function readPicture(blob) {
  const bitmap = await createImageBitmap(blob);
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
  const canvas = sheet(Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale)));
  canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return canvas;
}

/** A blank sheet of that shape. */
export function blank([width, height]) {
  const canvas = sheet(Math.round(SHEET * Math.min(1, width / height)), Math.round(SHEET * Math.min(1, height / width)));
  const paper = canvas.getContext("2d");
  paper.fillStyle = "white";
  paper.fillRect(0, 0, canvas.width, canvas.height);
  return canvas;
}

/** What a mask marks, opaque where it is white. */
export function marked(mask) {
  const paper = mask.getContext("2d"), pixels = paper.getImageData(0, 0, mask.width, mask.height);
  for (let i = 0; i < pixels.data.length; i += 4) pixels.data[i + 3] = pixels.data[i] < HALF ? 0 : 255;
  paper.putImageData(pixels, 0, 0);
  return mask;
}

/** A drawing over `ground`, a canvas, that goes on from `before`, a canvas or null. */
export function drawing(ground, before = null) {
  const { width, height } = ground;
  const layer = sheet(width, height), paper = layer.getContext("2d", { willReadFrequently: true });
  let steps = [], undone = [], stroke = null;
  Object.assign(paper, { lineCap: "round", lineJoin: "round" });
  begin();

  function begin() {
    paper.globalCompositeOperation = "source-over";
    paper.clearRect(0, 0, width, height);
    if (before) paper.drawImage(before, 0, 0, width, height);
  }

  /** How a step is done. A stroke without a colour rubs out. */
  const kinds = {
    stroke: ({ points, colour }) => points.forEach((_, i) => line(points, i, colour)),
    clear: () => paper.clearRect(0, 0, width, height),
    invert() {
      paper.globalCompositeOperation = "source-out";
      paper.fillStyle = "white";
      paper.fillRect(0, 0, width, height);
    },
  };

  function line(points, i, colour) {
    const to = points[i], from = points[Math.max(0, i - 1)];
    paper.globalCompositeOperation = colour ? "source-over" : "destination-out";
    paper.strokeStyle = colour ?? "black";
    paper.lineWidth = to.size;
    paper.beginPath();
    paper.moveTo(from.x, from.y);
    paper.lineTo(to.x + (i ? 0 : DOT), to.y);
    paper.stroke();
  }

  function again() {
    begin();
    for (const step of steps) kinds[step.kind](step);
  }

  function add(step) {
    steps.push(step);
    undone = [];
  }

  return {
    ground, layer, width, height,
    /** Puts the brush down; null for a colour rubs out. Points are { x, y, size } in pixels of the picture. */
    down(point, colour) {
      stroke = { kind: "stroke", colour, points: [] };
      this.move(point);
    },
    move(point) {
      if (!stroke) return; // it was taken back while it was drawn
      stroke.points.push(point);
      line(stroke.points, stroke.points.length - 1, stroke.colour);
    },
    /** Lifts the brush; what it did stays, or is as if it had not been. */
    up(stays = true) {
      if (stroke && stays) add(stroke);
      if (stroke && !stays) again();
      stroke = null;
    },
    /** Does "clear" or "invert". */
    step(kind) {
      add({ kind });
      kinds[kind]();
    },
    undo() {
      if (stroke) return this.up(false);
      if (steps.length) undone.push(steps.pop());
      again();
    },
    redo() {
      if (stroke) return;
      if (undone.length) steps.push(undone.pop());
      again();
    },
    canUndo: () => steps.length > 0 || stroke !== null,
    canRedo: () => undone.length > 0,
    /** About how much of it is covered, 0 to 1: seen at a glance, after each stroke. */
    about() {
      const scale = GLANCE / Math.max(width, height);
      if (scale >= 1) return this.covered();
      const [wide, high] = [width, height].map((side) => Math.max(1, Math.round(side * scale)));
      const small = sheet(wide, high).getContext("2d", { willReadFrequently: true });
      small.drawImage(layer, 0, 0, wide, high);
      const { data } = small.getImageData(0, 0, wide, high);
      let sum = 0;
      for (let i = 3; i < data.length; i += 4) sum += data[i];
      return sum / (255 * wide * high);
    },
    /** How much of it is covered, 0 to 1, by the pixel. */
    covered() {
      const { data } = paper.getImageData(0, 0, width, height);
      let count = 0;
      for (let i = 3; i < data.length; i += 4) count += data[i] < HALF ? 0 : 1;
      return count / (width * height);
    },
    /** White where it covers the picture, black elsewhere. */
    asMask() {
      const canvas = sheet(width, height), pixels = paper.getImageData(0, 0, width, height);
      for (let i = 0; i < pixels.data.length; i += 4) {
        pixels.data.fill(pixels.data[i + 3] < HALF ? 0 : 255, i, i + 3);
        pixels.data[i + 3] = 255;
      }
      canvas.getContext("2d").putImageData(pixels, 0, 0);
      return canvas;
    },
    /** As it lies on its ground; what a mask marks, striped. */
    asPicture(marks = false) {
      const canvas = sheet(width, height), over = sheet(width, height), whole = canvas.getContext("2d");
      over.getContext("2d").drawImage(layer, 0, 0);
      if (marks) stripe(over.getContext("2d"), STRIPES * Math.max(width, height));
      whole.drawImage(ground, 0, 0);
      whole.globalAlpha = marks ? VEIL : 1;
      whole.drawImage(over, 0, 0);
      return canvas;
    },
  };
}

/** Turns all that is on a canvas into slanting stripes, light and dark, which show on any picture. */
export function stripe(paper, width) {
  const tile = sheet(Math.ceil(width), Math.ceil(width)), line = tile.getContext("2d"), { width: side } = tile;
  line.fillStyle = "#f2b84f";
  line.fillRect(0, 0, side, side);
  Object.assign(line, { strokeStyle: "#34499b", lineWidth: side / 2.8, lineCap: "square" });
  for (const shift of [-side, 0, side]) {
    line.beginPath();
    line.moveTo(shift, side);
    line.lineTo(shift + side, 0);
    line.stroke();
  }
  paper.save();
  paper.resetTransform();
  paper.globalCompositeOperation = "source-in";
  paper.fillStyle = paper.createPattern(tile, "repeat");
  paper.fillRect(0, 0, paper.canvas.width, paper.canvas.height);
  paper.restore();
}

/** A canvas as a PNG file. */
export async function filed(canvas, name) {
  const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
  return new File([blob], name, { type: "image/png" });
}
