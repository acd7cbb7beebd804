import { createSignal, lazy, Show, Suspense } from 'solid-js';
import { partsWritten } from '#shared/features/programme/session-notes/model.ts';
import { comesLater } from '../../../platform/comes-later.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { who } from '../../identity/public.ts';
import styles from '../notes/SessionNotes.module.css';
import { SessionNotes } from '../notes/SessionNotes.tsx';
import { words } from '../notes/words.ts';
import type { SessionDoor } from './session-door.ts';
import { words as doorWords } from './words.ts';

/** Brings the live line with it, which whoever only reads the page does without. */
const NotesToChange = lazy(
  comesLater(async () => ({ default: (await import('./NotesToChange.tsx')).NotesToChange })),
);

/** What is said of the session, and for its teachers the way to write it. */
export function NotesAtDoor(props: { readonly door: SessionDoor; readonly onChanged: () => void }) {
  const t = useWords(words);
  const door = useWords(doorWords);
  const [isChanging, setChanging] = createSignal(false);
  let change: HTMLButtonElement | undefined;
  const isWritten = () => partsWritten(props.door.notes).length > 0;
  const me = () => {
    const now = who();
    return isChanging() && now.status === 'signed-in' ? now.person.personId : undefined;
  };
  return (
    <Show when={isWritten() || props.door.mayEdit}>
      <section class={styles.part} aria-labelledby="about-session">
        <h2 id="about-session">{t().about}</h2>
        <Show
          when={me()}
          fallback={
            <>
              <SessionNotes notes={props.door.notes} />
              <Show when={props.door.mayEdit}>
                <Button ref={change} size="small" onClick={() => setChanging(true)}>
                  {isWritten() ? t().change : t().write}
                </Button>
              </Show>
            </>
          }
        >
          {(personId) => (
            <Suspense fallback={<Skeleton label={door().fetching} shapes={['name', 'line']} />}>
              <NotesToChange
                sessionId={props.door.sessionId}
                me={personId()}
                notes={props.door.notes}
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
    </Show>
  );
}
