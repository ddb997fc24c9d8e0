// Making elements. Texts are only ever set as text: nothing a person or a model wrote becomes markup.

/** The element with that id. */
export const byId = (id) => document.getElementById(id);

/** A new element: `el("button", {class: "quiet", onclick: f}, "text", child)`. */
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** A picture; one that moves does so for whoever wants movement, and for others stands still as its strip. */
export function pictureNode({ src, width, height, moving }, properties = {}) {
  const image = el("img", { src, width, height, ...properties });
  if (!moving) return image;
  const { src: srcset, ...size } = moving;
  return el("picture", {}, el("source", { media: "(prefers-reduced-motion: no-preference)", srcset, ...size }), image);
}

const SVG = "http://www.w3.org/2000/svg";

/** An icon of icons.svg, for eyes only. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `/page/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

/** A button that shows an icon and says its label to whoever can't see it. */
export function iconButton(name, label, onclick, properties = {}) {
  return el("button", { type: "button", class: "quiet", title: label, "aria-label": label, onclick, ...properties },
    icon(name));
}

let sinking;

/** One short sentence that goes by itself. */
export function toast(text) {
  if (!text) return;
  const toasts = byId("toasts");
  toasts.replaceChildren(el("p", { dir: "auto" }, text));
  toasts.hidePopover();
  toasts.showPopover(); // above an open dialog
  clearTimeout(sinking);
  sinking = setTimeout(() => toasts.hidePopover(), 3500 + 40 * text.length);
}

/**
 * Copies a text, or one that is still to come, also where the page is served over plain HTTP from another machine. Some
 * browsers let a page copy only while the press lasts that it answers, and take a promise for that.
 */
export async function copy(given) {
  if (given.then && window.ClipboardItem && navigator.clipboard?.write) {
    const text = given.then((words) => new Blob([words], { type: "text/plain" }));
    return navigator.clipboard.write([new ClipboardItem({ "text/plain": text })]);
  }
  const text = await given;
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = el("textarea", { class: "unseen" });
  area.value = text;
  (document.querySelector("dialog[open]") ?? document.body).append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}
