import { createMemo, For, Show } from 'solid-js';
import { addDays, type Day, mondayOf, weekdayOf } from '#shared/kernel/calendar-day.ts';
import { dateSpan, weekdayName, weekNumber } from '../../../platform/dates.ts';
import { language, useWords } from '../../../platform/language.ts';
import styles from './Calendar.module.css';
import { CalendarItemWords, markOf } from './CalendarItemWords.tsx';
import { stateOf, whenSaid } from './CalendarList.tsx';
import { calendarPath } from './calendar-address.ts';
import { beginOf, type CalendarItem, daysOfWeek, itemsOn } from './calendar-items.ts';
import { words } from './words.ts';

/** One week laid down: a column a day on a desktop, one below the other on a phone. An empty weekend is a line of words. */
export function CalendarWeek(props: {
  readonly monday: Day;
  readonly items: readonly CalendarItem[];
  readonly today: Day;
}) {
  const t = useWords(words);
  const week = (monday: Day) => t().week(weekNumber(beginOf(monday)));
  const hasWeekend = createMemo(() => props.items.some(({ last }) => weekdayOf(last) > 4));
  const days = () => daysOfWeek(props.monday).slice(0, hasWeekend() ? 7 : 5);
  const last = () => addDays(props.monday, -7);
  const next = () => addDays(props.monday, 7);
  return (
    <section aria-labelledby="this-week">
      <header class={styles.turn}>
        <h2 id="this-week">
          {t().weekOf(
            weekNumber(beginOf(props.monday)),
            dateSpan(language(), beginOf(props.monday), beginOf(next()) - 1),
          )}
        </h2>
        <p>
          <Show when={mondayOf(props.today) !== props.monday}>
            <a href={calendarPath('week')}>{t().toToday}</a>
          </Show>
          <a href={calendarPath('week', last())}>{week(last())}</a>
          <a href={calendarPath('week', next())}>{week(next())}</a>
        </p>
      </header>
      <ol class={styles.week} data-days={days().length}>
        <For each={days()}>
          {(day) => <WeekDay day={day} items={itemsOn(day, props.items)} today={props.today} />}
        </For>
      </ol>
      <Show when={!hasWeekend()}>
        <p class={styles.quiet}>{t().emptyWeekend}</p>
      </Show>
    </section>
  );
}

function WeekDay(props: {
  readonly day: Day;
  readonly items: readonly CalendarItem[];
  readonly today: Day;
}) {
  const t = useWords(words);
  const name = () => {
    const text = weekdayName(language(), beginOf(props.day));
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  const dayOfMonth = () => dateSpan(language(), beginOf(props.day), beginOf(props.day));
  return (
    <li
      class={styles.weekDay}
      data-kind={props.items.at(-1)?.kind}
      aria-current={props.day === props.today ? 'date' : undefined}
    >
      <h3>
        {name()}{' '}
        <span class={styles.quiet}>
          {dayOfMonth()}
          <Show when={props.day === props.today}>, {t().today}</Show>
        </span>
      </h3>
      <Show when={props.items.length > 0} fallback={<p class={styles.quiet}>{t().nothing}</p>}>
        <ul>
          <For each={props.items}>
            {(item) => (
              <li class={styles.card} data-kind={item.kind} data-state={stateOf(item)}>
                <p class={styles.when}>{whenSaid(item, t())}</p>
                <CalendarItemWords item={item} />
                <Show when={markOf(item, t())}>
                  {(said) => <p class={styles.mark}>{said()}</p>}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </li>
  );
}
