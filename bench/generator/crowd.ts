import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Answers, Asks, ComingsTally, DialectChoice, StormTally } from './asks.ts';
import { type Ledger, makeLedger, type Tally } from './ledger.ts';
import { mellomDialect } from './mellom-dialect.ts';
import { numberedText } from './numbered.ts';
import { socketIoDialect, wsDialect } from './peer-dialects.ts';
import { type Dialect, Person, type Watch } from './person.ts';

/** So many come in at a time: this part is not measured, and a server should not choke on it. */
const COMING_AT_ONCE = 20;
/** What has not arrived by then is lost. */
const ARRIVES_WITHIN_MS = 10_000;
/** A thousand on a machine that others use as well. */
const COMES_WITHIN_MS = 300_000;
const PROBE_EVERY_MS = 10;

/** A crowd in one session: brings itself in, writes, is cut off and comes back, and keeps count. */
export function makeCrowd() {
  let people: Person[] = [];
  let ledger: Ledger = makeLedger([]);
  let dialect: Dialect = wsDialect();
  let port = 0;
  let refusals: string[] = [];
  let onReady: (person: Person) => void = () => undefined;
  let onEvent: (person: Person) => void = () => undefined;
  let onComings: (person: Person, changes: number) => void = () => undefined;

  const watch: Watch = {
    ready: (person) => onReady(person),
    event: (person, event) => {
      ledger.event(person, event);
      onEvent(person);
    },
    answered: (_person, { ok, sentAt }) => ledger.answered(sentAt, ok),
    refused: (_person, why) => void refusals.push(why),
    closed: () => undefined,
    frame: () => ledger.frame(),
    comings: (person, changes) => onComings(person, changes),
  };

  function invite(ask: Asks['come']): void {
    port = ask.port;
    dialect = dialectOf(ask.dialect);
    people = ask.cookies.map((cookie, place) => new Person(place, cookie, watch));
    refusals = [];
  }

  async function come(ask: Asks['come']): Promise<Answers['come']> {
    const startedAt = performance.now();
    invite(ask);
    let inside = 0;
    let next = 0;
    const oneMore = () => people[next++]?.come(dialect, port);
    onReady = () => {
      inside++;
      oneMore();
    };
    for (let n = 0; n < COMING_AT_ONCE; n++) oneMore();
    await until(
      () => inside === people.length,
      COMES_WITHIN_MS,
      () => {
        return `${inside} of ${people.length} came in; refused: ${refusals.slice(0, 3)}`;
      },
    );
    onReady = () => undefined;
    return { tookMs: performance.now() - startedAt };
  }

  /** Everybody in `writers` in turn, at an even pace, until `going` says no. Lateness is part of every figure. */
  async function write(
    writers: readonly Person[],
    perSecond: number,
    going: () => boolean,
  ): Promise<void> {
    const startedAt = performance.now();
    for (let n = 0; ; n++) {
      const dueAt = startedAt + (n * 1000) / perSecond;
      const early = dueAt - performance.now();
      if (early > 0) await delay(early);
      if (!going()) return;
      const nth = ledger.send(performance.now() - dueAt);
      const writer = writers[n % writers.length];
      if (writer) dialect.post(writer, numberedText({ nth, sentAt: dueAt }));
    }
  }

  async function load({ perSecond, seconds }: Asks['load']): Promise<Tally> {
    ledger = makeLedger(people);
    const untilAt = performance.now() + seconds * 1000;
    await write(people, perSecond, () => performance.now() < untilAt);
    await arrived();
    return ledger.tally();
  }

  /** Waits for what is on its way. What does not come is counted, so this never fails. */
  async function arrived(): Promise<void> {
    await until(ledger.complete, ARRIVES_WITHIN_MS, () => 'late').catch(() => undefined);
    // Time for a second copy of something to show itself.
    await delay(200);
  }

  async function storm({ perSecond, awayMs }: Asks['storm']): Promise<StormTally> {
    const [writer, ...others] = people;
    if (!writer) throw new Error('nobody is here');
    ledger = makeLedger(people);
    let going = true;
    const writing = write([writer], perSecond, () => going);
    await delay(1_000);
    for (const person of others) person.cut();
    await delay(awayMs);
    const back = await comeBack(others);
    await delay(500);
    going = false;
    await writing;
    await arrived();
    return { ...ledger.tally(), ...back };
  }

  async function restart({ perSecond }: Asks['restart']): Promise<StormTally> {
    const [writer] = people;
    if (!writer) throw new Error('nobody is here');
    ledger = makeLedger(people);
    await write([writer], perSecond, () => writer.status === 'in');
    await until(
      () => people.every((person) => person.status === 'away'),
      COMES_WITHIN_MS,
      () => {
        return 'some lines outlived the server';
      },
    );
    while (!(await opens(port))) await delay(PROBE_EVERY_MS);
    const back = await comeBack(people);
    await arrived();
    return { ...ledger.tally(), ...back };
  }

  async function comings(ask: Asks['comings']): Promise<ComingsTally> {
    invite(ask);
    const [first, ...others] = people;
    if (!first) throw new Error('nobody is here');
    let [changes, frames] = [0, 0];
    onComings = (person, more) => {
      if (person !== first) return;
      changes += more;
      frames++;
    };
    const heard = (count: number) =>
      until(
        () => changes >= count,
        COMES_WITHIN_MS,
        () => `${changes} of ${count} changes were heard; refused: ${refusals.slice(0, 3)}`,
      );
    first.come(dialect, port);
    await until(
      () => first.status === 'in',
      COMES_WITHIN_MS,
      () => 'nobody came in',
    );
    for (const person of others) person.come(dialect, port);
    await heard(others.length);
    await until(
      () => others.every(({ status }) => status === 'in'),
      COMES_WITHIN_MS,
      () => 'some did not come in',
    );
    for (const person of others) person.cut();
    await heard(2 * others.length);
    for (const person of others) person.come(dialect, port);
    await heard(3 * others.length);
    onComings = () => undefined;
    return { changes, frames };
  }

  /** All at once, without the jitter of real clients: the hardest way. */
  async function comeBack(
    returning: readonly Person[],
  ): Promise<Pick<StormTally, 'backMs' | 'halfBackMs'>> {
    const startedAt = performance.now();
    const owed = new Map<Person, number>();
    const tookMs: number[] = [];
    const settle = (person: Person) => {
      const due = owed.get(person);
      if (due === undefined || ledger.prefixOf(person) < due) return;
      owed.delete(person);
      tookMs.push(performance.now() - startedAt);
    };
    onReady = (person) => {
      owed.set(person, ledger.answeredSoFar());
      settle(person);
    };
    onEvent = settle;
    for (const person of returning) person.come(dialect, port);
    // Without recovery some never catch up: what they lack is counted as lost.
    await until(
      () => tookMs.length === returning.length,
      ARRIVES_WITHIN_MS,
      () => 'late',
    ).catch(() => undefined);
    onReady = () => undefined;
    onEvent = () => undefined;
    const at = (share: number) => tookMs[Math.ceil(returning.length * share) - 1] ?? Infinity;
    return { backMs: at(1), halfBackMs: at(0.5) };
  }

  function leave(): Answers['leave'] {
    for (const person of people) person.cut();
    people = [];
    return {};
  }

  return { come, load, storm, restart, comings, leave: async () => leave() };
}

function dialectOf(choice: DialectChoice): Dialect {
  switch (choice.name) {
    case 'mellom':
      return mellomDialect(choice.sessionId, choice.origin);
    case 'socket.io':
      return socketIoDialect();
    case 'ws':
      return wsDialect();
  }
}

async function until(
  holds: () => boolean,
  withinMs: number,
  complaint: () => string,
): Promise<void> {
  const giveUpAt = performance.now() + withinMs;
  while (!holds()) {
    if (performance.now() > giveUpAt) throw new Error(complaint());
    await delay(5);
  }
}

function opens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect({ host: '127.0.0.1', port });
    probe.on('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.on('error', () => resolve(false));
  });
}
