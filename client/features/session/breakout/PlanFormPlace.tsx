import { Show } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { Portrait } from '../../../ui/Portrait.tsx';
import { Select } from '../../../ui/Select.tsx';
import { words } from './lead-words.ts';
import styles from './PlanForm.module.css';
import { placeIn, roomAt } from './plan.ts';
import type { PlanMaking } from './plan-making.ts';

/** Somebody's row in a plan: who it is, whether they are here, and the group they are in. */
export function PlanFormPlace(props: {
  readonly making: PlanMaking;
  readonly nameOf: (personId: PersonId) => string;
  readonly personId: PersonId;
}) {
  const t = useWords(words);
  const { making } = props;
  const at = () => roomAt(making.rooms(), props.personId);
  return (
    // Can be given the focus, when a row that had it goes to another group.
    <li class={styles.person} tabindex="-1">
      <Portrait personId={props.personId} size="small" />
      <span class={styles.name}>
        {props.nameOf(props.personId)}
        <Show when={!making.isHere(props.personId)}>
          <span class={styles.quiet}> {t().plan.notHere}</span>
        </Show>
      </span>
      <Select
        class={styles.group}
        labelHidden
        label={t().plan.groupOf(props.nameOf(props.personId))}
        value={String(at() ?? '')}
        groups={[
          {
            options: [
              { value: '', label: t().plan.none },
              ...making.rooms().map(({ name }, nth) => ({ value: String(nth), label: name })),
            ],
          },
        ]}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          const to = chosen === '' ? null : Number(chosen);
          making.setRooms(placeIn(making.rooms(), props.personId, to));
        }}
      />
    </li>
  );
}
