import type { Refused } from '#shared/kernel/decision.ts';
import type { AnySignal, UniversalRefusal } from '#shared/wire/contract.ts';
import type { SignalReply } from '#shared/wire/socket-events.ts';
import type { Clock } from '../platform/clock.ts';
import type { Caller, Can, SubjectOf } from '../platform/dispatch.ts';
import type { Calling, SignalHandler, Slice } from '../platform/handler.ts';
import type { Log } from '../platform/log.ts';
import { isStorageOutage } from '../platform/storage-errors.ts';
import type { Database } from '../storage/database.ts';
import { inTransaction } from '../storage/transaction.ts';
import type { Channels } from './channels.ts';
import { makeRateLimit } from './rate-limit.ts';

export type Signals = ReturnType<typeof createSignals>;

/**
 * What is shown to those who listen to a channel, for a moment: kept by nobody, without a revision and without a repeat. The
 * right is asked of the same judge as a call's, each time.
 */
export function createSignals(parts: {
  readonly slices: readonly Slice[];
  readonly database: Database;
  readonly clock: Clock;
  readonly can: Can;
  readonly subjectOf: SubjectOf;
  readonly channels: Pick<Channels, 'show'>;
  readonly log: Log;
}) {
  const known = new Map(
    parts.slices
      .flatMap((slice) => slice.signals ?? [])
      .map((handler: SignalHandler) => [
        handler.contract.name,
        { handler, take: makeRateLimit(handler.limit, parts.clock) },
      ]),
  );

  async function gate(
    caller: Caller,
    { contract, load, admits }: SignalHandler,
    input: unknown,
  ): Promise<
    | { readonly ok: true; readonly call: Omit<Calling<unknown, unknown>, 'tx'> }
    | Refused<UniversalRefusal | 'not-joined'>
  > {
    return inTransaction(parts.database, 'view', async (tx) => {
      const now = parts.clock.now();
      const subject = await parts.subjectOf(tx, caller.personId, caller.signInId, now);
      if (!subject?.active) return { ok: false, refusal: 'signed-out' };
      const object = await load({ tx, input: input as never, subject, now });
      if (object === null || !parts.can(subject, contract.action, object, { now }))
        return { ok: false, refusal: 'not-found' };
      const call = { input, subject, object, now };
      if (!(await admits({ ...call, tx } as never))) return { ok: false, refusal: 'not-joined' };
      return { ok: true, call };
    });
  }

  /** Shows it to those who listen just now, each audience as it may hear it. Never throws. */
  async function send(
    caller: Caller | null,
    { name, input }: { readonly name: string; readonly input: unknown },
  ): Promise<SignalReply> {
    const found = known.get(name);
    if (!found) return { ok: false, refusal: 'not-found' };
    if (!caller) return { ok: false, refusal: 'signed-out' };
    const { handler, take } = found;
    const parsed = (handler.contract as AnySignal).input.safeParse(input);
    if (!parsed.success) return { ok: false, refusal: 'bad-input' };
    try {
      const passed = await gate(caller, handler, parsed.data);
      if (!passed.ok) return passed;
      const id = handler.channelId(parsed.data as never);
      const retryAfterMs = take(`${id} ${caller.personId}`);
      if (retryAfterMs > 0) return { ok: false, refusal: 'too-many-calls', retryAfterMs };
      handler.note?.(passed.call as never);
      parts.channels.show(handler.channel(parsed.data as never), id, name, (audience) =>
        handler.hear(passed.call as never, audience),
      );
      return { ok: true };
    } catch (error) {
      if (!isStorageOutage(error)) parts.log.error({ signal: name, err: error }, 'a signal failed');
      return { ok: false, refusal: 'try-again' };
    }
  }

  return { send };
}
