import { For, Show } from 'solid-js';
import type { Correction } from '#shared/features/attendance/correction/model.ts';
import { clockTime, longDate } from '../../../platform/dates.ts';
import { language, useWords } from '../../../platform/language.ts';
import { figureSaid } from './figure-said.ts';
import styles from './Presence.module.css';
import { words } from './words.ts';

/** What has been put right, from the first: when, by whom, from what to what, and why. The same for the student and for the teacher. */
export function Corrections(props: { readonly corrections: readonly Correction[] }) {
  const t = useWords(words);
  const said = ({ at, byName, before, after }: Correction) =>
    t().corrected(
      `${longDate(language(), at)} ${clockTime(at)}`,
      byName ?? t().somebody,
      figureSaid(before, t()),
      figureSaid(after, t()),
    );
  return (
    <Show when={props.corrections.length > 0}>
      <ul class={styles.log} aria-label={t().corrections}>
        <For each={props.corrections}>
          {(one) => (
            <li>
              {capital(said(one))} {t().why} <q>{one.reason}</q>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
