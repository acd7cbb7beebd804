import { createEffect, Show } from 'solid-js';
import { FirstHour } from '../features/admin/first-hour/FirstHour.tsx';
import { createFirstHour } from '../features/admin/first-hour/first-hour.ts';

/** On Nå of whoever sets the school up: what a new school begins with, until it has it. */
export function BeginningSchool(props: { readonly onKnown: (isBeginning: boolean) => void }) {
  const { isKnown, now } = createFirstHour();
  createEffect(() => {
    if (isKnown()) props.onKnown(now() !== undefined);
  });
  return <Show when={now()}>{(known) => <FirstHour now={known()} />}</Show>;
}
