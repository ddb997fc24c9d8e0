// The chosen settings. They are written as flags into the command, as a person would: there is one grammar.

import { byId, el, iconButton } from "./dom.js";
import { keepFocus } from "./focus.js";
import { forGood } from "./kept.js";
import { later } from "./lazy.js";
import { prepareSheet } from "./sheet.js";
import { known, say } from "./words.js";

const MOST_WIDE = 4; // times as wide as high, or as high as wide

const panel = later(() => import("./panel.js"), "/page/panel.css");

let chosen = forGood.readObject("settings");

/** Opens and closes the form. */
export const prepareSettings = () => prepareSheet("settings", drawPanel, ", #chosen");

/** Draws the form, which comes once it is opened; whether it came. */
async function drawPanel() {
  const drawn = await panel();
  drawn?.drawPanel({ chosen, choose, forget: forgetChosen, model: model() });
  return drawn;
}

/** Draws the chosen settings, and the form where it is open, from what the server told. */
export function drawSettings() {
  chosen = Object.fromEntries(Object.entries(chosen).filter(([name, value]) => canBe(name, value)));
  if (!byId("settings").hidden) drawPanel();
  drawChosen();
}

function model() {
  const named = known.models.find(({ name }) => name === chosen.model);
  return named ?? known.models[0] ?? { sizes: [], limits: {}, defaults: {} };
}

/** Whether that can be chosen now: what was kept may be spoilt, or from before a model went. */
function canBe(name, value) {
  const parameter = known.parameters.find((one) => one.name === name);
  const { kind, least, most, choices } = parameter ?? {};
  if (kind === "switch") return value === true;
  if (!kind || typeof value !== "string" || !value.trim()) return false;
  if (["sampler", "model", "style"].includes(kind)) return known[`${kind}s`].some((choice) => choice.name === value);
  if (kind === "choice") return choices.includes(value);
  if (kind === "ratio") return /^\d{1,5}:\d{1,5}$/.test(value);
  if (kind !== "integer" && kind !== "number") return true;
  const number = Number(value);
  return number >= least && number <= most && (kind === "number" || Number.isInteger(number));
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

const FLAG_AHEAD = /(?<!\S)(?=(?:--|[—–])\p{L})/u;

/** The text without its flags and their values: what a limit on words counts. */
export function withoutFlags(text) {
  const [words, ...flagged] = text.split(FLAG_AHEAD);
  const behind = flagged.map((piece) => {
    const [, typed, rest] = /^(\S+?)(?:[=:：]|\s+|$)(.*)$/su.exec(piece);
    const { kind } = known.parameters.find(({ flags }) => flags.includes(typed.toLowerCase().replace(/^[—–]/, "--"))) ?? {};
    return kind === "switch" ? rest : kind === "text" ? "" : rest.replace(/^\S+/, "");
  });
  return [words, ...behind].join(" ").replaceAll(/\s+/gu, " ").trim();
}

/** Width and height of the size or ratio that is chosen, a square where none is; nothing out of all shape. */
export function shape() {
  const [width, height] = (chosen.size ?? chosen.ratio ?? "1:1").split(/[x×:]/u).map(Number);
  const wide = Math.min(Math.max(width / height || 1, 1 / MOST_WIDE), MOST_WIDE);
  return [wide, 1];
}

/** Takes a choice; an empty one leaves it to the model. */
function choose(name, value) {
  if (value) chosen[name] = value;
  else delete chosen[name];
  forGood.writeObject("settings", chosen);
  if (name === "model") drawSettings();
  else drawChosen();
}

/** Chooses what `flags`, what is typed for each option by its name, say, and nothing else; those that can't be chosen. */
export function takeFlags(flags) {
  const left = [];
  forgetChosen();
  for (const [name, typed] of Object.entries(flags)) {
    const { kind, flag = "" } = known.parameters.find((one) => one.name === name) ?? {};
    const value = kind === "switch" || typed.slice(flag.length).trim();
    if (canBe(name, value)) chosen[name] = value;
    else left.push(typed);
  }
  forGood.writeObject("settings", chosen);
  drawSettings();
  return left;
}

/** Chooses nothing: all is left to the model. */
export function forgetChosen() {
  chosen = {};
  forGood.writeObject("settings", chosen);
  drawSettings();
}

function drawChosen() {
  const set = known.parameters.filter(({ name }) => chosen[name] !== undefined);
  byId("settings-button").classList.toggle("on", set.length > 0);
  keepFocus(byId("chosen"), () => {
    byId("chosen").hidden = !set.length;
    byId("chosen").replaceChildren(...set.map(chip));
  }, () => byId("prompt"));
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
  const choices = { sampler: known.samplers, model: known.models, style: known.styles }[name] ?? [];
  return choices.find((choice) => choice.name === chosen[name])?.title || chosen[name];
}
