import { type JSX, Show } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import { who } from '../features/identity/public.ts';

/** A page that needs to know whose it is. */
export function ForMe(props: { children: (me: PersonId) => JSX.Element }) {
  const me = () => {
    const now = who();
    return now.status === 'signed-in' ? now.person.personId : undefined;
  };
  return (
    <Show when={me()} keyed>
      {(personId) => props.children(personId)}
    </Show>
  );
}
