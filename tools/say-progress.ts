const AFTER_MS = 1_000;
const EVERY_MS = 1_000;
const MEGABYTE = 1_000_000;

/** Says on stderr how far it has come, for what takes more than a second. */
export function sayProgress(what: string, of: number | null): (bytes: number) => void {
  let sayAt = performance.now() + AFTER_MS;
  return (bytes) => {
    if (performance.now() < sayAt) return;
    sayAt = performance.now() + EVERY_MS;
    const share = of === null ? '' : ` of ${Math.ceil(of / MEGABYTE)}`;
    process.stderr.write(`${what} ${Math.floor(bytes / MEGABYTE)}${share} MB\n`);
  };
}
