import { createUniqueId, For, Index, Show } from 'solid-js';
import type { ownAttendance } from '#shared/features/attendance/presence/queries.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { clockTime, shortDate } from '../../../platform/dates.ts';
import { language, PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { LiveBead } from '../../../ui/Thread.tsx';
import styles from '../Attendance.module.css';
import { Corrections } from '../presence/Corrections.tsx';
import { figureSaid, sourceSaid } from '../presence/figure-said.ts';
import { TimesThere } from '../presence/TimesThere.tsx';
import { words as presenceWords } from '../presence/words.ts';
import { OwnRequirement } from '../requirement/OwnRequirement.tsx';
import { words } from '../words.ts';

export type Own = OutputOf<typeof ownAttendance>;
type Course = Own['courses'][number];
type Session = Course['sessions'][number];

/** One's own attendance in a course: the sum, and each session with how its figure came about. */
export function OwnCourse(props: { readonly course: Course }) {
  const t = useWords(words);
  const id = createUniqueId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} lang={PROGRAMME_LANGUAGE}>
        {props.course.code} {props.course.title}
      </h2>
      <p class={styles.sum}>{t().sum(props.course.totals.thereMs, props.course.totals.ofMs)}</p>
      <Show when={props.course.requirement}>
        {(requirement) => <OwnRequirement requirement={requirement()} />}
      </Show>
      <ul class={styles.rows}>
        <Index each={props.course.sessions}>
          {(session) => <OwnSession session={session()} />}
        </Index>
      </ul>
    </section>
  );
}

function OwnSession(props: { readonly session: Session }) {
  const t = useWords(words);
  const presence = useWords(presenceWords);
  const isOn = () => props.session.state === 'on';
  const when = () => {
    const { from, to } = props.session.length;
    const times = presence().fromTo(clockTime(from), clockTime(to));
    return `${shortDate(language(), from)}, ${times}`;
  };
  const figure = () => {
    const { figure: counted, length } = props.session;
    // What was put right is no measure of how far it has come.
    if (isOn() && counted.source !== 'corrected')
      return `${figureSaid(counted, presence())} ${t().soFar}`;
    return t().time(counted.thereMs, length.to - length.from);
  };
  const source = () => presence().sources[props.session.figure.source];
  return (
    <li>
      <div class={styles.line}>
        <div>
          <a
            class={styles.name}
            href={`/okt/${props.session.sessionId}/om`}
            lang={PROGRAMME_LANGUAGE}
          >
            {props.session.title}
          </a>
          <p class={styles.quiet}>{when()}</p>
        </div>
        <div class={styles.figure}>
          <Show when={isOn()}>
            <p class={styles.live}>
              <LiveBead />
              {t().runs}
            </p>
          </Show>
          <p>{figure()}</p>
          <p class={styles.quiet}>{source()}</p>
        </div>
      </div>
      <Show when={props.session.times.length > 0}>
        <TimesThere times={props.session.times} length={props.session.length} />
      </Show>
      <Corrections corrections={props.session.corrections} />
    </li>
  );
}

/** One's own days at gatherings. */
export function OwnGatherings(props: { readonly gatherings: Own['gatherings'] }) {
  const t = useWords(words);
  const presence = useWords(presenceWords);
  return (
    <section aria-labelledby="own-gatherings">
      <h2 id="own-gatherings">{t().gatherings}</h2>
      <For each={props.gatherings}>
        {(gathering) => (
          <>
            <h3 lang={PROGRAMME_LANGUAGE}>
              {gathering.title}, {gathering.place}
            </h3>
            <p class={styles.quiet}>{gathering.mandatory ? t().mandatory : t().voluntary}</p>
            <ul class={styles.rows}>
              <For each={gathering.days}>
                {(day) => (
                  <li>
                    <div class={styles.line}>
                      <span>{shortDate(language(), day.at)}</span>
                      <div class={styles.figure}>
                        <p>{figureSaid(day.figure, presence())}</p>
                        <Show when={sourceSaid(day.figure, presence())}>
                          {(how) => <p class={styles.quiet}>{how()}</p>}
                        </Show>
                      </div>
                    </div>
                    <Corrections corrections={day.corrections} />
                  </li>
                )}
              </For>
            </ul>
          </>
        )}
      </For>
    </section>
  );
}
