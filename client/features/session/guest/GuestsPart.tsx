import { createSignal, createUniqueId, lazy, Show, Suspense } from 'solid-js';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import { comesLater } from '../../../platform/comes-later.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import styles from './GuestsPart.module.css';
import { words } from './words.ts';

/** Brings the form and the list, which few sessions need. */
const GuestLinks = lazy(
  comesLater(async () => ({ default: (await import('./GuestLinks.tsx')).GuestLinks })),
);

/** The way to a session's guest links, for its teachers: on its page, and in Folk. */
export function GuestsPart(props: {
  readonly sessionId: SessionId;
  readonly me: PersonId;
  readonly class?: string | undefined;
  /** Of its heading. */
  readonly level?: 2 | 3;
}) {
  const t = useWords(words);
  const id = createUniqueId();
  const [open, setOpen] = createSignal(false);
  return (
    <section class={classNames(styles.guests, props.class)} aria-labelledby={id}>
      <Show when={props.level === 3} fallback={<h2 id={id}>{t().guests}</h2>}>
        <h3 id={id}>{t().guests}</h3>
      </Show>
      <Button size="small" aria-expanded={open()} onClick={() => setOpen(!open())}>
        {open() ? t().hideGuests : t().showGuests}
      </Button>
      <Show when={open()}>
        <Suspense fallback={<Skeleton label={t().fetching} shapes={['line', 'name']} />}>
          <GuestLinks sessionId={props.sessionId} me={props.me} />
        </Suspense>
      </Show>
    </section>
  );
}
