import { createEffect, createSignal } from 'solid-js';
import { tickAtGathering, tickInSession } from '#shared/features/attendance/correction/commands.ts';
import type { Cell, Occasion } from '#shared/features/attendance/sheet/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { live } from '../../../platform/live.ts';
import { occasionKey } from './occasion-key.ts';
import type { words } from './words.ts';

type Refusal = keyof (typeof words)['nb']['refusals'];
type Press = { readonly present: boolean | null; readonly isSettled: boolean };

export type Ticks = ReturnType<typeof createTicks>;

/**
 * Ticks as they were pressed, until the table that is fetched next has them. Each says what is, so a repeat, and another teacher who presses the
 * same, change nothing.
 */
export function createTicks(table: {
  readonly value: () => unknown;
  readonly refetch: () => void;
}) {
  const [presses, setPresses] = createSignal<ReadonlyMap<string, Press>>(new Map());
  /** Presses on one student are sent one after the other, so that the last one is what stands. */
  const underWay = new Map<string, Promise<unknown>>();
  const [problem, setProblem] = createSignal<{ readonly key: string; readonly why: Refusal }>();

  // What is fetched after the answer has it.
  createEffect((before: unknown) => {
    const fetched = table.value();
    if (fetched !== before)
      setPresses((all) => new Map([...all].filter(([, press]) => !press.isSettled)));
    return fetched;
  });

  async function press(
    occasion: Occasion,
    personId: PersonId,
    present: boolean | null,
  ): Promise<void> {
    const key = keyOf(occasion, personId);
    const put = (isSettled: boolean) =>
      setPresses((all) => new Map(all).set(key, { present, isSettled }));
    setProblem(undefined);
    put(false);
    const before = underWay.get(key);
    const mine = (async () => {
      await before;
      return occasion.kind === 'session'
        ? live.send(tickInSession, {
            ...{ sessionId: occasion.sessionId, personId, present: present || null },
          })
        : live.send(tickAtGathering, {
            ...{ gatheringId: occasion.gatheringId, day: occasion.day, personId, present },
          });
    })();
    underWay.set(key, mine);
    const outcome = await mine;
    // One that was pressed again meanwhile waits for its own answer.
    if (underWay.get(key) !== mine) return;
    underWay.delete(key);
    put(true);
    if (!outcome.ok) setProblem({ key, why: outcome.refusal });
    table.refetch();
  }

  return {
    press,
    /** What is ticked, as far as this screen knows. */
    presentOf: (occasion: Occasion, personId: PersonId, cell: Cell): boolean | null => {
      const pressed = presses().get(keyOf(occasion, personId));
      return pressed ? pressed.present : cell.present;
    },
    /** Whether it is on its way to the server still. */
    isUnderWay: (occasion: Occasion, personId: PersonId): boolean =>
      presses().get(keyOf(occasion, personId))?.isSettled === false,
    problemOf: (occasion: Occasion, personId: PersonId): Refusal | undefined => {
      const now = problem();
      return now?.key === keyOf(occasion, personId) ? now.why : undefined;
    },
  };
}

function keyOf(occasion: Occasion, personId: PersonId): string {
  return `attendance ${occasionKey(occasion)} ${personId}`;
}
