// Runs before anything is drawn, so that no light page flashes by night.
const chosen = localStorage.getItem("theme");
if (chosen) document.documentElement.dataset.theme = chosen;
