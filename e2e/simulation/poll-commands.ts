import fc from 'fast-check';
import {
  answerPoll,
  closePoll,
  openPoll,
  putPollAway,
} from '#shared/features/session/poll/commands.ts';
import type { PollId } from '#shared/kernel/ids.ts';
import { newId } from '../../server/platform/new-id.ts';
import { newestPoll } from './read-session.ts';
import type { RealSession } from './real-session.ts';
import type { Who } from './session-people.ts';
import { anybody, mostlyATeacher, type Step, several, step } from './session-step.ts';

const QUESTION = {
  ...({ occasion: 'poll', question: 'Passer det?', named: false, prepared: null } as const),
  form: { kind: 'single' as const, options: ['Ja', 'Nei'] },
};

/** The newest that was asked, whether it stands on the screen still or not. */
const asked = async (r: RealSession) => ({ pollId: (await newestPoll(r)) ?? NOBODYS });

const answers = (who: Who, choice: 0 | 1): Step =>
  step(
    `${who} answers ${choice}`,
    (m) => m.poll.answer(who, choice),
    async (r) => r.call(who, answerPoll, { ...(await asked(r)), choices: [choice], text: '' }),
  );

/** What everybody is asked without a name: it is opened, answered once, closed and put away, over whatever happens meanwhile. */
export const POLL_STEPS: fc.Arbitrary<Step>[] = [
  ...several(2, () =>
    mostlyATeacher.map((by) =>
      step(
        `${by} asks everybody`,
        (m) => m.poll.open(by),
        (r) => r.call(by, openPoll, QUESTION),
      ),
    ),
  ),
  ...several(3, () =>
    fc.tuple(anybody, fc.constantFrom(0, 1)).map(([who, choice]) => answers(who, choice)),
  ),
  mostlyATeacher.map((by) =>
    step(
      `${by} closes what is asked`,
      (m) => m.poll.close(by),
      async (r) => r.call(by, closePoll, await asked(r)),
    ),
  ),
  mostlyATeacher.map((by) =>
    step(
      `${by} puts it away`,
      (m) => m.poll.putAway(by),
      async (r) => r.call(by, putPollAway, await asked(r)),
    ),
  ),
];

/** Of nothing that was asked. */
const NOBODYS = newId<'poll'>() as PollId;
