// The chosen settings. They are written as flags into the command, as a person would: there is one grammar.

import { byId, el, icon, iconButton } from "./dom.js";
import { fieldOf } from "./fields.js";
import { known, say } from "./words.js";

let chosen = JSON.parse(localStorage.getItem("settings") ?? "{}");

/** Opens and closes the form. */
export function prepareSettings() {
  byId("settings-button").addEventListener("click", () => toggle());
  addEventListener("keydown", (event) => event.key === "Escape" && toggle(false));
  addEventListener("pointerdown", (event) => {
    if (!event.target.closest("#settings, #settings-button, #chosen")) toggle(false);
  });
}

function toggle(open = byId("settings").hidden) {
  if (open !== byId("settings").hidden) return;
  byId("settings").hidden = !open;
  byId("settings-button").setAttribute("aria-expanded", String(open));
  if (open) byId("settings").querySelector("input, select").focus({ preventScroll: true });
}

/** Draws the form and the chosen settings from what the server told. */
export function drawSettings() {
  const state = { chosen, choose, model: model() };
  const look = { type: "button", class: "link", onclick: forget };
  const reset = el("button", look, icon("auto"), say("page-settings-reset"));
  byId("settings").replaceChildren(
    el("div", { class: "head" }, el("h2", {}, say("page-settings")), reset),
    ...known.parameters.filter(offered).map((parameter) => fieldOf(parameter, state)));
  drawChosen();
}

/** Whether there is anything to choose: not a model where there is one, nor a size where the model has its own. */
function offered({ kind }) {
  if (kind === "model") return known.models.length > 1;
  return kind !== "size" || !model().sizes.length;
}

function model() {
  const named = known.models.find(({ name }) => name === chosen.model);
  return named ?? known.models[0] ?? { sizes: [], limits: {}, defaults: {} };
}

/** The chosen settings as flags, without those that the text has itself. */
export function flagsFor(text) {
  const dashed = text.toLowerCase().replaceAll(/[—–](?=\p{L})/gu, "--");
  const typed = new Set(dashed.split(/[\s=:：]+/u));
  return known.parameters
    .filter(({ name, flags }) => chosen[name] !== undefined && !flags.some((flag) => typed.has(flag)))
    .map(({ name, flag, kind }) => (kind === "switch" ? flag : `${flag} ${chosen[name]}`))
    .join(" ");
}

/** Takes a choice; an empty one leaves it to the model. */
function choose(name, value) {
  if (value) chosen[name] = value;
  else delete chosen[name];
  localStorage.setItem("settings", JSON.stringify(chosen));
  if (name === "model") drawSettings();
  else drawChosen();
}

function forget() {
  chosen = {};
  localStorage.removeItem("settings");
  drawSettings();
}

function drawChosen() {
  const set = known.parameters.filter(({ name }) => chosen[name] !== undefined);
  byId("chosen").hidden = !set.length;
  byId("settings-button").classList.toggle("on", set.length > 0);
  byId("chosen").replaceChildren(...set.map(chip));
}

function chip({ name, kind, label }) {
  const text = kind === "switch" ? label : `${label} ${titleOf(name)}`;
  const drop = () => {
    choose(name, "");
    drawSettings();
  };
  return el("li", {}, el("span", { dir: "auto" }, text), iconButton("cancel", `${say("page-remove")}: ${label}`, drop));
}

function titleOf(name) {
  const choices = { sampler: known.samplers, model: known.models }[name] ?? [];
  return choices.find((choice) => choice.name === chosen[name])?.title || chosen[name];
}
