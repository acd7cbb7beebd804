import { createEffect, For, type JSX, on, Show, untrack } from 'solid-js';
import type { SessionId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { noiseDamped } from '../../../platform/noise.ts';
import { createLevel } from '../../../platform/sound-level.ts';
import { Button } from '../../../ui/Button.tsx';
import { cameraIcon, microphoneIcon } from '../../../ui/icons.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { hueClass, Portrait } from '../../../ui/Portrait.tsx';
import { SteadyWords } from '../../../ui/SteadyWords.tsx';
import { createRoomOpen } from '../room-open.ts';
import { browserFamily } from './browser-advice.ts';
import { checkWords } from './check-words.ts';
import styles from './DeviceCheckPage.module.css';
import { DeviceChoice, WhyNoChoice } from './DeviceChoice.tsx';
import { BlurSwitch, NoiseSwitch } from './DeviceSwitches.tsx';
import { createDeviceList, type Device } from './device-list.ts';
import { createBlurred, createProbe, type Probe } from './device-probe.ts';
import { EntryChoice } from './EntryChoice.tsx';
import { LineCheck } from './LineCheck.tsx';
import { SpeakerTest } from './SpeakerTest.tsx';
import { TestRow } from './TestRow.tsx';
import { WayIn } from './WayIn.tsx';
import { words } from './words.ts';

const BARS = 16;

export type DeviceCheckPageProps = {
  readonly personId: string;
  /** The session that one is about to go into; none outside of one. */
  readonly sessionId?: SessionId;
  /** When it is, and under the heading which it is and who is there: from the session's own slice. */
  readonly when?: JSX.Element;
  readonly about?: JSX.Element;
  /** Whether there is a way in just now. */
  readonly open?: boolean;
  /** One looks at the session from outside, and may never be in it: how is nothing to choose. */
  readonly notInvited?: boolean;
};

/** `/sjekk`, and `/okt/:id/sjekk` before a session: camera, microphone, loudspeaker and network, each tried by a press. */
export function DeviceCheckPage(props: DeviceCheckPageProps) {
  const t = useWords(checkWords);
  const microphone = createProbe('audioinput');
  const camera = createProbe('videoinput');
  const inside = createRoomOpen(untrack(() => props.sessionId));
  createEffect(
    on(
      noiseDamped,
      () => {
        if (microphone.probe().status === 'on') void microphone.start();
      },
      { defer: true },
    ),
  );
  const { devices, look } = createDeviceList();
  // Browsers name devices only after they were let in, or not at all after a no.
  createEffect(on([microphone.probe, camera.probe], () => void look(), { defer: true }));
  const before = () => props.sessionId !== undefined && !inside();
  return (
    <>
      {/* The door answers in its own time: the line that says when has its place before. */}
      <PageHeader
        above={props.when || (props.sessionId && '\u00a0')}
        title={before() ? t().before : t().title}
      />
      <Show when={props.sessionId || inside()}>
        <div class={styles.entrance}>
          <div class={`${styles.quiet} ${styles.about}`}>
            <p>{props.about}</p>
            <Show when={inside()}>
              <p>{t().insideAlready}</p>
            </Show>
          </div>
          <Show when={props.open || inside()}>
            <WayIn roomPath={`/okt/${props.sessionId}`} inside={inside()} />
          </Show>
        </div>
      </Show>
      {/* Before all that is tried: whatever is said of a device moves none of it. */}
      <Show when={!inside() && !props.notInvited}>
        <EntryChoice />
      </Show>
      <div class={styles.halves}>
        <Picture personId={props.personId} camera={camera} devices={devices()} inside={inside()} />
        <section aria-labelledby="works">
          <h2 id="works">{t().works}</h2>
          <p class={styles.quiet}>{t().skip}</p>
          <ul class={styles.tests}>
            <MicrophoneTest microphone={microphone} devices={devices()} inside={inside()} />
            <SpeakerTest devices={devices()} />
            <LineCheck />
          </ul>
        </section>
      </div>
    </>
  );
}

type Tried = ReturnType<typeof createProbe>;
type TriedProps = {
  readonly devices: readonly Device[] | undefined;
  /** The room is open in another tab, where one may be heard and seen already. */
  readonly inside: boolean;
};

const streamOf = ({ probe }: Tried) => {
  const now = probe();
  return now.status === 'on' ? now.stream : undefined;
};

/** How the others would see one, and what one's picture and sound are to be like. */
function Picture(props: TriedProps & { readonly personId: string; readonly camera: Tried }) {
  const t = useWords(checkWords);
  const { camera } = props;
  const blurred = createBlurred(camera);
  const isOn = () => camera.probe().status === 'on';
  // How the others see one who is in the room is not known here.
  const says = () => {
    if (props.inside) return isOn() ? t().cameraIsOnToo : t().cameraIsOffHere;
    return isOn() ? t().cameraIsOn : t().cameraIsOff;
  };
  return (
    <div class={styles.mirror}>
      <section class={styles.mirror} aria-label={props.inside ? t().ownPicture : t().mirror}>
        <div class={`${styles.frame} ${hueClass(props.personId)}`}>
          <Portrait personId={props.personId} size="frame" />
          <Show when={streamOf(camera)}>{(seen) => <Mirror stream={blurred() ?? seen()} />}</Show>
        </div>
        <p>{says()}</p>
        <div class={styles.acts}>
          <Button icon={cameraIcon} onClick={() => (isOn() ? camera.stop() : camera.start())}>
            {isOn() ? t().turnOff : t().turnOn}
          </Button>
          <DeviceChoice brief kind="videoinput" devices={props.devices} />
        </div>
        <Trouble probe={camera.probe()} source="camera" />
        <Show when={camera.probe().status === 'failed'}>
          <WhyNoChoice kind="videoinput" devices={props.devices} />
        </Show>
      </section>
      <div>
        <BlurSwitch />
        <NoiseSwitch />
      </div>
      <p class={styles.quiet}>
        {t().notRecorded} {props.inside ? '' : t().inside}
      </p>
    </div>
  );
}

function MicrophoneTest(props: TriedProps & { readonly microphone: Tried }) {
  const t = useWords(checkWords);
  const { microphone } = props;
  const isOn = () => microphone.probe().status === 'on';
  return (
    <TestRow
      icon={microphoneIcon}
      name={t().microphone}
      about={
        <Show
          when={streamOf(microphone)}
          keyed
          fallback={<Level says={t().microphoneAbout} level={0} />}
        >
          {(heard) => <Heard stream={heard} inside={props.inside} />}
        </Show>
      }
      act={
        <>
          <DeviceChoice brief labelHidden kind="audioinput" devices={props.devices} />
          <Button size="small" onClick={() => (isOn() ? microphone.stop() : microphone.start())}>
            {isOn() ? t().stop : t().test}
            <span class="visually-hidden"> {t().microphone}</span>
          </Button>
        </>
      }
      below={
        <>
          <Trouble probe={microphone.probe()} source="microphone" />
          <Show when={microphone.probe().status === 'failed'}>
            <WhyNoChoice kind="audioinput" devices={props.devices} />
          </Show>
        </>
      }
    />
  );
}

function Mirror(props: { readonly stream: MediaStream }) {
  return (
    <span aria-hidden="true">
      <video
        ref={(video) => {
          createEffect(() => {
            video.srcObject = props.stream;
          });
        }}
        autoplay
        muted
        playsinline
      />
    </span>
  );
}

function Heard(props: { readonly stream: MediaStream; readonly inside: boolean }) {
  const t = useWords(checkWords);
  const { level, silent } = createLevel(props.stream);
  const says = () => (silent() ? t().hearsNothing : props.inside ? t().hearsYouToo : t().hearsYou);
  return <Level says={says()} level={level()} />;
}

/** How much is heard, and what it means. As high before as after, whatever it says: what stands below keeps its place. */
function Level(props: { readonly says: string; readonly level: number }) {
  const t = useWords(checkWords);
  return (
    <>
      <p role="status" class={styles.says}>
        <SteadyWords says={props.says} also={t().hearsNothing} />
      </p>
      <div class={styles.level} aria-hidden="true">
        <For each={Array.from({ length: BARS }, (_, bar) => bar)}>
          {(bar) => <i classList={{ [styles.lit ?? '']: props.level * BARS > bar }} />}
        </For>
      </div>
    </>
  );
}

/** What went wrong with a device, and what to do about it in this browser. */
function Trouble(props: { readonly probe: Probe; readonly source: 'microphone' | 'camera' }) {
  const t = useWords(words);
  const why = () => (props.probe.status === 'failed' ? props.probe.why : undefined);
  const advice = () => {
    switch (why()) {
      case 'denied':
        return t().allow[browserFamily(navigator.userAgent, navigator.maxTouchPoints)];
      case 'missing':
        return t().plugIn;
      case 'busy':
        return t().closeOthers;
      default:
        return t().restart;
    }
  };
  return (
    <Show when={why()}>
      {(known) => (
        <p class={styles.trouble} role="alert">
          <b>{t().trouble[known()][props.source]}</b> {advice()}
        </p>
      )}
    </Show>
  );
}
