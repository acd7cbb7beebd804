import { EndingStrip } from './ending/EndingStrip.tsx';
import { SentBackStrip } from './lobby/SentBackStrip.tsx';
import { RemovalStrip } from './moderation/RemovalStrip.tsx';
import type { RoomProps } from './room-props.ts';

/** What can still be taken back: over the bar, or within the sheet that lies over the room, for nothing behind it can be pressed. */
export function UndoStrips(props: RoomProps & { readonly inSheet?: boolean }) {
  return (
    <>
      <RemovalStrip moderation={props.topics.moderation} inSheet={props.inSheet} />
      <SentBackStrip lobby={props.topics.lobby} />
      <EndingStrip {...props} />
    </>
  );
}
