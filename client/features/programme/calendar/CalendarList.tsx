import { createMemo, For, Show } from 'solid-js';
import { addDays, type Day, mondayOf } from '#shared/kernel/calendar-day.ts';
import {
  clockTime,
  dateSpan,
  daysBetween,
  shortDate,
  weekNumber,
} from '../../../platform/dates.ts';
import { language, useWords } from '../../../platform/language.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import styles from './Calendar.module.css';
import { CalendarItemWords, markOf } from './CalendarItemWords.tsx';
import { beginOf, type CalendarItem, weeksOf } from './calendar-items.ts';
import { type Words, words } from './words.ts';

/** All that comes, week after week, along a standing thread. */
export function CalendarList(props: {
  readonly items: readonly CalendarItem[];
  readonly from: Day;
  readonly today: Day;
}) {
  const t = useWords(words);
  const weeks = createMemo(() => weeksOf(props.items, props.from));
  /** Holidays alone say nothing of what is planned. */
  const isEmpty = () => props.items.every(({ kind }) => kind === 'holiday');
  const hasSession = () => props.items.some(({ kind }) => kind === 'session');
  return (
    <div>
      <Show when={!isEmpty() && !hasSession()}>
        <p class={styles.quiet}>{t().noSessions}</p>
      </Show>
      <Show when={!isEmpty()} fallback={<EmptyState title={t().none}>{t().noneAbout}</EmptyState>}>
        <For each={weeks()}>
          {(week) => (
            <section class={styles.listWeek} aria-labelledby={`week-${week.monday}`}>
              <h2 id={`week-${week.monday}`}>
                {t().week(weekNumber(beginOf(week.monday)))}
                <Show when={week.monday === mondayOf(props.today)}>
                  <span class={styles.quiet}>{t().thisWeek}</span>
                </Show>
              </h2>
              <ol>
                <For each={week.items}>
                  {(item) => <ListItem item={item} today={props.today} />}
                </For>
              </ol>
            </section>
          )}
        </For>
      </Show>
      <p>
        <a class={styles.earlier} href="/okter">
          {t().earlier}
        </a>
      </p>
    </div>
  );
}

function ListItem(props: { readonly item: CalendarItem; readonly today: Day }) {
  const t = useWords(words);
  const mark = () => markOf(props.item, t());
  return (
    <li class={styles.row} data-kind={props.item.kind} data-state={stateOf(props.item)}>
      <span class={styles.bead} aria-hidden="true" />
      <p class={styles.when}>
        <span>{dateOf(props.item, t(), props.today)}</span> <span>{whenSaid(props.item, t())}</span>
      </p>
      <div class={styles.what}>
        <CalendarItemWords item={props.item} />
      </div>
      <Show when={mark()}>{(said) => <p class={styles.mark}>{said()}</p>}</Show>
    </li>
  );
}

/** How a session stands: what the thread and the bead show, and words say beside. */
export function stateOf(item: CalendarItem): string | undefined {
  return item.kind === 'session' ? item.session.status : undefined;
}

function dateOf(item: CalendarItem, t: Words, today: Day): string {
  if (item.first !== item.last)
    return dateSpan(language(), beginOf(item.first), beginOf(addDays(item.last, 1)) - 1);
  if (daysBetween(beginOf(today), item.startsAt) === 0) return t.today;
  return shortDate(language(), item.startsAt);
}

/** The same, and of what is due the word for it: its sign alone does not say it. */
export function whenSaid(item: CalendarItem, t: Words): string {
  return item.kind === 'deadline' ? t.dueAt(timeOf(item)) : timeOf(item);
}

/** "09:00–11:30", "23:59"; nothing for what lasts whole days. */
function timeOf(item: CalendarItem): string {
  if (item.kind === 'session')
    return `${clockTime(item.startsAt)}–${clockTime(item.session.endsAt)}`;
  if (item.kind === 'deadline') return clockTime(item.startsAt);
  return item.kind === 'gathering' && item.first === item.last ? clockTime(item.startsAt) : '';
}
