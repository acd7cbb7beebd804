import { Show } from 'solid-js';
import { BREAKOUTS_MAX } from '#shared/features/session/breakout/model.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { words } from './lead-words.ts';
import styles from './PlanForm.module.css';
import { COUNTED, type Counted } from './plan.ts';
import type { PlanMaking } from './plan-making.ts';

/** How many rooms there are to be: by their number, or by how many fit in each. Each new number deals anew at once. */
export function PlanFormCount(props: { readonly making: PlanMaking; readonly isWrong: boolean }) {
  const t = useWords(words);
  const { draft, make, someAreAway } = props.making;
  const isDrawn = () => draft().way === 'drawn';
  const counted = (): Counted => (isDrawn() ? draft().counted : 'rooms');
  const wrong = () =>
    counted() === 'rooms'
      ? t().plan.roomsProblem(BREAKOUTS_MAX)
      : t().plan.peopleProblem(BREAKOUTS_MAX);
  return (
    <>
      <div class={styles.count}>
        <Show when={isDrawn()}>
          <Select
            label={t().plan.counted}
            value={counted()}
            groups={[
              {
                options: COUNTED.map((one) => ({ value: one, label: t().plan.countedBy[one] })),
              },
            ]}
            onChange={(event) => make({ counted: event.currentTarget.value as Counted })}
          />
        </Show>
        <Field
          label={t().plan[counted()]}
          inputmode="numeric"
          autocomplete="off"
          maxlength={3}
          error={props.isWrong ? wrong() : undefined}
          value={draft().count[counted()]}
          onInput={(event) =>
            make({ count: { ...draft().count, [counted()]: event.currentTarget.value } })
          }
        />
      </div>
      <Show when={isDrawn()}>
        <Show when={someAreAway()}>
          <Switch
            label={t().plan.withAbsent}
            about={t().plan.withAbsentAbout}
            on={draft().withAbsent}
            onChange={(withAbsent) => make({ withAbsent })}
          />
        </Show>
        <Button size="small" onClick={() => make()}>
          {t().plan.again}
        </Button>
      </Show>
    </>
  );
}
