import { For, Show } from 'solid-js';
import type { Stands } from '#shared/features/attendance/requirement/model.ts';
import type { AttendanceSheet } from '#shared/features/attendance/sheet/model.ts';
import { useWords } from '../../../platform/language.ts';
import { Row, RowList } from '../../../ui/RowList.tsx';
import styles from '../Attendance.module.css';
import { words } from './words.ts';

/** Who has been below what the course requires for a while; nothing at all where nobody has. */
export function UnderRequirement(props: { readonly under: AttendanceSheet['under'] }) {
  const t = useWords(words);
  const part = (stands: Stands | null, called: (said: string) => string) =>
    stands && stands.share !== null && stands.state === 'under'
      ? [called(t().underSaid(stands.share, stands.percent))]
      : [];
  return (
    <Show when={props.under.length > 0}>
      <section>
        <h2 id="under-requirement">{t().under}</h2>
        <p class={styles.quiet}>{t().underAbout}</p>
        <RowList labelledBy="under-requirement">
          <For each={props.under}>
            {({ displayName, sessions, gatherings }) => (
              <Row
                name={displayName}
                about={[
                  ...part(sessions, t().sessionsSaid),
                  ...part(gatherings, t().gatheringsSaid),
                ].join('. ')}
              />
            )}
          </For>
        </RowList>
      </section>
    </Show>
  );
}
