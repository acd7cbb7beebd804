import { EVERYBODY, type Kind, WHOLE_NAMES, type Who } from './session-people.ts';

/** What people are shown as by the kind of session, as docs/rules/names.md tells it. */
export class NamesModel {
  readonly kind: Kind;
  readonly #whole = new Map<Who, string>(Object.entries(WHOLE_NAMES) as [Who, string][]);
  #isSettled = true;

  constructor(kind: Kind) {
    this.kind = kind;
  }

  /** Somebody is called so by themselves. */
  call(who: Who, name: string): void {
    if (!this.#whole.has(who)) this.#whole.set(who, name);
    this.listChanges();
  }

  /** Somebody's on the list already (GUEST-11). */
  isTaken(name: string): boolean {
    return [...this.#whole.values()].includes(name);
  }

  wholeNameOf(who: Who): string {
    return this.#whole.get(who) ?? '';
  }

  /** Who stands on the list has changed: it is so for those who are in when somebody comes (NAMES-3), and open until then. */
  listChanges(): void {
    this.#isSettled = false;
  }

  somebodyComes(): void {
    this.#isSettled = true;
  }

  /** Null where the rules leave it open just now. */
  shown(listed: readonly Who[]): Readonly<Partial<Record<Who, string>>> | null {
    const inOrder = EVERYBODY.filter((who) => listed.includes(who));
    if (this.kind === 'teaching')
      return Object.fromEntries(inOrder.map((who) => [who, this.wholeNameOf(who)]));
    return this.#isSettled ? this.#inCircle(inOrder) : null;
  }

  /** NAMES-2: only those who share a name get more of it, and at last a number. */
  #inCircle(inOrder: readonly Who[]): Partial<Record<Who, string>> {
    const parts = (who: Who) => this.wholeNameOf(who).split(' ');
    const forms: readonly ((who: Who) => string)[] = [
      (who) => parts(who)[0] ?? '',
      (who) => `${parts(who)[0]} ${parts(who).at(-1)?.[0]}.`,
      (who) => this.wholeNameOf(who),
    ];
    const shown: Partial<Record<Who, string>> = {};
    let left = inOrder;
    for (const form of forms) {
      for (const who of left) shown[who] = form(who);
      left = left.filter((who) =>
        inOrder.some((other) => other !== who && shown[other] === shown[who]),
      );
    }
    for (const who of left) {
      const before = left.slice(0, left.indexOf(who));
      const nth = before.filter(
        (other) => this.wholeNameOf(other) === this.wholeNameOf(who),
      ).length;
      if (nth > 0) shown[who] = `${shown[who]} (${nth + 1})`;
    }
    return shown;
  }
}
