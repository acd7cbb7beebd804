import { sql } from 'drizzle-orm';
import { HOUR_MS, SECOND_MS } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { memoryStore } from '../../client/platform/device-store.ts';
import { createSchool, type School } from '../../server/testing/school.ts';
import type { Somebody, World } from '../../server/testing/world.ts';
import { judge } from './judgement.ts';
import { FAIR, FOUL, type Weather } from './line.ts';
import { actAtRandom } from './people.ts';
import { type Random, seededRandom } from './random.ts';
import { snapshotOf } from './session-snapshot.ts';
import {
  CRASH_POINTS,
  type CrashPoint,
  type SimulatedServer,
  startSimulatedServer,
} from './simulated-server.ts';
import { type Journal, Tab } from './tab.ts';
import { startVirtualTime } from './virtual-time.ts';

export type Outcome = {
  /** What does not hold, in words. Nothing, if all is well. */
  readonly wrong: readonly string[];
  readonly calls: number;
  readonly revisions: number;
  readonly crashes: readonly CrashPoint[];
};

const STEPS = 28;
/** So long after the last fault everything must have come to rest: a seat is held for a minute, a retry waits 15 s. */
const QUIET_WITHIN_MS = 120 * SECOND_MS;
const QUIET_LOOK_MS = SECOND_MS;

/**
 * One story: a few people in one session, a network and a server that fail, and quiet at the end. Everything
 * that happens follows from the seed; time is virtual, the database is real.
 */
export async function simulate(world: World, seed: number): Promise<Outcome> {
  const random = seededRandom(seed);
  const stage = await setStage(world, random);
  const { school, sessionId, teachers, people } = stage;
  const journal: Journal = { made: new Map(), settled: new Map(), heard: [], wrong: [] };
  const crashes: CrashPoint[] = [];
  let weather: Weather = FOUL;
  let server = null as SimulatedServer | null;
  let starting = false;
  let skewMs = 0;
  let removed = null as Somebody | null;

  const time = startVirtualTime(world.clock.now(), () => {
    const { waitingCount, totalCount, idleCount } = world.test.database.$client;
    return starting || (server?.busy() ?? false) || waitingCount > 0 || totalCount > idleCount;
  });
  const start = async () => {
    starting = true;
    server = await startSimulatedServer({
      url: world.test.url,
      keys: world.keys,
      clock: { now: () => Date.now() + skewMs },
      weather: () => weather,
      violated: (what) => journal.wrong.push(what),
      crashed: () => setTimeout(start, random.between(100, 4_000)),
    });
    starting = false;
  };

  const tabs: Tab[] = [];
  const open = (by: Somebody, device = memoryStore()) =>
    tabs.push(
      new Tab({
        by,
        sessionId,
        random: random.fork(),
        journal,
        device,
        reach: async (chance, client) => server?.accept(by, chance, client) ?? 'transport',
      }),
    );
  const openTabs = () => tabs.filter((tab) => !tab.gone);
  const react = () => {
    for (const tab of openTabs()) tab.react();
  };

  try {
    await start();
    const first = await snapshotOf(world, sessionId, teachers[0] as Somebody, Date.now());
    for (const somebody of people) open(somebody);
    if (random.chance(0.5)) open(random.pick(people));

    for (let step = 0; step < STEPS; step++) {
      await time.pass(random.between(10, 700), react);
      const tab = random.pick(openTabs());
      const dice = random.between(1, 100);
      if (dice <= 78) act(tab, `${seed}.${step}`);
      else if (dice <= 84) tab.connection.cut();
      else if (dice <= 86) tab.connection.deafen(random.pick(['client', 'server']));
      else if (dice <= 88) await time.pass(random.between(1_000, 75_000), react);
      else if (dice <= 92) reload(tab);
      else if (dice <= 94) skewMs = random.pick([-HOUR_MS, 0, HOUR_MS]);
      else if (dice <= 95) await removeSomebody();
      else armCrash();
    }

    weather = FAIR;
    const rested = await comesToRest();
    if (!rested) journal.wrong.push(`no rest: ${openTabs().map(whyNot).join(', ')}`);
    const last = await snapshotOf(world, sessionId, teachers[0] as Somebody, Date.now());
    const student = people.find((one) => !teachers.includes(one) && one !== removed) as Somebody;
    const lastOfStudents = await snapshotOf(world, sessionId, student, Date.now());
    const wrong = await judge({
      database: world.test.database,
      sessionId,
      journal,
      tabs: openTabs(),
      teachers: teachers.map(({ personId }) => personId),
      removed: removed?.personId ?? null,
      first,
      last,
      lastOfStudents,
    });
    const { rows } = await world.test.database.execute<{ revision: string }>(
      sql`select revision from channel_head where id = ${sessionId}`,
    );
    return { wrong, calls: journal.made.size, revisions: Number(rows[0]?.revision ?? 0), crashes };
  } finally {
    for (const tab of openTabs()) tab.close(false);
    await server?.stop();
    time.stop();
    // The next story's servers would find these seats held, and settle them beside its own.
    await world.test.database.execute(sql`delete from seat`);
  }

  function act(tab: Tab, tag: string): void {
    if (tab.room.status === 'seat-lost' || tab.room.status === 'refused') tab.join();
    else
      actAtRandom(
        tab,
        teachers.some((one) => one.personId === tab.by.personId),
        random,
        tag,
      );
  }

  /** Unsent calls lie on the device and are taken up by the new page. */
  function reload(tab: Tab): void {
    tab.close(random.chance(0.5));
    open(tab.by as Somebody, tab.device);
  }

  function armCrash(): void {
    const point = random.pick(CRASH_POINTS);
    crashes.push(point);
    server?.dieAt(point);
  }

  async function removeSomebody(): Promise<void> {
    if (removed || !server) return;
    removed = random.pick(people.filter((one) => !teachers.includes(one)));
    await school.removeRelations(removed);
    const { personId } = removed;
    // A notice takes a moment; the comparison of versions at most two seconds.
    setTimeout(() => server?.changed(personId, true), random.between(0, 2_000));
  }

  async function comesToRest(): Promise<boolean> {
    for (let waited = 0; waited < QUIET_WITHIN_MS; waited += QUIET_LOOK_MS) {
      await time.pass(QUIET_LOOK_MS, react);
      for (const tab of openTabs()) {
        if (tab.room.status === 'seat-lost') tab.join();
      }
      if (waited > 15 * SECOND_MS && openTabs().every((tab) => whyNot(tab) === null)) return true;
    }
    return false;
  }

  /** Why a tab is not at rest; null when it is. Who was removed has nothing to wait for. */
  function whyNot(tab: Tab): string | null {
    if (tab.by.personId === removed?.personId) {
      return tab.live ? 'a removed person is still in' : null;
    }
    return tab.live && tab.idle
      ? null
      : `${tab.room.status}, ${tab.connection.state().status}, idle ${tab.idle}`;
  }
}

type Stage = {
  readonly school: School;
  readonly sessionId: SessionId;
  readonly teachers: readonly Somebody[];
  readonly people: readonly Somebody[];
};

async function setStage(world: World, random: Random): Promise<Stage> {
  const school = await createSchool(world.test.database, world.clock.now());
  const cohort = await school.cohort();
  const sessionId = await school.session({ cohortId: cohort }, 12 * HOUR_MS);
  await school.agenda(sessionId, ['Innsjekk', 'Samtale', 'Pause', 'Utsjekk']);
  const teachers: Somebody[] = [];
  for (let nth = 1; nth <= random.between(1, 2); nth++) {
    const teacher = await world.person({ role: 'teacher', name: `Lærer ${nth}` });
    await school.assign(teacher, sessionId);
    teachers.push(teacher);
  }
  const students: Somebody[] = [];
  for (let nth = 1; nth <= random.between(2, 3); nth++) {
    const student = await world.person({ name: `Elev ${nth}` });
    await school.enrol(student, cohort);
    students.push(student);
  }
  return { school, sessionId, teachers, people: [...teachers, ...students] };
}
