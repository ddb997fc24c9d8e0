// Runs before anything is drawn, so that no light page flashes by night.
try {
  const chosen = sessionStorage.getItem("theme") ?? localStorage.getItem("theme"); // Telegram's, else their own
  if (["light", "dark"].includes(chosen)) document.documentElement.dataset.theme = chosen;
} catch {
  // a browser that keeps nothing follows the system
}
