import { createMemo, Show } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import type { RoomProps } from '../room-props.ts';
import type { SeminarParts } from '../seminar-parts.ts';
import { Ring } from './Ring.tsx';
import styles from './RoundScreen.module.css';
import { SHARED_TURNS, SharedTurns } from './SharedTurns.tsx';
import { SteerRound } from './SteerRound.tsx';
import { turnsOver } from './seats.ts';
import { TurnDock } from './TurnDock.tsx';
import { NewVoiceNotes } from './voice-notes/NewVoiceNotes.tsx';
import { words } from './words.ts';

/** In place of the stage while a round goes on: the question, the ring with whoever has the word, and one's own turn. */
export function RoundScreen(
  props: RoomProps & {
    /** Where there is sound and picture. */
    readonly seminar: SeminarParts | undefined;
  },
) {
  const t = useWords(words);
  const { round: store, roster, pause } = props.topics;
  const nameOf = (personId: PersonId | undefined) => {
    if (personId === props.room.me) return t().you;
    return personId ? roster.nameOf(personId) : '';
  };
  /** On pause, or with a seat that is held for a lost line: a turn waits for them meanwhile. */
  const isAway = (personId: PersonId) =>
    pause.isPaused(personId) || roster.entry(personId)?.presence.status !== 'present';
  const heldInWords = (holder: PersonId) => {
    const { spoken } = t();
    if (holder === props.room.me) return spoken.youHaveTheWord;
    return (isAway(holder) ? spoken.holdsTheWord : spoken.hasTheWord)(nameOf(holder));
  };
  /** For whoever hears the ring in place of seeing it. */
  const inOneSentence = createMemo(() => {
    const now = store.round();
    if (!now) return '';
    const [{ me }, { spoken }] = [props.room, t()];
    const [holder, next] = [now.turn?.personId, now.next ?? undefined];
    return [
      holder && heldInWords(holder),
      next && (next === me ? spoken.youAreNext : spoken.isNext(nameOf(next))),
      t().sum(turnsOver(now), now.ring.length),
    ]
      .filter(Boolean)
      .join(' ');
  });
  return (
    <Show when={store.round()}>
      {(round) => (
        <section class={styles.screen} aria-labelledby="round-prompt">
          <div class={styles.parts}>
            <div class={styles.question}>
              <p class={styles.over}>{t().inRing}</p>
              <h2 id="round-prompt" lang={PROGRAMME_LANGUAGE}>
                {round().prompt}
              </h2>
              <Show when={round().about}>
                {(about) => (
                  <p class={styles.about} lang={PROGRAMME_LANGUAGE}>
                    {about()}
                  </p>
                )}
              </Show>
              <p class={styles.hint}>
                <Show when={round().minutes} fallback={t().noHint}>
                  {(minutes) => <>{t().hint(minutes())}</>}
                </Show>
              </p>
            </div>
            <div class={styles.ring}>
              <p class="visually-hidden">{inOneSentence()}</p>
              <Ring {...props} picture={props.seminar?.picture} nameOf={nameOf} isAway={isAway} />
            </div>
            <SharedTurns {...props} round={round()} nameOf={nameOf} />
            <div class={styles.dock}>
              <NewVoiceNotes
                count={
                  round().voiceNotes.filter(({ personId }) => personId !== props.room.me).length
                }
                place={() => document.getElementById(SHARED_TURNS) ?? undefined}
              />
              <TurnDock store={store} nameOf={nameOf} isAway={isAway} seminar={props.seminar} />
            </div>
            <Show when={roster.steers()}>
              <div class={styles.steer}>
                <SteerRound {...props} nameOf={nameOf} />
              </div>
            </Show>
          </div>
        </section>
      )}
    </Show>
  );
}
