import { createEffect, createMemo, createSignal, onCleanup, untrack } from 'solid-js';
import { writeCaption } from '#shared/features/session/captions/signals.ts';
import type { BreakoutId, PersonId } from '#shared/kernel/ids.ts';
import { keep, kept } from '../../../platform/kept.ts';
import type { RosterStore } from '../roster/roster-store.ts';
import type { Room } from '../session-room.ts';
import {
  type Abbreviations,
  keptForm,
  readAbbreviations,
  withAbbreviation,
  withoutAbbreviation,
} from './abbreviations.ts';
import { newCaptionId } from './new-caption-id.ts';
import { makeOutgoing, type OutgoingState } from './outgoing.ts';
import { endLine, type Named, type Step, startWriting, takeUpLast, type } from './writing.ts';

const ABBREVIATIONS = 'caption-abbreviations';
const isText = (value: unknown): value is string => typeof value === 'string';

export type CaptionWriter = ReturnType<typeof createCaptionWriter>;

/** What a captioner writes with: the field, whose words it is, and short forms of their own, kept on this device. */
export function createCaptionWriter(
  room: Room,
  roster: RosterStore,
  breakoutId: BreakoutId | undefined,
) {
  const [writing, setWriting] = createSignal(startWriting(newCaptionId()));
  const [state, setState] = createSignal<OutgoingState>('ok');
  const [abbreviations, setAbbreviations] = createSignal<Abbreviations>(
    readAbbreviations(kept(ABBREVIATIONS, isText) ?? ''),
  );
  const { sessionId } = room;
  const outgoing = makeOutgoing(
    (line: Step['out'][number]) =>
      room.live.signal(writeCaption, { sessionId, breakoutId, ...line }),
    setState,
  );
  onCleanup(outgoing.stop);
  createEffect(() => {
    if (room.live.connection.state().status === 'online') untrack(outgoing.nudge);
  });
  /** Whoever is here and may speak: those who teach first, as they do most. */
  const people = createMemo((): readonly Named[] =>
    roster
      .here()
      .filter(({ personId }) => personId !== room.me)
      .toSorted((one, other) => Number(other.part === 'teacher') - Number(one.part === 'teacher'))
      .map(({ personId }) => ({ personId, name: roster.nameOf(personId) })),
  );

  function take(step: Step): Step {
    setWriting(step.writing);
    for (const line of step.out) outgoing.add(line);
    return step;
  }
  const keepAll = (all: Abbreviations) => {
    setAbbreviations(all);
    keep(ABBREVIATIONS, all.size > 0 ? keptForm(all) : undefined);
  };

  return {
    text: () => writing().text,
    speaker: () => writing().speaker,
    people,
    state,
    canTakeUp: () => writing().last !== null,
    /** @returns what the field holds then, and where the caret is */
    type: (text: string, caret: number): Step =>
      take(
        type(
          writing(),
          { text, caret },
          { abbreviations: abbreviations(), people: people(), newId: newCaptionId },
        ),
      ),
    end: (): Step =>
      take(endLine(writing(), { abbreviations: abbreviations(), newId: newCaptionId })),
    takeUp(): Step | undefined {
      const step = takeUpLast(writing());
      return step && take(step);
    },
    speak: (speaker: PersonId | null) => setWriting((now) => ({ ...now, speaker })),

    abbreviations,
    add: (short: string, long: string) => keepAll(withAbbreviation(abbreviations(), short, long)),
    remove: (short: string) => keepAll(withoutAbbreviation(abbreviations(), short)),
  };
}
