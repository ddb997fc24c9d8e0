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

const SHELF = "drafts", DAY = 24 * 3600 * 1000;

/** What this tab's files are kept under: by when the tab was opened, so that those of tabs long closed can go. */
function tab() {
  const name = forTab.read("tab") ?? `${Date.now()}-${Math.random()}`;
  forTab.write("tab", name);
  return name;
}

let turn = Promise.resolve();

/** Keeps the pictures of this tab's draft, whose files are too large for the other stores; none forgets them. */
export function keepPictures(pictures) {
  turn = turn
    .then(() => onShelf("readwrite", (shelf) => shelf.delete(IDBKeyRange.upperBound(String(Date.now() - DAY)))))
    .then(() => onShelf("readwrite", (shelf) => (pictures.length ? shelf.put(pictures, tab()) : shelf.delete(tab()))));
}

/** The pictures that were kept. */
export async function keptPictures() {
  const found = await onShelf("readonly", (shelf) => shelf.get(tab()));
  return Array.isArray(found) ? found.filter(({ file }) => file instanceof File) : [];
}

/** What comes of something done with the shelf; null where the browser has none. */
async function onShelf(mode, work) {
  try {
    const opened = indexedDB.open("lukis", 1);
    opened.onupgradeneeded = () => opened.result.createObjectStore(SHELF);
    const db = await outcome(opened);
    try {
      return await outcome(work(db.transaction(SHELF, mode).objectStore(SHELF)));
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

const outcome = (request) => new Promise((done, fail) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => fail(request.error);
});
