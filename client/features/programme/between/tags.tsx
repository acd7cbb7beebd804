import { Show } from 'solid-js';
import type { SessionEntry } from '#shared/features/programme/calendar/queries.ts';
import { clockTime, daysBetween, shortDate } from '../../../platform/dates.ts';
import { language, PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { classNames } from '../../../ui/class-names.ts';
import { words } from '../words.ts';
import styles from './Between.module.css';
import type { LyingTag } from './lying.ts';

/** The address of what a session is about. */
export const aboutPath = (session: SessionEntry) => `/okt/${session.id}/om`;

/** Puts the bead on the thread and the words under it; nothing when the thread stands. */
function beadPlace(at: LyingTag | undefined) {
  return { left: at && `${at.x}px`, top: at && `${at.y}px` };
}
function wordsPlace(at: LyingTag | undefined) {
  return {
    left: at && `${at.left}px`,
    top: at && `${at.drop}px`,
    '--drop': at && `${at.drop}px`,
    '--string': at && `${-at.left}px`,
  };
}

/** Today: its session, or the word alone on a day without one. Ember only while the session runs. */
export function TodayTag(props: { session: SessionEntry | null; at: LyingTag | undefined }) {
  const t = useWords(words);
  const live = () => props.session?.status === 'live';
  return (
    <li
      class={classNames(styles.tag, styles.today, live() && styles.live)}
      style={beadPlace(props.at)}
      aria-current="date"
    >
      <span class={styles.bead} aria-hidden="true" />
      <div class={styles.words} data-part="tag" style={wordsPlace(props.at)}>
        <Show when={props.session} fallback={<span class={styles.when}>{t().today}</span>}>
          {(session) => (
            <>
              <span class={styles.when}>
                {live() ? t().today : t().todayAt(clockTime(session().startsAt))}
              </span>{' '}
              <a href={aboutPath(session())} lang={PROGRAMME_LANGUAGE}>
                {session().title}
              </a>{' '}
              <span class={styles.what}>
                {live() ? t().sessionNow : t().session(session().courseCode)}
              </span>
            </>
          )}
        </Show>
      </div>
    </li>
  );
}

/** A session ahead. A cancelled one keeps its place, dashed, and says so. */
export function SessionTag(props: {
  session: SessionEntry;
  now: number;
  at: LyingTag | undefined;
}) {
  const t = useWords(words);
  const cancelled = () => props.session.status === 'cancelled';
  const when = () => {
    const { startsAt } = props.session;
    const time = clockTime(startsAt);
    if (daysBetween(props.now, startsAt) <= 0) return t().todayAt(time);
    return t().dateAt(shortDate(language(), startsAt), time);
  };
  return (
    <li class={classNames(styles.tag, cancelled() && styles.cancelled)} style={beadPlace(props.at)}>
      <span class={styles.bead} aria-hidden="true" />
      <div class={styles.words} data-part="tag" style={wordsPlace(props.at)}>
        <span class={styles.when}>{when()}</span>{' '}
        <a href={aboutPath(props.session)} lang={PROGRAMME_LANGUAGE}>
          {props.session.title}
        </a>{' '}
        <span class={styles.what}>
          {cancelled() ? t().cancelled : t().session(props.session.courseCode)}
        </span>
      </div>
    </li>
  );
}
