import { createMemo, Show } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { RoomProps } from '../room-props.ts';
import styles from './SteerRound.module.css';
import { standingIn } from './seats.ts';
import { words } from './words.ts';

/** What a teacher can do with a round that goes on: who comes next, letting the word go on, ending it. */
export function SteerRound(
  props: RoomProps & { readonly nameOf: (personId: PersonId | undefined) => string },
) {
  const t = useWords(words);
  const { round: store, roster, pause } = props.topics;
  const toCome = createMemo(() => {
    const round = store.round();
    const here = new Set(roster.here().map(({ personId }) => personId));
    return (round?.ring ?? []).filter(
      (one) =>
        round && standingIn(round, one) === 'to-come' && here.has(one) && !pause.isPaused(one),
    );
  });
  const other = () => (store.holder() === props.room.me ? undefined : store.holder());
  return (
    <details class={styles.steer}>
      <summary>{t().steer}</summary>
      <div class={styles.tools}>
        <Show when={toCome().length > 0}>
          <Select
            label={t().nextIs}
            value=""
            groups={[
              {
                options: [
                  { value: '', label: t().nextIsNobody },
                  ...toCome().map((one) => ({ value: one, label: props.nameOf(one) })),
                ],
              },
            ]}
            onChange={(event) => {
              const chosen = event.currentTarget.value as PersonId | '';
              event.currentTarget.value = '';
              if (chosen) void store.letComeNext(chosen);
            }}
          />
        </Show>
        <Show when={other()}>
          {(holder) => (
            <Button size="small" title={t().moveOnAbout} onClick={() => store.moveOn()}>
              {t().moveOn(props.nameOf(holder()))}
            </Button>
          )}
        </Show>
        <Button size="small" onClick={() => store.end()}>
          {t().end}
        </Button>
      </div>
    </details>
  );
}
