import { type Accessor, createEffect, createSignal, on, untrack } from 'solid-js';
import type { DeviceKind } from '../../platform/chosen-devices.ts';
import {
  DeviceFailure,
  type DeviceTrouble,
  type MediaLine,
  type MediaSource,
} from '../../platform/media-line.ts';
import { type OwnSource, SILENT, toSwitch, wish } from './join/mute-intent.ts';
import { makePublishQueue } from './join/publish-queue.ts';

/** The media server takes a source before our own server has said why. */
const JUST_MS = 3_000;

/** What could not be switched on, or stopped under way, and why. */
export type Trouble =
  | { readonly source: OwnSource; readonly why: DeviceTrouble | 'unplugged' }
  /** The background could not be blurred, and so nothing is shown. */
  | { readonly source: 'camera'; readonly why: 'unchanged' };

export type OwnSources = {
  /** What the person wants to send; what is sent follows it. */
  readonly wanted: (source: OwnSource) => boolean;
  readonly press: (source: OwnSource, on: boolean) => void;
  /** A teacher, a pulled plug or the browser's own bar took it. */
  readonly taken: (source: MediaSource) => void;
  /** It was on until somebody took it a moment ago. */
  readonly justTaken: (source: OwnSource) => boolean;
  /** It stopped of itself, which has to be said. */
  readonly failed: (trouble: Trouble) => void;
  readonly soundOnly: () => void;
  /** Takes up another device in its turn: never while its source is being switched, and never one that is off. */
  readonly useDevice: (kind: DeviceKind) => void;
  /** Looks whether what is sent is what is wanted: after a line has mended itself it need not be. */
  readonly look: () => void;
  /** What one may send from now on: that one might not is said no longer. */
  readonly mayNow: (sources: readonly MediaSource[]) => void;
  /** One's shared screen ended because the line was made anew: it can be shared again, by a press. */
  readonly shareEnded: Accessor<boolean>;
  readonly dismissShareEnded: () => void;
  readonly trouble: Accessor<Trouble | undefined>;
  readonly dismissTrouble: () => void;
};

/**
 * One's own microphone, camera and screen. The wish is kept here, beside the line, and put through after every press
 * and every reconnection, one switch at a time.
 */
export function createOwnSources(
  line: Accessor<MediaLine | undefined>,
  /** What keeps a source off although it is pressed: nothing of it is opened then. */
  keptOff: (source: OwnSource) => Trouble | undefined = () => undefined,
  /** One is on pause: what was on goes off at once, and no press turns anything on. */
  onPause: Accessor<boolean> = () => false,
): OwnSources {
  const [intent, setIntent] = createSignal(SILENT);
  const [trouble, setTrouble] = createSignal<Trouble>();
  const [shareEnded, setShareEnded] = createSignal(false);

  /** Kinds of which another device is to be taken up. */
  const devices = new Set<DeviceKind>();

  async function takeUpDevices(to: MediaLine): Promise<void> {
    for (const kind of devices) {
      devices.delete(kind);
      try {
        await to.useDevice(kind);
      } catch (error) {
        // Where the browser lets nobody choose a loudspeaker, the sound comes from its own, as before.
        if (kind === 'audiooutput') continue;
        const source = kind === 'videoinput' ? 'camera' : 'microphone';
        setIntent((now) => wish(now, { type: 'taken', source }));
        setTrouble(troubleWith(source, whyOf(error)));
      }
    }
  }

  const queue = makePublishQueue(async (current) => {
    const to = line();
    if (to) await takeUpDevices(to);
    while (to && current()) {
      const [step] = toSwitch(intent(), to.own());
      if (!step) return;
      try {
        await to.send(step.source, step.on);
        if (step.source === 'screen' && step.on) setShareEnded(false);
      } catch (error) {
        // Of a line that was given up meanwhile it says nothing: the next one tries.
        if (!current()) return;
        const why = whyOf(error);
        setIntent((now) => wish(now, { type: 'taken', source: step.source }));
        // Closing the choice of screens is a no, not a trouble.
        if (step.source === 'screen' && why === 'denied') continue;
        setTrouble(troubleWith(step.source, why));
      }
    }
  });

  createEffect(
    on(line, (now, before) => {
      queue.renew();
      // Also from one room to another, where one line follows upon the other: a screen is not taken there unasked.
      if (now && now !== before) {
        if (untrack(intent).screen) setShareEnded(true);
        setIntent((wished) => wish(wished, { type: 'joined-anew' }));
      }
      queue.nudge();
      return now;
    }),
  );

  createEffect(() => {
    if (!onPause()) return;
    untrack(() => {
      setIntent(SILENT);
      setShareEnded(false);
      queue.nudge();
    });
  });

  const own = (source: MediaSource): source is OwnSource => source !== 'screen-audio';
  const takenAt = new Map<OwnSource, number>();
  return {
    wanted: (source) => intent()[source],
    press(source, pressed) {
      if (pressed && onPause()) return;
      const kept = pressed ? keptOff(source) : undefined;
      setTrouble(kept);
      if (kept) return;
      takenAt.delete(source);
      setIntent((now) => wish(now, { type: 'pressed', source, on: pressed }));
      queue.nudge();
    },
    taken(source) {
      if (!own(source)) return;
      // Also said from effects, which must not follow what they change.
      if (untrack(intent)[source]) takenAt.set(source, Date.now());
      if (source === 'screen') setShareEnded(false);
      setIntent((now) => wish(now, { type: 'taken', source }));
      queue.nudge();
    },
    justTaken: (source) => Date.now() - (takenAt.get(source) ?? 0) < JUST_MS,
    failed(happened) {
      setIntent((now) => wish(now, { type: 'taken', source: happened.source }));
      setTrouble(happened);
      queue.nudge();
    },
    soundOnly() {
      setIntent((now) => wish(now, { type: 'sound-only' }));
      queue.nudge();
    },
    useDevice(kind) {
      devices.add(kind);
      queue.nudge();
    },
    look: queue.nudge,
    mayNow(sources) {
      setTrouble((said) =>
        said?.why === 'locked' && sources.includes(said.source) ? undefined : said,
      );
    },
    shareEnded,
    dismissShareEnded: () => setShareEnded(false),
    trouble,
    dismissTrouble: () => setTrouble(undefined),
  };
}

const whyOf = (error: unknown) => (error instanceof DeviceFailure ? error.trouble : 'other');

const troubleWith = (source: OwnSource, why: ReturnType<typeof whyOf>): Trouble =>
  why === 'unchanged' ? { source: 'camera', why } : { source, why };
