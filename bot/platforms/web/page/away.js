// What the browser shows of Lukis where the server can't be reached: a page that comes back by itself.

import { known, say } from "./words.js";

const WORKER = "/page/worker.js";
const worker = window.trustedTypes?.createPolicy("lukis", { createScriptURL: () => WORKER }).createScriptURL("") ?? WORKER;

/** Keeps that page, in the words of now, and what shows it. */
export async function keepAway() {
  if (!navigator.serviceWorker || !window.caches) return;
  const shelf = await caches.open("lukis"), headers = { "Content-Type": "text/html; charset=utf-8" };
  await shelf.put("/page/away", new Response(page(), { headers }));
  await navigator.serviceWorker.register(worker, { scope: "/" });
}

const plain = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** All of it in one piece: nothing else can be had then. */
const page = () => `<!DOCTYPE html>
<html lang="${known.language}" dir="${document.documentElement.dir}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Lukis</title>
  <style>
    :root { color-scheme: light dark; }
    body { min-height: 90vh; display: grid; place-content: center; text-align: center; font: 1.1rem/1.6 system-ui, sans-serif; }
    h1 { font-family: "Young Serif", Georgia, serif; font-weight: normal; }
  </style>
</head>
<body>
  <main>
    <h1>Lukis</h1>
    <p role="status">${plain(say("page-offline"))}</p>
  </main>
  <script>setInterval(() => fetch("/", { method: "HEAD" }).then(({ status }) => status > 500 || location.reload(), () => {}), 5000);</script>
</body>
</html>
`;
