import {
  type Answered,
  type Asked,
  type AskName,
  type HeardName,
  LineLost,
  type Wire,
} from '../platform/wire.ts';

type Open = {
  readonly name: AskName;
  readonly what: unknown;
  readonly answer: (value: unknown) => void;
  readonly lose: () => void;
};

/** A line in a test's hand: what was asked lies in `asked` until the test answers it or cuts the line. */
export function makeFakeWire() {
  const heard = new Map<HeardName, Set<(what: never) => void>>();
  const line = new Set<(up: boolean) => void>();
  let asked: Open[] = [];
  let up = false;

  const take = (name: AskName): Open => {
    const index = asked.findIndex((open) => open.name === name);
    const [found] = asked.splice(index < 0 ? asked.length : index, 1);
    if (!found) throw new Error(`nothing asked by ${name}`);
    return found;
  };
  const settle = () => new Promise<void>((done) => setTimeout(done, 0));

  const wire: Wire = {
    ask: (name, what) =>
      new Promise((resolve, reject) => {
        const lose = () => reject(new LineLost('cut'));
        if (!up) return lose();
        asked.push({ name, what, answer: resolve as (value: unknown) => void, lose });
      }),
    hear(name, listener) {
      const all = heard.get(name) ?? new Set();
      heard.set(name, all.add(listener as never));
      return () => all.delete(listener as never);
    },
    whenLine(listener) {
      line.add(listener);
      listener(up);
      return () => line.delete(listener);
    },
  };

  return {
    wire,
    /** What waits for an answer, oldest first. */
    waiting: <Name extends AskName>(name: Name): readonly Asked<Name>[] =>
      asked.filter((open) => open.name === name).map((open) => open.what as Asked<Name>),
    /** Answers the oldest question of that name. */
    async answer<Name extends AskName>(name: Name, value: Answered<Name>): Promise<void> {
      take(name).answer(value);
      await settle();
    },
    /** The server says something by itself. */
    say(name: HeardName, what: unknown): void {
      for (const listener of heard.get(name) ?? []) listener(what as never);
    },
    async setLine(now: boolean): Promise<void> {
      up = now;
      const lost = now ? [] : asked;
      if (!now) asked = [];
      for (const open of lost) open.lose();
      for (const listener of line) listener(now);
      await settle();
    },
    settle,
  };
}
