import { For, Match, Show, Switch } from 'solid-js';
import type { CalendarSession } from '#shared/features/programme/calendar/queries.ts';
import type { SaidClash } from '#shared/features/programme/planning/queries.ts';
import { clockTime, shortDate } from '../../../platform/dates.ts';
import { inARow, language, PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { editIcon, warningIcon } from '../../../ui/icons.ts';
import styles from './Calendar.module.css';
import type { CalendarItem } from './calendar-items.ts';
import { type Words, words } from './words.ts';

/** What an item is called, with the way to it, and what is said of it. */
export function CalendarItemWords(props: { readonly item: CalendarItem }) {
  const t = useWords(words);
  const of = <Kind extends CalendarItem['kind']>(kind: Kind) =>
    props.item.kind === kind && (props.item as Extract<CalendarItem, { kind: Kind }>);
  return (
    <Switch>
      <Match when={of('session')}>{(item) => <SessionWords session={item().session} />}</Match>
      <Match when={of('gathering')}>
        {(item) => (
          <>
            <b class={styles.name} lang={PROGRAMME_LANGUAGE}>
              {t().gatheringIn(item().gathering.title, item().gathering.place)}
            </b>
            <p class={styles.about}>{item().gathering.mandatory ? t().mandatory : t().voluntary}</p>
          </>
        )}
      </Match>
      <Match when={of('deadline')}>
        {(item) => (
          <>
            <a class={styles.name} href={item().deadline.href} lang={PROGRAMME_LANGUAGE}>
              {item().deadline.title}
            </a>
            <p class={styles.about}>{item().deadline.about}</p>
          </>
        )}
      </Match>
      <Match when={of('day-off')}>
        {(item) => (
          <>
            <b class={styles.name} lang={PROGRAMME_LANGUAGE}>
              {item().name}
            </b>
            <p class={styles.about}>{t().dayOff}</p>
          </>
        )}
      </Match>
      <Match when={of('holiday')}>
        {(item) => (
          <>
            <b class={styles.name}>{t().holidays[item().holiday]}</b>
            <p class={styles.about}>{t().holiday}</p>
          </>
        )}
      </Match>
    </Switch>
  );
}

function SessionWords(props: { readonly session: CalendarSession }) {
  const t = useWords(words);
  const isCancelled = () => props.session.status === 'cancelled';
  return (
    <>
      <a
        class={styles.name}
        classList={{ [styles.gone ?? '']: isCancelled() }}
        href={`/okt/${props.session.id}/om`}
        lang={PROGRAMME_LANGUAGE}
      >
        {props.session.title}
      </a>
      <p class={styles.about}>{aboutSession(props.session, t())}</p>
      <Show when={isCancelled() && props.session.cancelReason}>
        {(reason) => (
          <p class={styles.reason} lang={PROGRAMME_LANGUAGE}>
            {reason()}
          </p>
        )}
      </Show>
      <For each={props.session.clashes}>{(clash) => <ClashLine clash={clash} />}</For>
      <Show when={props.session.mayPlan && ['planned', 'cancelled'].includes(props.session.status)}>
        <a
          class={styles.change}
          href={`/kalender/okt/${props.session.id}`}
          aria-label={t().change(props.session.title)}
        >
          <Icon path={editIcon} small />
          {t().changeShort}
        </a>
      </Show>
    </>
  );
}

/** A clash, as a warning: what it is with, and what both would need. */
export function ClashLine(props: { readonly clash: SaidClash }) {
  const t = useWords(words);
  const said = () => {
    const { title, startsAt, endsAt, over } = props.clash;
    const why = inARow(
      language(),
      over.map((one) => t().over[one]),
    );
    if (title !== null) return t().clash(title, why);
    return t().clashUnseen(`${clockTime(startsAt)}–${clockTime(endsAt)}`, why);
  };
  return (
    <p class={styles.clash}>
      <Icon path={warningIcon} small />
      <span>{said()}</span>
    </p>
  );
}

function aboutSession(session: CalendarSession, t: Words): string {
  const { courseCode, cohortName, groupName, room, status, substitutes } = session;
  const parts = [
    [courseCode, groupName ?? cohortName, room].filter(Boolean).join(', '),
    ...(status === 'live' ? [t.live] : status === 'past' ? [t.past] : []),
    ...(substitutes.length > 0 ? [t.substitute(inARow(language(), substitutes))] : []),
  ];
  return `${parts.join('. ')}.`;
}

/** "Avlyst", "Flyttet fra ons 7. okt": what a session's place in the calendar does not say by itself. */
export function markOf(item: CalendarItem, t: Words): string | null {
  if (item.kind !== 'session') return null;
  const { status, movedFrom } = item.session;
  if (status === 'cancelled') return t.cancelled;
  if (movedFrom === null) return null;
  return t.movedFrom(`${shortDate(language(), movedFrom)} ${clockTime(movedFrom)}`);
}
