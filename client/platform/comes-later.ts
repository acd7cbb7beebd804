/** So often a part is asked for while the browser believes in its network: then it is gone, as after a new version. */
const TRIES = 3;
const AGAIN_MS = 3_000;

/**
 * Loads a part of the client that does not come with the page. Without a network it waits, and asks again when there is
 * one: a part that is late is no fault.
 */
export function comesLater<Part>(load: () => Promise<Part>): () => Promise<Part> {
  return async () => {
    let tries = 0;
    for (;;) {
      try {
        return await load();
      } catch (error) {
        if (navigator.onLine) tries += 1;
        if (tries >= TRIES) throw error;
        await networkOrLater();
      }
    }
  };
}

function networkOrLater(): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      removeEventListener('online', go);
      resolve();
    };
    const timer = setTimeout(go, AGAIN_MS);
    addEventListener('online', go);
  });
}
