import { Show } from 'solid-js';
import type { AttendanceSheet } from '#shared/features/attendance/sheet/model.ts';
import { language, useWords } from '../../../platform/language.ts';
import { KeyedList } from '../../../ui/KeyedList.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { figureSaid } from '../presence/figure-said.ts';
import { words as presenceWords } from '../presence/words.ts';
import { occasionKey } from './occasion-key.ts';
import styles from './Sheet.module.css';
import { whenSaid } from './said.ts';
import { TickButtons } from './TickButtons.tsx';
import type { Ticks } from './ticks.ts';
import { words } from './words.ts';

/** One occasion with all its students: ticked off one after the other, and for whoever only looks, their figures. */
export function OccasionSheet(props: {
  readonly sheet: AttendanceSheet;
  /** Which (`occasionKey`): columns may come between while it is open. */
  readonly occasion: string | undefined;
  readonly ticks: Ticks;
  readonly onClose: () => void;
}) {
  const t = useWords(words);
  const presence = useWords(presenceWords);
  const nth = () => props.sheet.occasions.findIndex((one) => occasionKey(one) === props.occasion);
  const occasion = () => props.sheet.occasions[nth()];
  const students = () =>
    props.sheet.people.flatMap(({ personId, displayName, cells }) => {
      const cell = cells[nth()];
      return cell ? [{ personId, displayName, cell }] : [];
    });
  const ticked = () => {
    const now = occasion();
    if (!now) return 0;
    return students().filter(
      ({ personId, cell }) => props.ticks.presentOf(now, personId, cell) === true,
    ).length;
  };
  return (
    <Sheet
      open={occasion() !== undefined}
      onOpenChange={(open) => !open && props.onClose()}
      title={occasion()?.title ?? ''}
      closeLabel={t().close}
    >
      <Show when={occasion()}>
        {(now) => (
          <>
            <p class={styles.quiet}>{whenSaid(now(), language())}</p>
            <Show when={now().mayCorrect}>
              <p class={styles.sum}>
                {now().kind === 'session' ? t().tickAbout : t().tickDayAbout}
              </p>
              <p class={styles.sum} role="status">
                {t().howMany(ticked(), students().length)}
              </p>
            </Show>
            <ul class={styles.lines}>
              <KeyedList each={students()} keyOf={({ personId }) => personId}>
                {(one) => (
                  <li class={styles.tickLine}>
                    <div>
                      <h3>{one().displayName}</h3>
                      <p class={styles.quiet}>{figureSaid(one().cell.figure, presence())}</p>
                    </div>
                    <Show when={now().mayCorrect}>
                      <div>
                        <TickButtons
                          occasion={now()}
                          personId={one().personId}
                          cell={one().cell}
                          about={one().displayName}
                          ticks={props.ticks}
                        />
                      </div>
                    </Show>
                  </li>
                )}
              </KeyedList>
            </ul>
          </>
        )}
      </Show>
    </Sheet>
  );
}
