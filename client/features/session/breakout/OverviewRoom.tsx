import { createMemo, Match, type ParentProps, Show, Switch } from 'solid-js';
import type { Breakout } from '#shared/features/session/breakout/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { BreakoutId, PersonId } from '#shared/kernel/ids.ts';
import { inARow, language, PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { currentTime } from '../../../platform/server-clock.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { heedful } from '../../../ui/heed.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { documentIcon, doorIcon, editIcon, handIcon } from '../../../ui/icons.ts';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import type { RoomProps } from '../room-props.ts';
import { words } from './lead-words.ts';
import { OverviewMove } from './OverviewMove.tsx';
import { OverviewRing } from './OverviewRing.tsx';
import styles from './OverviewRoom.module.css';
import { activityOf, doorOf, minutesSince, peopleOf } from './overview.ts';
import { inSentence } from './room-name.ts';

/** Where «Gå til» leads. */
export const headingOf = (id: BreakoutId): string => `breakout-${id}`;

type OverviewRoomProps = RoomProps & {
  readonly id: BreakoutId;
  readonly nth: number;
  /** When the group last wrote in its text; null for never, undefined while that is not known. */
  readonly writtenAt: Instant | null | undefined;
  readonly teachers: ReadonlySet<PersonId>;
};
type PartProps = OverviewRoomProps & { readonly group: Breakout };

/** One group as a teacher sees it from outside: who is there, what they ask, how their text comes on, and the way in. */
export function OverviewRoom(props: OverviewRoomProps) {
  const t = useWords(words);
  // As it is now, by its id: the state has it anew with each fact, and its row must stand.
  const group = createMemo(() =>
    props.topics.breakouts.split()?.rooms.find(({ id }) => id === props.id),
  );
  const students = (now: Breakout) =>
    [...new Set([...now.inside, ...now.members])].filter((one) => !props.teachers.has(one));
  return (
    <Show when={group()}>
      {(now) => (
        <li class={styles.room}>
          <OverviewRing people={now().inside} number={props.nth + 1} asks={now().called !== null} />
          <div class={styles.words}>
            <h4 id={headingOf(props.id)} tabindex="-1" lang={PROGRAMME_LANGUAGE}>
              {now().name}
            </h4>
            <Who {...props} group={now()} />
            <Asks {...props} group={now()} />
          </div>
          <div class={styles.foot}>
            <div class={styles.ways}>
              <DoorButton {...props} group={now()} />
              <Show when={now().documentId}>
                {(documentId) => (
                  <LinkButton
                    look="quiet"
                    size="small"
                    href={`/dokument/${documentId()}`}
                    target="_blank"
                  >
                    {t().overview.read}
                    <span class="visually-hidden">
                      {' '}
                      {t().overview.to(inSentence(now().name))}, {t().overview.ownTab}
                    </span>
                  </LinkButton>
                )}
              </Show>
            </div>
            <OverviewMove
              {...props}
              people={students(now())}
              from={props.id}
              name={inSentence(now().name)}
            />
          </div>
        </li>
      )}
    </Show>
  );
}

function Who(props: PartProps) {
  const t = useWords(words);
  const { roster, pause } = props.topics;
  const people = createMemo(() => peopleOf(props.group, pause.isPaused));
  const named = (ids: readonly PersonId[]) =>
    inARow(
      language(),
      ids.map((personId) => roster.markedName(personId)),
    );
  const who = () => {
    const { there, paused } = people();
    if (there.length + paused.length === 0) return [t().overview.empty];
    return [
      ...(there.length > 0 ? [`${named(there)}.`] : []),
      ...(paused.length > 0 ? [t().overview.paused(named(paused), paused.length)] : []),
    ];
  };
  return (
    <>
      <p class={styles.names}>{who().join(' ')}</p>
      <Show when={people().notInside.length > 0}>
        <p class={styles.names}>{t().overview.notInside(named(people().notInside))}</p>
      </Show>
    </>
  );
}

function Asks(props: PartProps) {
  const t = useWords(words);
  const { roster } = props.topics;
  const activity = () =>
    props.group.documentId === null || props.writtenAt === undefined
      ? undefined
      : activityOf(props.writtenAt, currentTime());
  const writtenAgo = () => {
    const now = activity();
    return typeof now === 'object' ? now.minutes : undefined;
  };
  const hands = () =>
    inARow(
      language(),
      props.group.hands.map((personId) => roster.nameOf(personId)),
    );
  return (
    <>
      <Show when={props.group.called}>
        {(call) => (
          <p class={styles.call}>
            <Icon path={handIcon} small />
            <span>
              <b>{t().overview.call}</b>{' '}
              {t().overview.hasWaited(minutesSince(call().at, currentTime()))}
            </span>
          </p>
        )}
      </Show>
      <ul class={styles.signs}>
        <Show when={props.group.knocks.some(({ by }) => by === props.room.me)}>
          <Sign icon={doorIcon}>{t().overview.youKnock}</Sign>
        </Show>
        <Show when={props.group.minuteAsked}>
          <Sign icon={handIcon}>{t().overview.asksForMinute}</Sign>
        </Show>
        <Show when={props.group.hands.length > 0}>
          <Sign icon={handIcon}>{t().overview.hands(props.group.hands.length, hands())}</Sign>
        </Show>
        <Switch>
          <Match when={activity() === 'writes'}>
            <Sign icon={editIcon} strong>
              {t().overview.writesNow}
            </Sign>
          </Match>
          <Match when={activity() === 'never'}>
            <Sign icon={documentIcon}>{t().overview.notWritten}</Sign>
          </Match>
          <Match when={writtenAgo()}>
            {(minutes) => <Sign icon={documentIcon}>{t().overview.writtenAgo(minutes())}</Sign>}
          </Match>
        </Switch>
      </ul>
    </>
  );
}

function Sign(props: ParentProps<{ readonly icon: string; readonly strong?: boolean }>) {
  return (
    <li data-strong={props.strong ? '' : undefined}>
      <Icon path={props.icon} small />
      <span>{props.children}</span>
    </li>
  );
}

/** The way in: at once where one is asked for, else by a knock that somebody inside answers, or that is taken back. */
function DoorButton(props: PartProps) {
  const t = useWords(words);
  const { breakouts } = props.topics;
  const name = () => inSentence(props.group.name);
  const door = () => doorOf(props.group, props.room.me, props.teachers);
  const press = heedful(door, (now) => {
    if (now === 'open') return void breakouts.goTo(props.id);
    if (now === 'closed') return void knock();
    // Whoever goes nowhere knocks nowhere.
    void breakouts.goTo(null);
  });
  const knock = async () => {
    const said = `${t().overview.knocks} ${t().overview.at(name())}`;
    if (await breakouts.knock(props.id)) announce(said);
  };
  return (
    <Button
      size="small"
      icon={doorIcon}
      title={door() === 'knocking' ? t().overview.knocksAbout : undefined}
      {...press}
    >
      {t().overview[DOORS[door()]]}
      <span class="visually-hidden">
        {' '}
        {door() === 'open' ? t().overview.to(name()) : t().overview.at(name())}
      </span>
    </Button>
  );
}

const DOORS = { open: 'enter', closed: 'knock', knocking: 'knockBack' } as const;
