import fc from 'fast-check';
import {
  admitFromLobby,
  declineFromLobby,
  sendToLobby,
} from '#shared/features/session/lobby/commands.ts';
import { answerOnTeamLine, writeToTeam } from '#shared/features/session/team-line/commands.ts';
import type { RealSession } from './real-session.ts';
import { comes, ends, passes } from './session-commands.ts';
import type { SessionModel } from './session-model.ts';
import { EVERYBODY, GUEST_NAMES, INVITED, STUDENTS, type Who } from './session-people.ts';
import {
  mostlyATeacher,
  outsider,
  type Step,
  several,
  step,
  stepOutside,
  teacher,
} from './session-step.ts';

/** One, or all whom the hosts see waiting just then. */
const whom = fc.option(outsider, { freq: 3 });
const meant = (m: SessionModel, one: Who | null): readonly Who[] => {
  const all = EVERYBODY.filter((who) => m.lobby.isWaiting(who));
  return one ? [one] : all.length > 0 ? all : ['tone'];
};
const idsOf = (r: RealSession, people: readonly Who[]) => ({
  people: people.map((who) => r.idOf(who)),
});

/** What somebody hears who has just been let in, or sent back: their lines are asked again. */
async function rightsOf(r: RealSession, people: readonly Who[], answered: string): Promise<string> {
  if (answered === 'ok') for (const who of people) await r.rightsChanged(who);
  return answered;
}

const asks = (who: Who, how: { readonly again: boolean; readonly listens: boolean }): Step =>
  stepOutside(
    `${who} asks to come in${how.again ? ' again' : ''}${how.listens ? '' : ' and closes the page'}`,
    (m) => m.wait(who, how),
    (r) => r.wait(who, how),
  );

const listensAgain = (who: Who): Step =>
  stepOutside(
    `a page of ${who} outside is there again`,
    (m) => m.listenAgain(who),
    (r) => r.listenAgain(who),
  );

const opensLink = (name: string, isForgetful: boolean): Step =>
  stepOutside(
    `gro opens the link as ${name}${isForgetful ? ', signed in no more' : ''}`,
    (m) => m.openLink('gro', name),
    (r) => r.openLink('gro', name, isForgetful),
  );

/** A session that has begun, with some who wait: what is rare from an empty room is likely from there. */
export const BEGUN: readonly Step[] = [
  ...(['anne', 'bjorn', 'kari'] as const).map(comes),
  opensLink('Kari Lund', false),
  ...(['tone', 'per', 'gro'] as const).map((who) => asks(who, { again: false, listens: true })),
];

/** How every session ends, if it has not yet: those who wait, or come back to, are told. */
export const TO_THE_END: readonly Step[] = [
  comes('anne'),
  ends('anne'),
  passes(10_500),
  ...(['kari', 'tone', 'per', 'gro'] as const).map(listensAgain),
  asks('tone', { again: true, listens: true }),
  opensLink('Gro Gjestad', true),
];

/** What may happen at the door: who waits, is let in, declined, sent back, and writes to the hosts meanwhile. */
export const LOBBY_STEPS: fc.Arbitrary<Step>[] = [
  ...several(3, () =>
    fc
      .tuple(outsider, fc.boolean(), fc.constantFrom(true, true, true, false))
      .map(([who, again, listens]) => asks(who, { again, listens })),
  ),
  ...several(2, () =>
    fc.tuple(outsider, fc.constantFrom('dropped', 'let-go')).map(([who, how]) =>
      stepOutside(
        `a page of ${who} outside: ${how}`,
        (m) => void m.lobby.lineEnds(who, m.now),
        async (r) => void r.endLine(who, 'outside', how),
      ),
    ),
  ),
  outsider.map(listensAgain),
  ...several(3, () =>
    fc.tuple(mostlyATeacher, whom).map(([by, one]) =>
      stepOutside(
        `${by} lets in ${one ?? 'all'}`,
        (m) => m.admit(by, meant(m, one)),
        async (r, m) => {
          const people = meant(m, one);
          return rightsOf(r, people, await r.call(by, admitFromLobby, idsOf(r, people)));
        },
      ),
    ),
  ),
  fc.tuple(teacher, whom).map(([by, one]) =>
    step(
      `${by} lets in ${one ?? 'all'}, and the server dies before it answers`,
      (m) => m.lose(m.admit(by, meant(m, one))),
      (r, m) => r.callLost(by, admitFromLobby, idsOf(r, meant(m, one))),
    ),
  ),
  ...several(2, () =>
    fc.constant(
      stepOutside(
        'what was not answered is sent again',
        (m) => m.lost ?? undefined,
        (r) => r.lost?.() ?? Promise.resolve(undefined),
      ),
    ),
  ),
  ...several(2, () =>
    fc.tuple(mostlyATeacher, outsider).map(([by, who]) =>
      whispered(`${by} declines ${who}`, null, (words) => ({
        toModel: (m) => m.decline(by, who, words),
        toReal: (r) => r.call(by, declineFromLobby, { personId: r.idOf(who), words, lang: 'nb' }),
        mayHear: (m) => (m.lobby.standingOf(who)?.includes(words) ? [who] : []),
      })),
    ),
  ),
  ...several(2, () =>
    fc.tuple(mostlyATeacher, outsider).map(([by, who]) =>
      step(
        `${by} sends ${who} back to wait`,
        (m) => m.sendBack(by, who),
        async (r) => rightsOf(r, [who], await r.call(by, sendToLobby, { personId: r.idOf(who) })),
      ),
    ),
  ),
  ...several(2, () =>
    outsider.map((who) =>
      whispered(`${who} writes to the teachers`, who, (text) => ({
        toModel: (m) => m.writeToTeam(who, text),
        toReal: (r) => r.call(who, writeToTeam, { text }),
        mayHear: (m) => (m.lines.get(who)?.includes(text) ? [who, ...m.rights.keepers()] : []),
      })),
    ),
  ),
  fc.tuple(mostlyATeacher, outsider).map(([by, who]) =>
    whispered(`${by} answers ${who}`, who, (text) => ({
      toModel: (m) => m.answerOnLine(by, who, text),
      toReal: (r) => r.call(by, answerOnTeamLine, { personId: r.idOf(who), text }),
      mayHear: (m) =>
        m.lines.get(who)?.includes(text)
          ? [...(m.rights.isAsked(who) ? [who] : []), ...m.rights.keepers()]
          : [],
    })),
  ),
];

/** Who comes by the link, and who teaches. */
export const GUEST_STEPS: fc.Arbitrary<Step>[] = [
  ...several(2, () =>
    fc.tuple(fc.constantFrom(...GUEST_NAMES), fc.boolean()).map((how) => opensLink(...how)),
  ),
  fc.constantFrom<Who | 'stranger'>(...STUDENTS, ...INVITED, 'anne', 'stranger').map((who) =>
    stepOutside(
      `${who} opens the link`,
      (m) => m.openLink(who, ''),
      (r) => r.openLink(who, 'En Annen', false),
    ),
  ),
  mostlyATeacher.map((by) =>
    step(
      `${by} withdraws the link`,
      (m) => m.withdrawLink(by),
      (r) => r.withdrawLink(by),
    ),
  ),
  ...several(2, () =>
    fc.boolean().map((teaches) => ({
      ...step(
        `bjorn teaches it ${teaches ? 'again' : 'no longer'}`,
        (m) => void m.assign('bjorn', teaches),
        async (r) => void (await r.assign('bjorn', teaches)),
      ),
      // Nothing but an open line hears of a plan that is changed elsewhere.
      check: (m: Readonly<SessionModel>) => (m.seats.get('bjorn')?.lines ?? 1) > 0,
    })),
  ),
];

/** Words that are said between one outside and the hosts, and who may hear them then. */
function whispered(
  title: string,
  line: Who | null,
  as: (words: string) => {
    readonly toModel: (model: SessionModel) => string;
    readonly toReal: (real: RealSession) => Promise<string>;
    readonly mayHear: (model: SessionModel) => readonly Who[];
  },
): Step {
  return {
    check: () => true,
    toString: () => title,
    async run(model, real) {
      const words = real.whispers.next();
      const { toModel, toReal, mayHear } = as(words);
      await stepOutside(title, toModel, toReal).run(model, real);
      real.whispers.said(words, line, mayHear(model));
    },
  };
}
