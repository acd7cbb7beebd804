import { Index, type JSX, Show } from 'solid-js';
import {
  ROOM_MAX,
  SESSION_TITLE_MAX,
  TEACHERS_MAX,
} from '#shared/features/programme/planning/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { plusIcon } from '../../../ui/icons.ts';
import { Select } from '../../../ui/Select.tsx';
import { DayField } from './DayField.tsx';
import styles from './Planning.module.css';
import type { PlanForm } from './plan-form.ts';
import { words } from './words.ts';

type Colleague = { readonly personId: PersonId; readonly displayName: string };

/** What is said of every session: its name, who teaches it, where and when. */
export function PlanFields(props: {
  readonly form: PlanForm;
  readonly colleagues: readonly Colleague[];
  /** Stands after the name. */
  readonly children?: JSX.Element;
}) {
  const t = useWords(words);
  const needed = (value: string) =>
    props.form.tried() && value.trim() === '' ? t().needed : undefined;
  return (
    <>
      <Field
        label={t().name}
        description={t().nameAbout}
        error={needed(props.form.title())}
        value={props.form.title()}
        maxlength={SESSION_TITLE_MAX}
        autocomplete="off"
        lang={PROGRAMME_LANGUAGE}
        onInput={(event) => props.form.setTitle(event.currentTarget.value)}
      />
      {props.children}
      <div class={styles.teachers}>
        {/* By place: a choice leaves the focus where it is. */}
        <Index each={props.form.teachers()}>
          {(chosen, nth) => (
            <div class={styles.teacher}>
              <Select
                label={t().teacher(nth)}
                error={needed(chosen().personId)}
                value={chosen().personId}
                groups={[
                  {
                    options: [
                      { value: '', label: t().chooseTeacher },
                      ...props.colleagues.map(({ personId, displayName }) => {
                        return { value: personId, label: displayName };
                      }),
                    ],
                  },
                ]}
                onChange={(event) =>
                  props.form.change(nth, { personId: event.currentTarget.value as PersonId | '' })
                }
              />
              <label class={styles.check}>
                <input
                  type="checkbox"
                  checked={chosen().isSubstitute}
                  onChange={(event) =>
                    props.form.change(nth, { isSubstitute: event.currentTarget.checked })
                  }
                />
                {t().substitute(nth)}
              </label>
              <Show when={props.form.teachers().length > 1}>
                <Button size="small" look="quiet" onClick={() => props.form.remove(nth)}>
                  {t().removeTeacher(nth)}
                </Button>
              </Show>
            </div>
          )}
        </Index>
        <Show when={props.form.teachers().length < TEACHERS_MAX}>
          <p>
            <Button size="small" icon={plusIcon} onClick={props.form.add}>
              {t().addTeacher}
            </Button>
          </p>
        </Show>
      </div>
      <Field
        label={t().room}
        description={t().roomAbout}
        value={props.form.room()}
        maxlength={ROOM_MAX}
        autocomplete="off"
        lang={PROGRAMME_LANGUAGE}
        // What is in the way is asked about when it is written, not at each letter.
        onChange={(event) => props.form.setRoom(event.currentTarget.value)}
      />
      <div class={styles.when}>
        <DayField
          label={t().day}
          error={needed(props.form.day())}
          value={props.form.day()}
          onInput={props.form.setDay}
        />
        <Field
          label={t().from}
          type="time"
          error={needed(props.form.from())}
          value={props.form.from()}
          onInput={(event) => props.form.setFrom(event.currentTarget.value)}
        />
        <Field
          label={t().to}
          type="time"
          error={needed(props.form.to())}
          value={props.form.to()}
          onInput={(event) => props.form.setTo(event.currentTarget.value)}
        />
      </div>
      <p class={styles.quiet}>{t().clock}</p>
    </>
  );
}
