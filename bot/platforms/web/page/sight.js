// How a drawing is looked at: as large as fits, nearer, from aside. Lengths on the screen are CSS pixels.

import { VEIL, sheet, stripe } from "./drawing.js";

const ROOM = 0.94, NEAREST = 24, COARSE = 4, STRIPE = 12;

/** Shows drawings on a canvas; `show(drawing, veiled)` begins with one, a veil over what is marked where it is a mask. */
export function sight(canvas) {
  const paper = canvas.getContext("2d"), veil = sheet(1, 1);
  let drawing = null, veiled = false, ring = null, due = 0;
  let scale = 1, x = 0, y = 0; // where the picture's corner is, and how large a pixel of it
  let whole = true; // fits the room as that changes

  function show(next, asMask) {
    [drawing, veiled, ring] = [next, asMask, null];
    fit();
  }

  function fit() {
    if (!drawing) return;
    whole = true;
    scale = fitting();
    x = (canvas.clientWidth - drawing.width * scale) / 2;
    y = (canvas.clientHeight - drawing.height * scale) / 2;
    redraw();
  }

  const fitting = () => ROOM * Math.min(canvas.clientWidth / drawing.width, canvas.clientHeight / drawing.height);

  /** Goes nearer by that factor, around a point that stays where it is. */
  function zoom(by, around = middle()) {
    const before = scale;
    scale = Math.min(Math.max(scale * by, fitting() / 2), NEAREST);
    pan((around.x - x) * (1 - scale / before), (around.y - y) * (1 - scale / before));
  }

  /** Moves the picture, the middle of the room always over it. */
  function pan(right, down) {
    const { x: across, y: along } = middle();
    whole = false;
    x = Math.min(Math.max(x + right, across - drawing.width * scale), across);
    y = Math.min(Math.max(y + down, along - drawing.height * scale), along);
    redraw();
  }

  const middle = () => ({ x: canvas.clientWidth / 2, y: canvas.clientHeight / 2 });

  /** Where a point of the screen is in the picture. */
  function inPicture({ clientX, clientY }) {
    const { left, top } = canvas.getBoundingClientRect();
    return { x: (clientX - left - x) / scale, y: (clientY - top - y) / scale };
  }

  /** The point of the picture that is in the middle of the room. */
  const centre = () => ({ x: (middle().x - x) / scale, y: (middle().y - y) / scale });

  /** Brings a point of the picture into the room. */
  function reveal(point) {
    const at = { x: point.x * scale + x, y: point.y * scale + y };
    const inside = at.x >= 0 && at.y >= 0 && at.x <= canvas.clientWidth && at.y <= canvas.clientHeight;
    if (!inside) pan(middle().x - at.x, middle().y - at.y);
  }

  /** Shows the brush: where it is, in the picture, and how wide; null for not at all. */
  function point(next) {
    ring = next;
    redraw();
  }

  function redraw() {
    due ||= requestAnimationFrame(draw);
  }

  function draw() {
    due = 0;
    if (!drawing) return;
    const dense = devicePixelRatio;
    place(paper, dense);
    paper.drawImage(drawing.ground, 0, 0);
    if (veiled) drawVeil(dense);
    else paper.drawImage(drawing.layer, 0, 0);
    if (ring) drawRing();
  }

  /** Empties a canvas, and lets what is drawn on it lie where the picture does. */
  function place(context, dense) {
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.setTransform(scale * dense, 0, 0, scale * dense, x * dense, y * dense);
    context.imageSmoothingEnabled = scale * dense < COARSE;
  }

  function drawVeil(dense) {
    const above = veil.getContext("2d");
    place(above, dense);
    above.drawImage(drawing.layer, 0, 0);
    stripe(above, STRIPE * dense);
    paper.setTransform(1, 0, 0, 1, 0, 0);
    paper.globalAlpha = VEIL;
    paper.drawImage(veil, 0, 0);
    paper.globalAlpha = 1;
  }

  function drawRing() {
    const dense = devicePixelRatio;
    paper.setTransform(dense, 0, 0, dense, 0, 0);
    const radius = Math.max(2, (ring.size * scale) / 2);
    for (const [width, colour] of [[3, "black"], [1.5, "white"]]) {
      Object.assign(paper, { lineWidth: width, strokeStyle: colour });
      paper.beginPath();
      paper.arc(ring.x * scale + x, ring.y * scale + y, radius, 0, 2 * Math.PI);
      paper.stroke();
    }
  }

  new ResizeObserver(() => {
    if (!canvas.clientWidth) return;
    for (const each of [canvas, veil]) {
      each.width = Math.round(canvas.clientWidth * devicePixelRatio);
      each.height = Math.round(canvas.clientHeight * devicePixelRatio);
    }
    if (whole) fit();
    else redraw();
  }).observe(canvas);

  return { show, fit, zoom, pan, inPicture, centre, reveal, point, redraw, hide: () => (drawing = null) };
}
