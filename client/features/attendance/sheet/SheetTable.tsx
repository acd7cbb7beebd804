import { Index, Show } from 'solid-js';
import type { AttendanceSheet, Cell } from '#shared/features/attendance/sheet/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { language, PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { sourceSaid } from '../presence/figure-said.ts';
import { words as presenceWords } from '../presence/words.ts';
import { occasionKey } from './occasion-key.ts';
import styles from './Sheet.module.css';
import { cellSaid, totalsSaid, whenSaid } from './said.ts';
import { words } from './words.ts';

/** People by occasions. A name opens the person's line, a heading the occasion. It is scrolled sideways on its own, the names staying. */
export function SheetTable(props: {
  readonly sheet: AttendanceSheet;
  readonly onPerson: (personId: PersonId) => void;
  readonly onOccasion: (key: string) => void;
}) {
  const t = useWords(words);
  return (
    // What is scrolled is reached by keyboard (WCAG 2.1.1).
    <section class={styles.scroll} aria-label={t().caption} tabindex="0">
      <table class={styles.table}>
        <caption class="visually-hidden">{t().caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t().student}</th>
            <th scope="col">{t().all}</th>
            <Index each={props.sheet.occasions}>
              {(occasion) => (
                <th scope="col">
                  <button
                    type="button"
                    class={styles.opens}
                    onClick={() => props.onOccasion(occasionKey(occasion()))}
                  >
                    <span class={styles.link} lang={PROGRAMME_LANGUAGE}>
                      {occasion().title}
                    </span>{' '}
                    <span class={styles.quiet}>
                      {whenSaid(occasion(), language())}
                      <Show when={occasion().state === 'on'}>, {t().on}</Show>
                    </span>
                  </button>
                </th>
              )}
            </Index>
          </tr>
        </thead>
        <tbody>
          <Index each={props.sheet.people}>
            {(person) => (
              <tr>
                <th scope="row">
                  <button
                    type="button"
                    class={styles.opens}
                    onClick={() => props.onPerson(person().personId)}
                  >
                    <span class={styles.link}>{person().displayName}</span>
                  </button>
                </th>
                <td>{totalsSaid(person().totals, props.sheet.course === null, t())}</td>
                <Index each={person().cells}>{(cell) => <SheetCell cell={cell()} />}</Index>
              </tr>
            )}
          </Index>
        </tbody>
      </table>
    </section>
  );
}

function SheetCell(props: { readonly cell: Cell | null }) {
  const t = useWords(words);
  const presence = useWords(presenceWords);
  return (
    <td>
      <Show when={props.cell} fallback={<span class="visually-hidden">{t().notPlanned}</span>}>
        {(cell) => (
          <>
            {cellSaid(cell(), t(), presence())}
            <Show when={sourceSaid(cell().figure, presence())}>
              {(how) => <span class={styles.quiet}> {how()}</span>}
            </Show>
          </>
        )}
      </Show>
    </td>
  );
}
