import { createSignal, For, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { createBeside, createMediaQuery, WIDE } from '../../../platform/media-query.ts';
import type { OwnWindow } from '../../../platform/own-window.ts';
import { createReturnFocus } from '../../../platform/return-focus.ts';
import {
  captionIcon,
  everyoneIcon,
  keyboardIcon,
  moreIcon,
  reactIcon,
  soundIcon,
  writeIcon,
} from '../../../ui/icons.ts';
import { Sheet } from '../../../ui/Sheet.tsx';
import {
  BarButton,
  captionWords,
  type News,
  type PanelLink,
  reactionWords,
  toYouWords,
} from '../../session/public.ts';
import type { ClosedRoom } from '../closed/closed-room.ts';
import { choiceWords } from '../devices/choice-words.ts';
import { DeviceSheet } from '../devices/DeviceSheet.tsx';
import { BlurSwitch, NoiseSwitch } from '../devices/DeviceSwitches.tsx';
import { ShortcutList } from '../devices/ShortcutList.tsx';
import { shortcutWords } from '../devices/shortcut-words.ts';
import { words as deviceWords } from '../devices/words.ts';
import type { Hosting } from '../hosting/hosting.ts';
import { words as hostWords } from '../hosting/words.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import { CameraEntry } from './CameraEntry.tsx';
import { ForAll } from './ForAll.tsx';
import { hearShortcuts } from './hear-shortcuts.ts';
import { MoreEntry, MoreGroup } from './MoreEntry.tsx';
import { MoreLabel } from './MoreLabel.tsx';
import styles from './MoreSheet.module.css';
import { OwnWindowEntry } from './OwnWindowEntry.tsx';
import { ScreenEntry } from './ScreenEntry.tsx';

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
  const beside = createBeside();
  const shortcut = useWords(shortcutWords);
  const choice = useWords(choiceWords);
  const [open, setOpen] = createSignal<'more' | 'for-all' | 'shortcuts'>();
  createReturnFocus(() => open() !== undefined);
  const steers = () => props.room.session.topics.roster.steers();
  const close = () => setOpen(undefined);
  /** When focus is back on "Mer": that is where it returns from what comes instead, too. */
  const instead = (show: () => void) => () => {
    close();
    setTimeout(show);
  };
  const { ownLine, reactions, captions } = props.room.session.topics;
  const caption = useWords(captionWords);
  const toYou = useWords(toYouWords);
  const reaction = useWords(reactionWords);
  /** What the bar has no room for: beside a wide stage the panels stand, and only the way out may be missing. */
  const links = () =>
    beside() ? props.panels.filter(({ name }) => name === 'leave') : props.panels;
  const panel = (name: PanelLink['name']) => {
    const link = props.panels.find((one) => one.name === name);
    const show = () => link?.open();
    if (open()) instead(show)();
    else show();
  };
  hearShortcuts(props.room, { panel, list: () => setOpen('shortcuts') });

  const forAll = (
    <BarButton icon={everyoneIcon} onClick={() => setOpen('for-all')}>
      {host().forAll}
    </BarButton>
  );
  return (
    <>
      <Show when={steers() && wide()}>{forAll}</Show>
      <BarButton icon={moreIcon} onClick={() => setOpen('more')}>
        <Show when={!beside()} fallback={t().more}>
          <MoreLabel {...props.news()} />
        </Show>
      </BarButton>
      <Sheet
        open={open() === 'more'}
        onOpenChange={(shown) => setOpen(shown ? 'more' : undefined)}
        title={t().more}
        closeLabel={t().close}
      >
        <Show when={links().length > 0}>
          <MoreGroup title={t().goTo}>
            <ul class={styles.panels}>
              <For each={links()}>
                {(link) => (
                  <MoreEntry icon={link.icon} onClick={instead(link.open)}>
                    {link.label()}
                  </MoreEntry>
                )}
              </For>
              <Show when={steers() && !wide()}>
                <MoreEntry icon={everyoneIcon} onClick={() => setOpen('for-all')}>
                  {host().forAll}
                </MoreEntry>
              </Show>
            </ul>
          </MoreGroup>
        </Show>
        <MoreGroup title={toYou().withoutTheWord}>
          <ul class={styles.list}>
            <MoreEntry
              icon={reactIcon}
              about={reaction().reactAbout}
              onClick={instead(() => reactions.open(true))}
            >
              {reaction().react}
            </MoreEntry>
            <Show when={ownLine.mine()}>
              <MoreEntry
                icon={writeIcon}
                about={ownLine.whoReads()}
                onClick={instead(() => ownLine.show(true))}
              >
                {ownLine.label()}
              </MoreEntry>
            </Show>
          </ul>
        </MoreGroup>
        <MoreGroup title={t().soundAndPicture}>
          <ul class={styles.list}>
            <CameraEntry room={props.room} onDone={close} />
            <ScreenEntry room={props.room} onDone={close} />
            <OwnWindowEntry own={props.ownWindow} onDone={close} />
            <MoreEntry
              icon={captionIcon}
              about={captions.exist() ? caption().about : caption().gone}
              onClick={instead(() => captions.open(true))}
            >
              {caption().captions}
            </MoreEntry>
            <MoreEntry
              icon={soundIcon}
              about={choice().chooseDevicesAbout}
              onClick={instead(() => props.room.devices.showChoice(true))}
            >
              {choice().chooseDevices}
            </MoreEntry>
          </ul>
          <div class={styles.switches}>
            <BlurSwitch />
            <NoiseSwitch />
          </div>
        </MoreGroup>
        <Show when={wide()}>
          <MoreGroup title={t().keyboard}>
            <ul class={styles.list}>
              <MoreEntry
                icon={keyboardIcon}
                about={t().shortcutsAbout}
                onClick={() => setOpen('shortcuts')}
              >
                {shortcut().title}
              </MoreEntry>
            </ul>
          </MoreGroup>
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
