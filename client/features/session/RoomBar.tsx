import { For, type JSX, Show } from 'solid-js';
import { useWords } from '../../platform/language.ts';
import { createBeside, createMediaQuery, WIDE } from '../../platform/media-query.ts';
import { Button } from '../../ui/Button.tsx';
import { leaveIcon } from '../../ui/icons.ts';
import { StepButton } from './agenda/StepButton.tsx';
import { BarButton } from './BarButton.tsx';
import { BackToAll } from './breakout/BackToAll.tsx';
import { HelpButton } from './breakout/HelpButton.tsx';
import { overviewIsSeen } from './breakout/overview-seen.ts';
import { HandButton } from './hand-queue/HandButton.tsx';
import { words as pauseForAllWords } from './pause-for-all/words.ts';
import styles from './RoomBar.module.css';
import type { RoomProps } from './room-props.ts';
import type { News, PanelLink, SeminarParts } from './seminar-parts.ts';
import { words } from './words.ts';

export type RoomBarProps = RoomProps & {
  /** Sound and pictures, where there are any: then a narrow bar has no room for the panels. */
  readonly seminar: SeminarParts | undefined;
  readonly panels: readonly PanelLink[];
  readonly news: () => News;
  /** What is always one press away, where it stands here. */
  readonly corner: JSX.Element;
  readonly onLeave: () => void;
};

/** The controls, always in the same place: one's own hand in the middle, leaving apart at the end. */
export function RoomBar(props: RoomBarProps) {
  const t = useWords(words);
  const wide = createMediaQuery(WIDE);
  const beside = createBeside();
  const steers = () => props.topics.roster.steers();
  /** They see the rooms: first they bring everybody back. On a phone the next step, in the agenda meanwhile, leaves the rooms its place. */
  const leads = () => steers() && overviewIsSeen();
  const isInside = () => props.topics.breakouts.mineId() !== undefined;
  /** Within a room the way back to all has its place, where there is a "Mer" for it to stand in. */
  const leavesFromMore = () => isInside() && props.seminar !== undefined;
  const wayOut: PanelLink = {
    name: 'leave',
    icon: leaveIcon,
    label: () => t().leaveSession,
    open: () => props.onLeave(),
  };
  const panels = (...names: readonly PanelLink['name'][]) =>
    beside() || props.seminar ? [] : props.panels.filter((panel) => names.includes(panel.name));
  const breaks = useWords(pauseForAllWords);
  /** Where the agenda has come to a pause: offered by one press, and never begun by itself. */
  const plannedPause = () => {
    const { pauseForAll } = props.topics;
    const minutes = pauseForAll.planned();
    if (minutes === undefined) return undefined;
    return { words: breaks().startPlanned, act: () => pauseForAll.start(minutes) };
  };
  const hasStep = () => !isInside() && (wide() || !leads());
  const step = () => (
    // Within a room the way back to all comes before the next step, which is for all.
    <Show when={steers() && (hasStep() || panels('to-you').length > 0)}>
      <div class={styles.step}>
        <For each={panels('to-you')}>
          {(panel) => (
            <Button icon={panel.icon} class={styles.toYou} onClick={panel.open}>
              {panel.label()}
            </Button>
          )}
        </For>
        <Show when={hasStep()}>
          <StepButton
            agenda={props.topics.agenda}
            first={plannedPause()}
            rests={leads() || props.topics.round.isOn()}
          />
        </Show>
      </div>
    </Show>
  );
  return (
    <section id="controls" class={styles.bar} tabindex="-1" aria-label={t().controls}>
      <Show when={props.corner}>
        <div class={styles.corner}>{props.corner}</div>
      </Show>
      <Show when={!wide()}>{step()}</Show>
      <div
        class={styles.middle}
        data-six={panels('document').length > 0 || isInside() || undefined}
        data-inside={isInside() ? '' : undefined}
        data-sound={props.seminar && ''}
      >
        <For each={panels('agenda', 'chat')}>
          {(panel) => (
            <BarButton icon={panel.icon} onClick={panel.open}>
              {panel.label()}
            </BarButton>
          )}
        </For>
        <Show when={!props.topics.pause.paused() && props.seminar}>
          {(seminar) => seminar().controls()}
        </Show>
        <Show when={!props.room.seatGivenUp()}>
          <HandButton
            handQueue={props.topics.handQueue}
            filled={!steers() && !props.topics.round.isOn()}
          />
          <HelpButton topics={props.topics} />
        </Show>
        <For each={panels('people', 'document')}>
          {(panel) => (
            <BarButton icon={panel.icon} onClick={panel.open}>
              {panel.short?.() ?? panel.label()}
            </BarButton>
          )}
        </For>
        <Show when={props.seminar}>
          {(seminar) =>
            seminar().more({
              panels: leavesFromMore() ? [...props.panels, wayOut] : props.panels,
              news: props.news,
            })
          }
        </Show>
        <BackToAll topics={props.topics} />
        <Show when={!leavesFromMore()}>
          <div class={styles.leave}>
            <BarButton icon={leaveIcon} leaving onClick={() => props.onLeave()}>
              {t().leave}
            </BarButton>
          </div>
        </Show>
      </div>
      {/* Read and reached where it stands: last on a wide bar, first over a narrow one. */}
      <Show when={wide()}>{step()}</Show>
    </section>
  );
}
