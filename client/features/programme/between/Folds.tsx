import { Index } from 'solid-js';
import type { SessionEntry } from '#shared/features/programme/calendar/queries.ts';
import { clockTime, shortDate } from '../../../platform/dates.ts';
import { language, PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { Pleat } from '../../../ui/Thread.tsx';
import { words } from '../words.ts';
import styles from './Between.module.css';
import { aboutPath } from './tags.tsx';

/** What is behind, pleated into a fold that can be opened. */
export function BehindFold(props: {
  sessions: readonly SessionEntry[];
  at: { x: number; y: number } | undefined;
}) {
  const t = useWords(words);
  return (
    <li
      class={styles.fold}
      style={{
        left: props.at && `${props.at.x}px`,
        top: props.at && `${props.at.y}px`,
        '--fold-x': props.at && `${props.at.x}px`,
      }}
    >
      <span class={styles.pleat}>
        <Pleat />
      </span>
      <details>
        <summary data-part="fold">{t().behind(props.sessions.length)}</summary>
        <FoldedList sessions={props.sessions} />
      </details>
    </li>
  );
}

/** What is far ahead on an upright thread, folded so that the page does not become a scroll. */
export function AheadFold(props: { sessions: readonly SessionEntry[]; now: number }) {
  const t = useWords(words);
  return (
    <li class={styles.aheadFold}>
      <details>
        <summary>{t().furtherAhead(props.sessions.length)}</summary>
        <FoldedList sessions={props.sessions} />
      </details>
    </li>
  );
}

function FoldedList(props: { sessions: readonly SessionEntry[] }) {
  const t = useWords(words);
  const when = (session: SessionEntry) =>
    t().dateAt(shortDate(language(), session.startsAt), clockTime(session.startsAt));
  return (
    <ul class={styles.folded}>
      <Index each={props.sessions}>
        {(session) => (
          <li>
            <span class={styles.when}>{when(session())}</span>{' '}
            <a href={aboutPath(session())} lang={PROGRAMME_LANGUAGE}>
              {session().title}
            </a>
            {session().status === 'cancelled' && <span class={styles.what}>, {t().cancelled}</span>}
          </li>
        )}
      </Index>
    </ul>
  );
}
