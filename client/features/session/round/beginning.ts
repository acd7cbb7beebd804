import { createSignal } from 'solid-js';
import { ORDERS, type Order } from './seats.ts';

export const USUAL_MINUTES = 2;

/** What a round is begun from, as a teacher writes it. */
export type RoundDraft = {
  readonly prompt: string;
  readonly about: string;
  /** As it is chosen: empty where no time is meant. */
  readonly minutes: string;
  readonly order: Order;
};

const NOTHING: RoundDraft = {
  prompt: '',
  about: '',
  minutes: String(USUAL_MINUTES),
  order: ORDERS[0],
};

/** It stays when the form is closed, by whatever it was, until a round is begun from it. */
export function createBeginning() {
  const [draft, setDraft] = createSignal(NOTHING);
  return {
    draft,
    write: (part: Partial<RoundDraft>) => setDraft((now) => ({ ...now, ...part })),
    /** It was begun. */
    forget: () => setDraft(NOTHING),
  };
}
