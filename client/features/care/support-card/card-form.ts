import { createSignal } from 'solid-js';
import {
  CARD_ENTRIES_MAX,
  type SupportCard,
  type SupportEntry,
} from '#shared/features/care/support-card/model.ts';
import { faultsOf, moved } from '#shared/features/care/support-card/rules.ts';

const EMPTY: SupportEntry = { name: '', number: '', open: '', about: '' };

/** The school's part of the card while it is being changed, and which version is changed. */
export function createCardForm(before: SupportCard) {
  const [from, setFrom] = createSignal(before.version);
  const [entries, setEntries] = createSignal<readonly SupportEntry[]>(before.entries);
  const begun = JSON.stringify(before.entries);
  const trimmed = () =>
    entries().map(({ name, number, open, about }) => ({
      name: name.trim(),
      number: number.trim(),
      open: open.trim(),
      about: about.trim(),
    }));
  return {
    from,
    entries,
    trimmed,
    isChanged: () => JSON.stringify(trimmed()) !== begun,
    isFull: () => entries().length >= CARD_ENTRIES_MAX,
    faults: () => entries().map(faultsOf),
    isWhole: () =>
      entries()
        .map(faultsOf)
        .every(({ name, number }) => !name && !number),
    write: (at: number, field: keyof SupportEntry, text: string) =>
      setEntries((all) => all.map((one, nth) => (nth === at ? { ...one, [field]: text } : one))),
    move: (at: number, by: -1 | 1) => setEntries((all) => moved(all, at, by)),
    remove: (at: number) => setEntries((all) => all.filter((_, nth) => nth !== at)),
    add: () => setEntries((all) => [...all, EMPTY]),
    /** What is written stays, and is from now on a change of this version. */
    standOn: (version: number) => setFrom(version),
  };
}
export type CardForm = ReturnType<typeof createCardForm>;
