import { createSignal } from 'solid-js';
import * as commands from '#shared/features/programme/programme/commands.ts';
import { NAME_MAX, PLACE_MAX } from '#shared/features/programme/programme/model.ts';
import type { GatheringOfYear } from '#shared/features/programme/programme/queries.ts';
import type { CohortId } from '#shared/kernel/ids.ts';
import { dayAndTime } from '../../../platform/dates.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { createChange } from '../forms/change.ts';
import styles from '../forms/Form.module.css';
import { areAllThere, createLine, LineField } from '../forms/lines.tsx';
import { SheetForm } from '../forms/SheetForm.tsx';
import { Ticks } from '../forms/Ticks.tsx';
import { words as formWords } from '../forms/words.ts';
import { words } from './words.ts';
import type { Year } from './year.ts';

export function GatheringForm(props: {
  readonly year: Year;
  readonly before: GatheringOfYear | null;
  readonly onDone: () => void;
}) {
  const t = useWords(words);
  const form = useWords(formWords);
  const change = createChange(
    () => t().refusals,
    () => props.onDone(),
  );
  const before = props.before;
  const [start, end] = [
    before ? dayAndTime(before.startsAt) : { day: '', time: '10:00' },
    before ? dayAndTime(before.endsAt) : { day: '', time: '15:00' },
  ];
  const [title, place] = [createLine(before?.title ?? ''), createLine(before?.place ?? '')];
  const [first, last] = [createLine(start.day), createLine(end.day)];
  const [from, to] = [createLine(start.time), createLine(end.time)];
  const [mandatory, setMandatory] = createSignal(before?.mandatory ?? true);
  const [tried, setTried] = createSignal(false);
  const [cohortIds, setCohortIds] = createSignal<readonly CohortId[]>(before?.cohortIds ?? []);
  const gatheringId = before?.gatheringId ?? null;
  const hasBegun = before !== null && before.startsAt <= props.year.now;
  const drop = () =>
    gatheringId && change.send(commands.dropGathering, { gatheringId }, t().dropped);
  const save = () =>
    change.send(
      commands.saveGathering,
      {
        ...{ gatheringId, title: title.value().trim(), place: place.value().trim() },
        ...{ mandatory: mandatory(), cohortIds: [...cohortIds()] },
        ...{ firstDay: first.value(), from: from.value() },
        ...{ lastDay: last.value(), to: to.value() },
      },
      t().saved,
    );
  return (
    <SheetForm
      change={change}
      isWhole={() => {
        setTried(true);
        return areAllThere(title, place, first, last, from, to) && cohortIds().length > 0;
      }}
      onSave={save}
      onDrop={gatheringId && !hasBegun ? () => void drop() : undefined}
    >
      <LineField
        line={title}
        label={t().gatheringTitle}
        maxlength={NAME_MAX}
        lang={PROGRAMME_LANGUAGE}
      />
      <LineField line={place} label={t().place} maxlength={PLACE_MAX} lang={PROGRAMME_LANGUAGE} />
      <div class={styles.pair}>
        <LineField line={first} label={form().firstDay} type="date" />
        <LineField line={from} label={t().from} type="time" />
        <LineField line={last} label={form().lastDay} type="date" />
        <LineField line={to} label={t().to} type="time" />
      </div>
      <label class={styles.tick}>
        <input
          type="checkbox"
          checked={mandatory()}
          onChange={(event) => setMandatory(event.currentTarget.checked)}
        />
        {t().isMandatory}
      </label>
      <Ticks
        legend={t().forWhom}
        all={props.year.cohorts.map(({ cohortId, name }) => ({ id: cohortId, name }))}
        chosen={cohortIds()}
        error={tried() && cohortIds().length === 0 ? t().chooseCohort : undefined}
        onChange={setCohortIds}
      />
    </SheetForm>
  );
}
