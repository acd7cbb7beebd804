import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { useWords } from '../../platform/language.ts';
import { createMediaQuery, TOUCH, WIDE } from '../../platform/media-query.ts';
import type { OwnWindow } from '../../platform/own-window.ts';
import { createReturnFocus } from '../../platform/return-focus.ts';
import { Icon } from '../../ui/Icon.tsx';
import {
  everyoneIcon,
  keyboardIcon,
  keyIcon,
  leaveIcon,
  lockIcon,
  microphoneOffIcon,
  moreIcon,
  ownWindowIcon,
  screenIcon,
  soundIcon,
} from '../../ui/icons.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { BarButton, endingWords, type News, type PanelLink } from '../session/public.ts';
import type { ClosedRoom } from './closed/closed-room.ts';
import { words as closedWords } from './closed/words.ts';
import { choiceWords } from './devices/choice-words.ts';
import { DeviceSheet } from './devices/DeviceSheet.tsx';
import { BlurSwitch, NoiseSwitch } from './devices/DeviceSwitches.tsx';
import { ShortcutList } from './devices/ShortcutList.tsx';
import { shortcutWords } from './devices/shortcut-words.ts';
import { listenForShortcuts } from './devices/shortcuts.ts';
import { words as deviceWords } from './devices/words.ts';
import type { Hosting } from './hosting/hosting.ts';
import { words as hostWords } from './hosting/words.ts';
import styles from './MoreSheet.module.css';
import type { SeminarRoom } from './seminar-room.ts';
import { words as stageWords } from './stage/words.ts';

type MoreProps = {
  readonly room: SeminarRoom;
  readonly hosting: Hosting;
  readonly ownWindow: OwnWindow;
  readonly closed: ClosedRoom;
  readonly panels: readonly PanelLink[];
  readonly news: () => News;
};

/** "Mer", and for teachers "For alle", with their sheets: what is needed now and then. */
export function MoreSheet(props: MoreProps) {
  const t = useWords(deviceWords);
  const host = useWords(hostWords);
  const wide = createMediaQuery(WIDE);
  const shortcut = useWords(shortcutWords);
  const choice = useWords(choiceWords);
  const [open, setOpen] = createSignal<'more' | 'for-all' | 'shortcuts'>();
  createReturnFocus(() => open() !== undefined);
  const steers = () => props.room.session.topics.roster.steers();
  const close = () => setOpen(undefined);
  const panel = (name: PanelLink['name']) => {
    const link = props.panels.find((one) => one.name === name);
    if (!open()) return link?.open();
    close();
    setTimeout(() => link?.open());
  };
  hearShortcuts();

  function hearShortcuts(): void {
    const { own, session } = props.room;
    const locked = () =>
      props.room.listensOnly() || (props.room.controls().microphonesLocked && !steers());
    const press = (on: boolean) => {
      if (!locked()) own.press('microphone', on);
    };
    /** Letting go closes what holding opened: a microphone that was on before stays on. */
    let openedByHolding = false;
    const talk = (held: boolean) => {
      if (held) openedByHolding = !own.wanted('microphone');
      if (openedByHolding) press(held);
    };
    listenForShortcuts({
      microphone: () => press(!own.wanted('microphone')),
      talk,
      camera: () => {
        if (!props.room.listensOnly()) own.press('camera', !own.wanted('camera'));
      },
      hand: () => {
        const { handQueue } = session.topics;
        void (handQueue.myPlace() > 0 ? handQueue.lowerHand() : handQueue.raiseHand());
      },
      chat: () => panel('chat'),
      people: () => panel('people'),
      controls: () =>
        document
          .getElementById('controls')
          ?.querySelector<HTMLElement>('[data-first-control]')
          ?.focus(),
      list: () => setOpen('shortcuts'),
    });
  }

  const forAll = (
    <BarButton icon={everyoneIcon} onClick={() => setOpen('for-all')}>
      {host().forAll}
    </BarButton>
  );
  return (
    <>
      <Show when={steers() && wide()}>{forAll}</Show>
      <BarButton icon={moreIcon} onClick={() => setOpen('more')}>
        <Show when={!wide()} fallback={t().more}>
          <MoreLabel {...props.news()} />
        </Show>
      </BarButton>
      <Sheet
        open={open() === 'more'}
        onOpenChange={(shown) => setOpen(shown ? 'more' : undefined)}
        title={t().more}
        closeLabel={t().close}
      >
        <Show when={!wide()}>
          <Group title={t().goTo}>
            <ul class={styles.panels}>
              <For each={props.panels}>
                {(link) => (
                  <Entry
                    icon={link.icon}
                    onClick={() => {
                      close();
                      // When focus is back on "Mer": that is where it returns from the panel too.
                      setTimeout(link.open);
                    }}
                  >
                    {link.label()}
                  </Entry>
                )}
              </For>
              <Show when={steers()}>
                <Entry icon={everyoneIcon} onClick={() => setOpen('for-all')}>
                  {host().forAll}
                </Entry>
              </Show>
            </ul>
          </Group>
        </Show>
        <Group title={t().soundAndPicture}>
          <ul class={styles.list}>
            <ShareScreen room={props.room} onDone={close} />
            <OwnWindowEntry own={props.ownWindow} onDone={close} />
            <Entry
              icon={soundIcon}
              about={choice().chooseDevicesAbout}
              onClick={() => {
                close();
                // When focus is back on "Mer": that is where it returns from the next sheet too.
                setTimeout(() => props.room.devices.showChoice(true));
              }}
            >
              {choice().chooseDevices}
            </Entry>
          </ul>
          <div class={styles.switches}>
            <BlurSwitch />
            <NoiseSwitch />
          </div>
        </Group>
        <Show when={wide()}>
          <Group title={t().keyboard}>
            <ul class={styles.list}>
              <Entry
                icon={keyboardIcon}
                about={t().shortcutsAbout}
                onClick={() => setOpen('shortcuts')}
              >
                {shortcut().title}
              </Entry>
            </ul>
          </Group>
        </Show>
      </Sheet>
      <Sheet
        open={open() === 'shortcuts'}
        onOpenChange={(shown) => setOpen(shown ? 'shortcuts' : undefined)}
        title={shortcut().title}
        closeLabel={t().close}
      >
        <ShortcutList />
      </Sheet>
      <Sheet
        open={open() === 'for-all'}
        onOpenChange={(shown) => setOpen(shown ? 'for-all' : undefined)}
        title={host().forAll}
        closeLabel={t().close}
      >
        <ForAll room={props.room} hosting={props.hosting} closed={props.closed} onDone={close} />
      </Sheet>
      <DeviceSheet room={props.room} />
    </>
  );
}

/** "Mer", and what is new behind it: all of it in the name, and in sight as far as there is room. */
function MoreLabel(props: News) {
  const t = useWords(deviceWords);
  return (
    <Show
      when={props.messages > 0}
      fallback={props.hands > 0 ? t().moreWithHands(props.hands) : t().more}
    >
      {t().moreWithMessages(props.messages)}
      <Show when={props.hands > 0}>
        <span class={styles.alsoNew}>{t().andHands(props.hands)}</span>
      </Show>
    </Show>
  );
}

function Group(props: { readonly title: string; readonly children: JSX.Element }) {
  const id = createUniqueId();
  return (
    <section class={styles.group} aria-labelledby={id}>
      <h3 id={id}>{props.title}</h3>
      {props.children}
    </section>
  );
}

function Entry(props: {
  readonly icon: string;
  readonly about?: string;
  readonly onClick: () => void;
  readonly children: string;
}) {
  return (
    <li>
      <button type="button" class={styles.entry} onClick={() => props.onClick()}>
        <Icon path={props.icon} />
        <span>
          <b>{props.children}</b>
          <Show when={props.about}>
            <span>{props.about}</span>
          </Show>
        </span>
      </button>
    </li>
  );
}

/** Only where it can work: no phone shares its screen from a browser, and students need leave. */
function ShareScreen(props: { readonly room: SeminarRoom; readonly onDone: () => void }) {
  const t = useWords(deviceWords);
  const touch = createMediaQuery(TOUCH);
  const { own, session } = props.room;
  const may = () =>
    session.topics.roster.steers() || props.room.controls().screenAllowed.includes(session.room.me);
  const can = () => !touch() && 'getDisplayMedia' in (navigator.mediaDevices ?? {});
  return (
    <Show when={may() && can() && props.room.line() && !own.wanted('screen')}>
      <Entry
        icon={screenIcon}
        about={t().shareScreenAbout}
        onClick={() => {
          props.onDone();
          own.press('screen', true);
        }}
      >
        {t().shareScreen}
      </Entry>
    </Show>
  );
}

/** Only where the browser can, and there is something to show. */
function OwnWindowEntry(props: { readonly own: OwnWindow; readonly onDone: () => void }) {
  const t = useWords(stageWords);
  return (
    <Show when={props.own.opened() || props.own.kind()}>
      <Entry
        icon={ownWindowIcon}
        about={t().ownWindowAbout}
        onClick={() => {
          // Before the sheet closes: the browser opens a window only in the press itself.
          if (props.own.opened()) props.own.close();
          else void props.own.open();
          props.onDone();
        }}
      >
        {props.own.opened() ? t().closeOwnWindow : t().ownWindow}
      </Entry>
    </Show>
  );
}

function ForAll(props: {
  readonly room: SeminarRoom;
  readonly hosting: Hosting;
  readonly closed: ClosedRoom;
  readonly onDone: () => void;
}) {
  const t = useWords(hostWords);
  const closed = useWords(closedWords);
  const end = useWords(endingWords);
  const { ending } = props.room.session.topics;
  const locked = () => props.room.controls().microphonesLocked;
  const then = (work: () => unknown) => () => {
    props.onDone();
    void work();
  };
  return (
    <ul class={styles.list}>
      <Entry
        icon={microphoneOffIcon}
        about={t().muteAllAbout}
        onClick={then(props.hosting.muteEveryone)}
      >
        {t().muteAll}
      </Entry>
      <Entry
        icon={lockIcon}
        about={locked() ? t().unlockAbout : t().lockAbout}
        onClick={then(() => props.hosting.lock(!locked()))}
      >
        {locked() ? t().unlock : t().lock}
      </Entry>
      <Entry
        icon={keyIcon}
        about={props.closed.closed() ? closed().closedRoomAbout : closed().closeAbout}
        // When focus is back where this sheet was opened: that is where it returns from the next one too.
        onClick={then(() => setTimeout(() => props.closed.showSheet(true)))}
      >
        {props.closed.closed() ? closed().closedRoom : closed().close}
      </Entry>
      <Entry icon={leaveIcon} about={end().endAbout} onClick={then(ending.begin)}>
        {end().end}
      </Entry>
    </ul>
  );
}
