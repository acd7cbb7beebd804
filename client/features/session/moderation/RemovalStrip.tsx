import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { createMediaQuery, WIDE } from '../../../platform/media-query.ts';
import { UndoStrip } from '../../../ui/UndoStrip.tsx';
import type { ModerationStore } from './moderation-store.ts';
import { words } from './words.ts';

/** Ten seconds to take a removal back by one press. */
export function RemovalStrip(props: {
  readonly moderation: ModerationStore;
  /** Stands within the sheet that the person was removed in. */
  readonly inSheet: boolean | undefined;
}) {
  const t = useWords(words);
  const wide = createMediaQuery(WIDE);
  return (
    <Show when={props.moderation.removed()} keyed>
      {(removed) => (
        <UndoStrip
          takesFocus={wide() || props.inSheet === true}
          undoLabel={t().undo}
          onUndo={() => props.moderation.readmit(removed)}
          onDone={props.moderation.keepRemoved}
        >
          {t().removed(removed.name)}
        </UndoStrip>
      )}
    </Show>
  );
}
