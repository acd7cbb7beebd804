import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import type { OwnWindow } from '../../../platform/own-window.ts';
import { ownWindowIcon } from '../../../ui/icons.ts';
import { words as stageWords } from '../stage/words.ts';
import { MoreEntry } from './MoreEntry.tsx';

/** Only where the browser can, and there is something to show. */
export function OwnWindowEntry(props: { readonly own: OwnWindow; readonly onDone: () => void }) {
  const t = useWords(stageWords);
  return (
    <Show when={props.own.opened() || props.own.kind()}>
      <MoreEntry
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
      </MoreEntry>
    </Show>
  );
}
