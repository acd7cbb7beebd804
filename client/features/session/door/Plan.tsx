import { createMemo, createSignal, For, lazy, Show, Suspense } from 'solid-js';
import type { Instant } from '#shared/kernel/duration.ts';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import { comesLater } from '../../../platform/comes-later.ts';
import { clockTime } from '../../../platform/dates.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { who } from '../../identity/public.ts';
import { words as afterwardsWords } from '../afterwards/words.ts';
import { titleInWords } from '../agenda/agenda-time.ts';
import { words as editingWords } from '../agenda/editing-words.ts';
import { words as agendaWords } from '../agenda/words.ts';
import styles from './AboutSessionPage.module.css';
import { type SessionDoor, startsOfItems } from './session-door.ts';
import { words } from './words.ts';

/** Brings the live line with it, which whoever only reads the page does without. */
const PlanToChange = lazy(
  comesLater(async () => ({ default: (await import('./PlanToChange.tsx')).PlanToChange })),
);

/** What is planned, item by item; its teachers change it here, before the session and in it. */
export function Plan(props: { readonly door: SessionDoor; readonly onChanged: () => void }) {
  const t = useWords(words);
  const editing = useWords(editingWords);
  const [isChanging, setChanging] = createSignal(false);
  let change: HTMLButtonElement | undefined;
  const me = () => {
    const now = who();
    return isChanging() && now.status === 'signed-in' ? now.person.personId : undefined;
  };
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">{t().agenda}</h2>
      <Show
        when={me()}
        fallback={
          <>
            <Items door={props.door} />
            <Show when={props.door.mayEdit}>
              <Button ref={change} size="small" onClick={() => setChanging(true)}>
                {editing().edit}
              </Button>
            </Show>
          </>
        }
      >
        {(personId) => (
          <Suspense fallback={<Skeleton label={editing().fetching} shapes={['name', 'line']} />}>
            <PlanToChange
              sessionId={props.door.sessionId}
              endsAt={props.door.endsAt}
              me={personId()}
              onDone={() => {
                setChanging(false);
                change?.focus();
                props.onChanged();
              }}
            />
          </Suspense>
        )}
      </Show>
    </section>
  );
}

function Items(props: { readonly door: SessionDoor }) {
  const t = useWords(words);
  const agenda = useWords(agendaWords);
  const after = useWords(afterwardsWords);
  const starts = createMemo(() => startsOfItems(props.door));
  return (
    <Show when={props.door.agenda.length > 0} fallback={<p class={styles.notes}>{t().noAgenda}</p>}>
      <ol class={styles.agenda}>
        <For each={props.door.agenda}>
          {(item, at) => (
            <li class={styles[item.phase]} aria-current={item.phase === 'now' ? 'step' : undefined}>
              <Time startsAt={starts()[at()] ?? null} />{' '}
              <span lang={PROGRAMME_LANGUAGE}>{titleInWords(item, agenda().pause)}</span>{' '}
              <span class={styles.minutes}>
                {after().length(item.minutes * MINUTE_MS)}
                <Show when={item.phase === 'now'}>
                  , <strong class={styles.isNow}>{t().now.toLowerCase()}</strong>
                </Show>
              </span>
            </li>
          )}
        </For>
      </ol>
    </Show>
  );
}

/** What is behind in a session that is on has no time any more, as in the room. */
function Time(props: { readonly startsAt: Instant | null }) {
  const agenda = useWords(agendaWords);
  return (
    <time>
      {props.startsAt === null ? (
        <span class="visually-hidden">{agenda().behind}</span>
      ) : (
        clockTime(props.startsAt)
      )}
    </time>
  );
}
