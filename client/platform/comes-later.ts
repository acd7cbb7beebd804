import { createSignal } from 'solid-js';
import { failureOf, type Trouble, troubleOf } from './trouble.ts';

/** So often a part is asked for while the server answers: then it is gone, as after a new version. */
const TRIES = 3;
const AGAIN_MS = 3_000;
/** A network that is there and says nothing tells of itself only by the time it takes. */
const PATIENCE_MS = 4_000;

/** Of each part that is waited for: why it does not come. */
const [troubles, setTroubles] = createSignal<ReadonlyMap<symbol, Trouble>>(new Map());

/** Why parts of the client do not come, as long as some do not. */
export const partTrouble = (): Trouble | undefined => troubles().values().next().value;

/**
 * Loads a part of the client that does not come with the page. As long as the server cannot be reached it asks again, and
 * says why (`partTrouble`): a part that is late is no fault. One that the server no longer has is.
 */
export function comesLater<Part>(load: () => Promise<Part>): () => Promise<Part> {
  return async () => {
    const part = Symbol();
    let over = false;
    const look = async () => {
      const trouble = await serverTrouble();
      if (!over) note(part, trouble);
      return trouble;
    };
    // What was asked for may hang without an end; the browser asks no second time meanwhile.
    const looking = setInterval(look, AGAIN_MS);
    let tries = 0;
    try {
      for (;;) {
        try {
          await fetchStylesAgain();
          return await load();
        } catch (error) {
          if (!(await look())) tries += 1;
          if (tries >= TRIES) throw error;
          await networkOrLater();
        }
      }
    } finally {
      over = true;
      clearInterval(looking);
      note(part, undefined);
    }
  };
}

function note(part: symbol, trouble: Trouble | undefined): void {
  if (troubles().get(part) === trouble) return;
  const all = new Map(troubles());
  if (trouble) all.set(part, trouble);
  else all.delete(part);
  setTroubles(all);
}

/** Why the server cannot be reached, or nothing where it can. */
async function serverTrouble(): Promise<Trouble | undefined> {
  if (!navigator.onLine) return 'no-net';
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch('/', { method: 'HEAD', cache: 'no-store', signal });
    return answer.ok ? undefined : 'server';
  } catch (thrown) {
    return troubleOf(failureOf(thrown), navigator.onLine);
  }
}

/** Style sheets that did not come. The build's loader asks for each once, and would show their part without them. */
const failedStyles = new Set<HTMLLinkElement>();
globalThis.document?.addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') failedStyles.add(target);
  },
  true,
);

async function fetchStylesAgain(): Promise<void> {
  const failed = [...failedStyles];
  failedStyles.clear();
  await Promise.all(
    failed.map(
      (link) =>
        new Promise((resolve, reject) => {
          const anew = link.cloneNode() as HTMLLinkElement;
          anew.addEventListener('load', resolve, { once: true });
          anew.addEventListener('error', reject, { once: true });
          link.replaceWith(anew);
        }),
    ),
  );
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
