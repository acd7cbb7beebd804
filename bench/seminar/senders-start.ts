import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { type Door, openDoor } from '../../server/testing/door.ts';
import { type Used, usedBy } from '../processes.ts';
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
  enter(member: Member, origin: string, camera: Camera | null): Promise<number>;
  /** How many tracks come in, over everybody. */
  received(): Promise<number>;
  leave(): Promise<void>;
  used(): Used;
  stop(): Promise<void>;
};

/** Starts the process of the senders. It does one thing at a time. */
export function startSenders(): Senders {
  const child = fork(path.join(import.meta.dirname, 'senders.ts'), {
    // The library writes each step of each person there.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit').then(() => {
    throw new Error('the senders ended');
  });
  exited.catch(() => undefined);
  const doors: Door[] = [];

  async function ask(what: SendersAsk): Promise<number> {
    const answered = once(child, 'message') as Promise<[SendersAnswer]>;
    child.send(what);
    const [answer] = await Promise.race([answered, exited]);
    if (!answer.ok) throw new Error(`${what.name}: ${answer.error}`);
    return answer.received;
  }

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
      await ask({ name: 'leave' });
      for (const door of doors.splice(0)) door.close();
    },
    used: () => usedBy(child.pid ?? 0),
    async stop() {
      child.kill();
      await exited.catch(() => undefined);
      for (const door of doors.splice(0)) door.close();
    },
  };
}
