import { Show } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { announce } from '../../../ui/announcer.ts';
import { Icon } from '../../../ui/Icon.tsx';
import {
  cameraOffIcon,
  microphoneOffIcon,
  moreIcon,
  pinIcon,
  spotlightIcon,
} from '../../../ui/icons.ts';
import { Menu, MenuItem } from '../../../ui/Menu.tsx';
import type { Hosting } from '../hosting/hosting.ts';
import { words as hostWords } from '../hosting/words.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import styles from './TileMenu.module.css';
import { words } from './words.ts';

type MenuProps = {
  readonly room: SeminarRoom;
  readonly hosting: Hosting;
  readonly personId: PersonId;
  readonly name: string;
};

/** What can be done with a tile: pin it for oneself; for teachers, lift it forward for all, and mute it or stop its camera. */
export function TileMenu(props: MenuProps) {
  const t = useWords(words);
  const host = useWords(hostWords);
  const pinning = createPinning(props);
  const media = () => props.room.person(props.personId);
  const steers = () => props.room.session.topics.roster.steers();
  const spotlit = () => props.room.controls().spotlightId === props.personId;
  return (
    <div class={styles.place}>
      <Menu
        label={t().tileMenu(props.name)}
        triggerClass={styles.trigger}
        trigger={<Icon path={moreIcon} small />}
      >
        <MenuItem
          icon={pinIcon}
          onSelect={() => {
            pinning.toggle();
            followTile(props.personId);
          }}
        >
          {pinning.label()}
        </MenuItem>
        <Show when={steers()}>
          <Show when={!props.room.inBreakout()}>
            <MenuItem
              icon={spotlightIcon}
              onSelect={() => props.hosting.spotlight(spotlit() ? null : props.personId)}
            >
              {spotlit() ? t().takeDown : t().liftForAll}
            </MenuItem>
          </Show>
          {/* Always there: what the person does puts nothing else under the finger. */}
          <MenuItem
            icon={microphoneOffIcon}
            disabled={media()?.microphone !== 'live'}
            onSelect={() => props.hosting.mute(props.personId)}
          >
            {host().mute}
          </MenuItem>
          <MenuItem
            icon={cameraOffIcon}
            disabled={!media()?.camera}
            onSelect={() => props.hosting.stop(props.personId, 'camera')}
          >
            {host().stopCamera}
          </MenuItem>
        </Show>
      </Menu>
    </div>
  );
}

/** Pinning one person, in words: the same from the tile and from the list of people. */
export function createPinning(props: {
  readonly room: SeminarRoom;
  readonly personId: PersonId;
  readonly name: string;
}) {
  const t = useWords(words);
  const pinned = () => props.room.pinned() === props.personId;
  return {
    pinned,
    label: () => (pinned() ? t().unpin : t().pin),
    toggle() {
      const pin = !pinned();
      props.room.pin(pin ? props.personId : null);
      announce(pin ? t().pinnedSaid(props.name) : t().unpinnedSaid(props.name));
    },
  };
}

/** The tile was drawn anew where it stands now; the focus goes with it. */
function followTile(personId: PersonId): void {
  // After the menu has given the focus back to a button that may be gone.
  setTimeout(() => {
    const [tile] = [...document.querySelectorAll<HTMLElement>('#stage [data-person]')].filter(
      ({ dataset }) => dataset.person === personId,
    );
    tile?.querySelector('button')?.focus();
  });
}
