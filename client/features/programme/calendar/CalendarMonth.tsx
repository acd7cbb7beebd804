import { createMemo, createSignal, For, Show } from 'solid-js';
import { type Day, mondayOf } from '#shared/kernel/calendar-day.ts';
import { longDate, monthName, weekdayName, weekNumber } from '../../../platform/dates.ts';
import { language, useWords } from '../../../platform/language.ts';
import styles from './Calendar.module.css';
import { CalendarItemWords, markOf } from './CalendarItemWords.tsx';
import { stateOf, whenSaid } from './CalendarList.tsx';
import { calendarPath } from './calendar-address.ts';
import {
  beginOf,
  type CalendarItem,
  daysOfWeek,
  firstOfLast,
  firstOfNext,
  itemsOn,
  weeksOfMonth,
} from './calendar-items.ts';
import { type Words, words } from './words.ts';

/** A month as a table of weeks. A press on a day shows what it holds, below. */
export function CalendarMonth(props: {
  readonly day: Day;
  readonly items: readonly CalendarItem[];
  readonly today: Day;
}) {
  const t = useWords(words);
  const weeks = createMemo(() => weeksOfMonth(props.day));
  const [chosen, setChosen] = createSignal<Day>();
  /** The day that was pressed; until then today, where it lies in this month. */
  const open = () => {
    const pressed = chosen();
    const inSight = (day: Day) => weeks().flat().includes(day);
    if (pressed && inSight(pressed)) return pressed;
    return inSight(props.today) ? props.today : undefined;
  };
  const named = (day: Day) => {
    const text = monthName(language(), beginOf(day));
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  return (
    <section aria-labelledby="this-month">
      <header class={styles.turn}>
        <h2 id="this-month">{named(props.day)}</h2>
        <p>
          <Show when={props.today.slice(0, 7) !== props.day.slice(0, 7)}>
            <a href={calendarPath('month')}>{t().toToday}</a>
          </Show>
          <a href={calendarPath('month', firstOfLast(props.day))}>
            {named(firstOfLast(props.day))}
          </a>
          <a href={calendarPath('month', firstOfNext(props.day))}>
            {named(firstOfNext(props.day))}
          </a>
        </p>
      </header>
      <table class={styles.month} aria-labelledby="this-month">
        <thead>
          <tr>
            <td />
            <For each={daysOfWeek(mondayOf(props.day))}>
              {(day) => (
                <th scope="col" abbr={weekdayName(language(), beginOf(day))}>
                  {weekdayName(language(), beginOf(day)).slice(0, 3)}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={weeks()}>
            {(days) => (
              <tr>
                <th scope="row">
                  <a href={calendarPath('week', days[0])}>
                    <span class="visually-hidden">{t().view.week} </span>
                    {weekNumber(beginOf(days[0] ?? props.day))}
                  </a>
                </th>
                <For each={days}>
                  {(day) => (
                    <MonthDay
                      day={day}
                      items={itemsOn(day, props.items)}
                      isOutside={day.slice(0, 7) !== props.day.slice(0, 7)}
                      isToday={day === props.today}
                      isOpen={day === open()}
                      onOpen={() => setChosen(day)}
                    />
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <div role="status">
        <Show when={open()}>
          {(day) => <DayOpened day={day()} items={itemsOn(day(), props.items)} />}
        </Show>
      </div>
    </section>
  );
}

const KINDS: readonly CalendarItem['kind'][] = [
  'session',
  'deadline',
  'gathering',
  'day-off',
  'holiday',
];

function MonthDay(props: {
  readonly day: Day;
  readonly items: readonly CalendarItem[];
  readonly isOutside: boolean;
  readonly isToday: boolean;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}) {
  const t = useWords(words);
  const kinds = () => KINDS.filter((kind) => props.items.some((item) => item.kind === kind));
  const label = () =>
    [
      longDate(language(), beginOf(props.day)),
      ...(props.isToday ? [t().today] : []),
      props.items.length === 0 ? t().nothing : t().others(props.items.length),
    ].join(', ');
  return (
    <td
      data-outside={props.isOutside ? '' : undefined}
      aria-current={props.isToday ? 'date' : undefined}
    >
      <button type="button" aria-pressed={props.isOpen} onClick={() => props.onOpen()}>
        <span class="visually-hidden">{label()}</span>
        <span class={styles.dayNumber} aria-hidden="true">
          {Number(props.day.slice(8))}
        </span>
        <span class={styles.signs} aria-hidden="true">
          <For each={kinds()}>{(kind) => <i data-kind={kind} />}</For>
        </span>
        <span class={styles.inCell}>
          <For each={props.items.slice(0, 2)}>{(item) => <span>{shortOf(item, t())}</span>}</For>
          <Show when={props.items.length > 2}>
            <span>+ {props.items.length - 2}</span>
          </Show>
        </span>
      </button>
    </td>
  );
}

function shortOf(item: CalendarItem, t: Words): string {
  switch (item.kind) {
    case 'session':
      return item.session.title;
    case 'gathering':
      return item.gathering.title;
    case 'deadline':
      return `${t.due}: ${item.deadline.title}`;
    case 'day-off':
      return item.name;
    default:
      return t.holidays[item.holiday];
  }
}

function DayOpened(props: { readonly day: Day; readonly items: readonly CalendarItem[] }) {
  const t = useWords(words);
  const name = () => {
    const text = longDate(language(), beginOf(props.day));
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  return (
    <section class={styles.opened} aria-labelledby="day-opened">
      <h3 id="day-opened">{name()}</h3>
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
    </section>
  );
}
