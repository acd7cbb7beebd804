import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { refuse } from '#shared/kernel/decision.ts';
import { channel, command, query } from '#shared/wire/contract.ts';
import {
  answer,
  answerQuery,
  type ChannelHandler,
  handle,
  type Slice,
} from '../platform/handler.ts';

/** The smallest slice there is: a counter that everybody who may can raise. For tests of what carries every slice. */
const input = z.object({ id: z.string(), by: z.optional(z.number()) });

export const raise = command({
  name: 'toy/raise',
  action: 'chat/post',
  input,
  output: z.object({ count: z.number() }),
  refusals: ['too-high'],
});

/** Raises the counter, says so, and then meets a fault of ours. */
export const raiseAndFail = command({
  name: 'toy/raise-and-fail',
  action: 'chat/post',
  input,
  output: z.object({}),
  refusals: [],
});

export const count = query({
  name: 'toy/count',
  action: 'chat/read',
  input,
  output: z.object({ count: z.number() }),
});

export type ToyFact = {
  readonly type: 'raised';
  readonly to: number;
  readonly secret?: string | undefined;
};

export const toyChannel = channel<{ count: number }, ToyFact>({
  name: 'toy',
  action: 'chat/read',
  evolve: (_state, fact) => ({ count: fact.to }),
  state: z.object({ count: z.number() }),
  fact: z.object({ type: z.literal('raised'), to: z.number(), secret: z.optional(z.string()) }),
});

/** The table that the slice lives on. */
export const TOY_TABLE = sql`create table toy (id text primary key, count int not null)`;

const TOO_HIGH = 1_000_000;
const load = async ({ input: { id } }: { input: { id: string } }) => ({ id });

const listens: ChannelHandler<typeof toyChannel, { id: string }> = {
  contract: toyChannel,
  load: async ({ input: id }) => ({ id }),
  admits: async () => true,
  audienceOf: (subject) => (subject.roles.some(({ role }) => role === 'teacher') ? 'hosts' : 'all'),
  hear: (fact, audience) => (audience === 'hosts' ? fact : { type: fact.type, to: fact.to }),
  snapshot: async (tx, { id }) => {
    const { rows } = await tx.execute<{ count: number }>(
      sql`select count from toy where id = ${id}`,
    );
    return { count: rows[0]?.count ?? 0 };
  },
};

export const toySlice: Slice = {
  name: 'toy',
  commands: [
    handle(raise, load, async ({ input: { by = 1 }, object, tx, publish }) => {
      if (by > TOO_HIGH) return refuse('too-high');
      const { rows } = await tx.execute<{ count: number }>(sql`
        insert into toy (id, count) values (${object.id}, ${by})
        on conflict (id) do update set count = toy.count + ${by} returning count`);
      const to = rows[0]?.count ?? 0;
      publish(toyChannel, object.id, [{ type: 'raised', to, secret: 'for hosts' }]);
      return answer({ count: to });
    }),
    handle(raiseAndFail, load, async ({ object, tx, publish }) => {
      await tx.execute(sql`
        insert into toy (id, count) values (${object.id}, 1)
        on conflict (id) do update set count = toy.count + 1`);
      publish(toyChannel, object.id, [{ type: 'raised', to: -1 }]);
      // PostgreSQL itself says no, so that the transaction is broken too.
      await tx.execute(sql`insert into toy (id, count) values (${object.id}, null)`);
      return answer({});
    }),
  ],
  queries: [
    answerQuery(count, load, async ({ object, tx }) => {
      const { rows } = await tx.execute<{ count: number }>(
        sql`select count from toy where id = ${object.id}`,
      );
      return { count: rows[0]?.count ?? 0 };
    }),
  ],
  channels: [listens],
};
