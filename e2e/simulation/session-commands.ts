import fc from 'fast-check';
import { stepAgenda } from '#shared/features/session/agenda/commands.ts';
import { postMessage } from '#shared/features/session/chat/commands.ts';
import { endSession, undoEnding } from '#shared/features/session/ending/commands.ts';
import * as hands from '#shared/features/session/hand-queue/commands.ts';
import {
  readmitParticipant,
  removeParticipant,
} from '#shared/features/session/moderation/commands.ts';
import { closeChat, lockSession } from '#shared/features/session/order/commands.ts';
import { endPause, startPause } from '#shared/features/session/pause/commands.ts';
import type { AnyCommand } from '#shared/wire/contract.ts';
import type { SessionModel } from './session-model.ts';
import type { Who } from './session-people.ts';
import { anybody, mostlyATeacher, outsider, type Step, several, step } from './session-step.ts';

export const comes = (who: Who): Step =>
  step(
    `${who} comes`,
    (m) => m.enter(who),
    (r) => r.enter(who),
  );

export const passes = (ms: number): Step =>
  step(
    `${ms} ms pass`,
    (m) => void m.pass(ms),
    async (r) => void (await r.pass(ms)),
  );

export const ends = (by: Who): Step =>
  step(
    `${by} ends the session`,
    (m) => m.end(by),
    (r) => r.call(by, endSession, {}),
  );

/** Who is there and for how long: they come and go, are taken out and let back, the door is locked, the session ends. */
export const COMING_STEPS: fc.Arbitrary<Step>[] = [
  ...several(3, () => anybody.map(comes)),
  ...several(2, () => fc.constantFrom(400, 1_600, 9_000, 10_500, 63_000).map(passes)),
  fc.tuple(anybody, fc.constantFrom('dropped', 'let-go')).map(([who, how]) =>
    step(
      `a line of ${who}: ${how}`,
      (m) => void m.endLine(who, how),
      async (r) => void r.endLine(who, 'inside', how),
    ),
  ),
  fc.constant(
    step(
      'the server dies',
      (m) => void m.crash(),
      async (r) => void (await r.crash()),
    ),
  ),
  fc
    .tuple(mostlyATeacher, fc.oneof({ weight: 5, arbitrary: outsider }, anybody))
    .map(([by, whom]) =>
      step(
        `${by} takes ${whom} out`,
        (m) => m.remove(by, whom),
        async (r) => {
          const answered = await r.call(by, removeParticipant, { personId: r.idOf(whom) });
          if (answered === 'ok') await r.rightsChanged(whom);
          return answered;
        },
      ),
    ),
  fc.tuple(mostlyATeacher, outsider).map(([by, whom]) =>
    step(
      `${by} lets ${whom} back`,
      (m) => m.readmit(by, whom),
      async (r) => {
        const answered = await r.call(by, readmitParticipant, { personId: r.idOf(whom) });
        if (answered === 'ok') r.whispers.comesBack(whom, false);
        return answered;
      },
    ),
  ),
  ...several(2, () =>
    fc.tuple(mostlyATeacher, fc.boolean()).map(([by, locked]) =>
      step(
        `${by} ${locked ? 'locks' : 'unlocks'} the door`,
        (m) => m.lock(by, locked),
        (r) => r.call(by, lockSession, { locked }),
      ),
    ),
  ),
  mostlyATeacher.map(ends),
  ...several(2, () =>
    mostlyATeacher.map((by) =>
      step(
        `${by} takes that back`,
        (m) => m.takeBackEnding(by),
        (r) => r.call(by, undoEnding, {}),
      ),
    ),
  ),
];

/** What may happen among those who are there. */
export const ROOM_STEPS: fc.Arbitrary<Step>[] = [
  own('raises a hand', (m, who) => m.raise(who), hands.raiseHand),
  own('raises a hand', (m, who) => m.raise(who), hands.raiseHand),
  own('lowers the hand', (m, who) => m.lower(who), hands.lowerHand),
  own('is done', (m, who) => m.done(who), hands.endWord),
  own('steps away', (m, who) => m.startPause(who), startPause),
  own('is back', (m, who) => m.endPause(who), endPause),
  // As the screen shows it, or as it showed it before: the first in line, or just anybody.
  ...several(2, () =>
    fc.tuple(mostlyATeacher, fc.option(anybody, { freq: 3 })).map(([by, other]) => {
      const expected = (m: SessionModel) => other ?? m.hands[0] ?? 'kari';
      return step(
        `${by} calls ${other ?? 'the first'}`,
        (m) => m.callNext(by, expected(m)),
        (r, m) => r.call(by, hands.callNext, { expected: r.idOf(expected(m)) }),
      );
    }),
  ),
  fc.tuple(mostlyATeacher, fc.boolean()).map(([by, open]) =>
    step(
      `${by} sets the queue ${open ? 'open' : 'closed'}`,
      (m) => m.openQueue(by, open),
      (r) => r.call(by, hands.setQueueOpen, { open }),
    ),
  ),
  fc.tuple(mostlyATeacher, fc.nat(2), fc.option(fc.nat(2), { freq: 3 })).map(([by, to, old]) =>
    step(
      `${by} steps to ${to}`,
      (m) => m.step(by, old ?? m.item, to),
      (r, m) => {
        const from = old ?? m.item;
        const { agenda } = r.planned;
        return r.call(by, stepAgenda, {
          from: from === null ? null : (agenda[from] as never),
          to: agenda[to] as never,
        });
      },
    ),
  ),
  fc.tuple(anybody, fc.nat()).map(([who, nth]) =>
    step(
      `${who} says ${nth}`,
      (m) => m.say(who, `ord ${nth}`),
      (r) => r.call(who, postMessage, { text: `ord ${nth}` }),
    ),
  ),
  fc.tuple(mostlyATeacher, fc.boolean()).map(([by, closed]) =>
    step(
      `${by} ${closed ? 'closes' : 'opens'} the chat`,
      (m) => m.closeChat(by, closed),
      (r) => r.call(by, closeChat, { closed }),
    ),
  ),
];

/** Something that people do for themselves. */
function own(
  does: string,
  toModel: (model: SessionModel, who: Who) => string,
  command: AnyCommand,
): fc.Arbitrary<Step> {
  return anybody.map((who) =>
    step(
      `${who} ${does}`,
      (m) => toModel(m, who),
      (r) => r.call(who, command, {} as never),
    ),
  );
}
