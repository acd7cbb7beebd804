import { afterAll, beforeAll, expect, test } from 'vitest';
import { can } from './access.ts';
import {
  loadAssignment,
  loadPaper,
  loadPaperOf,
  loadSubmission,
} from './features/assignment/standing.ts';
import { placeNamed } from './features/document/catalogue/place.ts';
import { documentStanding } from './features/document/catalogue/standing.ts';
import { subjectOf } from './features/identity/public.ts';
import { sessionStanding } from './features/programme/public.ts';
import { newId } from './platform/new-id.ts';
import { expected, type Situation } from './testing/access-cases.ts';
import { ASKED } from './testing/access-doors.ts';
import { readAccessTable } from './testing/access-table.ts';
import {
  type AccessWorld,
  type Asking,
  contentOf,
  populate,
  type Target,
} from './testing/access-world.ts';
import { createWorld, type World } from './testing/world.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const calls = ASKED.filter(({ contract }) => contract.kind !== 'channel');

let world: World;
let access: AccessWorld;
/** Ids of every kind that somebody has, and the session they belong to. */
let owned: Owned[];
type Owned = {
  readonly id: string;
  readonly of: string;
  readonly kind:
    | 'session'
    | 'item'
    | 'message'
    | 'person'
    | 'document'
    | 'group'
    | 'course'
    | 'assignment'
    | 'paper'
    | 'submission';
};

const rows = readAccessTable();

beforeAll(async () => {
  world = await createWorld();
  access = await populate(world);
  const { targets, deleted, asking } = access;
  /** One of each kind of insider, and one who was. */
  const kept = ['GM own', 'TE own', 'GU own', 'ST own', 'ST removed'];
  owned = [
    ...[...Object.values(targets), deleted[1] as Target].flatMap(
      ({ sessionId, item, message, groupId, courseId }): Owned[] => [
        { id: sessionId, of: sessionId, kind: 'session' },
        { id: groupId, of: sessionId, kind: 'group' },
        { id: courseId, of: sessionId, kind: 'course' },
        { id: item, of: sessionId, kind: 'item' },
        { id: message, of: sessionId, kind: 'message' },
      ],
    ),
    ...asking
      .filter(({ case: of }) => kept.includes(`${of.column} ${of.situation}`))
      .flatMap(({ ownMessage, caller, documents, answered, target: { sessionId } }): Owned[] => [
        { id: ownMessage, of: sessionId, kind: 'message' },
        ...[documents.live.personal, documents.live.group, documents.live.session].map((id) =>
          documentOf(id, sessionId),
        ),
        documentOf(documents.trashed.group, sessionId),
        documentOf(documents.version, sessionId),
        { id: answered.assignmentId, of: sessionId, kind: 'assignment' },
        { id: answered.paperId, of: sessionId, kind: 'paper' },
        { id: answered.submissionId, of: sessionId, kind: 'submission' },
        ...(caller ? [{ id: caller.personId, of: sessionId, kind: 'person' } as const] : []),
      ]),
  ];
}, 120_000);
afterAll(() => world.close());

function documentOf(id: string, of: string): Owned {
  return { id, of, kind: 'document' };
}

/** Somebody who may be where they are: what they ask about themselves is allowed. */
const allowed = ['ST', 'GM', 'TE', 'AD', 'GU'] as const;

function insider(column: (typeof allowed)[number]): Asking {
  const found = access.asking.find(
    ({ case: of }) => of.column === column && of.situation === 'own',
  );
  if (!found?.caller) throw new Error(`no ${column}`);
  return found;
}

/** What the answer says, apart from ids and moments that are new each time. */
async function answerTo(asking: Asking, of: (typeof calls)[number], input: unknown) {
  const { contract } = of;
  if (contract.kind === 'channel') throw new Error('not a call');
  if (contract.kind === 'signal')
    return JSON.stringify(await world.signal(asking.caller, contract, input));
  return JSON.stringify(
    contract.kind === 'command'
      ? await world.call(asking.caller, contract, input)
      : await world.ask(asking.caller, contract, input),
  );
}

test.for(allowed)(
  'F84 %s: another’s id in any place of any call reads like an unknown one',
  { timeout: 300_000 },
  async (column) => {
    const asking = insider(column);
    const before = await contentOf(world.test.database);
    const different: string[] = [];
    let asked = 0;
    for (const call of calls) {
      const input = call.input({ ...asking.target, ...asking }) as Record<string, unknown>;
      for (const place of Object.keys(input).filter((key) => UUID.test(String(input[key])))) {
        const unknown = await answerTo(asking, call, { ...input, [place]: newId() });
        const others = worthTrying(
          String(input[place]),
          owned.filter((each) => input[place] !== each.id && canStandIn(call, place, each)),
          asked,
        );
        for (const each of others) {
          const { id } = each;
          if (await mayName(call, place, each, asking)) continue;
          const answer = await answerTo(asking, call, { ...input, [place]: id });
          asked += 1;
          if (answer !== unknown) different.push(`${call.contract.name} ${place}: ${answer}`);
        }
      }
    }
    expect(asked).toBeGreaterThan(200);
    expect(different).toEqual([]);
    expect(await contentOf(world.test.database)).toBe(before);
  },
);

/** All ids of the kind that belongs in the place, and of the other kinds one each, in turn. */
function worthTrying(own: string, others: readonly Owned[], turn: number): readonly Owned[] {
  const belongs = owned.find(({ id }) => id === own)?.kind;
  return [...Map.groupBy(others, ({ kind }) => kind)].flatMap(([kind, all]) => {
    const one = all[turn % all.length];
    return kind === belongs || !one ? all : [one];
  });
}

/** Ids that can be tried in a place at all: of documents where documents are asked about, of all else elsewhere. */
function canStandIn(
  { contract: { action } }: (typeof calls)[number],
  place: string,
  { kind }: Owned,
): boolean {
  const isDocument = kind === 'document';
  const isAnswer = ['assignment', 'paper', 'submission'].includes(kind);
  if (/^(assignment|submission)\//u.test(action)) return isAnswer || kind === 'session';
  if (isAnswer) return false;
  if (!action.startsWith('document/')) return !['document', 'group', 'course'].includes(kind);
  if (place === 'documentId' || place === 'versionId') return isDocument || kind === 'session';
  return !isDocument && kind !== 'message';
}

/** What hosts do to those who sit in, or study in, their own session. */
const BY_HOSTS = [
  'session/remove',
  'seminar-room/moderate',
  'lead/pass',
  'lobby/keep',
  'attendance/correct',
];

/** What one may see, correct or plan of more sessions than those one is in. */
const WIDER_THAN_ONE_SESSION = ['session/see', 'attendance/see', 'session/plan'];

/** What may well be named in that place: a session that one sees from outside, and what lies in one's own. */
async function mayName(
  call: (typeof calls)[number],
  place: string,
  named: Owned,
  asking: Asking,
): Promise<boolean> {
  const { name, action } = call.contract;
  if (action.startsWith('document/')) return mayNameOfDocuments(call, place, named, asking);
  if (/^(assignment|submission)\//u.test(action)) return mayNameAnswer(call, place, named, asking);
  if (place === 'sessionId') {
    // A member of a group is a student of its cohort, too.
    if (named.id === access.targets.cohort.sessionId && asking.case.column === 'GM') return true;
    const situation = situationOf(named.id);
    // An administrator takes people out of any session.
    if (action === 'session/remove' && asking.case.column === 'AD') return situation !== null;
    if (situation === null || !WIDER_THAN_ONE_SESSION.includes(action)) return false;
    return expected(rows, { action, kind: null }, { ...asking.case, situation });
  }
  // An administrator acts on anybody of the school.
  if (/^(people|cohort)\/|^own-data\/run-erasure$/u.test(action))
    return asking.case.column === 'AD' && place === 'personId' && named.kind === 'person';
  // An administrator keeps every student's plan, and a teacher sees those of the cohort.
  if (action.startsWith('study-plan/'))
    return ['AD', 'TE'].includes(asking.case.column) && named.kind === 'person';
  // Whoever makes a group names whom to put into it; those of another cohort are refused (GROUP-1).
  if (action === 'group/make') return place === 'personId' && named.kind === 'person';
  const mine = named.of === asking.target.sessionId;
  // Hosts act on those who sit in their own session.
  // Whoever studies in the cohort can be at its gatherings.
  if (action === 'attendance/at-gathering') return named.kind === 'person';
  if (BY_HOSTS.includes(action)) return mine && named.kind === 'person';
  // Who of the school may be named is asked of their role: any of its people can stand there.
  if (name === 'concern/name-reader') return named.kind === 'person';
  if (name === 'agenda/step') return mine && named.kind === 'item';
  if (place === 'replyTo' || place === 'before') return mine && named.kind === 'message';
  // What others have said is there to be reacted to, and to be hidden by its teachers.
  if (name === 'chat/react' || action === 'chat/hide') return mine && named.kind === 'message';
  return mine && named.id === asking.ownMessage;
}

/** What the judge itself says of that very thing: here it is only asked whether every call asks the judge. */
function mayNameOfDocuments(
  { contract: { action }, kind }: (typeof calls)[number],
  place: string,
  named: Owned,
  { caller, documents }: Asking,
): Promise<boolean> {
  const now = world.clock.now();
  return world.test.database.transaction(async (tx) => {
    if (!caller) return false;
    const subject = await subjectOf(tx, caller.personId, caller.signInId, now);
    if (!subject) return false;
    const may = (object: unknown) => object !== null && can(subject, action, object, { now });
    if (place === 'documentId') {
      return may(await documentStanding(tx, subject, named.id as never, now));
    }
    if (action === 'document/of-session') {
      return may(await sessionStanding(tx, subject, named.id as never, now));
    }
    if (place === 'versionId') return named.id === documents.version;
    // Of a call that makes something, the place of its kind;  whom a document is shared with is asked of nobody.
    if (action !== 'document/create' || !kind) return false;
    const placed = await placeNamed(tx, subject, { kind, [place]: named.id }, now);
    return may(placed && { place: placed });
  });
}

/** The same of assignments, and of answers to them. */
function mayNameAnswer(
  { contract: { action } }: (typeof calls)[number],
  place: string,
  { id }: Owned,
  { caller, answered }: Asking,
): Promise<boolean> {
  const now = world.clock.now();
  return world.test.database.transaction(async (tx) => {
    const subject = caller && (await subjectOf(tx, caller.personId, caller.signInId, now));
    if (!subject) return false;
    const ask = { tx, subject, now };
    const objects: Record<string, () => Promise<unknown>> = {
      assignmentId: () =>
        action === 'submission/write'
          ? loadPaperOf({ ...ask, input: { assignmentId: id as never, ...answered.holder } })
          : loadAssignment({ ...ask, input: { assignmentId: id as never } }),
      paperId: () => loadPaper({ ...ask, input: { paperId: id as never } }),
      submissionId: () => loadSubmission({ ...ask, input: { submissionId: id as never } }),
    };
    const object = await objects[place]?.();
    return object != null && can(subject, action, object, { now });
  });
}

function situationOf(sessionId: string): Situation | null {
  const { targets } = access;
  if (sessionId === targets.otherGroup.sessionId) return 'other group';
  if (sessionId === targets.otherCohort.sessionId) return 'other cohort';
  const here = [targets.own.sessionId, targets.cohort.sessionId] as string[];
  // The cohort's own session stands to everybody of the group's as another group's does.
  return here.includes(sessionId) ? 'other group' : null;
}

test('check one, act on another: one’s own session with another’s message, and the other way round', async () => {
  const teacher = insider('TE');
  const student = insider('GM');
  const [edit, remove] = calls.filter(({ contract }) => contract.action === 'chat/change-own');
  const before = await contentOf(world.test.database);
  for (const call of [edit, remove]) {
    for (const asking of [teacher, student]) {
      const away = access.targets.otherGroup;
      const mixed = [
        { sessionId: asking.target.sessionId, messageId: away.message },
        { sessionId: away.sessionId, messageId: asking.ownMessage },
        { sessionId: away.sessionId, messageId: away.message },
        { sessionId: asking.target.sessionId, messageId: insider('AD').ownMessage },
      ];
      for (const input of mixed) {
        const answer = await answerTo(asking, call as never, { text: 'Mitt', ...input });
        expect(answer).toBe(JSON.stringify({ ok: false, refusal: 'not-found' }));
      }
    }
  }
  expect(await contentOf(world.test.database)).toBe(before);
});

test('another’s name on a call is no name: who acts is who asks', async () => {
  const student = insider('GM');
  const teacher = insider('TE');
  const post = calls.find(({ contract }) => contract.name === 'chat/post');
  const claims = {
    by: teacher.caller?.personId,
    personId: teacher.caller?.personId,
    byName: 'Anne',
  };
  const input = { sessionId: student.target.sessionId, text: 'Hvem sa det', ...claims };
  expect(JSON.parse(await answerTo(student, post as never, input))).toMatchObject({ ok: true });
  const content = await contentOf(world.test.database, [student.target.sessionId]);
  const said = content.split('\n').filter((row) => row.includes('Hvem sa det'));
  expect(said.length).toBeGreaterThan(0);
  for (const row of said) {
    expect(row).toContain(student.caller?.personId);
    expect(row).not.toContain(teacher.caller?.personId);
    expect(row).not.toContain('Anne');
  }
});
