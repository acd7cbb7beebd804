import { For, Show } from 'solid-js';
import type { Cell, Occasion } from '#shared/features/attendance/sheet/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { createLate } from '../../../platform/late.ts';
import { Button } from '../../../ui/Button.tsx';
import { checkIcon } from '../../../ui/icons.ts';
import styles from './Sheet.module.css';
import type { Ticks } from './ticks.ts';
import { words } from './words.ts';

/** What is stored within that needs no words. */
const SAID_AFTER_MS = 400;

/** Ticks one student off: in the classroom of a session, or there and not there at a gathering. Pressed again it is as before. */
export function TickButtons(props: {
  readonly occasion: Occasion;
  readonly personId: PersonId;
  readonly cell: Cell;
  /** Said with the button, where its own words alone do not say whose it is. */
  readonly about: string;
  readonly ticks: Ticks;
}) {
  const t = useWords(words);
  const ways = () =>
    props.occasion.kind === 'session'
      ? [{ value: true, label: t().inClassroom }]
      : [
          { value: true, label: t().present },
          { value: false, label: t().absent },
        ];
  const now = () => props.ticks.presentOf(props.occasion, props.personId, props.cell);
  const problem = () => props.ticks.problemOf(props.occasion, props.personId);
  const isLate = createLate(
    () => props.ticks.isUnderWay(props.occasion, props.personId),
    SAID_AFTER_MS,
  );
  const isCorrected = () => props.cell.figure.source === 'corrected';
  return (
    <>
      <Show when={!isCorrected()} fallback={<p class={styles.quiet}>{t().isCorrected}</p>}>
        <p class={styles.ticks}>
          <For each={ways()}>
            {({ value, label }) => (
              <Button
                size="small"
                look={now() === value ? 'filled' : 'plain'}
                icon={now() === value ? checkIcon : undefined}
                aria-pressed={now() === value}
                aria-label={t().pressFor(label, props.about)}
                onClick={() =>
                  props.ticks.press(props.occasion, props.personId, now() === value ? null : value)
                }
              >
                {label}
              </Button>
            )}
          </For>
        </p>
      </Show>
      <p class={styles.quiet} role="status">
        {isLate() ? t().saving : ''}
      </p>
      <Show when={problem()}>
        {(why) => (
          <p class={styles.problem} role="alert">
            {t().refusals[why()]}
          </p>
        )}
      </Show>
    </>
  );
}
