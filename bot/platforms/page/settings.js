// The form of settings. It writes flags into the command, as a person would: there is one grammar.

import { byId, el, icon, iconButton } from "./dom.js";
import { known, say } from "./words.js";

const RATIOS = ["1:1", "4:3", "3:4", "3:2", "2:3", "16:9", "9:16"];
const LONGEST_SLIDER = 200;

let chosen = JSON.parse(localStorage.getItem("settings") ?? "{}"), changed = () => {};

/** Opens and closes the form; `onchange` is told after every choice. */
export function prepareSettings(onchange) {
  changed = onchange;
  byId("settings-button").addEventListener("click", () => toggle());
  addEventListener("keydown", (event) => event.key === "Escape" && toggle(false));
  addEventListener("pointerdown", (event) => {
    if (!event.target.closest("#settings, #settings-button, #chosen")) toggle(false);
  });
}

function toggle(open = byId("settings").hidden) {
  if (open === !byId("settings").hidden) return;
  byId("settings").hidden = !open;
  byId("settings-button").setAttribute("aria-expanded", String(open));
  if (open) byId("settings").querySelector("select, input, button")?.focus({ preventScroll: true });
}

/** Draws the form and the chosen settings from what the server told. */
export function drawSettings() {
  const fields = known.parameters.filter(offered).map(fieldset);
  byId("settings").replaceChildren(
    el("header", {}, el("h2", {}, say("page-settings")),
      el("button", { type: "button", class: "link", onclick: reset }, icon("auto"), say("page-settings-reset"))),
    ...fields);
  drawChosen();
}

/** Whether there is anything to choose: not a model where there is one, nor a size where the model has its own. */
function offered({ kind }) {
  if (kind === "model") return known.models.length > 1;
  return kind !== "size" || !model().sizes?.length;
}

const model = () => known.models.find(({ name }) => name === chosen.model) ?? known.models[0] ?? { limits: {}, defaults: {} };

/** The chosen settings as flags, without those that the text has itself. */
export function flagsFor(text) {
  const typed = new Set(text.toLowerCase().replaceAll(/[—–](?=\p{L})/gu, "--").split(/[\s=:：]+/u));
  return known.parameters
    .filter(({ name, flags }) => chosen[name] !== undefined && !flags.some((flag) => typed.has(flag)))
    .map(({ name, flag, kind }) => (kind === "switch" ? flag : `${flag} ${chosen[name]}`))
    .join(" ");
}

function choose(name, value) {
  if (value === undefined || value === "" || value === false) delete chosen[name];
  else chosen[name] = value;
  localStorage.setItem("settings", JSON.stringify(chosen));
  drawChosen();
  changed();
}

function reset() {
  chosen = {};
  localStorage.removeItem("settings");
  drawSettings();
  changed();
}

function drawChosen() {
  const set = known.parameters.filter(({ name }) => chosen[name] !== undefined);
  byId("chosen").hidden = !set.length;
  byId("settings-button").classList.toggle("on", set.length > 0);
  byId("chosen").replaceChildren(...set.map(({ name, kind, label }) => {
    const text = kind === "switch" ? label : `${label} ${shown(name)}`;
    const off = () => (choose(name), drawSettings());
    return el("li", {}, el("span", { dir: "auto" }, text), iconButton("cancel", `${say("page-remove")}: ${label}`, off));
  }));
}

const shown = (name) => (name === "sampler" ? known.samplers.find((s) => s.name === chosen.sampler)?.title : null) ?? chosen[name];

// fields

const KINDS = { ratio: ratioField, size: textField, integer: numberField, number: numberField, sampler: samplerField, model: modelField, text: textField, switch: switchField };

function fieldset(parameter) {
  const id = `set-${parameter.name}`;
  const field = KINDS[parameter.kind](parameter, id);
  return el("div", { class: `field ${parameter.kind}` },
    el("label", { for: id, id: `${id}-label` }, parameter.label), field,
    el("p", { class: "help", id: `${id}-help`, dir: "auto" }, parameter.help));
}

function ratioField({ name }, id) {
  const options = RATIOS.filter((ratio) => draws(ratio));
  return el("div", { class: "ratios", role: "radiogroup", "aria-labelledby": `${id}-label` },
    ...["", ...options].map((ratio) => {
      const [width, height] = (ratio || "1:1").split(":").map(Number);
      const scale = 20 / Math.max(width, height);
      const shape = el("i", { class: ratio ? "" : "auto" });
      shape.style.inlineSize = `${width * scale}px`;
      shape.style.blockSize = `${height * scale}px`;
      const radio = el("input", { type: "radio", name: "ratio", value: ratio, id: ratio ? null : id, onchange: () => choose(name, ratio), checked: (chosen[name] ?? "") === ratio });
      return el("label", {}, radio, shape, el("span", {}, ratio || say("page-auto")));
    }));
}

/** Whether the model has a size of about that shape. */
function draws(ratio) {
  const [width, height] = ratio.split(":").map(Number), { sizes = [] } = model();
  return !sizes.length || sizes.some(([w, h]) => Math.abs(Math.log((w * height) / (h * width))) < 0.12);
}

function numberField(parameter, id) {
  const { name } = parameter, limit = model().limits?.[name];
  const least = limit?.least ?? parameter.least, most = limit?.most ?? parameter.most;
  if (most - least > LONGEST_SLIDER) return seedField(parameter, id);
  const usual = model().defaults?.[name] ?? least;
  const step = parameter.kind === "integer" ? 1 : most - least > 5 ? 0.5 : 0.05;
  const output = el("output", { for: id, dir: "ltr" });
  const slider = el("input", { type: "range", id, min: least, max: most, step, "aria-describedby": `${id}-help`, oninput: () => (choose(name, slider.value), tell()) });
  slider.value = chosen[name] ?? usual;
  const tell = () => {
    output.textContent = chosen[name] ?? `${say("page-auto")} · ${usual}`;
    slider.classList.toggle("auto", chosen[name] === undefined);
    slider.style.setProperty("--at", (slider.value - least) / (most - least));
  };
  tell();
  return el("div", { class: "slider" }, slider, output);
}

function seedField({ name, least, most }, id) {
  const input = el("input", { type: "number", id, min: least, max: most, inputmode: "numeric", placeholder: say("page-random"), "aria-describedby": `${id}-help`, oninput: () => choose(name, input.validity.valid ? input.value : undefined) });
  input.value = chosen[name] ?? "";
  return input;
}

function textField({ name, example, kind }, id) {
  const input = el("input", { type: "text", id, dir: kind === "size" ? "ltr" : "auto", maxlength: 1000, placeholder: example, "aria-describedby": `${id}-help`, oninput: () => choose(name, input.value.trim()) });
  input.value = chosen[name] ?? "";
  return input;
}

function select({ name }, id, groups, onchange) {
  const node = el("select", { id, "aria-describedby": `${id}-help`, onchange: () => (choose(name, node.value), onchange?.()) },
    el("option", { value: "" }, say("page-auto")), ...groups);
  node.value = chosen[name] ?? "";
  return node;
}

function samplerField(parameter, id) {
  const groups = ["soft", "varied", "crisp"].map((group) =>
    el("optgroup", { label: say({ soft: "page-sampler-soft", varied: "page-sampler-varied", crisp: "page-sampler-crisp" }[group]) },
      ...known.samplers.filter((s) => s.group === group).map((s) => el("option", { value: s.name }, s.title))));
  return select(parameter, id, groups);
}

function modelField(parameter, id) {
  const options = known.models.map((m) => el("option", { value: m.name }, m.title || m.name));
  return select(parameter, id, options, drawSettings);
}

function switchField({ name }, id) {
  const box = el("input", { type: "checkbox", role: "switch", id, "aria-describedby": `${id}-help`, onchange: () => choose(name, box.checked) });
  box.checked = Boolean(chosen[name]);
  return box;
}
