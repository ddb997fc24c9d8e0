// Runs before anything is drawn, so that no light page flashes by night.
try {
  const chosen = localStorage.getItem("theme");
  if (["light", "dark"].includes(chosen)) document.documentElement.dataset.theme = chosen;
} catch {
  // a browser that keeps nothing follows the system
}
