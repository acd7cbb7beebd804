import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Refused } from '#shared/kernel/decision.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { CallId, PersonId, SignInId } from '#shared/kernel/ids.ts';
import type { Action, Subject } from '#shared/wire/access.ts';
import type { Reply, Revision, UniversalRefusal } from '#shared/wire/contract.ts';
import type { Database, Tx } from '../storage/database.ts';
import { together } from '../storage/together.ts';
import { inTransaction } from '../storage/transaction.ts';
import type { Clock } from './clock.ts';
import type { Answer, Load, Slice } from './handler.ts';
import { makeLanes } from './lanes.ts';
import type { Log } from './log.ts';
import { isStorageOutage, isUniqueViolation } from './storage-errors.ts';
import type { UnitOfWork, Work } from './unit-of-work.ts';

/** Whose call it is, as the sign-in says; what they may is read anew in each call's own transaction. */
export type Caller = { readonly personId: PersonId; readonly signInId: SignInId };

/** The one judge (server/access.ts). */
export type Can = (
  subject: Subject | null,
  action: Action,
  object: unknown,
  context: { readonly now: Instant },
) => boolean;

export type SubjectOf = (
  tx: Tx,
  personId: PersonId,
  signInId: SignInId,
  now: Instant,
) => Promise<Subject | null>;

type AnyReply = Reply<unknown, string>;

export type Dispatch = {
  /** Runs a command at most once per (person, call id); a repeated call meets the first answer. Never throws. */
  command(
    caller: Caller | null,
    call: { readonly callId: CallId; readonly name: string; readonly input: unknown },
  ): Promise<AnyReply>;
  /** Answers from one consistent, read-only view of the database. Never throws. */
  query(
    caller: Caller | null,
    call: { readonly name: string; readonly input: unknown },
  ): Promise<AnyReply>;
  /** Resolves when no call is under way: what was accepted is finished. */
  idle(): Promise<void>;
};

export function createDispatch(parts: {
  readonly slices: readonly Slice[];
  readonly unitOfWork: UnitOfWork;
  readonly database: Database;
  readonly clock: Clock;
  readonly can: Can;
  readonly subjectOf: SubjectOf;
  readonly log: Log;
}): Dispatch {
  const commands = byName(
    parts.slices.flatMap(({ commands, laneOf }) =>
      commands.map((handler) => ({ ...handler, laneOf })),
    ),
  );
  const queries = byName(parts.slices.flatMap((slice) => slice.queries));
  const inLane = makeLanes(parts.unitOfWork);

  const subjectNow = (tx: Tx, caller: Caller, now: Instant) =>
    parts.subjectOf(tx, caller.personId, caller.signInId, now);

  async function gate<Input, Thing>(
    tx: Tx,
    subject: Subject | null,
    contract: { readonly action: Action },
    load: Load<Input, Thing>,
    input: Input,
    now: Instant,
  ): Promise<{ ok: true; subject: Subject; object: Thing } | Refused<'signed-out' | 'not-found'>> {
    if (!subject?.active) return { ok: false, refusal: 'signed-out' };
    const object = await load({ tx, input, subject, now });
    if (object === null || !parts.can(subject, contract.action, object, { now })) {
      return { ok: false, refusal: 'not-found' };
    }
    return { ok: true, subject, object };
  }

  const underWay = new Set<Promise<AnyReply>>();

  async function guarded(name: string, work: () => Promise<AnyReply>): Promise<AnyReply> {
    const answering = work();
    underWay.add(answering);
    try {
      return await answering;
    } catch (error) {
      if (isStorageOutage(error)) {
        parts.log.warn({ call: name, err: error }, 'storage is out; the call may be sent again');
        return no('try-again');
      }
      const incident = randomUUID();
      parts.log.error({ call: name, incident, err: error }, 'a call failed');
      return { ok: false, refusal: 'fault', incident };
    } finally {
      underWay.delete(answering);
    }
  }

  return {
    idle: async () => void (await Promise.allSettled(underWay)),
    command: (caller, call) =>
      guarded(call.name, async () => {
        const handler = commands.get(call.name);
        if (!handler) return no('not-found');
        if (!caller) return no('signed-out');
        const parsed = handler.contract.input.safeParse(call.input);
        if (!parsed.success) return no('bad-input');

        const earlier = () => storedReply(parts.database, caller, call.callId);
        try {
          const { contract, load, run, gateAhead = false } = handler;
          const input = parsed.data;
          const passGate = (tx: Tx, subject: Subject | null, now: Instant) =>
            gate(tx, subject, contract, load, input, now);
          const work: Work<Settled, Seen> = {
            look: async ({ tx, now }) => {
              const [stored, subject] = await Promise.all([
                contract.unrecorded ? null : storedReply(tx, caller, call.callId),
                subjectNow(tx, caller, now),
              ]);
              const ahead = gateAhead && stored === null;
              return { stored, subject, passed: ahead ? await passGate(tx, subject, now) : null };
            },
            run: async ({ tx, publish, now }, seen) => {
              if (seen.stored) return { stored: seen.stored };
              const passed = seen.passed ?? (await passGate(tx, seen.subject, now));
              if (!passed.ok) return { answer: passed };
              const { subject, object } = passed;
              const askAgain = async () => {
                const at = parts.clock.now();
                const again = await passGate(tx, await subjectNow(tx, caller, at), at);
                return again.ok ? { object: again.object, now: at } : null;
              };
              return { answer: await run({ input, subject, object, now, tx, publish, askAgain }) };
            },
            // What is not recorded leaves nothing, a stored reply is there already, and a sign-in that ended has nothing to keep.
            answerTo: (settled) =>
              contract.unrecorded || 'stored' in settled || isSignedOut(settled.answer)
                ? null
                : {
                    actor: caller.personId,
                    callId: call.callId,
                    reply: toReply(settled.answer, []),
                  },
          };
          const lane = handler.laneOf?.(parsed.data);
          const { value, revisions } = await (lane === undefined
            ? parts.unitOfWork.transact(work)
            : inLane(lane, work));
          return 'stored' in value ? value.stored : toReply(value.answer, revisions);
        } catch (error) {
          // The same call ran twice at once, and the other one was first: its answer is the answer.
          if (!isUniqueViolation(error, 'call_pkey')) throw error;
          return (await earlier()) ?? no('try-again');
        }
      }),

    query: (caller, call) =>
      guarded(call.name, async () => {
        const handler = queries.get(call.name);
        if (!handler) return no('not-found');
        if (!caller) return no('signed-out');
        const parsed = handler.contract.input.safeParse(call.input);
        if (!parsed.success) return no('bad-input');

        return inTransaction(parts.database, 'view', async (tx) => {
          const now = parts.clock.now();
          const { contract, load, run } = handler;
          const input = parsed.data;
          const passed = await gate(
            tx,
            await subjectNow(tx, caller, now),
            contract,
            load,
            input,
            now,
          );
          if (!passed.ok) return no(passed.refusal);
          const { subject, object } = passed;
          const value = await run({ input, subject, object, now, tx });
          return { ok: true, value, revisions: [] };
        });
      }),
  };
}

/** What a call reads before its turn; some pass the gate then. */
type Seen = {
  readonly stored: AnyReply | null;
  readonly subject: Subject | null;
  readonly passed: Passed | null;
};

type Passed =
  | { readonly ok: true; readonly subject: Subject; readonly object: unknown }
  | Refused<'signed-out' | 'not-found'>;

type Settled =
  | { readonly stored: AnyReply }
  | { readonly answer: Answer<unknown> | Refused<string> };

function no(refusal: UniversalRefusal): AnyReply {
  return { ok: false, refusal };
}

function isSignedOut(answer: Answer<unknown> | Refused<string>): boolean {
  return !answer.ok && answer.refusal === 'signed-out';
}

function toReply(
  answer: Answer<unknown> | Refused<string>,
  revisions: readonly Revision[],
): AnyReply {
  return answer.ok
    ? { ok: true, value: answer.value, revisions }
    : { ok: false, refusal: answer.refusal };
}

const keptCall = together(
  { actor: 'uuid', call_id: 'uuid' },
  sql<{ reply: AnyReply }>`
    select reply from call where actor = asked.actor and call_id = asked.call_id`,
);

async function storedReply(
  on: Tx | Database,
  { personId }: Caller,
  callId: CallId,
): Promise<AnyReply | null> {
  return (await keptCall(on, { actor: personId, call_id: callId }))?.reply ?? null;
}

function byName<H extends { readonly contract: { readonly name: string } }>(
  handlers: readonly H[],
): ReadonlyMap<string, H> {
  const map = new Map<string, H>();
  for (const handler of handlers) {
    if (map.has(handler.contract.name))
      throw new Error(`two handlers for ${handler.contract.name}`);
    map.set(handler.contract.name, handler);
  }
  return map;
}
