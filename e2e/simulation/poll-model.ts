import type { Who } from './session-people.ts';

/** What docs/rules say, said a second time. */
const WITHHELD_UNDER = 5;
const FEW = 2;

/** As everybody sees it, whoever they are. */
export type ShownPoll = {
  readonly answers: number;
  readonly closed: boolean;
  /** Of yes and no; null where it is not told. */
  readonly totals: readonly (number | null)[] | null;
};

/** What somebody is told who may not, or null. */
type Refused = (who: Who) => string | null;

/** What is asked without a name, with yes and no to answer, told by docs/rules/poll.md. */
export class PollModel {
  #on: { readonly answers: Map<Who, 0 | 1>; closed: boolean } | null = null;
  readonly #may: { readonly begin: Refused; readonly steer: Refused; readonly answer: Refused };

  constructor(may: { readonly begin: Refused; readonly steer: Refused; readonly answer: Refused }) {
    this.#may = may;
  }

  open(by: Who): string {
    const refused = this.#may.begin(by) ?? (this.#on && 'poll-on');
    if (refused === null) this.#on = { answers: new Map(), closed: false };
    return refused ?? 'ok';
  }

  /** The first answer counts, and the next are dropped. */
  answer(who: Who, choice: 0 | 1): string {
    const refused = this.#may.answer(who);
    if (refused) return refused;
    if (!this.#on || this.#on.closed) return 'poll-closed';
    if (!this.#on.answers.has(who)) this.#on.answers.set(who, choice);
    return 'ok';
  }

  close(by: Who): string {
    const refused = this.#may.steer(by);
    if (!refused) this.closeWithSession();
    return refused ?? 'ok';
  }

  closeWithSession(): void {
    if (this.#on) this.#on.closed = true;
  }

  putAway(by: Who): string {
    const refused = this.#may.steer(by);
    if (!refused) this.#on = null;
    return refused ?? 'ok';
  }

  shown(): ShownPoll | null {
    if (!this.#on) return null;
    const { answers, closed } = this.#on;
    const counts = ([0, 1] as const).map(
      (choice) => [...answers.values()].filter((one) => one === choice).length,
    );
    const told = counts.map((votes) => (votes > 0 && votes <= FEW ? null : votes));
    const isTold = closed && answers.size >= WITHHELD_UNDER;
    return { answers: answers.size, closed, totals: isTold ? told : null };
  }
}
