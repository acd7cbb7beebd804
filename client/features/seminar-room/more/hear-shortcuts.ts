import type { PanelLink } from '../../session/public.ts';
import { createMicrophoneLock } from '../devices/microphone-lock.ts';
import { listenForShortcuts } from '../devices/shortcuts.ts';
import type { SeminarRoom } from '../seminar-room.ts';

/** The keys of the room, as long as it is shown. */
export function hearShortcuts(
  room: SeminarRoom,
  show: { readonly panel: (name: PanelLink['name']) => void; readonly list: () => void },
): void {
  const { own, session } = room;
  const lock = createMicrophoneLock(room);
  const press = (on: boolean) => {
    if (room.listensOnly()) return;
    if (!lock.locked()) own.press('microphone', on);
    else if (on) lock.sayWhy();
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
      if (!room.listensOnly()) own.press('camera', !own.wanted('camera'));
    },
    hand: () => {
      const { handQueue } = session.topics;
      void (handQueue.myPlace() > 0 ? handQueue.lowerHand() : handQueue.raiseHand());
    },
    chat: () => show.panel('chat'),
    people: () => show.panel('people'),
    controls: () =>
      document
        .getElementById('controls')
        ?.querySelector<HTMLElement>('[data-first-control]')
        ?.focus(),
    list: show.list,
  });
}
