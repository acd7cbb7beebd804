/** One line of the table: who was measured, what came out, and against which goal. */
export type Row = {
  readonly id: string;
  readonly what: string;
  /** What this should come to, in words; of a load, as docs/promises.md §2 has it. */
  readonly goal: string;
  readonly peers: string;
  readonly ours: string;
  /** Null where there is no goal to meet, or too little was done to say. */
  readonly met: boolean | null;
  /** Why it could not be said whether the goal is met. */
  readonly notShown?: string | undefined;
  /** Lost, twice, how late the generator was, memory: what makes the figure one that counts. */
  readonly besides: string;
  /** Why a goal is missed, as far as we know. */
  readonly why?: string;
};

/** `at`: when it was measured, UTC to the minute. `on`: the cores that it had. */
export type DatedRow = Row & { readonly at: string; readonly on?: string };

/** Why a goal is missed and what was tried, kept beside the measurements: of an id, or of those of its rows that say `of`. */
export type Reason = {
  readonly id: string;
  readonly of?: string;
  readonly why: string;
  readonly tried: string;
};

/** The rows as Markdown, every goal that was missed said plainly. */
export function asMarkdown(rows: readonly DatedRow[], reasons: readonly Reason[] = []): string {
  const cells = rows.map(({ id, what, goal, peers, ours, met, notShown, besides, at, on }) => [
    id,
    what,
    peers,
    ours,
    goal,
    verdict(met, notShown),
    besides,
    on ? `${at}, ${on}` : at,
  ]);
  const head = ['', 'what', 'peers', 'ours', 'goal', '', 'besides', 'measured'];
  const lines = [head, head.map(() => '---'), ...cells].map((line) => `| ${line.join(' | ')} |`);
  const missed = Map.groupBy(
    rows.filter(({ met }) => met === false),
    (row) => `- **${row.id}**, {}: ${reasonOf(row, reasons)}`,
  );
  const named = [...missed].map(([line, of]) =>
    line.replace('{}', of.map(({ what }) => what).join('; ')),
  );
  const plainly =
    named.length > 0 ? `\n\nWhat misses its goal, and why:\n\n${named.join('\n')}` : '';
  return `${lines.join('\n')}${plainly}\n`;
}

function verdict(met: boolean | null, notShown: string | undefined): string {
  if (met === null) return notShown === undefined ? '–' : `not shown: ${notShown}`;
  return met ? 'met' : '**missed**';
}

function reasonOf({ id, what, why }: Row, reasons: readonly Reason[]): string {
  const found = reasons.find((each) => each.id === id && what.includes(each.of ?? ''));
  if (found) return `${found.why}. Tried: ${found.tried}`;
  return why ?? 'no reason is known yet';
}

export function ms(value: number): string {
  return Number.isFinite(value)
    ? `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`
    : 'never';
}

export function times(ratio: number): string {
  return Number.isFinite(ratio) ? ratio.toFixed(2) : 'never';
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}
