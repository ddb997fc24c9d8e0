// The easel and its brush, which come once somebody wants to draw: most never do.

import { toast } from "./dom.js";
import { say } from "./words.js";

let easel = null, coming = null;

/** What is drawn with, ready; brought at the first time of asking, and again where it could not come. */
async function brought() {
  coming ??= import("./easel.js");
  try {
    const found = await coming;
    if (!easel) {
      found.prepareEasel();
      found.drawColours();
    }
    return (easel = found);
  } catch (error) {
    coming = null;
    throw error;
  }
}

async function at(work) {
  const tools = await brought().catch(() => toast(say("page-no-tools")));
  if (tools) work(tools);
}

/** Whether something is being drawn that a reload would lose. */
export const isDrawing = () => easel?.isDrawing() ?? false;

/** See `easel.js`. */
export const mark = (...asked) => at(({ mark }) => mark(...asked));

/** See `easel.js`. */
export const draw = (...asked) => at(({ draw }) => draw(...asked));

/** See `easel.js`; where it is not here yet, its colours are named when it comes. */
export const drawColours = () => easel?.drawColours();
