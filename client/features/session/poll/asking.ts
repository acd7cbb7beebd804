import { createSignal } from 'solid-js';
import type { Occasion } from '#shared/features/session/poll/model.ts';
import { type AskDraft, beginningOf, readAsk } from './form-of-poll.ts';

/** What a teacher is about to ask, one draft for each way to ask: it stays when the form is closed, by whatever it was. */
export function createAsking() {
  const [occasion, setOccasion] = createSignal<Occasion>('check-in');
  const [drafts, setDrafts] = createSignal<Partial<Record<Occasion, AskDraft>>>({});
  const draft = () => drafts()[occasion()] ?? beginningOf(occasion());
  return {
    occasion,
    choose: setOccasion,
    draft,
    write: (part: Partial<AskDraft>) =>
      setDrafts((all) => ({ ...all, [occasion()]: { ...draft(), ...part } })),
    read: () => readAsk(occasion(), draft()),
    /** It was asked. */
    forget: (asked: Occasion) => setDrafts(({ [asked]: _, ...others }) => others),
  };
}
export type Asking = ReturnType<typeof createAsking>;
