// What the browser keeps for the page. It may keep nothing, or something spoilt: the page works all the same.

/** A store of the browser's by its name. Where it can't be used, the page itself remembers until it is closed. */
function place(name) {
  const memory = new Map();
  const store = (() => {
    try {
      return window[name]; // where that is forbidden, looking at it is an error by itself
    } catch {
      return null;
    }
  })();

  /** The text kept under that key, null for none. */
  function read(key) {
    try {
      return memory.get(key) ?? store.getItem(key);
    } catch {
      return null;
    }
  }

  /** Keeps a text under that key; null forgets what was there. */
  function write(key, text) {
    memory.delete(key);
    try {
      text === null ? store.removeItem(key) : store.setItem(key, text);
    } catch {
      if (text !== null) memory.set(key, text);
    }
  }

  return {
    read,
    write,
    /** The object that was kept under that key; an empty one where there is none that can be read. */
    readObject(key) {
      try {
        const found = JSON.parse(read(key));
        return found && typeof found === "object" && !Array.isArray(found) ? found : {};
      } catch {
        return {};
      }
    },
    writeObject: (key, object) => write(key, Object.keys(object).length ? JSON.stringify(object) : null),
  };
}

/** For good, for all tabs. */
export const forGood = place("localStorage");

/** For this tab, as long as it is open. */
export const forTab = place("sessionStorage");
