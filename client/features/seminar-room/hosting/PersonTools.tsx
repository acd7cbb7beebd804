import { onCleanup, onMount, Show } from 'solid-js';
import type { RosterEntry } from '#shared/features/session/roster/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import {
  cameraOffIcon,
  doorIcon,
  leaveIcon,
  lockIcon,
  microphoneIcon,
  microphoneOffIcon,
  pinIcon,
  screenIcon,
  spotlightIcon,
} from '../../../ui/icons.ts';
import { SteadyWords } from '../../../ui/SteadyWords.tsx';
import { lobbyWords } from '../../session/public.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import { createPinning } from '../stage/TileMenu.tsx';
import { words as stageWords } from '../stage/words.ts';
import type { Hosting } from './hosting.ts';
import styles from './PersonTools.module.css';
import { words } from './words.ts';

type ToolsProps = {
  readonly room: SeminarRoom;
  readonly hosting: Hosting;
  readonly entry: RosterEntry;
};

/** For whom they are unfolded, in all of the list: one at a time. */
type ToolsOpen = {
  readonly openFor: () => PersonId | undefined;
  readonly setOpenFor: (personId: PersonId | undefined) => void;
};

/** What a teacher can do for one person: folded away behind "Valg", so that the list stays a list. */
export function PersonTools(props: ToolsProps & ToolsOpen) {
  const t = useWords(words);
  const isOpen = () => props.openFor() === props.entry.personId;
  const turn = () => props.setOpenFor(isOpen() ? undefined : props.entry.personId);
  let button: HTMLButtonElement | undefined;
  // Folded away with its row: it does not lie in wait for the list to be opened anew.
  onCleanup(() => isOpen() && props.setOpenFor(undefined));
  // Escape folds them away, and leaves the sheet around: that is the next one.
  const closes = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen()) return;
    event.preventDefault();
    event.stopPropagation();
    turn();
    button?.focus();
  };
  return (
    <>
      <Button
        ref={button}
        look="quiet"
        size="small"
        aria-expanded={isOpen()}
        onClick={turn}
        onKeyDown={closes}
      >
        {t().choices}
        <span class="visually-hidden"> {t().for(props.entry.displayName)}</span>
      </Button>
      <Show when={isOpen()}>
        <Tools {...props} onKeyDown={closes} />
      </Show>
    </>
  );
}

/**
 * Each has its own place, as wide and as high whatever it says, and rests there while there is nothing for it to do:
 * what the person does meanwhile puts no other choice under the finger. Removing stands apart.
 */
function Tools(props: ToolsProps & { readonly onKeyDown: (event: KeyboardEvent) => void }) {
  const t = useWords(words);
  const stage = useWords(stageWords);
  const lobby = useWords(lobbyWords);
  const id = () => props.entry.personId;
  const name = () => props.entry.displayName;
  const media = () => props.room.person(id());
  const controls = () => props.room.controls();
  const isLive = () => media()?.microphone === 'live';
  const asked = () => controls().asks.some((ask) => ask.personId === id());
  const spotlit = () => controls().spotlightId === id();
  const mayShare = () => props.room.inBreakout() || controls().screenAllowed.includes(id());
  const teaches = () => props.entry.part === 'teacher';
  /** Then this person could only answer by a press that does nothing. */
  const locked = () => controls().microphonesLocked && !teaches();
  /** Nobody is asked for anything on a pause. */
  const paused = () => props.room.session.topics.pause.isPaused(id());
  const { hosting } = props;
  const pinning = createPinning({
    room: props.room,
    get personId() {
      return id();
    },
    get name() {
      return name();
    },
  });
  /** What has to do with sound and picture is for those whom one hears. */
  const withMe = () => props.room.session.topics.breakouts.withMe(id());
  let tools: HTMLFieldSetElement | undefined;
  // As far down as there is room with the name of whom it concerns, which stays at the edge when one goes on.
  onMount(() => tools?.closest('li')?.scrollIntoView({ block: 'nearest' }));
  return (
    <fieldset
      ref={tools}
      class={styles.tools}
      aria-label={`${t().choices} ${t().for(name())}`}
      onKeyDown={props.onKeyDown}
    >
      <Show when={withMe()}>
        <Tool
          name={name()}
          icon={pinIcon}
          says={pinning.label()}
          also={pinning.pinned() ? stage().pin : stage().unpin}
          onPress={pinning.toggle}
        />
        <Tool
          name={name()}
          icon={spotlightIcon}
          says={spotlit() ? t().spotlightOn : t().spotlight}
          also={spotlit() ? t().spotlight : t().spotlightOn}
          pressed={spotlit()}
          // For the room with all.
          rests={!media() || props.room.inBreakout()}
          onPress={() => hosting.spotlight(spotlit() ? null : id())}
        />
        <Tool
          name={name()}
          icon={microphoneOffIcon}
          says={t().mute}
          rests={!isLive()}
          onPress={() => hosting.mute(id())}
        />
        <Tool
          name={name()}
          icon={locked() ? lockIcon : microphoneIcon}
          says={asked() ? t().asked : t().ask}
          also={asked() ? t().ask : t().asked}
          pressed={asked()}
          rests={!media() || isLive() || locked() || paused()}
          because={locked() ? t().microphonesLocked : undefined}
          onPress={() => hosting.ask(id())}
        />
        <div class={styles.pair}>
          <Tool
            name={name()}
            icon={cameraOffIcon}
            says={t().stopCamera}
            rests={!media()?.camera}
            onPress={() => hosting.stop(id(), 'camera')}
          />
          <Tool
            name={name()}
            icon={screenIcon}
            says={t().stopScreen}
            rests={!media()?.screen}
            onPress={() => hosting.stop(id(), 'screen')}
          />
        </div>
        <Show when={!teaches()}>
          <Tool
            name={name()}
            icon={screenIcon}
            says={mayShare() ? t().withdrawScreen : t().allowScreen}
            also={mayShare() ? t().allowScreen : t().withdrawScreen}
            // In a breakout everybody may.
            rests={!media() || props.room.inBreakout()}
            onPress={() => hosting.allowScreen(id(), !mayShare())}
          />
        </Show>
      </Show>
      <Show when={!teaches()}>
        <div class={styles.apart}>
          <Tool
            name={name()}
            icon={doorIcon}
            says={lobby().sendBack}
            onPress={() => hosting.sendBack(id())}
          />
          <Tool
            name={name()}
            icon={leaveIcon}
            danger
            says={t().remove}
            onPress={() => hosting.remove(id())}
          />
        </div>
      </Show>
    </fieldset>
  );
}

function Tool(props: {
  /** Whom it concerns, read with what it does. */
  readonly name: string;
  readonly icon?: string;
  readonly says: string;
  /** What it says at other times. */
  readonly also?: string;
  readonly pressed?: boolean;
  readonly rests?: boolean;
  /** Why it rests, in place of what it says, where nothing else tells. */
  readonly because?: string | undefined;
  readonly danger?: boolean;
  readonly onPress: () => void;
}) {
  return (
    <Button
      look="quiet"
      size="small"
      wide
      icon={props.icon}
      danger={props.danger}
      aria-label={[`${props.says}: ${props.name}`, props.because].filter(Boolean).join('. ')}
      aria-pressed={props.pressed}
      // Not `disabled`: whoever has just pressed it keeps the focus.
      aria-disabled={props.rests || undefined}
      onClick={({ detail }) => {
        // The second half of a double press was meant for what stood there before.
        if (!props.rests && detail <= 1) props.onPress();
      }}
    >
      <SteadyWords says={props.because ?? props.says} also={props.also} />
    </Button>
  );
}
