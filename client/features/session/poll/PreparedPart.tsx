import { createSignal, createUniqueId, lazy, Show, Suspense } from 'solid-js';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import { comesLater } from '../../../platform/comes-later.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import styles from './PreparedPart.module.css';
import { words } from './words.ts';

/** Brings the form and the list, which are asked for seldom. */
const Preparing = lazy(
  comesLater(async () => ({ default: (await import('./Preparing.tsx')).Preparing })),
);

/** On a session's page, for its teachers: the way to what they will ask in it. */
export function PreparedPart(props: { readonly sessionId: SessionId; readonly me: PersonId }) {
  const t = useWords(words);
  const id = createUniqueId();
  const [open, setOpen] = createSignal(false);
  return (
    <section class={styles.part} aria-labelledby={id}>
      <h2 id={id}>{t().prepared.part}</h2>
      <p class={styles.quiet}>{t().prepared.about}</p>
      <Button size="small" aria-expanded={open()} onClick={() => setOpen(!open())}>
        {open() ? t().prepared.hide : t().prepared.show}
      </Button>
      <Show when={open()}>
        <Suspense fallback={<Skeleton label={t().prepared.fetching} shapes={['line', 'name']} />}>
          <Preparing sessionId={props.sessionId} me={props.me} />
        </Suspense>
      </Show>
    </section>
  );
}
