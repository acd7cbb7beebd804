import { type Accessor, createSignal } from 'solid-js';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';

export type Pin = {
  /** Whom one wants to see large, here or not. */
  readonly pinned: Accessor<PersonId | null>;
  readonly pin: (personId: PersonId | null) => void;
};

/** Whom one has pinned for oneself: kept for this session in this tab, over a reload, and told to nobody. */
export function createPin(sessionId: SessionId): Pin {
  const name = `mellom.pin ${sessionId}`;
  const [pinned, setPinned] = createSignal(read(name));
  return {
    pinned,
    pin(personId) {
      setPinned(personId);
      write(name, personId);
    },
  };
}

function read(name: string): PersonId | null {
  try {
    return sessionStorage.getItem(name) as PersonId | null;
  } catch {
    return null;
  }
}

function write(name: string, personId: PersonId | null): void {
  try {
    if (personId === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, personId);
  } catch {
    // Storage is closed in some private windows. The choice then lasts as long as the page.
  }
}
