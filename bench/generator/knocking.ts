import { setTimeout as delay } from 'node:timers/promises';
import type { Reply } from '#shared/wire/contract.ts';
import type { Facts, Subscribed } from '#shared/wire/socket-events.ts';
import { WIRE_VERSION } from '#shared/wire/version.ts';
import { newId } from '../../server/platform/new-id.ts';
import type { Asks, KnocksTally } from './asks.ts';
import { makeHistogram } from './histogram.ts';
import { ownCpuMs } from './ledger.ts';
import { type Dialect, Person, type Watch } from './person.ts';
import { ask, SOCKET_IO_PATH, takeFrame } from './socketio-frames.ts';

const WITHIN_MS = 20_000;
/** One after another they come as people do, and not in one stroke. */
const BETWEEN_MS = 20;

const ignore = () => undefined;
const WATCH: Watch = {
  ...{ ready: ignore, event: ignore, answered: ignore, refused: ignore },
  ...{ closed: ignore, frame: ignore, comings: ignore },
};

/**
 * A host is in a session and hears who waits; the others come to its lobby, first one after another, then the rest at once.
 * Counted from when the press was sent off until the host's line has brought it, on one clock.
 */
export async function knocks({
  port,
  dialect,
  host,
  guests,
}: Asks['knocks']): Promise<KnocksTally> {
  const { sessionId, origin } = dialect;
  const cpuBefore = process.cpuUsage();
  let heard = 0;
  let hears = ignore as (count: number) => void;
  const lines = lineDialect(origin, ({ channel, revisions }) => {
    if (channel !== 'lobby') return;
    const facts = revisions.flatMap((each) => each.facts as readonly { readonly type: string }[]);
    heard += facts.filter(({ type }) => type === 'waiting-began').length;
    hears(heard);
  });
  const people: Person[] = [];
  try {
    const open = async (cookie: string) => {
      const person = new Person(people.length, cookie, WATCH);
      people.push(person);
      await lines.open(person, port);
      return person;
    };
    const teacher = await open(host);
    await call(teacher, 'session/join', { sessionId });
    await subscribe(teacher, 'session', sessionId);
    await subscribe(teacher, 'lobby', sessionId);
    const waiting = await Promise.all(guests.map(open));

    const knock = async (guest: Person) => {
      const { lineId } = await call<{ lineId: string }>(guest, 'lobby/wait', { sessionId });
      await subscribe(guest, 'lobby-place', lineId);
    };
    const untilHeard = (count: number) =>
      within(
        new Promise<number>((resolve) => {
          hears = (now) => {
            if (now >= count) resolve(performance.now());
          };
          hears(heard);
        }),
        `the host heard of ${heard} of ${count}`,
      );
    const half = Math.floor(waiting.length / 2);
    const oneByOne = makeHistogram();
    for (const guest of waiting.slice(0, half)) {
      const sentAt = performance.now();
      const toldAt = untilHeard(heard + 1);
      await Promise.all([knock(guest), toldAt]);
      oneByOne.add((await toldAt) - sentAt);
      await delay(BETWEEN_MS);
    }
    const sentAt = performance.now();
    const toldAt = untilHeard(waiting.length);
    await Promise.all([toldAt, ...waiting.slice(half).map(knock)]);
    return {
      generatorCpuMs: ownCpuMs(cpuBefore),
      oneByOne: oneByOne.quantiles(),
      atOnce: waiting.length - half,
      lastOfAllMs: (await toldAt) - sentAt,
    };
  } finally {
    for (const person of people) person.cut();
  }
}

/** Our wire, as far as one needs it who asks, is answered and hears. */
function lineDialect(origin: string, hear: (facts: Facts) => void) {
  const opened = new Map<Person, () => void>();
  const dialect: Dialect = {
    path: SOCKET_IO_PATH,
    origin,
    opened: ignore,
    heard: (person, payload) => {
      const frame = takeFrame(person, payload, () => ({ version: WIRE_VERSION }));
      if (frame.kind === 'connected') opened.get(person)?.();
      if (frame.kind !== 'event') return;
      const [name, what] = JSON.parse(frame.payload.toString('utf8', 2)) as [string, Facts];
      if (name === 'facts') hear(what);
    },
    post: ignore,
  };
  return {
    open: (person: Person, port: number) =>
      within(
        new Promise<void>((resolve) => {
          opened.set(person, resolve);
          person.come(dialect, port);
        }),
        'a line did not open',
      ),
  };
}

async function call<Value>(person: Person, name: string, input: object): Promise<Value> {
  const reply = await answerTo<Reply<Value, string>>(person, 'command', {
    ...{ callId: newId<'call'>(), name, input },
  });
  if (!reply.ok) throw new Error(`${name}: ${reply.refusal}`);
  return reply.value;
}

async function subscribe(person: Person, channel: string, id: string): Promise<void> {
  const heard = await answerTo<Subscribed>(person, 'subscribe', { channel, id, after: null });
  if (!heard.ok) throw new Error(`${channel}: ${heard.refusal}`);
}

function answerTo<Answer>(person: Person, event: string, what: object): Promise<Answer> {
  const answered = new Promise<Answer>((resolve) =>
    ask(person, event, what, (answer) => resolve(answer as Answer)),
  );
  return within(answered, `${event} was not answered`);
}

async function within<Value>(what: Promise<Value>, complaint: string): Promise<Value> {
  const late = new AbortController();
  const timer = delay(WITHIN_MS, undefined, late).then(
    () => {
      throw new Error(complaint);
    },
    () => undefined as never,
  );
  try {
    return await Promise.race([what, timer]);
  } finally {
    late.abort();
  }
}
