import * as breakout from '#shared/features/session/breakout/commands.ts';
import type { Breakout, Breakouts } from '#shared/features/session/breakout/model.ts';
import { roomOf } from '#shared/features/session/breakout/rules.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Random } from './random.ts';
import type { Tab } from './tab.ts';

/** Does one thing about breakouts that a person might do, by what this tab shows. */
export function actInGroupsAtRandom(tab: Tab, teaches: boolean, random: Random): void {
  const { sessionId } = tab;
  const split = tab.state?.breakouts;
  if (!split) {
    if (teaches) open(tab, random);
    return;
  }
  const mine = roomOf(split, tab.by.personId);
  const dice = random.between(1, teaches ? 100 : 55);
  if (dice <= 25 || (dice <= 55 && !mine)) go(tab, split, random);
  else if (dice <= 55 && mine) askFromWithin(tab, mine, random);
  else if (dice <= 70) {
    const { personId } = random.pick(tab.state?.roster.entries ?? []);
    const breakoutId = anyRoom(split, random);
    tab.send(breakout.placePerson, { sessionId, personId, breakoutId }, null);
  } else if (dice <= 83) {
    const breakoutId = random.pick(split.rooms).id;
    tab.send(breakout.knockAt, { sessionId, breakoutId }, null);
  } else if (dice <= 90) tab.send(breakout.lengthenBreakouts, { sessionId, minutes: 1 }, null);
  else tab.send(breakout.bringBack, { sessionId, atOnce: random.chance(0.4) }, null);
}

function open(tab: Tab, random: Random): void {
  const rooms = ['Gruppe 1', 'Gruppe 2'].map((name) => ({
    ...{ name, after: null },
    members: [] as PersonId[],
  }));
  for (const { personId, part } of tab.state?.roster.entries ?? [])
    if (part !== 'teacher' && random.chance(0.8)) random.pick(rooms).members.push(personId);
  const minutes = random.chance(0.5) ? 1 : null;
  const plan = { task: '', minutes, choice: random.chance(0.3), rooms };
  tab.send(breakout.openBreakouts, { sessionId: tab.sessionId, plan }, null);
}

function go(tab: Tab, split: Breakouts, random: Random): void {
  const breakoutId = anyRoom(split, random);
  tab.send(breakout.goTo, { sessionId: tab.sessionId, breakoutId }, null);
}

function askFromWithin(tab: Tab, { id: breakoutId }: Breakout, random: Random): void {
  const { sessionId } = tab;
  const dice = random.between(1, 3);
  if (dice === 1) {
    const wanted = random.chance(0.7);
    tab.send(breakout.callTeachers, { sessionId, breakoutId, wanted }, null);
  } else if (dice === 2) tab.send(breakout.askForMinute, { sessionId, breakoutId }, null);
  else {
    // Who knocks is shown inside alone; here it is just any teacher.
    const teachers = (tab.state?.roster.entries ?? []).filter(({ part }) => part === 'teacher');
    const teacherId = random.pick(teachers).personId;
    const letIn = random.chance(0.8);
    tab.send(breakout.answerKnock, { sessionId, breakoutId, teacherId, letIn }, null);
  }
}

/** One of them, or the one with all. */
const anyRoom = ({ rooms }: Breakouts, random: Random) =>
  random.chance(0.3) ? null : random.pick(rooms).id;
