import { type SessionState, sessionChannel } from '#shared/features/session/channel.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { AnyChannel } from '#shared/wire/contract.ts';
import { can } from '../../server/access.ts';
import { subjectOf } from '../../server/features/identity/public.ts';
import { inTransaction } from '../../server/storage/transaction.ts';
import type { Somebody, World } from '../../server/testing/world.ts';

/** The session as its teachers, or those who do not teach it, would get it fresh at that moment, whoever holds a seat. */
export async function snapshotOf(
  world: World,
  sessionId: SessionId,
  as: Somebody,
  now: Instant,
): Promise<SessionState> {
  const [handler] = world.slices.session.channels;
  const subject = {
    personId: as.personId,
    active: true,
    roles: [{ role: 'teacher' as const, until: null }],
  };
  return world.test.database.transaction(async (tx) => {
    const object = await handler?.load({ tx, input: sessionId, subject, now });
    const state = await handler?.snapshot(tx, object, handler.audienceOf(subject, object, now));
    return sessionChannel.state.parse(JSON.parse(JSON.stringify(state))) as SessionState;
  });
}

/** What somebody would get fresh of a channel by their rights, without opening a line; null for who gets nothing. */
export type Peek = <State>(
  channel: AnyChannel & { readonly state: { parse(from: unknown): State } },
  id: string,
  as: Somebody | null,
) => Promise<State | null>;

/** Peeks at as much as is asked for, in one view of the database. */
export function look<Seen>(world: World, use: (peek: Peek) => Promise<Seen>): Promise<Seen> {
  const now = world.clock.now();
  return inTransaction(world.test.database, 'view', (tx) => {
    const subjects = new Map<string, ReturnType<typeof subjectOf>>();
    const subjectNow = ({ personId, signInId }: Somebody) => {
      const known = subjects.get(signInId) ?? subjectOf(tx, personId, signInId, now);
      subjects.set(signInId, known);
      return known;
    };
    return use(async (channel, id, as) => {
      const handler = world.slices.session.channels.find(
        (one) => one.contract.name === channel.name,
      );
      const subject = as && (await subjectNow(as));
      if (!handler || !subject?.active) return null;
      const object = await handler.load({ tx, input: id, subject, now });
      if (object === null || !can(subject, channel.action, object, { now })) return null;
      const state = await handler.snapshot(tx, object, handler.audienceOf(subject, object, now));
      return channel.state.parse(JSON.parse(JSON.stringify(state)));
    });
  });
}
