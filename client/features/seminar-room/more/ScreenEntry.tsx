import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { screenIcon } from '../../../ui/icons.ts';
import { createCanShare } from '../devices/can-share.ts';
import { words as deviceWords } from '../devices/words.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import { MoreEntry } from './MoreEntry.tsx';

/** Only where it can work, and students need leave. */
export function ScreenEntry(props: { readonly room: SeminarRoom; readonly onDone: () => void }) {
  const t = useWords(deviceWords);
  const can = createCanShare();
  const { own, session } = props.room;
  const may = () =>
    session.topics.roster.steers() || props.room.controls().screenAllowed.includes(session.room.me);
  return (
    <Show when={may() && can() && props.room.line() && !own.wanted('screen')}>
      <MoreEntry
        icon={screenIcon}
        about={t().shareScreenAbout}
        onClick={() => {
          props.onDone();
          own.press('screen', true);
        }}
      >
        {t().shareScreen}
      </MoreEntry>
    </Show>
  );
}
