// The easel and its brush, which come once somebody wants to draw: most never do.

import { later } from "./lazy.js";
import { waits } from "./views.js";

const tools = later(() => import("./easel.js"), "/page/easel.css");

let easel = null;

async function at(work) {
  const wanted = waits(), brought = await tools();
  if (!brought || !wanted()) return;
  if (!easel) {
    brought.prepareEasel();
    brought.drawColours();
  }
  easel = brought;
  work(easel);
}

/** Whether something is being drawn that a reload would lose. */
export const isDrawing = () => easel?.isDrawing() ?? false;

/** See `easel.js`. */
export const mark = (...asked) => at(({ mark }) => mark(...asked));

/** See `easel.js`. */
export const draw = (...asked) => at(({ draw }) => draw(...asked));

/** See `easel.js`; where it is not here yet, its colours are named when it comes. */
export const drawColours = () => easel?.drawColours();
