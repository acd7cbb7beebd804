/** Small choices kept on this device, never anything about another person. A private window may refuse: then nothing is kept. */
const prefix = 'mellom.';

/** What was kept under the name, if it still has the right shape. */
export function kept<Value extends string>(
  name: string,
  is: (value: unknown) => value is Value,
): Value | undefined {
  try {
    const value = localStorage.getItem(prefix + name);
    return is(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a choice; `undefined` forgets it. */
export function keep(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, value);
  } catch {
    // Storage is closed in some private windows. The choice then lasts as long as the page.
  }
}

/** Calls when another tab of this browser keeps something else under the name. For as long as the page stands. */
export function whenKeptElsewhere(name: string, changed: () => void): void {
  // Tests of rules run without a window.
  if (!('window' in globalThis)) return;
  addEventListener('storage', ({ key }) => {
    // No key: everything was forgotten at once.
    if (key === prefix + name || key === null) changed();
  });
}
