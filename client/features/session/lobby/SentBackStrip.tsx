import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { UndoStrip } from '../../../ui/UndoStrip.tsx';
import type { LobbyStore } from './lobby-store.ts';
import { words } from './words.ts';

/** Over the bar, when one has sent somebody back to wait: undone by one press. */
export function SentBackStrip(props: { readonly lobby: LobbyStore }) {
  const t = useWords(words);
  return (
    <Show when={props.lobby.sentBack()} keyed>
      {(person) => (
        <UndoStrip
          undoLabel={t().undo}
          onUndo={() => void props.lobby.admit([person])}
          onDone={props.lobby.keepSentBack}
        >
          {t().sentBack(person.name)}
        </UndoStrip>
      )}
    </Show>
  );
}
