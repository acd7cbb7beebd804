import { type JSX, Show } from 'solid-js';
import { PROGRAMME_LANGUAGE, useWords } from '../../platform/language.ts';
import { Mark } from '../../ui/Mark.tsx';
import { AgendaThread } from './agenda/AgendaThread.tsx';
import { CurrentItem } from './agenda/CurrentItem.tsx';
import { words as agendaWords } from './agenda/words.ts';
import { words as breakoutWords } from './breakout/words.ts';
import { LockedMark } from './order/LockedMark.tsx';
import styles from './RoomTop.module.css';
import type { RoomProps } from './room-props.ts';
import { words } from './words.ts';

/** What session this is, who is in, and what is going on: the same for all, on top of everything. */
export function RoomTop(
  props: RoomProps & {
    readonly titleRef: (title: HTMLElement) => void;
    readonly onNameCut: (cut: boolean) => void;
    /** Made anew for each place: what else a teacher has locked. */
    readonly lockMark: (() => JSX.Element) | undefined;
    /** What is always one press away, where it stands here. */
    readonly corner: JSX.Element;
  },
) {
  const t = useWords(words);
  const plan = useWords(agendaWords);
  const { roster, agenda, breakouts } = props.topics;
  const session = () => props.room.session();
  const inside = useWords(breakoutWords);
  const about = () => {
    const code = session()?.courseCode ?? '';
    if (props.room.seatGivenUp()) return t().courseAway(code);
    const [split, mine] = [breakouts.split(), breakouts.mine()];
    if (mine) return inside().inRoom(mine.name, mine.inside.length);
    const count = roster.here().length;
    if (split) return inside().inRooms(code, count - breakouts.inMain().length, split.rooms.length);
    return roster.leads() ? t().courseLeading(code, count) : t().course(code, count);
  };
  return (
    <header class={styles.top}>
      <div class={styles.title} ref={props.titleRef}>
        <a class={styles.home} href="/" aria-label={t().home}>
          <Mark />
        </a>
        <div class={styles.words}>
          <div class={styles.named}>
            <h1 lang={PROGRAMME_LANGUAGE}>{session()?.title}</h1>
            <div class={styles.lockedByTitle}>
              <LockedMark order={props.topics.order} />
              {props.lockMark?.()}
            </div>
          </div>
          <p>
            <span class={styles.about}>{about()}</span>{' '}
            <span class={styles.recorded}>{t().notRecorded}</span>
          </p>
        </div>
        <Show when={props.corner}>
          <div class={styles.corner} data-corner>
            {props.corner}
          </div>
        </Show>
      </div>
      <Show when={agenda.items().length > 0}>
        <section class={styles.plan} aria-label={plan().plan}>
          <CurrentItem
            agenda={agenda}
            session={session()?.title ?? ''}
            lead={roster.leads() ? t().leading(roster.here().length) : undefined}
            onNameCut={props.onNameCut}
          />
          <AgendaThread agenda={agenda} lying />
          <div class={styles.lockedByPlan}>
            <LockedMark order={props.topics.order} />
            {props.lockMark?.()}
          </div>
        </section>
      </Show>
    </header>
  );
}
