// Where the server can't be reached, the page says so, in the words that it last had.

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(registration.navigationPreload?.enable()));

addEventListener("fetch", (event) => {
  const { mode, url } = event.request;
  if (mode === "navigate" && new URL(url).pathname === "/") event.respondWith(page(event));
});

/** The browser's own asking goes ahead of ours: what comes from another site stays something that does. */
async function page({ request, preloadResponse }) {
  const answered = await Promise.resolve(preloadResponse).then((early) => early ?? fetch(request)).catch(() => null);
  if (answered && answered.status <= 500) return answered; // above that a proxy speaks, of a server that it can't reach
  return (await caches.match("/page/away")) ?? answered ?? Response.error();
}
