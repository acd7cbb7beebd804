import { createMemo, For, Show } from 'solid-js';
import type { Round, WrittenTurn } from '#shared/features/session/round/model.ts';
import { type VoiceNote, voiceNoteAddress } from '#shared/features/session/round/voice-note.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import type { RoomProps } from '../room-props.ts';
import styles from './RoundScreen.module.css';
import { VoicePlayer } from './voice-notes/VoicePlayer.tsx';
import { words as voiceWords } from './voice-notes/words.ts';
import { words } from './words.ts';

export const SHARED_TURNS = 'round-shared';

/** What was written and recorded in place of being said, in the order in which it came. */
export function SharedTurns(
  props: RoomProps & {
    readonly round: Round;
    readonly nameOf: (personId: PersonId | undefined) => string;
  },
) {
  const t = useWords(words);
  const turns = createMemo(
    () =>
      new Map(
        [...props.round.written, ...props.round.voiceNotes]
          .sort((one, other) => one.at - other.at)
          .map((turn) => ['id' in turn ? turn.id : `${turn.personId} ${turn.at}`, turn]),
      ),
  );
  // By name: one that is being heard goes on, whatever comes beside it.
  const names = createMemo(() => [...turns().keys()]);
  const title = () => (props.round.voiceNotes.length > 0 ? t().shared : t().written);
  return (
    <Show when={names().length > 0}>
      <section
        id={SHARED_TURNS}
        class={styles.written}
        aria-labelledby="round-written"
        tabindex="0"
      >
        <h3 id="round-written">{title()}</h3>
        <ul>
          <For each={names()}>{(name) => <SharedTurn {...props} turn={turns().get(name)} />}</For>
        </ul>
      </section>
    </Show>
  );
}

function SharedTurn(
  props: Parameters<typeof SharedTurns>[0] & { readonly turn: WrittenTurn | VoiceNote | undefined },
) {
  const voice = useWords(voiceWords);
  const note = () => (props.turn && 'id' in props.turn ? props.turn : undefined);
  const text = () => (props.turn && 'text' in props.turn ? props.turn : undefined);
  const label = ({ personId, seconds }: VoiceNote) =>
    personId === props.room.me
      ? voice().mine(seconds)
      : voice().from(props.nameOf(personId), seconds);
  return (
    <li>
      <Show when={text()}>
        {(turn) => (
          <>
            <b>{props.nameOf(turn().personId)}</b>
            <p lang={turn().lang}>{turn().text}</p>
          </>
        )}
      </Show>
      <Show when={note()}>
        {(turn) => (
          <VoicePlayer
            source={voiceNoteAddress(props.room.sessionId, props.round.id, turn().id)}
            seconds={turn().seconds}
            label={label(turn())}
          />
        )}
      </Show>
    </li>
  );
}
