import { createEffect, createSignal, type JSX, Match, on, Show, Switch } from 'solid-js';
import type { RoomProps } from '../room-props.ts';
import { UnplacedBanner } from './BreakoutBanners.tsx';
import { ChooseScreen } from './ChooseScreen.tsx';
import { InsideHead } from './InsideHead.tsx';
import { OverviewScreen } from './OverviewScreen.tsx';
import { overviewAsked } from './overview-seen.ts';
import { StageChoice, type StageShows } from './StageChoice.tsx';

/**
 * The stage of a session that is split: a teacher who is with all sees the rooms, whoever is to choose one chooses, and a
 * group has its own name and task over the faces. While all are together it is the stage alone.
 */
export function SplitStage(
  props: RoomProps & {
    readonly speakToAll: (() => JSX.Element) | undefined;
    readonly onText: (() => void) | undefined;
    /** The stage as it is without rooms: a function, for it is made only where it is shown. */
    readonly stage: () => JSX.Element;
  },
) {
  const { breakouts, roster } = props.topics;
  const [shows, setShows] = createSignal<StageShows>('rooms');
  createEffect(on([breakouts.isSplit, overviewAsked], () => setShows('rooms'), { defer: true }));
  const withAll = () => breakouts.isSplit() && !breakouts.mineId();
  const leads = () => withAll() && roster.steers();
  const chooses = () => withAll() && !roster.steers() && breakouts.mayChoose() && !breakouts.own();
  return (
    <>
      <Show when={leads()}>
        <StageChoice shows={shows()} onChoose={setShows} />
      </Show>
      <UnplacedBanner room={props.room} topics={props.topics} />
      <Show when={breakouts.mineId()}>
        <InsideHead {...props} />
      </Show>
      <Switch fallback={props.stage()}>
        <Match when={leads() && shows() === 'rooms'}>
          <OverviewScreen room={props.room} topics={props.topics} speakToAll={props.speakToAll} />
        </Match>
        <Match when={chooses()}>
          <ChooseScreen room={props.room} topics={props.topics} />
        </Match>
      </Switch>
    </>
  );
}
