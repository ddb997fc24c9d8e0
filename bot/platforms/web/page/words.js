// What the page says comes from the server in the person's language.

/** All that GET /start told, and once it is `whole` GET /more: words, parameters, models, samplers, commands, languages. */
export let known = { words: {}, parameters: [], inputs: [], models: [], styles: [], samplers: [], commands: [], languages: [] };

/** A message, with its blanks filled: `say("page-picture-of", {number: 2, count: 4, prompt})`. */
export function say(id, facts = {}) {
  return (known.words[id] ?? "").replace(/\{(\w+)\}/g, (blank, name) => facts[name] ?? blank);
}

/** Takes in what /more told, if it is still in the language of now: words, what there is to say of each parameter, samples. */
export function learnMore({ language, words, parameters, samples }) {
  if (language !== known.language) return;
  Object.assign(known.words, words);
  for (const parameter of known.parameters) Object.assign(parameter, parameters[parameter.name]);
  for (const style of known.styles) style.sample = samples[style.name];
  known.whole = true;
}

/** Takes in what /start told, and puts the words where the page's own markup asks for them. */
export function speak(start) {
  known = start;
  const root = document.documentElement;
  root.lang = start.language;
  root.dir = start.direction;
  const places = { say: "textContent", label: "ariaLabel", placeholder: "placeholder", title: "title" };
  for (const [data, property] of Object.entries(places)) {
    for (const node of document.querySelectorAll(`[data-${data}]`)) node[property] = say(node.dataset[data]);
  }
  for (const node of document.querySelectorAll("button[data-label]")) node.title = say(node.dataset.label);
}
