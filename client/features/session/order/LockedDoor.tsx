import { createEffect, onCleanup } from 'solid-js';
import { sessionDoorChannel } from '#shared/features/session/order/channel.ts';
import { ClosedDoor } from '../ClosedDoor.tsx';
import { Lobby } from '../lobby/Lobby.tsx';
import type { Room } from '../session-room.ts';
import type { OwnLine } from '../team-line/own-line.ts';

/** Before a locked door one waits as in the lobby, seen by the hosts; and one comes in by oneself when they unlock it. */
export function LockedDoor(props: { readonly room: Room; readonly ownLine: OwnLine }) {
  const door = props.room.live.openChannel(sessionDoorChannel, props.room.sessionId);
  onCleanup(() => void door.letGo());
  createEffect(() => {
    const now = door.status();
    // Closed: one may not join any more. Trying says why.
    const barred = now.status === 'closed' && now.why !== 'let-go';
    if (barred || (now.status === 'live' && door.state()?.locked === false)) void props.room.join();
  });
  return (
    <Lobby room={props.room} ownLine={props.ownLine} locked>
      <ClosedDoor room={props.room} why="not-found" />
    </Lobby>
  );
}
