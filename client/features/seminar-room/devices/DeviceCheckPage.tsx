import { createEffect, createSignal, For, type JSX, on, onMount, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { noiseDamped } from '../../../platform/noise.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { cameraIcon, microphoneIcon, networkIcon, playIcon, soundIcon } from '../../../ui/icons.ts';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { hueClass, Portrait } from '../../../ui/Portrait.tsx';
import { browserFamily } from './browser-advice.ts';
import { checkWords } from './check-words.ts';
import styles from './DeviceCheckPage.module.css';
import { DeviceChoice } from './DeviceChoice.tsx';
import { BlurSwitch, NoiseSwitch } from './DeviceSwitches.tsx';
import { createDeviceList } from './device-list.ts';
import { createBlurred, createLevel, createProbe, type Probe, playTone } from './device-probe.ts';
import { EntryChoice } from './EntryChoice.tsx';
import { LineCheck } from './LineCheck.tsx';
import { lineCheckWords } from './line-check-words.ts';
import { type LineSpeed, measureLine } from './line-speed.ts';
import { words } from './words.ts';

const BARS = 16;

/** `/sjekk`, and `/okt/:id/sjekk` before a session: camera, microphone, loudspeaker and network, each tried by a press. */
export function DeviceCheckPage(props: {
  readonly personId: string;
  /** Where the way in leads; none outside a session. */
  readonly roomPath?: string | undefined;
}) {
  const t = useWords(checkWords);
  const line = useWords(lineCheckWords);
  const microphone = createProbe('audioinput');
  const camera = createProbe('videoinput');
  const blurred = createBlurred(camera);
  const { devices, look } = createDeviceList();
  // Browsers name devices only after they were let in, or not at all after a no.
  createEffect(on([microphone.probe, camera.probe], () => void look(), { defer: true }));
  createEffect(
    on(
      noiseDamped,
      () => {
        if (microphone.probe().status === 'on') void microphone.start();
      },
      { defer: true },
    ),
  );
  const [speed, setSpeed] = createSignal<LineSpeed>();
  const measure = async () => {
    setSpeed(undefined);
    setSpeed(await measureLine());
  };
  onMount(() => void measure());
  const stream = (probe: Probe) => (probe.status === 'on' ? probe.stream : undefined);
  return (
    <div class={styles.page}>
      <PageHeader title={props.roomPath ? t().before : t().title} />
      <Show when={props.roomPath}>
        {(path) => (
          <p class={styles.goIn}>
            <LinkButton look="filled" size="large" href={path()}>
              {t().goIn}
            </LinkButton>
          </p>
        )}
      </Show>
      <div class={styles.halves}>
        <section class={styles.mirror} aria-label={t().mirror}>
          <div class={`${styles.frame} ${hueClass(props.personId)}`}>
            <Portrait personId={props.personId} size="frame" />
            <Show when={stream(camera.probe())}>
              {(seen) => <Mirror stream={blurred() ?? seen()} />}
            </Show>
          </div>
          <p>{camera.probe().status === 'on' ? t().cameraIsOn : t().cameraIsOff}</p>
          <Trouble probe={camera.probe()} source="camera" />
          <div class={styles.acts}>
            <Button
              icon={cameraIcon}
              onClick={() => (camera.probe().status === 'on' ? camera.stop() : camera.start())}
            >
              {camera.probe().status === 'on' ? t().turnOff : t().turnOn}
            </Button>
            <DeviceChoice brief kind="videoinput" devices={devices()} onChange={camera.start} />
          </div>
          <BlurSwitch />
          <p class={styles.quiet}>
            {t().notRecorded} {t().inside}
          </p>
        </section>
        <section aria-labelledby="works">
          <h2 id="works">{t().works}</h2>
          <p class={styles.quiet}>{t().skip}</p>
          <ul class={styles.tests}>
            <Test icon={microphoneIcon} name={t().microphone}>
              <Show
                when={stream(microphone.probe())}
                keyed
                fallback={
                  <>
                    <p>{t().microphoneAbout}</p>
                    <Trouble probe={microphone.probe()} source="microphone" />
                  </>
                }
              >
                {(heard) => <Level stream={heard} />}
              </Show>
              <div class={styles.acts}>
                <Button
                  size="small"
                  onClick={() =>
                    microphone.probe().status === 'on' ? microphone.stop() : microphone.start()
                  }
                >
                  {microphone.probe().status === 'on' ? t().stop : t().test}
                  <span class="visually-hidden"> {t().microphone}</span>
                </Button>
                <DeviceChoice
                  brief
                  kind="audioinput"
                  refused={microphone.probe().status === 'failed'}
                  devices={devices()}
                  onChange={microphone.start}
                />
              </div>
              <NoiseSwitch />
            </Test>
            <Test icon={soundIcon} name={t().speaker}>
              <p>{t().speakerAbout}</p>
              <div class={styles.acts}>
                <Button size="small" icon={playIcon} onClick={playTone}>
                  {t().playTone}
                </Button>
                <DeviceChoice brief kind="audiooutput" devices={devices()} onChange={playTone} />
              </div>
            </Test>
            <Test icon={networkIcon} name={line().name}>
              <p role="status">{speedWords(speed())}</p>
              <LineCheck onStart={measure} />
            </Test>
          </ul>
          <EntryChoice />
        </section>
      </div>
    </div>
  );

  function speedWords(measured: LineSpeed | undefined): string {
    return measured ? t().speeds[measured] : t().measuring;
  }
}

function Test(props: {
  readonly icon: string;
  readonly name: string;
  readonly children: JSX.Element;
}) {
  return (
    <li>
      <h3>
        <Icon path={props.icon} />
        {props.name}
      </h3>
      {props.children}
    </li>
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

function Level(props: { readonly stream: MediaStream }) {
  const t = useWords(checkWords);
  const { level, silent } = createLevel(props.stream);
  return (
    <>
      <p role="status">{silent() ? t().hearsNothing : t().hearsYou}</p>
      <div class={styles.level} aria-hidden="true">
        <For each={Array.from({ length: BARS }, (_, bar) => bar)}>
          {(bar) => <i classList={{ [styles.lit ?? '']: level() * BARS > bar }} />}
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
