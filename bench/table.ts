/** One line of the table: who was measured, what came out, and against which goal. */
export type Row = {
  readonly id: string;
  readonly what: string;
  /** What this should come to, in words; of a load, as docs/promises.md §2 has it. */
  readonly goal: string;
  readonly peers: string;
  readonly ours: string;
  /** Null where there is no goal to meet. */
  readonly met: boolean | null;
  /** Lost, twice, how late the generator was, memory: what makes the figure one that counts. */
  readonly besides: string;
  /** Why a goal is missed, as far as we know. */
  readonly why?: string;
};

/** `at`: when it was measured, UTC to the minute. `on`: the cores that it had. */
export type DatedRow = Row & { readonly at: string; readonly on?: string };

/** The rows as Markdown, goals that were missed said plainly. */
export function asMarkdown(rows: readonly DatedRow[]): string {
  const cells = rows.map(({ id, what, goal, peers, ours, met, besides, at, on }) => [
    id,
    what,
    peers,
    ours,
    goal,
    met === null ? '–' : met ? 'met' : '**missed**',
    besides,
    on ? `${at}, ${on}` : at,
  ]);
  const head = ['', 'what', 'peers', 'ours', 'goal', '', 'besides', 'measured'];
  const lines = [head, head.map(() => '---'), ...cells].map((line) => `| ${line.join(' | ')} |`);
  const missed = rows
    .filter(({ met, why }) => met === false && why)
    .map(({ id, what, why }) => `- **${id}**, ${what}: ${why}`);
  const plainly =
    missed.length > 0 ? `\n\nWhat misses its goal, and why:\n\n${missed.join('\n')}` : '';
  return `${lines.join('\n')}${plainly}\n`;
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
