import {
  type Accessor,
  createComputed,
  createEffect,
  createMemo,
  createSignal,
  on,
  onCleanup,
} from 'solid-js';
import type { MediaLine } from '../../../platform/media-line.ts';
import { noiseDamped } from '../../../platform/noise.ts';
import type { OwnSources } from '../own-sources.ts';
import { blurWanted, makeBlur } from './blur-choice.ts';
import { createDeviceFollower, type DeviceFollower } from './device-follower.ts';
import { complaintOf, type MicrophoneHealth, readMicrophone } from './microphone-health.ts';
import { isUnanswered, type Outbound, watchOutbound } from './outbound-watch.ts';

const READ_MS = 1_000;

export type OwnDevices = DeviceFollower & {
  /** What should be said of one's own open microphone, if anything. */
  readonly complaint: Accessor<'silent' | 'dead' | undefined>;
  /** Whether what it gives gets through to the media server. */
  readonly outbound: Accessor<Outbound['status']>;
  /** The line has gone dead, and will not come back by itself. */
  readonly unanswered: Accessor<boolean>;
  readonly revive: () => Promise<void>;
};

/** Carries what is chosen for one's own devices to the line, and looks after the microphone while it is open. */
export function createOwnDevices(
  line: Accessor<MediaLine | undefined>,
  own: OwnSources,
): OwnDevices {
  const unchanged = () => own.failed({ source: 'camera', why: 'unchanged' });
  const blurs = createMemo(blurWanted);
  // Before any effect: on a new line, that is before the camera is put through, so that no room is shown for a moment.
  createComputed(() => {
    const to = line();
    const change = blurs() ? makeBlur(unchanged) : undefined;
    // A picture that cannot be changed any more has ended already; what is left is to say so.
    void to?.changePicture(change).catch(unchanged);
  });
  const follower = createDeviceFollower(own);
  createEffect(on(noiseDamped, () => void line()?.renewMicrophone(), { defer: true }));

  const [health, setHealth] = createSignal<MicrophoneHealth>({ status: 'closed' });
  const [outbound, setOutbound] = createSignal<Outbound>({ status: 'unknown' });
  const read = async () => {
    const sound = own.wanted('microphone') ? await line()?.ownSound() : undefined;
    setHealth((before) => readMicrophone(before, sound, Date.now()));
    setOutbound((before) => watchOutbound(before, sound, Date.now()));
  };
  // What was read of the line before says nothing of this one.
  createEffect(on(line, () => setOutbound({ status: 'unknown' }), { defer: true }));
  const timer = setInterval(read, READ_MS);
  // After a call an iPhone shows the page again and gives it a microphone that is dead (WebKit): not a moment later.
  const seen = () => {
    if (document.visibilityState === 'visible') void read();
  };
  document.addEventListener('visibilitychange', seen);
  onCleanup(() => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', seen);
  });
  return {
    ...follower,
    complaint: createMemo(() => complaintOf(health(), Date.now())),
    outbound: createMemo(() => outbound().status),
    unanswered: createMemo(() => isUnanswered(outbound())),
    async revive() {
      setHealth({ status: 'closed' });
      try {
        await line()?.startSound();
        await line()?.reviveMicrophone();
      } catch {
        own.failed({ source: 'microphone', why: 'unplugged' });
      }
    },
  };
}
