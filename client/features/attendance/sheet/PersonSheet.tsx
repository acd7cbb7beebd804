import { createSignal, Show, untrack } from 'solid-js';
import type { AttendanceSheet, Cell, Occasion } from '#shared/features/attendance/sheet/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { language, PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { editIcon } from '../../../ui/icons.ts';
import { KeyedList } from '../../../ui/KeyedList.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { Corrections } from '../presence/Corrections.tsx';
import { figureSaid } from '../presence/figure-said.ts';
import { words as presenceWords } from '../presence/words.ts';
import { CorrectForm } from './CorrectForm.tsx';
import { occasionKey } from './occasion-key.ts';
import styles from './Sheet.module.css';
import { totalsSaid, whenSaid } from './said.ts';
import { TickButtons } from './TickButtons.tsx';
import type { Ticks } from './ticks.ts';
import { words } from './words.ts';

/** One student's line of the table: each occasion with how its figure came about, to tick off and to put right. */
export function PersonSheet(props: {
  readonly sheet: AttendanceSheet;
  readonly personId: PersonId | undefined;
  readonly ticks: Ticks;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}) {
  const t = useWords(words);
  /** Reasons that are begun, by person and occasion: they stand there again when the sheet is. */
  const reasons: BegunReasons = new Map();
  const row = () => props.sheet.people.find(({ personId }) => personId === props.personId);
  const met = () => {
    const cells = row()?.cells ?? [];
    return props.sheet.occasions.flatMap((occasion, nth) => {
      const cell = cells[nth];
      return cell ? [{ occasion, cell }] : [];
    });
  };
  return (
    <Sheet
      open={row() !== undefined}
      onOpenChange={(open) => !open && props.onClose()}
      title={row()?.displayName ?? ''}
      closeLabel={t().close}
    >
      <Show when={row()}>
        {(person) => (
          <>
            <p class={styles.sum}>
              {t().all}: {totalsSaid(person().totals, props.sheet.course === null, t())}
              <Show when={props.sheet.unseen}>
                {(unseen) => <span class={styles.quiet}> {t().unseen(unseen())}</span>}
              </Show>
            </p>
            <ul class={styles.lines}>
              {/* The table is asked for again and again: what is being written stays with the occasion it is of. */}
              <KeyedList each={met()} keyOf={({ occasion }) => occasionKey(occasion)}>
                {(one) => (
                  <Line
                    occasion={one().occasion}
                    cell={one().cell}
                    personId={person().personId}
                    ticks={props.ticks}
                    reasons={reasons}
                    onChanged={props.onChanged}
                  />
                )}
              </KeyedList>
            </ul>
          </>
        )}
      </Show>
    </Sheet>
  );
}

type BegunReasons = Map<string, string>;

function Line(props: {
  readonly occasion: Occasion;
  readonly cell: Cell;
  readonly personId: PersonId;
  readonly ticks: Ticks;
  readonly reasons: BegunReasons;
  readonly onChanged: () => void;
}) {
  const t = useWords(words);
  const presence = useWords(presenceWords);
  const key = untrack(() => `${props.personId} ${occasionKey(props.occasion)}`);
  const [correcting, setCorrecting] = createSignal(untrack(() => props.reasons.has(key)));
  const about = () => `${props.occasion.title} ${whenSaid(props.occasion, language())}`;
  let way!: HTMLButtonElement;
  const done = (isSaved: boolean) => {
    setCorrecting(false);
    props.reasons.delete(key);
    if (isSaved) props.onChanged();
    way.focus();
  };
  const said = () => {
    const { figure } = props.cell;
    const source = figure.source === 'nobody' ? undefined : presence().sources[figure.source];
    return [figureSaid(figure, presence()), source].filter(Boolean).join(', ');
  };
  return (
    <li>
      <h3 lang={PROGRAMME_LANGUAGE}>{props.occasion.title}</h3>
      <p class={styles.quiet}>
        {whenSaid(props.occasion, language())}
        <Show when={props.occasion.state === 'on'}>. {capital(t().on)}</Show>
      </p>
      <p>{said()}</p>
      <Corrections corrections={props.cell.corrections} />
      <Show when={props.occasion.mayCorrect}>
        <div class={styles.ways} hidden={correcting()}>
          <Show when={props.cell.figure.source !== 'corrected'}>
            <TickButtons
              occasion={props.occasion}
              personId={props.personId}
              cell={props.cell}
              about={about()}
              ticks={props.ticks}
            />
          </Show>
          <Show when={props.occasion.state !== 'ahead'}>
            <Button
              ref={way}
              size="small"
              look="quiet"
              icon={editIcon}
              aria-label={t().correctOf(about())}
              onClick={() => setCorrecting(true)}
            >
              {t().correct}
            </Button>
          </Show>
        </div>
        <Show when={correcting()}>
          <CorrectForm
            occasion={props.occasion}
            personId={props.personId}
            cell={props.cell}
            about={about()}
            begun={props.reasons.get(key)}
            onReason={(reason) => props.reasons.set(key, reason)}
            onStale={props.onChanged}
            onDone={done}
          />
        </Show>
      </Show>
    </li>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
