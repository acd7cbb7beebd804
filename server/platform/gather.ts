type Limits = {
  /** So many loads run beside each other; whoever comes meanwhile waits for one of them. */
  readonly atOnce: number;
  /** So many are asked about in one load at most. */
  readonly most: number;
};

/**
 * Gathers what is asked at about the same time into one load. Nothing waits for a timer: a lone ask goes at once, and in a
 * rush those that come while loads are under way share the next one.
 * @param load answers each ask at its place; what it throws is everybody's, who may be asked about again by themselves
 */
export function gather<Ask, Answer>(
  load: (asks: readonly Ask[]) => Promise<readonly PromiseSettledResult<Answer>[]>,
  { atOnce, most }: Limits,
): (ask: Ask) => Promise<Answer> {
  type Waiting = { readonly ask: Ask; readonly settle: PromiseWithResolvers<Answer> };
  const waiting: Waiting[] = [];
  let running = 0;

  async function follow(): Promise<void> {
    running++;
    while (waiting.length > 0) await answer(waiting.splice(0, most));
    running--;
  }

  async function answer(batch: readonly Waiting[]): Promise<void> {
    try {
      const answers = await load(batch.map(({ ask }) => ask));
      for (const [nth, { settle }] of batch.entries()) {
        const mine = answers[nth];
        if (mine?.status === 'fulfilled') settle.resolve(mine.value);
        else settle.reject(mine?.reason);
      }
    } catch (error) {
      for (const { settle } of batch) settle.reject(error);
    }
  }

  return (ask) => {
    const mine: Waiting = { ask, settle: Promise.withResolvers() };
    waiting.push(mine);
    if (running < atOnce) void follow();
    return mine.settle.promise;
  };
}
