// Inside Telegram: who has opened the page, and how it looks there. What the two tell each other is Telegram's:
// https://core.telegram.org/api/web-events

import { toast } from "./dom.js";
import { forTab } from "./kept.js";
import { vouched } from "./wire.js";

const HOME = "https://web.telegram.org";

/** Whether Telegram shows the page: an address alone, which anybody may have made, says nothing. */
const within = () => Boolean(window.TelegramWebviewProxy) || parent !== window;

function tell(eventType, eventData = {}) {
  if (window.TelegramWebviewProxy) window.TelegramWebviewProxy.postEvent(eventType, JSON.stringify(eventData));
  else parent.postMessage(JSON.stringify({ eventType, eventData }), HOME);
}

/** Dark or light, by Telegram's own ground. */
function dress({ bg_color: ground }) {
  if (!/^#[0-9a-f]{6}$/i.test(ground)) return;
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(ground.slice(at, at + 2), 16));
  const theme = 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? "dark" : "light";
  document.documentElement.dataset.theme = theme;
  forTab.write("theme", theme);
}

function read(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

function heard(type, data) {
  if (type === "theme_changed") dress(data?.theme_params ?? {});
}

/** Takes in what the address says, and out of it: it is good once. */
export async function enter() {
  const told = new URLSearchParams(location.hash.slice(1));
  history.replaceState(null, "", location.pathname);
  if (!within()) return;
  window.Telegram = { WebView: { receiveEvent: heard } };
  addEventListener("message", ({ origin, data }) => {
    const { eventType, eventData } = origin === HOME ? read(data) : {};
    heard(eventType, eventData);
  });
  dress(read(told.get("tgWebAppThemeParams")));
  try {
    await vouched(told.get("tgWebAppData"));
  } catch (error) {
    toast(error.message);
  }
  tell("web_app_ready");
  tell("web_app_expand");
}
