import { Index } from 'solid-js';
import type { AttendanceSheet } from '#shared/features/attendance/sheet/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { language, PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { Row, RowList } from '../../../ui/RowList.tsx';
import { occasionKey } from './occasion-key.ts';
import styles from './Sheet.module.css';
import { totalsSaid, whenSaid } from './said.ts';
import { words } from './words.ts';

/** The table where it has no room: the occasions, and then the people. Each opens what its heading or its name opens there. */
export function SheetLists(props: {
  readonly sheet: AttendanceSheet;
  readonly onPerson: (personId: PersonId) => void;
  readonly onOccasion: (key: string) => void;
}) {
  const t = useWords(words);
  const about = (nth: number) => {
    const occasion = props.sheet.occasions[nth];
    if (!occasion) return '';
    const on = occasion.state === 'on' ? `, ${t().on}` : '';
    return `${whenSaid(occasion, language())}${on}`;
  };
  return (
    <div class={styles.lists}>
      <section aria-labelledby="sheet-occasions">
        <h2 id="sheet-occasions">{props.sheet.course ? t().occasions : t().days}</h2>
        <RowList labelledBy="sheet-occasions">
          <Index each={props.sheet.occasions}>
            {(occasion, nth) => (
              <Row
                name={
                  <span class={styles.pressed} lang={PROGRAMME_LANGUAGE}>
                    {occasion().title}
                  </span>
                }
                about={about(nth)}
                onPress={() => props.onOccasion(occasionKey(occasion()))}
              />
            )}
          </Index>
        </RowList>
      </section>
      <section aria-labelledby="sheet-people">
        <h2 id="sheet-people">{t().students}</h2>
        <RowList labelledBy="sheet-people">
          <Index each={props.sheet.people}>
            {(person) => (
              <Row
                name={<span class={styles.pressed}>{person().displayName}</span>}
                about={totalsSaid(person().totals, props.sheet.course === null, t())}
                onPress={() => props.onPerson(person().personId)}
              />
            )}
          </Index>
        </RowList>
      </section>
    </div>
  );
}
