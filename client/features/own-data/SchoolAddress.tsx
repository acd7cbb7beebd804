import { Show } from 'solid-js';
import type { SchoolContact } from '#shared/features/own-data/school-contact.ts';

/** A line with whom to write to. */
export function SchoolAddress(props: {
  readonly label: string;
  readonly address: SchoolContact['email'];
}) {
  return (
    <Show when={props.address}>
      {(address) => (
        <p>
          {props.label}: <a href={`mailto:${address()}`}>{address()}</a>
        </p>
      )}
    </Show>
  );
}
