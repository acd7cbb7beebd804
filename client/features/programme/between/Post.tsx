import type { GatheringEntry } from '#shared/features/programme/calendar/queries.ts';
import { dateSpan, weekNumber } from '../../../platform/dates.ts';
import { language, useWords } from '../../../platform/language.ts';
import { classNames } from '../../../ui/class-names.ts';
import { words } from '../words.ts';
import styles from './Between.module.css';

export interface PostProps {
  gathering: GatheringEntry;
  end: 'first' | 'last';
  /** A gathering that has been is named by its week, one to come by its days. */
  behind: boolean;
}

/** A gathering: one of the two posts that the thread is tied to. */
export function Post(props: PostProps) {
  const t = useWords(words);
  const when = () => {
    const { startsAt, endsAt } = props.gathering;
    return props.behind ? t().week(weekNumber(startsAt)) : dateSpan(language(), startsAt, endsAt);
  };
  // A title that only counts is said in one's own language; one that the school has made stays as it was written.
  const title = () => {
    const nth = /^Samling (\d+)$/.exec(props.gathering.title)?.[1];
    return nth ? t().gathering(nth) : props.gathering.title;
  };
  return (
    <li class={classNames(styles.post, styles[props.end])}>
      <div class={styles.foot} data-part={props.end}>
        <strong>{title()}</strong> <span>{when()}</span>
      </div>
    </li>
  );
}
