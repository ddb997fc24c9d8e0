// Signing in: whoever is somebody elsewhere can be that person here.

import { byId, el, iconButton, toast } from "./dom.js";
import { known, say } from "./words.js";
import { signOut } from "./wire.js";

const REFUSED = "#not-signed-in";

/** Puts a button in the bar: who has signed in and how to leave, or where one can. */
export function showDoors() {
  byId("who")?.remove();
  byId("whose")?.remove();
  const about = known.signed ? here(known.signed) : known.doors.map(way);
  const sheet = el("div", { id: "whose", class: "below whose", role: "group", popover: "auto", "aria-label": say("page-who") }, ...about);
  const open = iconButton("person", say("page-who"), null, { id: "who", popovertarget: "whose" });
  byId("theme").after(open, sheet);
  if (location.hash !== REFUSED) return;
  history.replaceState(null, "", location.pathname);
  toast(say("page-not-signed-in"));
}

function way({ title, path }) {
  return el("a", { class: "button", href: path }, say("page-sign-in", { platform: title }));
}

function here({ name, platform }) {
  const leave = async () => {
    try {
      await signOut();
      location.reload();
    } catch (error) {
      toast(error.message);
    }
  };
  const title = platform[0].toUpperCase() + platform.slice(1);
  return [
    el("p", { dir: "auto" }, say("page-signed-in", { name, platform: title })),
    el("button", { type: "button", class: "button", onclick: leave }, say("page-sign-out")),
  ];
}
