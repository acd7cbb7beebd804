import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { createReturnFocus } from '../../../platform/return-focus.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { LineBanner } from '../LineBanner.tsx';
import type { RoomProps } from '../room-props.ts';
import { LineView } from './LineView.tsx';
import { words } from './words.ts';

/** Over whatever is open: one's own line to the teachers. It looks like no chat, so that nothing is said to all by mistake. */
export function OwnLineSheet(props: RoomProps) {
  const t = useWords(words);
  const line = () => props.topics.ownLine;
  createReturnFocus(() => line().isOpen());
  return (
    <Sheet
      open={line().isOpen()}
      onOpenChange={(open) => line().show(open)}
      title={t().write}
      closeLabel={t().close}
      startsInField
      pinned={<LineBanner room={props.room} again />}
    >
      <LineView
        me={props.room.me}
        messages={line().messages()}
        nameOf={props.topics.roster.nameOf}
        draft={line().draft}
        outgoing={line().outgoing}
        onSend={line().write}
        label={t().label}
        placeholder={t().placeholder}
        about={line().whoReads()}
        empty={
          <Show
            when={!line().loading()}
            fallback={<Skeleton label={t().loading} shapes={['name', 'line']} />}
          >
            <EmptyState title={t().empty}>{t().emptyAbout}</EmptyState>
          </Show>
        }
      />
    </Sheet>
  );
}
