// One picture as large as the window: what shows it comes once somebody wants to see one.

import { later } from "./lazy.js";
import { waits } from "./views.js";

const lightbox = later(() => import("./lightbox.js"), "/page/gallery.css");

let can = {};

/** Takes what `reply(picture)` and `part(picture)` do with the picture that is shown. */
export function prepareLarge(actions) {
  can = actions;
}

/** Shows `picture` among `album`, a list of pictures with their prompts. */
export async function enlarge(album, picture) {
  const wanted = waits(), box = await lightbox();
  if (wanted()) box?.openLightbox(album, picture, can);
}
