import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { type Door, openDoor } from '../../server/testing/door.ts';
import { type Used, usedBy } from '../processes.ts';
import { within } from '../within.ts';
import type { Member } from './member.ts';

/** What somebody's camera gives. */
export type Camera = {
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
};

export type SendersAsk =
  | {
      readonly name: 'enter';
      readonly address: string;
      readonly token: string;
      /** Null: sound alone. */
      readonly camera: Camera | null;
    }
  | { readonly name: 'count' }
  | { readonly name: 'leave' };

export type SendersAnswer =
  | { readonly ok: true; readonly received: number }
  | { readonly ok: false; readonly error: string };

export type Senders = {
  /** Brings somebody in through our own door, sending; how long it took until they sent. */
  enter(
    member: Pick<Member, 'cookie' | 'askPass'>,
    origin: string,
    camera: Camera | null,
  ): Promise<number>;
  /** How many tracks come in, over everybody. */
  received(): Promise<number>;
  leave(): Promise<void>;
  used(): Used;
  stop(): Promise<void>;
};

const PROGRAM = path.join(import.meta.dirname, 'senders.ts');
/** A machine that is busy gives the line up after fifteen seconds; after these nobody answers any more. */
const ANSWERS_WITHIN_MS = 25_000;

/**
 * Starts the process of the senders. It does one thing at a time. One that does not answer is ended, with everybody whom it
 * had brought in, and another takes its place.
 */
export function startSenders(program = PROGRAM, answersWithinMs = ANSWERS_WITHIN_MS): Senders {
  let process = begin(program);
  const doors: Door[] = [];

  async function ask(what: SendersAsk): Promise<number> {
    const { child, exited } = process;
    const answered = once(child, 'message') as Promise<[SendersAnswer]>;
    // One that has ended is told of by `exited`.
    child.send(what, () => undefined);
    try {
      const first = Promise.race([answered, exited]);
      const [answer] = await within(answersWithinMs, what.name, first);
      if (answer.ok) return answer.received;
      throw new Refused(`${what.name}: ${answer.error}`);
    } catch (error) {
      // A late answer would be taken for that of the next question.
      if (!(error instanceof Refused)) {
        child.kill('SIGKILL');
        process = begin(program);
      }
      throw error;
    }
  }

  const closeDoors = () => {
    for (const door of doors.splice(0)) door.close();
  };
  return {
    async enter(member, origin, camera) {
      const door = await openDoor(origin, { cookie: member.cookie });
      doors.push(door);
      const { token } = await member.askPass();
      const beganAt = performance.now();
      await ask({ name: 'enter', address: door.url, token, camera });
      return performance.now() - beganAt;
    },
    received: () => ask({ name: 'count' }),
    async leave() {
      // Whoever does not leave has been ended.
      await ask({ name: 'leave' }).catch(() => undefined);
      closeDoors();
    },
    used: () => usedBy(process.child.pid ?? 0),
    async stop() {
      process.child.kill('SIGKILL');
      await process.exited.catch(() => undefined);
      closeDoors();
    },
  };
}

/** An answer, though not the one that was hoped for. */
class Refused extends Error {}

function begin(program: string) {
  const child = fork(program, {
    // The library writes each step of each person there.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit').then((): never => {
    throw new Error('the senders ended');
  });
  exited.catch(() => undefined);
  return { child, exited };
}
