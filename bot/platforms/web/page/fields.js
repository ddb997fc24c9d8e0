// One field of the settings for each parameter, made from the parameter's own definition and the model's card.
// `state` is { chosen, choose(name, value), model }; what is not chosen is left to the model.

import { el } from "./dom.js";
import { known, say } from "./words.js";

const RATIOS = ["1:1", "4:3", "3:4", "3:2", "2:3", "16:9", "9:16"];
const LONGEST_SLIDER = 200, SHAPE = 20, SAMPLE = 256;

const KINDS = {
  ratio: ratioField, size: textField, integer: numberField, number: numberField,
  sampler: samplerField, model: modelField, style: styleField, text: textField, switch: switchField, choice: choiceField,
};

/** A parameter's label, field and help. */
export function fieldOf(parameter, state) {
  const id = `set-${parameter.name}`;
  return el("div", { class: `field ${parameter.kind}` },
    el("label", { for: id, id: `${id}-label` }, parameter.label),
    (KINDS[parameter.kind] ?? textField)(parameter, state, { id, "aria-describedby": `${id}-help` }),
    el("p", { class: "help", id: `${id}-help`, dir: "auto" }, parameter.help));
}

function ratioField(parameter, state, { id }) {
  const options = ["", ...RATIOS.filter((ratio) => draws(state.model, ratio))];
  const radios = options.map((ratio) => radio(parameter, state, ratio, shape(ratio), el("span", {}, ratio || say("page-auto"))));
  return el("div", { class: "ratios", role: "radiogroup", "aria-labelledby": `${id}-label` }, ...radios);
}

/** One of several that are all in sight, of which one is chosen. */
function radio({ name }, { chosen, choose }, value, ...shown) {
  const checked = (chosen[name] ?? "") === value;
  return el("label", {}, el("input", { type: "radio", name, value, checked, onchange: () => choose(name, value) }), ...shown);
}

function shape(ratio) {
  const [width, height] = (ratio || "1:1").split(":").map(Number);
  const node = el("i", { class: ratio ? "" : "auto" });
  node.style.inlineSize = `${(SHAPE * width) / Math.max(width, height)}px`;
  node.style.blockSize = `${(SHAPE * height) / Math.max(width, height)}px`;
  return node;
}

/** Whether the model has a size of about that shape. */
function draws({ sizes }, ratio) {
  const [width, height] = ratio.split(":").map(Number);
  return !sizes.length || sizes.some(([w, h]) => Math.abs(Math.log((w * height) / (h * width))) < 0.12);
}

function numberField(parameter, state, about) {
  const { least, most } = state.model.limits[parameter.name] ?? parameter;
  const field = most - least > LONGEST_SLIDER ? seedField : slider;
  return field({ ...parameter, least, most }, state, about);
}

function slider({ name, kind, least, most }, { chosen, choose, model }, about) {
  const usual = model.defaults[name] ?? least;
  const step = kind === "integer" ? 1 : most - least > 5 ? 0.5 : 0.05;
  const output = el("output", { for: about.id, dir: "ltr" });
  const input = el("input", { ...about, type: "range", min: least, max: most, step });
  const tell = () => {
    const words = new Intl.NumberFormat(known.language).format(chosen[name] ?? usual);
    output.textContent = chosen[name] ? words : `${say("page-auto")} · ${words}`;
    input.classList.toggle("auto", chosen[name] === undefined);
  };
  input.value = chosen[name] ?? usual;
  input.addEventListener("input", () => {
    choose(name, input.value);
    tell();
  });
  tell();
  return el("div", { class: "slider" }, input, output);
}

function seedField({ name, least, most }, { chosen, choose }, about) {
  const range = { type: "number", dir: "ltr", min: least, max: most, inputmode: "numeric", placeholder: say("page-random") };
  const input = el("input", { ...about, ...range });
  const wrong = el("p", { class: "wrong", role: "alert" });
  input.value = chosen[name] ?? "";
  input.addEventListener("input", () => {
    const fits = input.validity.valid;
    choose(name, fits ? input.value : "");
    input.ariaInvalid = String(!fits);
    wrong.textContent = fits ? "" : say("page-out-of-range", { least, most });
    if (!fits) wrong.scrollIntoView({ block: "nearest" });
  });
  return el("div", {}, input, wrong);
}

function textField({ name, example, kind }, { chosen, choose }, about) {
  const dir = kind === "size" ? "ltr" : "auto";
  const input = el("input", { ...about, type: "text", dir, maxlength: 1000, placeholder: example });
  input.value = chosen[name] ?? "";
  input.addEventListener("input", () => choose(name, input.value.trim()));
  return input;
}

function samplerField(parameter, state, about) {
  const names = { soft: "page-sampler-soft", varied: "page-sampler-varied", crisp: "page-sampler-crisp" };
  const groups = Object.entries(names).map(([group, word]) =>
    el("optgroup", { label: say(word) }, ...known.samplers.filter((s) => s.group === group).map(option)));
  return select(parameter, state, about, groups);
}

function modelField(parameter, state, about) {
  return select(parameter, state, about, known.models.map(option));
}

/** By what they look like, where that is drawn of some. */
function styleField(parameter, state, about) {
  if (!known.styles.some(({ sample }) => sample)) return select(parameter, state, about, known.styles.map(option));
  const looks = [{ name: "" }, ...known.styles].map(({ name, title, sample }) => radio(parameter, state, name,
    sample ? el("img", { src: sample, alt: "", loading: "lazy", width: SAMPLE, height: SAMPLE }) : el("i"),
    el("span", { dir: "auto" }, title || name || say("page-auto"))));
  return el("div", { class: "looks", role: "radiogroup", "aria-labelledby": `${about.id}-label` }, ...looks);
}

function choiceField(parameter, state, about) {
  return select(parameter, state, about, parameter.choices.map((name) => option({ name, title: name.toUpperCase() })));
}

const option = ({ name, title }) => el("option", { value: name }, title || name);

function select({ name }, { chosen, choose }, about, options) {
  const node = el("select", about, el("option", { value: "" }, say("page-auto")), ...options);
  node.value = chosen[name] ?? "";
  node.addEventListener("change", () => choose(name, node.value));
  return node;
}

function switchField({ name }, { chosen, choose }, about) {
  const box = el("input", { ...about, type: "checkbox", role: "switch", checked: Boolean(chosen[name]) });
  box.addEventListener("change", () => choose(name, box.checked));
  return box;
}
