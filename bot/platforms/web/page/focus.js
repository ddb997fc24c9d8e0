// Whoever uses the keyboard keeps their place when what they are at is drawn anew or goes away.

const REACHED = "a[href], button:not(:disabled), input:not(:disabled), select, textarea";

/**
 * Does what may take away the element that has the focus. Then what does the same within `root` has it, else what is
 * at its place now, else what `otherwise()` gives.
 */
export function keepFocus(root, change, otherwise = () => null) {
  const held = document.activeElement;
  if (!root.contains(held)) return change();
  const place = reached(root).indexOf(held);
  change();
  if (held.isConnected && held.checkVisibility()) return held.focus({ preventScroll: true }); // it may only have been moved
  const left = reached(root);
  const next = left.find((node) => alike(node, held)) ?? left[place] ?? left.at(-1) ?? otherwise();
  next?.focus({ preventScroll: true });
}

const reached = (root) => [...root.querySelectorAll(REACHED)].filter((node) => node.checkVisibility());

const AFTER = { delete: "undo", undo: "delete" }; // lest the next key deletes more

/** Whether one takes the other's place. */
function alike(one, { id, dataset: { action } }) {
  return (id && one.id === id) || (action && one.dataset.action === (AFTER[action] ?? action));
}
