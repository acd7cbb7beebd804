import { expect } from 'vitest';
import { sessionChannel } from '#shared/features/session/channel.ts';
import type { AnyChannel } from '#shared/wire/contract.ts';
import type { Somebody, TestLine, World } from '../../server/testing/world.ts';
import type { Who } from './session-people.ts';
import { look } from './session-snapshot.ts';

type Part = { readonly channel: AnyChannel; readonly id: string; readonly first: unknown };

/** What a page of somebody's reads and hears, from when it is opened. */
export type Screen = {
  readonly who: Who;
  readonly as: Somebody;
  readonly line: TestLine;
  readonly parts: Part[];
  isOpen: boolean;
};

/** Every page of a machine's session, also those that are closed by now. */
export class Screens {
  readonly all: Screen[] = [];

  /** Opens a page that listens to these; answers the first refusal in its place. */
  async open(
    world: World,
    who: Who,
    as: Somebody,
    to: readonly (readonly [AnyChannel, string])[],
  ): Promise<Screen | string> {
    const screen: Screen = { who, as, line: world.line(as), parts: [], isOpen: true };
    this.all.push(screen);
    for (const [channel, id] of to) {
      const subscribed = await screen.line.subscribe(channel, id);
      if (screen.line.wasCut()) return 'signed-out';
      if (!subscribed.ok) return subscribed.refusal;
      const first = 'snapshot' in subscribed ? subscribed.snapshot : null;
      screen.parts.push({ channel, id, first });
    }
    return screen;
  }

  of(who: Who, to: AnyChannel): readonly Screen[] {
    return this.all.filter(
      (one) =>
        one.who === who && one.isOpen && one.parts.some(({ channel }) => channel.name === to.name),
    );
  }

  close(screen: Screen, how: 'dropped' | 'let-go'): void {
    screen.isOpen = false;
    if (how === 'dropped') screen.line.drop();
    else for (const { channel, id } of screen.parts) screen.line.letGo(channel, id);
  }

  /** What the authority bus does when somebody's rights have changed: a page that lost its first channel is left. */
  async recheck(world: World, who: Who): Promise<void> {
    for (const screen of this.all.filter((one) => one.who === who && one.isOpen)) {
      await world.channels.recheck(screen.line.connection);
      const [main] = screen.parts;
      const isLost = screen.line.closed.some((one) => one.channel === main?.channel.name);
      if (!isLost && !screen.line.wasCut()) continue;
      screen.isOpen = false;
      if (!screen.line.wasCut()) this.close(screen, 'let-go');
    }
  }

  /** Everything of a session that somebody has read, as text. */
  readOf({ parts, line }: Screen, channel?: AnyChannel): string {
    const isOf = (name: string) => channel === undefined || name === channel.name;
    return JSON.stringify([
      parts.filter((one) => isOf(one.channel.name)).map(({ first }) => first),
      line.heard.filter((one) => isOf(one.channel)),
    ]);
  }

  /**
   * What each open page has made of what it heard is what a fresh one reads. But for the room, where docs/rules leave names open
   * for a while, and who is planned to teach, which is told to nobody.
   */
  async areTrue(world: World): Promise<void> {
    for (const { who, as, line, parts, isOpen } of this.all) {
      for (const { channel, id, first } of isOpen ? parts : []) {
        if (channel.name === sessionChannel.name) continue;
        const carried = () =>
          line.heard
            .filter((one) => one.channel === channel.name && one.id === id)
            .flatMap(({ revisions }) => revisions.flatMap(({ facts }) => facts))
            .map((fact) => channel.fact.parse(fact))
            .reduce(channel.evolve, channel.state.parse(first)) as object;
        const fresh: object | null = await look(world, (peek) => peek(channel, id, as));
        await expect
          .poll(carried, { message: `${channel.name} of ${who}` })
          .toEqual(
            fresh && 'teachers' in fresh ? { ...fresh, teachers: expect.anything() } : fresh,
          );
      }
    }
  }
}
