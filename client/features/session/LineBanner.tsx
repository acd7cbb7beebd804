import {
  createEffect,
  createMemo,
  createSignal,
  Match,
  on,
  onCleanup,
  Show,
  Switch,
} from 'solid-js';
import { useWords } from '../../platform/language.ts';
import { announce, announceAtOnce } from '../../ui/announcer.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { offlineIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { lineTrouble } from './line-trouble.ts';
import type { Room } from './session-room.ts';
import { words } from './words.ts';

/** A drop that is over sooner shows nothing (docs/promises.md X6: one second is no visible change). */
const PATIENCE_MS = 2_500;
const TICK_MS = 1_000;

/**
 * How the line is, when it is not as it should be: what is safe comes first, and nothing is covered. `again`: it stands
 * somewhere already and speaks from there.
 */
export function LineBanner(props: { readonly room: Room; readonly again?: boolean }) {
  const t = useWords(words);
  const { connection } = props.room.live;
  const [now, setNow] = createSignal(Date.now());
  const timer = setInterval(() => setNow(Date.now()), TICK_MS);
  onCleanup(() => clearInterval(timer));
  const shownAt = Date.now();
  const trouble = () =>
    lineTrouble(connection.state(), {
      now: now(),
      shownAt,
      patienceMs: PATIENCE_MS,
      isHeld: props.room.isHeld(),
      joining: props.room.state().status === 'joining',
    });
  const stopped = () => {
    const found = trouble();
    return found?.kind === 'stopped' ? found.why : undefined;
  };

  // The banner is a live region: when its words change, they are spoken.
  const seatIsGone = createMemo(() => {
    const found = trouble();
    return found !== null && 'seatHeld' in found && !found.seatHeld;
  });

  const goneInWords = () => `${t().seatIsGone[props.room.heldWithSeat()]} ${t().seatIsGoneAbout}`;

  // Interrupts once when the line is gone, and says politely that it is back.
  createEffect(
    on(
      () => trouble()?.kind ?? 'none',
      (kind, before) => {
        if (props.again) return kind;
        const gone = (which: string | undefined) => which === 'offline' || which === 'reconnecting';
        if (gone(kind) && !gone(before)) announceAtOnce(t().lineGoneSpoken);
        if (!gone(kind) && kind !== 'connecting' && kind !== 'stopped' && gone(before))
          announce(t().lineBackSpoken);
        return kind;
      },
    ),
  );

  const tryNow = (label: string) => (
    <Button size="small" onClick={connection.tryNow}>
      {label}
    </Button>
  );
  return (
    <Switch>
      <Match when={trouble()?.kind === 'connecting'}>
        <Banner icon={offlineIcon} title={t().lineConnecting} action={tryNow(t().tryNow)}>
          {t().offlineAbout}
        </Banner>
      </Match>
      <Match when={trouble()?.kind === 'offline'}>
        <Banner icon={offlineIcon} title={t().lineOffline} action={tryNow(t().tryNow)}>
          {seatIsGone() ? goneInWords() : t().offlineAbout}
        </Banner>
      </Match>
      <Match when={trouble()?.kind === 'reconnecting'}>
        <Banner icon={offlineIcon} title={t().lineReconnecting} action={tryNow(t().tryNow)}>
          {seatIsGone() ? goneInWords() : t().seatIsSafe}
        </Banner>
      </Match>
      <Match when={trouble()?.kind === 'slow-to-join'}>
        <Banner
          title={t().slowToJoin}
          action={
            <>
              <Show when={connection.state().status !== 'online'}>{tryNow(t().tryNow)}</Show>
              <LinkButton href="/">{t().toNow}</LinkButton>
            </>
          }
        >
          {t().slowToJoinAbout}
        </Banner>
      </Match>
      <Match when={trouble()?.kind === 'not-stored'}>
        <Banner title={t().notStored}>{t().notStoredAbout}</Banner>
      </Match>
      <Match when={stopped()}>
        {(why) => (
          <Banner
            title={t().stopped[why()].title}
            action={
              <Switch fallback={tryNow(t().stopped[why()].action)}>
                <Match when={why() === 'new-version'}>
                  <Button size="small" onClick={() => location.reload()}>
                    {t().stopped[why()].action}
                  </Button>
                </Match>
              </Switch>
            }
          >
            {t().stopped[why()].about}
          </Banner>
        )}
      </Match>
    </Switch>
  );
}
