import { createSignal, Show } from 'solid-js';
import { moveCourse, recogniseCourse } from '#shared/features/programme/study-plan/commands.ts';
import {
  type CourseOfPlan,
  RECOGNISED_MAX,
  type Semester,
} from '#shared/features/programme/study-plan/model.ts';
import type { studyPlanOf } from '#shared/features/programme/study-plan/queries.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { createChange } from '../forms/change.ts';
import styles from '../forms/Form.module.css';
import { SheetForm } from '../forms/SheetForm.tsx';
import { words } from './words.ts';

const keyOf = ({ year, season }: Semester) => `${year}-${season}`;
/** As the command has it. */
const REASON_MIN = 3;

/** When one student takes a course, or that it is recognised from before. */
export function CourseForm(props: {
  readonly seen: OutputOf<typeof studyPlanOf>;
  readonly personId: PersonId;
  readonly of: CourseOfPlan;
  readonly onDone: () => void;
}) {
  const t = useWords(words);
  const change = createChange(
    () => t().refusals,
    () => props.onDone(),
  );
  const { courseId } = props.of;
  const { personId } = props;
  const moved = props.seen.plan.semesters.find(({ courses }) =>
    courses.some((one) => one.courseId === courseId && one.moved),
  );
  const before = props.seen.plan.recognised.find((one) => one.courseId === courseId);
  const [to, setTo] = createSignal(moved ? keyOf(moved.semester) : '');
  const [isRecognised, setRecognised] = createSignal(before !== undefined);
  const [reason, setReason] = createSignal(before?.reason ?? '');
  const [tried, setTried] = createSignal(false);
  const isShort = () => reason().trim().length < REASON_MIN;
  const save = () => {
    if (isRecognised() || before) {
      const why = isRecognised() ? reason().trim() : null;
      return change.send(recogniseCourse, { personId, courseId, reason: why }, t().saved);
    }
    const chosen = props.seen.semesters.find((one) => keyOf(one) === to()) ?? null;
    return change.send(moveCourse, { personId, courseId, to: chosen }, t().saved);
  };
  return (
    <SheetForm
      change={change}
      isWhole={() => {
        setTried(true);
        return !isRecognised() || !isShort();
      }}
      onSave={() => void save()}
    >
      {/* What is recognised is taken in no semester. */}
      <Show when={!isRecognised() && !before}>
        <Select
          label={t().when}
          value={to()}
          groups={[
            {
              options: [
                { value: '', label: t().asPlanned },
                ...props.seen.semesters.map((one) => ({
                  value: keyOf(one),
                  label: t().semester(one.season, one.year),
                })),
              ],
            },
          ]}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </Show>
      <label class={styles.tick}>
        <input
          type="checkbox"
          checked={isRecognised()}
          onChange={(event) => setRecognised(event.currentTarget.checked)}
        />
        {t().isRecognised}
      </label>
      <Show when={isRecognised()}>
        <Field
          label={t().reason}
          description={t().reasonAbout}
          error={tried() && isShort() ? t().reasonNeeded : undefined}
          value={reason()}
          maxlength={RECOGNISED_MAX}
          autocomplete="off"
          lang={PROGRAMME_LANGUAGE}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </Show>
    </SheetForm>
  );
}
