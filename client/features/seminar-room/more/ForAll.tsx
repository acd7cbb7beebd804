import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import {
  chatIcon,
  doorIcon,
  keyIcon,
  leaveIcon,
  lockIcon,
  microphoneOffIcon,
  pauseIcon,
} from '../../../ui/icons.ts';
import { endingWords, orderWords, pauseForAllWords, USUAL_MINUTES } from '../../session/public.ts';
import type { ClosedRoom } from '../closed/closed-room.ts';
import { words as closedWords } from '../closed/words.ts';
import type { Hosting } from '../hosting/hosting.ts';
import { words as hostWords } from '../hosting/words.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import { MoreEntry } from './MoreEntry.tsx';
import styles from './MoreSheet.module.css';

/** What a teacher does with the room and everybody in it. */
export function ForAll(props: {
  readonly room: SeminarRoom;
  readonly hosting: Hosting;
  readonly closed: ClosedRoom;
  readonly onDone: () => void;
}) {
  const t = useWords(hostWords);
  const closed = useWords(closedWords);
  const end = useWords(endingWords);
  const pause = useWords(pauseForAllWords);
  const orders = useWords(orderWords);
  const { ending, order, pauseForAll } = props.room.session.topics;
  const locked = () => props.room.controls().microphonesLocked;
  const then = (work: () => unknown) => () => {
    props.onDone();
    void work();
  };
  return (
    <ul class={styles.list}>
      <MoreEntry
        icon={microphoneOffIcon}
        about={t().muteAllAbout}
        onClick={then(props.hosting.muteEveryone)}
      >
        {t().muteAll}
      </MoreEntry>
      {/* They are locked in the room with all, and there one sees whether they are. */}
      <Show when={!props.room.inBreakout()}>
        <MoreEntry
          icon={lockIcon}
          about={locked() ? t().unlockAbout : t().lockAbout}
          onClick={then(() => props.hosting.lock(!locked()))}
        >
          {locked() ? t().unlock : t().lock}
        </MoreEntry>
      </Show>
      <MoreEntry
        icon={chatIcon}
        about={order.chatClosed() ? orders().openChatAbout : orders().closeChatAbout}
        onClick={then(() => order.closeChat(!order.chatClosed()))}
      >
        {order.chatClosed() ? orders().openChat : orders().closeChat}
      </MoreEntry>
      <MoreEntry
        icon={doorIcon}
        about={order.locked() ? orders().unlockAbout : orders().lockAbout}
        onClick={then(() => order.lock(!order.locked()))}
      >
        {order.locked() ? orders().unlock : orders().lock}
      </MoreEntry>
      <MoreEntry
        icon={keyIcon}
        about={props.closed.closed() ? closed().closedRoomAbout : closed().closeAbout}
        // When focus is back where this sheet was opened: that is where it returns from the next one too.
        onClick={then(() => setTimeout(() => props.closed.showSheet(true)))}
      >
        {props.closed.closed() ? closed().closedRoom : closed().close}
      </MoreEntry>
      <Show when={!pauseForAll.isOn()}>
        <MoreEntry
          icon={pauseIcon}
          about={pause().forAllAbout(USUAL_MINUTES)}
          onClick={then(() => pauseForAll.start(USUAL_MINUTES))}
        >
          {pause().forAll}
        </MoreEntry>
      </Show>
      <MoreEntry icon={leaveIcon} about={end().endAbout} onClick={then(ending.begin)}>
        {end().end}
      </MoreEntry>
    </ul>
  );
}
