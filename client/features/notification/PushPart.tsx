import { createSignal, For, Match, Switch as OneOf, onMount, Show } from 'solid-js';
import { removePushDevice } from '#shared/features/notification/commands.ts';
import type { PushDeviceId } from '#shared/features/notification/push.ts';
import type { ownNotices } from '#shared/features/notification/queries.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { longDate } from '../../platform/dates.ts';
import { language, useWords } from '../../platform/language.ts';
import { live } from '../../platform/live.ts';
import { isOwnDevice } from '../../platform/own-device-mark.ts';
import { canBePushed, endpointHere, switchPushOff, switchPushOn } from '../../platform/push.ts';
import { announce } from '../../ui/announcer.ts';
import { Button } from '../../ui/Button.tsx';
import { Row, RowList } from '../../ui/RowList.tsx';
import styles from './Notices.module.css';
import { words } from './words.ts';

type Devices = OutputOf<typeof ownNotices>['devices'];

/** Where one is told on the device itself: this one switched on after a press, and those that are on, with a way to end each. */
export function PushPart(props: {
  readonly me: PersonId;
  readonly devices: Devices;
  /** Asks for them anew. */
  readonly onChange: () => void;
}) {
  const t = useWords(words);
  const [here, setHere] = createSignal<string | null>(null);
  const [busy, setBusy] = createSignal(false);
  const [said, setSaid] = createSignal<string>();
  const look = async () => setHere(await endpointHere().catch(() => null));
  onMount(look);
  const isOnHere = () => props.devices.some(({ endpoint }) => endpoint === here());

  function say(news: string): void {
    setSaid(news);
    announce(news);
  }
  async function switchOn(): Promise<void> {
    if (busy()) return;
    setBusy(true);
    const came = await switchPushOn();
    await look();
    setBusy(false);
    say(t().push[came]);
    props.onChange();
  }
  async function remove(deviceId: PushDeviceId, endpoint: string): Promise<void> {
    const outcome = await live.send(removePushDevice, { deviceId }, { lasting: false });
    if (endpoint === here()) await switchPushOff();
    await look();
    say(outcome.ok ? t().push.off : t().refusals[outcome.refusal]);
    props.onChange();
  }
  return (
    <>
      <OneOf>
        <Match when={!canBePushed()}>
          <p class={styles.quiet}>{t().push.cannot}</p>
        </Match>
        <Match when={isOnHere()}>
          <p>{t().push.isOn}</p>
        </Match>
        <Match when={!isOwnDevice(props.me)}>
          <p class={styles.quiet}>
            {t().push.ownFirst} <a href="/din-side">{t().push.toOwnPage}</a>
          </p>
        </Match>
        <Match when={true}>
          <p class={styles.quiet} id="notices-push-about">
            {t().push.about}
          </p>
          <p class={styles.ways}>
            <Button
              size="small"
              aria-describedby="notices-push-about"
              aria-disabled={busy() ? 'true' : undefined}
              onClick={() => void switchOn()}
            >
              {t().push.switchOn}
            </Button>
          </p>
        </Match>
      </OneOf>
      <Show when={props.devices.length > 0}>
        <RowList>
          <For each={props.devices}>
            {({ deviceId, name, addedAt, endpoint }) => (
              <Row
                name={name || t().push.unnamed}
                about={
                  endpoint === here()
                    ? t().push.thisOne
                    : t().push.added(longDate(language(), addedAt))
                }
                after={
                  <Button
                    size="small"
                    look="quiet"
                    onClick={() => void remove(deviceId, endpoint)}
                    aria-label={t().push.endOf(name || t().push.unnamed)}
                  >
                    {t().push.end}
                  </Button>
                }
              />
            )}
          </For>
        </RowList>
      </Show>
      <p>{said()}</p>
    </>
  );
}
