import { readdirSync, readFileSync } from 'node:fs';

/** What processes have used so far; Linux alone tells us (`/proc`). */
export type Used = { readonly cpuMs: number; readonly rssBytes: number };

/** The kernel counts in hundredths of a second, whatever its own clock. */
const TICK_MS = 10;
const PAGE_BYTES = 4096;

/** One process, or zeros when it is gone. */
export function usedBy(pid: number): Used {
  const stat = statOf(pid);
  return stat
    ? { cpuMs: (stat.user + stat.system) * TICK_MS, rssBytes: stat.rssPages * PAGE_BYTES }
    : { cpuMs: 0, rssBytes: 0 };
}

/** A process and its children, those that have ended included: PostgreSQL is one process per connection. */
export function usedByFamily(pid: number): Used {
  const own = statOf(pid);
  if (!own) return { cpuMs: 0, rssBytes: 0 };
  const family = processes()
    .map(statOf)
    .filter((stat) => stat !== null && (stat.parent === pid || stat.pid === pid))
    .filter((stat) => stat !== null);
  const ticks = family.reduce((sum, { user, system }) => sum + user + system, 0);
  const pages = family.reduce((sum, { rssPages }) => sum + rssPages, 0);
  return { cpuMs: (ticks + own.endedChildren) * TICK_MS, rssBytes: pages * PAGE_BYTES };
}

/** A process with everything that stems from it and still lives: a browser is many processes. */
export function usedByTree(pid: number): Used {
  const stats = processes()
    .map(statOf)
    .filter((stat) => stat !== null);
  const tree = new Set([pid]);
  for (let before = 0; before !== tree.size; ) {
    before = tree.size;
    for (const stat of stats) if (tree.has(stat.parent)) tree.add(stat.pid);
  }
  const family = stats.filter((stat) => tree.has(stat.pid));
  const ticks = family.reduce((sum, { user, system }) => sum + user + system, 0);
  const pages = family.reduce((sum, { rssPages }) => sum + rssPages, 0);
  return { cpuMs: ticks * TICK_MS, rssBytes: pages * PAGE_BYTES };
}

/** What everything on the cores that we may use has used, other people's work included. */
export function machineCpuMs(): number {
  const own = allowedCores();
  const ticks = readFileSync('/proc/stat', 'utf8')
    .split('\n')
    .map((line) => line.split(/\s+/u))
    .filter(([name = '']) => own.has(Number(/^cpu(\d+)$/u.exec(name)?.[1])))
    .map(([, ...fields]) => {
      const [user = 0, nice = 0, system = 0, _idle, _wait, irq = 0, softirq = 0] =
        fields.map(Number);
      return user + nice + system + irq + softirq;
    });
  return ticks.reduce((sum, ofCore) => sum + ofCore, 0) * TICK_MS;
}

/** By number: fewer than the machine has under `taskset`. */
function allowedCores(): ReadonlySet<number> {
  const status = readFileSync('/proc/self/status', 'utf8');
  const ranges = /^Cpus_allowed_list:\s*(\S+)/mu.exec(status)?.[1]?.split(',') ?? [];
  return new Set(
    ranges.flatMap((range) => {
      const [first = 0, last = first] = range.split('-').map(Number);
      return Array.from({ length: last - first + 1 }, (_, nth) => first + nth);
    }),
  );
}

function processes(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map(Number);
}

function statOf(pid: number) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name stands in brackets and may hold anything.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const at = (nth: number) => Number(fields[nth]);
    return {
      pid,
      parent: at(1),
      user: at(11),
      system: at(12),
      endedChildren: at(13) + at(14),
      rssPages: at(21),
    };
  } catch {
    return null;
  }
}

/**
 * What others used beside ours, in the same unit: never less than nothing. The counters are read one after another and tick
 * in hundredths of a second, so that on a quiet machine the difference may fall a little below.
 */
export function usedByOthers(machine: number, ours: number): number {
  return Math.max(0, machine - ours);
}
